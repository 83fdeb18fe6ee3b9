import type { Catalog } from '../catalog/catalog.ts';
import type { Vendor } from '../catalog/types.ts';
import type { FileModel } from '../model/model.ts';
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

function confidenceFor(vendor: Vendor, { model, signals, project }: FileContext): Confidence | undefined {
  if (signals.legacy[vendor]) return undefined;
  if (project.declared.includes(vendor)) return 'certain';
  const found = signals.found[vendor];
  if (found.some((signal) => !model.comments.some(({ span }) => span.start <= signal.start && signal.end <= span.end)))
    return 'certain';
  if (project.implied.includes(vendor)) return 'likely';
  // Names in comments alone say what somebody had in mind, not what the program does.
  return found.length > 0 ? 'weak' : undefined;
}
