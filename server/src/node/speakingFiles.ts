import { closeSync, constants, existsSync, fstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inTime } from '../lsp/inTime.ts';
import { type Read, type Refusal, SPEAKING_LIMIT_BYTES, SPEAKING_LIMIT_MS } from '../project/reading.ts';
import { decodeTolerantly } from '../scan/decode.ts';
import { isWithin } from './paths.ts';

// Files that speak for a project or say what is ignored lie in folders that somebody has just cloned: they may be devices,
// fifos, links to anywhere, or without an end.

/** A fifo is not waited for. Windows has no such flag, and no fifos in folders. */
const READ = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);
/** What a link does not open. Windows has no such flag either: there, any file may turn out to be a link. */
const READ_NO_LINK = constants.O_NOFOLLOW === undefined ? undefined : READ | constants.O_NOFOLLOW;
/** Bytes that are read at once, at least and at most. */
const LEAST_PIECE_BYTES = 4096;
const PIECE_BYTES = 65_536;

/** Reads a piece of a file into the beginning of a space. @returns how many bytes; 0 at the end */
type ReadPiece = (space: Uint8Array) => number;

/**
 * Reads a small file of a project, and nothing else that may stand in its place.
 *
 * @param path absolute
 * @param within a folder that the file must really lie in; where there is none, it must lie in its own or in its repository
 */
export function readSpeaking(path: string, within?: string): Read {
  let opened: { readonly file: number; readonly isLink: boolean };
  try {
    opened = openItself(path);
  } catch (error) {
    return isAbsence(error) ? undefined : { refused: 'unreadable' };
  }
  const { file, isLink } = opened;
  try {
    const found = fstatSync(file);
    if (found.isDirectory()) return undefined;
    const mayLead = isLink || within !== undefined;
    const refused =
      refusalOf(found) ?? (mayLead && isOutside(path, realpathSync(path), within) ? 'outside' : undefined);
    return refused ? { refused } : readPieces((space) => readSync(file, space, 0, space.length, null), found.size);
  } catch {
    return { refused: 'unreadable' };
  } finally {
    closeSync(file);
  }
}

/** Opens a file. What is no link lies in its own folder, and need not be asked where it really lies. */
function openItself(path: string): { readonly file: number; readonly isLink: boolean } {
  if (READ_NO_LINK === undefined) return { file: openSync(path, READ), isLink: true };
  try {
    return { file: openSync(path, READ_NO_LINK), isLink: false };
  } catch (error) {
    if (isAbsence(error)) throw error;
    return { file: openSync(path, READ), isLink: true };
  }
}

/** The same without keeping others waiting. */
export function readSpeakingMeanwhile(path: string, within?: string): Promise<Read> {
  return inTime(readSlowly(path, within), SPEAKING_LIMIT_MS, { refused: 'too slow' });
}

/**
 * A file piece by piece, to its end or to a limit.
 *
 * @param size bytes that it is said to have; it may have any other number of them
 * @param now milliseconds that go on
 */
export function readPieces(read: ReadPiece, size: number, now: () => number = () => performance.now()): Read {
  const end = now() + SPEAKING_LIMIT_MS;
  const pieces = new Pieces(size);
  for (let count = read(pieces.space); count > 0; count = read(pieces.space)) {
    if (!pieces.take(count)) return { refused: 'too large' };
    if (now() > end) return { refused: 'too slow' };
  }
  return pieces.text();
}

/** What has been read of a file. What its size was before says nothing: it may grow, or be one that nobody knows. */
class Pieces {
  /** Where the next piece goes. */
  space: Uint8Array;
  private readonly taken: Uint8Array[] = [];
  private length = 0;

  /** @param size bytes that are expected */
  constructor(size: number) {
    this.space = new Uint8Array(Math.min(PIECE_BYTES, Math.max(LEAST_PIECE_BYTES, size + 1)));
  }

  /** @returns whether that is not too much */
  take(count: number): boolean {
    this.length += count;
    this.taken.push(this.space.slice(0, count));
    // It has more than it was said to have.
    if (count === this.space.length && count < PIECE_BYTES) this.space = new Uint8Array(PIECE_BYTES);
    return this.length <= SPEAKING_LIMIT_BYTES;
  }

  text(): string {
    return decodeTolerantly(Buffer.concat(this.taken));
  }
}

async function readSlowly(path: string, within: string | undefined): Promise<Read> {
  let file: FileHandle;
  try {
    file = await open(path, READ);
  } catch (error) {
    return isAbsence(error) ? undefined : { refused: 'unreadable' };
  }
  try {
    const found = await file.stat();
    if (found.isDirectory()) return undefined;
    const refused = refusalOf(found) ?? (isOutside(path, await realpath(path), within) ? 'outside' : undefined);
    if (refused) return { refused };
    const pieces = new Pieces(found.size);
    const next = async (): Promise<number> => (await file.read(pieces.space, 0, pieces.space.length, null)).bytesRead;
    for (let count = await next(); count > 0; count = await next())
      if (!pieces.take(count)) return { refused: 'too large' };
    return pieces.text();
  } catch {
    return { refused: 'unreadable' };
  } finally {
    await file.close().catch(() => {});
  }
}

function refusalOf(found: Stats): Refusal | undefined {
  if (!found.isFile()) return 'special';
  return found.size > SPEAKING_LIMIT_BYTES ? 'too large' : undefined;
}

/** Whether a file is one that is not there, rather than one that may not be read. */
function isAbsence(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}

/** Whether links lead from a file to elsewhere. @param real where it really lies */
function isOutside(path: string, real: string, within?: string): boolean {
  const home = realpathSync(within ?? dirname(path));
  if (isWithin(real, home)) return false;
  if (within !== undefined) return true;
  const repository = repositoryAround(home);
  return repository === undefined || !isWithin(real, repository);
}

function repositoryAround(folder: string): string | undefined {
  for (let at = folder, parent = dirname(at); ; at = parent, parent = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (parent === at) return undefined;
  }
}
