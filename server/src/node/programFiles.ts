import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inTime } from '../lsp/inTime.ts';
import { MOST_PROGRAM_FILES, type ProgramFiles } from '../program/files.ts';
import type { ProjectDisk } from '../project/projects.ts';
import { SPEAKING_LIMIT_MS } from '../project/reading.ts';
import { createRoots } from '../project/roots.ts';
import { type ByteFilter, createByteFilter } from '../scan/byteFilter.ts';
import { type Decoded, decode } from '../scan/decode.ts';
import { walk } from '../scan/walk.ts';
import { nodeFiles } from './files.ts';
import { slashed } from './inputs.ts';
import { isWithin, withFoldersAround } from './paths.ts';

/** Bytes of the longest file that is read for its names. */
const FILE_LIMIT_BYTES = 2_000_000;
/** Names in a folder that are remembered; in a larger one each file is asked for. */
const MOST_NAMES = 20_000;
/** Milliseconds of work in one go, without letting anybody else have a turn. */
const TURN_MS = 10;

/** The files of projects on a disk. What it has found out about folders is remembered until `forgetFolders`. */
export interface NodeProgramFiles extends ProgramFiles {
  forgetFolders(): void;
}

/**
 * @param pathOf the path of a URI, if it has one here
 * @param foldersWorkedIn absolute paths, in which files of no project count as one
 * @param disk shows manifests, and the names in folders
 */
export function createProgramFiles(
  pathOf: (uri: string) => string | undefined,
  foldersWorkedIn: () => readonly string[],
  disk: ProjectDisk,
): NodeProgramFiles {
  const roots = createRoots(disk, withFoldersAround);
  const filters = new Map<string, ByteFilter>();

  const rootOf = async (folder: string): Promise<string | undefined> =>
    (await roots.of(folder)) ?? foldersWorkedIn().find((one) => isWithin(folder, one));
  const filterOf = (words: readonly string[]): ByteFilter => {
    const key = words.join('\0');
    const filter = filters.get(key) ?? createByteFilter(words);
    filters.set(key, filter);
    return filter;
  };
  return {
    async locate(uri) {
      const path = pathOf(uri);
      const root = path === undefined ? undefined : await rootOf(dirname(path));
      if (path === undefined || root === undefined) return undefined;
      return { root: slashed(root), path: slashed(path).slice(slashed(root).replace(/\/$/, '').length + 1) };
    },
    read: (root, path) => inTime(readWithin(root, path), SPEAKING_LIMIT_MS, undefined),
    async names(root, folder) {
      try {
        const names = await readdir(join(root, folder));
        return names.length > MOST_NAMES ? undefined : names;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        return code === 'ENOENT' || code === 'ENOTDIR' ? [] : undefined;
      }
    },
    async search(root, endings, words) {
      const isWanted = (name: string): boolean => endings.some((ending) => name.toLowerCase().endsWith(ending));
      const pause = createPause();
      const paths: string[] = [];
      const options = { around: [], top: root, everything: false, ignored: true, isWanted, onSkip: () => {} };
      for (const batch of walk(root.replace(/\/$/, ''), nodeFiles, options)) {
        for (const { path } of batch) paths.push(path);
        // Of too many none is read.
        if (paths.length > MOST_PROGRAM_FILES) return undefined;
        await pause();
      }
      const filter = filterOf(words);
      const found: string[] = [];
      for (const path of paths) {
        if (nodeFiles.search(path, filter.space, filter.holds) === true)
          found.push(path.slice(root.replace(/\/$/, '').length + 1));
        await pause();
      }
      return found.sort();
    },
    forgetFolders: roots.forget,
  };
}

/** Lets others have a turn where there was work for long enough since the last time. */
function createPause(): () => Promise<void> | undefined {
  let start = performance.now();
  return () => {
    if (performance.now() - start < TURN_MS) return undefined;
    return new Promise<void>((resume) => setImmediate(resume)).then(() => {
      start = performance.now();
    });
  };
}

/** The text of a file, where it is a regular one that lies in a project, links followed. */
async function readWithin(root: string, path: string): Promise<string | undefined> {
  const whole = join(root, path);
  try {
    const found = await stat(whole);
    if (!found.isFile() || found.size > FILE_LIMIT_BYTES) return undefined;
    const [real, around] = await Promise.all([realpath(whole), realpath(root)]);
    if (!isWithin(real, around)) return undefined;
    const decoded: Decoded | string = decode(await readFile(whole));
    return typeof decoded === 'string' ? undefined : decoded.text;
  } catch {
    // What is not there, or may not be read, declares nothing.
    return undefined;
  }
}
