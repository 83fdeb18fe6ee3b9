import { closeSync, constants, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs';
import type { FileSystem } from './project/walk.ts';

/** A manifest or an ignore file longer than this, in bytes, is none that a person keeps. */
const LONGEST_TEXT = 2_000_000;

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
      return statSync(path).size > LONGEST_TEXT ? undefined : readFileSync(path, 'utf8');
    } catch {
      return undefined;
    }
  },
  read(path, space) {
    let file: number;
    try {
      file = openSync(path, READ);
    } catch {
      return undefined;
    }
    try {
      return readSync(file, space, 0, space.length, 0);
    } catch {
      return undefined;
    } finally {
      closeSync(file);
    }
  },
};
