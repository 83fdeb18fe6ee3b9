import { randomUUID } from 'node:crypto';
import { chmodSync, lstatSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { Failure } from '../node/failure.ts';

/**
 * Writes a file as a whole or not at all: first beside it, then in its place.
 *
 * @throws Failure when it cannot be written
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const beside = join(dirname(path), `.${randomUUID()}.tmp`);
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    try {
      chmodSync(beside, statSync(path).mode & 0o7777);
    } catch {
      // There is none yet: it gets the mode of any new file.
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Failure(`${path} cannot be written: ${(error as Error).message}`);
  }
}

/** Whether a file is one that may be written: no link, and really below the folder, whatever links lead to it. */
export function isWithin(path: string, root: string): boolean {
  try {
    if (lstatSync(path).isSymbolicLink()) return false;
    const real = realpathSync(root);
    return realpathSync(path).startsWith(real.endsWith(sep) ? real : real + sep);
  } catch {
    return false;
  }
}
