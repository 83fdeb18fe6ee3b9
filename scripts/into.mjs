import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';

/**
 * Fills a folder beside `dir`, then renames it: `dir` is there whole or not at all, even when two do this at once.
 *
 * @param {string} dir
 * @param {(folder: string) => void} fill given an empty folder
 */
export function into(dir, fill) {
  const temporary = `${dir}.${process.pid}`;
  mkdirSync(temporary, { recursive: true });
  try {
    fill(temporary);
    if (!existsSync(dir)) renameSync(temporary, dir);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
