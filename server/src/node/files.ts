import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { OVERLAP_BYTES } from '../scan/byteFilter.ts';
import type { FileSystem, Unread } from '../scan/walk.ts';
import { readSpeaking } from './speakingFiles.ts';

// Windows has no such flags; there a link is known by its entry, and no folder has a fifo.
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Bytes that are asked for at once, at least. */
const LEAST_PIECE_BYTES = 4096;

/** Node's file system, synchronous: a scan that reads tens of thousands of small files waits for nothing else. */
export const nodeFiles: FileSystem = {
  list(folder) {
    try {
      return readdirSync(folder === '' ? '/' : folder, { withFileTypes: true });
    } catch {
      return undefined;
    }
  },
  text: (path) => readSpeaking(path),
  search(path, space, isIt) {
    let file: number;
    try {
      file = openSync(path, READ);
    } catch {
      return 'unreadable';
    }
    try {
      for (let kept = 0; ; kept = OVERLAP_BYTES) {
        const count = readSync(file, space, kept, space.length - kept, null);
        const length = kept + count;
        // Asking costs a fifth of the time that a small file takes. What is special has nothing to read, or no end.
        if ((count === 0 || length === space.length) && !fstatSync(file).isFile()) return 'special';
        if (isIt(length)) return true;
        if (length < space.length) return false;
        space.copyWithin(0, length - OVERLAP_BYTES, length);
      }
    } catch {
      return isRegular(file) ? 'unreadable' : 'special';
    } finally {
      closeSync(file);
    }
  },
  bytes: (path, limit) =>
    withFile(path, (file, size) => {
      if (size > limit) return 'too large';
      // A file may be longer than it says: one that grows, or one of the system's.
      let space = new Uint8Array(Math.max(size + 1, LEAST_PIECE_BYTES));
      let length = 0;
      for (let count = readInto(file, space, length); count > 0; count = readInto(file, space, length)) {
        length += count;
        if (length > limit) return 'too large';
        if (length === space.length) {
          const longer = new Uint8Array(2 * length);
          longer.set(space);
          space = longer;
        }
      }
      return space.subarray(0, length);
    }),
};

/** Reads what comes next of a file into what is left of a space. @returns how many bytes; 0 at the end */
function readInto(file: number, space: Uint8Array, from: number): number {
  return readSync(file, space, from, space.length - from, null);
}

function isRegular(file: number): boolean {
  try {
    return fstatSync(file).isFile();
  } catch {
    return true;
  }
}

/** @param use is given a regular file, and its length in bytes */
function withFile<T>(path: string, use: (file: number, size: number) => T): T | Unread {
  let file: number;
  try {
    file = openSync(path, READ);
  } catch {
    return 'unreadable';
  }
  try {
    const found = fstatSync(file);
    return found.isFile() ? use(file, found.size) : 'special';
  } catch {
    return 'unreadable';
  } finally {
    closeSync(file);
  }
}
