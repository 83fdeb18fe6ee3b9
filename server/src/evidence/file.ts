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

/**
 * Why a file is taken to be about a vendor:
 *
 * - `declared`: the project file names the vendor
 * - `imported`: it has something from another file that is about the vendor
 * - `named`: its code names something of the vendor's: `import { ThinQAPIException } from "thinqconnect"`
 * - `served`: it serves NUGU's paths
 * - `implied`: a dependency, or a project file that names no vendor, speaks for it
 * - `comment`: only its comments name the vendor
 */
export type FileReason = 'declared' | 'imported' | 'named' | 'served' | 'implied' | 'comment';

/** How sure it is that a file is about a vendor, and why. */
export interface FileClaim {
  readonly confidence: Confidence;
  readonly reason: FileReason;
}

/** Says how sure it is that a file is about each vendor. */
export function fileConfidence(context: FileContext): FileConfidence {
  return { thinq: fileClaim('thinq', context)?.confidence, nugu: fileClaim('nugu', context)?.confidence };
}

/** The same for one vendor, with the reason; undefined where nothing speaks for it. */
export function fileClaim(vendor: Vendor, context: FileContext): FileClaim | undefined {
  const { model, signals, project, along, catalog } = context;
  if (vendor === 'nugu' && servesDirectives(model, catalog)) return { confidence: 'certain', reason: 'served' };
  if (signals.legacy[vendor]) return undefined;
  if (project.declared.includes(vendor)) return { confidence: 'certain', reason: 'declared' };
  if (along[vendor] === 'certain') return { confidence: 'certain', reason: 'imported' };
  const comments = model.comments.map(({ span }) => span);
  if (speaksOf(vendor, signals, comments)) return { confidence: 'certain', reason: 'named' };
  if (project.implied.includes(vendor)) return { confidence: 'likely', reason: 'implied' };
  if (along[vendor]) return { confidence: 'likely', reason: 'imported' };
  // Names in comments alone say what somebody had in mind, not what the program does.
  return signals.found[vendor].length > 0 ? { confidence: 'weak', reason: 'comment' } : undefined;
}

/**
 * Whether a file has to do with a vendor by what it says, or by what it has from other files: what its project claims may be
 * about anybody, and words that many services have are no more the vendor's for it.
 */
export function speaksItself(vendor: Vendor, { signals, along }: Pick<FileContext, 'signals' | 'along'>): boolean {
  if (vendor === 'nugu' && signals.namesNugu) return true;
  return signals.found[vendor].length > 0 || along[vendor] !== undefined;
}

/** Whether a text's code, and not only its comments, speaks of a vendor, and not of another product of theirs. */
export function speaksOf(vendor: Vendor, { legacy, found }: Signals, comments: readonly Span[]): boolean {
  if (legacy[vendor]) return false;
  return found[vendor].some((signal) => !comments.some(({ start, end }) => start <= signal.start && signal.end <= end));
}
