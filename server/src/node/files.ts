import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import { type FileSystem, OVERLAP_BYTES } from '../scan/walk.ts';

/** A manifest or an ignore file longer than this, in bytes, is none that a person keeps. */
const TEXT_LIMIT_BYTES = 2_000_000;

// Windows has no such flag; there a link is known by its entry.
const READ = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Node's file system, synchronous: a scan that reads tens of thousands of small files waits for nothing else. */
export const nodeFiles: FileSystem = {
  list(folder) {
    try {
      return readdirSync(folder === '' ? '/' : folder, { withFileTypes: true });
    } catch {
      return undefined;
    }
  },
  text(path) {
    try {
      return statSync(path).size > TEXT_LIMIT_BYTES ? undefined : readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  search: (path, space, isIt) =>
    withFile(path, (file) => {
      for (let kept = 0; ; kept = OVERLAP_BYTES) {
        const length = kept + readSync(file, space, kept, space.length - kept, null);
        if (isIt(length)) return true;
        if (length < space.length) return false;
        space.copyWithin(0, length - OVERLAP_BYTES, length);
      }
    }),
  bytes: (path, limit) => withFile(path, (file) => (fstatSync(file).size > limit ? 'too large' : readFileSync(file))),
};

/** @returns undefined where the file cannot be opened or read */
function withFile<T>(path: string, use: (file: number) => T): T | undefined {
  let file: number;
  try {
    file = openSync(path, READ);
  } catch {
    return undefined;
  }
  try {
    return use(file);
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}
