import { isProjectFile } from '../project/fileNames.ts';
import type { ByteFilter } from './byteFilter.ts';
import { type Decoded, decode } from './decode.ts';
import type { Candidate, FileSystem, Skip } from './walk.ts';
import type { PieceFilter } from './wordFilter.ts';

/** A file that may hold findings. */
export interface Source extends Decoded {
  readonly path: string;
  /** What speaks for it, where more is to be known before it is worth a look. */
  readonly by?: Standing;
}

/** `bytes`: nothing but its bytes, since its project is about nobody; `project`: its project, which has no codes of its own. */
export type Standing = 'bytes' | 'project';

/** What a scan needs to go from files to texts. */
export interface ScanWorld {
  readonly files: FileSystem;
  readonly byteFilter: ByteFilter;
  /** Told of a file that may hold findings and cannot be looked at. */
  onSkip(skip: Skip, path: string): void;
}

/** Bytes of the longest file that is read: no language reads as many characters. */
const FILE_LIMIT_BYTES = 8_000_000;

/** Milliseconds of work in one go, without letting anybody else have a turn. */
const TURN_MS = 10;

/**
 * The texts of those candidates that may hold findings: a handful of files of a whole tree.
 *
 * @param pause called every few milliseconds of work, so that others have a turn; what it throws ends the scan
 */
export async function* scan(
  candidates: Iterable<readonly Candidate[]>,
  world: ScanWorld,
  pause: (looked: number) => Promise<void>,
): AsyncGenerator<Source> {
  let looked = 0;
  let start = performance.now();
  for (const batch of candidates) {
    for (const candidate of batch) {
      looked++;
      const source = passes(candidate, world) ? open(candidate, world, standingOf(candidate)) : undefined;
      if (source) yield source;
      if (performance.now() - start < TURN_MS) continue;
      await pause(looked);
      start = performance.now();
    }
  }
}

/** Whether only its bytes say whether a file may hold findings. Links are few, and nobody else follows them. */
function isByBytes({ near, real }: Candidate): boolean {
  return !near && real === undefined;
}

/** @returns undefined for what is looked at in any case: what somebody has named, project files, and what may have other codes */
function standingOf(candidate: Candidate): Standing | undefined {
  if (isByBytes(candidate)) return 'bytes';
  const { path, real, hasOwnCodes, isFirst, named } = candidate;
  return real !== undefined || hasOwnCodes || isFirst || named || isProjectFile(path) ? undefined : 'project';
}

/** Whether a file may hold findings, by its project or by its bytes. */
export function passes(
  candidate: Candidate,
  { files, byteFilter, onSkip }: Omit<ScanWorld, 'byteFilter'> & { readonly byteFilter: PieceFilter },
): boolean {
  if (!isByBytes(candidate)) return true;
  const { path, named } = candidate;
  const { space, holds } = byteFilter;
  const found = files.search(path, space, named ? (length) => holds(length) || hasNul(space, length) : holds);
  if (typeof found === 'string') onSkip(nameOrElse(path, found), path);
  return found === true;
}

/** The text of a file. */
export function open(
  { path, real = path }: Pick<Candidate, 'path' | 'real'>,
  { files, onSkip }: Pick<ScanWorld, 'files' | 'onSkip'>,
  by?: Standing,
): Source | undefined {
  const bytes = files.bytes(real, FILE_LIMIT_BYTES);
  const decoded = typeof bytes === 'string' ? nameOrElse(path, bytes) : decode(bytes);
  if (typeof bytes !== 'string') release(bytes);
  if (typeof decoded !== 'string') return { path, ...decoded, ...(by && { by }) };
  onSkip(decoded, path);
  return undefined;
}

/** Gives the memory of bytes back at once, where that can be done: some files are megabytes long, and a collector waits. */
function release({ buffer }: Uint8Array): void {
  (buffer as { transfer?(length: number): unknown }).transfer?.(0);
}

/** Whether bytes are no text, or one of two or four bytes a character: no word is found in it. */
function hasNul(space: Uint8Array, length: number): boolean {
  return space.subarray(0, length).includes(0);
}

/** A name that is not UTF-8 comes with this mark in it, and opens nothing. */
const ODD = '\uFFFD';

function nameOrElse(path: string, skip: Skip): Skip {
  return skip === 'unreadable' && path.includes(ODD) ? 'odd name' : skip;
}
