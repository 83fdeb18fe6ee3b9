import type { Code } from '../catalog/types.ts';
import { plainIn } from '../features/describe/language.ts';
import { type Fix, withCrlf } from '../fixes/fix.ts';
import type { Span } from '../model/model.ts';
import type { Settings } from '../settings.ts';
import type { CodeAction, Diagnostic } from './api.ts';

/** A finding as it is shown, and what can be done about it: made when somebody first asks, and kept. */
export interface Found {
  readonly diagnostic: Diagnostic;
  /** What repairs it. */
  repairs(): readonly CodeAction[];
  /** What puts a code in its place that somebody has chosen; none where its rule takes no choice. */
  chosen(code: Code): readonly CodeAction[];
  /** The comments that would silence it. */
  silences(): readonly CodeAction[];
}

/** Actions for the findings that touch a span: first those that repair them, then the comments that would silence them. */
export function actionsAt(found: readonly Found[], span: Span): readonly CodeAction[] {
  const touched = found.filter(
    ({ diagnostic }) => diagnostic.span.start <= span.end && span.start <= diagnostic.span.end,
  );
  return [...touched.flatMap(({ repairs }) => repairs()), ...touched.flatMap(({ silences }) => silences())];
}

/** Fixes as a person sees them. @param hasCrlf so lines end in what they change @param silences they repair nothing, but write a comment */
export function toActions(
  fixes: readonly Fix[],
  diagnostic: Diagnostic,
  hasCrlf: boolean,
  { docsLanguage }: Settings,
  silences: boolean,
): readonly CodeAction[] {
  return fixes.map(({ title, edits, preferred, safe, addsAll = false }) => ({
    title: plainIn(title, docsLanguage),
    edits: hasCrlf ? withCrlf(edits) : edits,
    preferred,
    safe,
    addsAll,
    silences,
    diagnostic,
  }));
}
