import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { sep } from 'node:path';
import type { ProjectDisk, ReadText } from '../project/projects.ts';

/** A manifest longer than this, in bytes, is no manifest that a person keeps. */
const MANIFEST_LIMIT_BYTES = 2_000_000;

const readText: ReadText = async (path, within) => {
  try {
    const { size } = await stat(path);
    if (size > MANIFEST_LIMIT_BYTES) return undefined;
    if (within !== undefined && !(await realpath(path)).startsWith((await realpath(within)) + sep)) return undefined;
    return await readFile(path, 'utf8');
  } catch {
    // A file that is not there, or may not be read, says nothing.
    return undefined;
  }
};

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

/** Where project files and manifests are read. */
export const projectDisk: ProjectDisk = { read: readText, names: namesIn };
