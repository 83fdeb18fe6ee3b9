import { type Decoded, decode } from './decode.ts';
import type { Sieve } from './sieve.ts';
import type { Candidate, FileSystem, Skip } from './walk.ts';

/** A file that may hold findings. */
export interface Source extends Decoded {
  readonly path: string;
}

/** What a scan needs to go from files to texts. */
export interface ScanWorld {
  readonly files: FileSystem;
  readonly sieve: Sieve;
  /** Told of a file that may hold findings and cannot be looked at. */
  onSkip(skip: Skip, path: string): void;
}

/** Bytes read in one go, without letting anybody else have a turn: some milliseconds' work. */
const TURN = 4_000_000;

/**
 * The texts of those candidates that may hold findings. A file is read into memory that is used again, and is forgotten
 * when the next one is asked for; what comes out is a handful of files of a whole tree.
 *
 * @param pause called every few milliseconds of work, so that others have a turn; what it throws ends the scan
 */
export async function* scan(
  candidates: Iterable<readonly Candidate[]>,
  world: ScanWorld,
  pause: (looked: number) => Promise<void>,
): AsyncGenerator<Source> {
  let bytes = 0;
  let looked = 0;
  for (const batch of candidates) {
    for (const candidate of batch) {
      const length = passes(candidate, world);
      looked++;
      if (typeof length === 'number') {
        bytes += length;
        const source = open(candidate.path, length, world);
        if (source) yield source;
      }
      // Opening a file costs about as much as some kilobytes of it.
      bytes += 4096;
      if (bytes < TURN) continue;
      bytes = 0;
      await pause(looked);
    }
  }
}

/**
 * Reads a file and asks whether it may hold findings, in its bytes.
 *
 * @returns its length, where it may: then it lies in the sieve's space
 */
export function passes({ path, near }: Candidate, { files, sieve, onSkip }: ScanWorld): number | undefined {
  const length = files.read(path, sieve.space);
  if (length === undefined) {
    onSkip('unreadable', path);
    return undefined;
  }
  if (!near && !sieve.holds(length)) return undefined;
  if (length < sieve.space.length) return length;
  onSkip('too large', path);
  return undefined;
}

/** The text of what lies in the sieve's space. */
export function open(path: string, length: number, { sieve, onSkip }: ScanWorld): Source | undefined {
  const decoded = decode(sieve.space.subarray(0, length));
  if (typeof decoded !== 'string') return { path, ...decoded };
  onSkip(decoded, path);
  return undefined;
}
