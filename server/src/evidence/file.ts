import type { Catalog } from '../catalog/catalog.ts';
import type { Vendor } from '../catalog/types.ts';
import type { FileModel, Span } from '../model/model.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Confidence, FileConfidence } from './confidence.ts';
import { servesDirectives } from './directivePaths.ts';
import type { Signals } from './text/signals.ts';

/** A file as evidence meets it. */
export interface FileContext {
  /** What the file says. */
  readonly model: FileModel;
  /** Whom its text talks to. */
  readonly signals: Signals;
  /** What surrounds it. */
  readonly project: ProjectFacts;
  /** Vendors that the file is about because of what it has from other files, and how sure that is. */
  readonly along: { readonly [vendor in Vendor]?: 'certain' | 'likely' };
  /** The codes that are known there: everybody's, and the team's own. */
  readonly catalog: Catalog;
}

/** A file of which it is known whom it is about: what every further question starts from. */
export interface EvidenceContext extends FileContext {
  readonly file: FileConfidence;
}

/** Says how sure it is that a file is about each vendor. */
export function fileConfidence(context: FileContext): FileConfidence {
  return {
    thinq: confidenceFor('thinq', context),
    nugu: servesDirectives(context.model, context.catalog) ? 'certain' : confidenceFor('nugu', context),
  };
}

function confidenceFor(vendor: Vendor, { model, signals, project, along }: FileContext): Confidence | undefined {
  if (signals.legacy[vendor]) return undefined;
  if (project.declared.includes(vendor) || along[vendor] === 'certain') return 'certain';
  const comments = model.comments.map(({ span }) => span);
  if (speaksOf(vendor, signals, comments)) return 'certain';
  if (project.implied.includes(vendor) || along[vendor]) return 'likely';
  // Names in comments alone say what somebody had in mind, not what the program does.
  return signals.found[vendor].length > 0 ? 'weak' : undefined;
}

/** Whether a text's code, and not only its comments, speaks of a vendor, and not of another product of theirs. */
export function speaksOf(vendor: Vendor, { legacy, found }: Signals, comments: readonly Span[]): boolean {
  if (legacy[vendor]) return false;
  return found[vendor].some((signal) => !comments.some(({ start, end }) => start <= signal.start && signal.end <= end));
}
