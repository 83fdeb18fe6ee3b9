import { looksBehind } from '../evidence/company.ts';
import { areSameSignals } from '../evidence/text/signals.ts';
import type { Span } from '../model/model.ts';
import type { Settings } from '../settings.ts';
import type { Found } from './actions.ts';
import type { Analysed } from './analysed.ts';
import type { Diagnostic } from './api.ts';

/** What was found in a version of a document, and under which settings. */
export interface FoundBefore {
  readonly analysed: Analysed;
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
  /** Where its dispatch sites end. */
  readonly siteEnds: readonly number[];
}

/** What the rules have found. */
export function foundIn(analysed: Analysed, settings: Settings, found: readonly Found[]): FoundBefore {
  return {
    analysed,
    settings,
    diagnostics: found.map(({ diagnostic }) => diagnostic),
    siteEnds: analysed.analysis.model.sites.map(({ span }) => span.end),
  };
}

/**
 * What is found in a later version of a document in which everything is as it was that a rule can see, but for where it is.
 *
 * @returns undefined where something else may be found
 */
export function stillFound(
  before: FoundBefore | undefined,
  now: Analysed,
  settings: Settings,
): FoundBefore | undefined {
  const moves = before && isAlike(before, now, settings) ? movesBetween(before.analysed, now) : undefined;
  if (!before || !moves || moves.changes.some((offset) => looksBehind(before.siteEnds, offset))) return undefined;
  const { offset } = moves;
  if (!areSameSignals(before.analysed.analysis.signals, now.analysis.signals, offset)) return undefined;
  const moved = ({ start, end }: Span): Span => ({ start: offset(start), end: offset(end) });
  const diagnostics = before.diagnostics.map((one) => ({
    ...one,
    span: moved(one.span),
    ...(one.related && { related: one.related.map(({ span, message }) => ({ span: moved(span), message })) }),
  }));
  return { analysed: now, settings, diagnostics, siteEnds: before.siteEnds.map(offset) };
}

function isAlike({ analysed: before, settings: given }: FoundBefore, now: Analysed, settings: Settings): boolean {
  const [earlier, later] = [before.analysis, now.analysis];
  return (
    given === settings &&
    before.language === now.language &&
    before.lexicon === now.lexicon &&
    earlier.project === later.project &&
    earlier.along.thinq === later.along.thinq &&
    earlier.along.nugu === later.along.nugu
  );
}

function movesBetween(before: Analysed, now: Analysed): ReturnType<NonNullable<Analysed['language']['movesBetween']>> {
  return now.language.movesBetween?.(before.analysis.model, now.analysis.model);
}
