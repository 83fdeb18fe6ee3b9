import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import type { ProgramFiles } from '../program/files.ts';
import { declaresWorkspace, MANIFEST_NAMES, PROJECT_FILE, WORKSPACE_FILES } from '../project/fileNames.ts';
import { textOf } from '../project/reading.ts';
import { type ByteFilter, createByteFilter } from '../scan/byteFilter.ts';
import { type Decoded, decode } from '../scan/decode.ts';
import { walk } from '../scan/walk.ts';
import { nodeFiles } from './files.ts';
import { slashed } from './inputs.ts';
import { readSpeakingMeanwhile } from './speakingFiles.ts';

/** Bytes of the longest file that is read for its names. */
const FILE_LIMIT_BYTES = 2_000_000;
/** Files of a project that are looked through. */
const MOST_FILES = 20_000;
/** Milliseconds of work in one go, without letting anybody else have a turn. */
const TURN_MS = 10;

/** The files of projects on a disk. What it has found out about folders is remembered until `forgetFolders`. */
export interface NodeProgramFiles extends ProgramFiles {
  forgetFolders(): void;
}

/**
 * @param pathOf the path of a URI, if it has one here
 * @param foldersWorkedIn absolute paths, in which files of no project count as one
 */
export function createProgramFiles(
  pathOf: (uri: string) => string | undefined,
  foldersWorkedIn: () => readonly string[],
): NodeProgramFiles {
  const roots = new Map<string, Promise<string | undefined>>();
  const filters = new Map<string, ByteFilter>();

  const rootOf = async (folder: string): Promise<string | undefined> => {
    const known = roots.get(folder) ?? findRoot(folder);
    roots.set(folder, known);
    const isAround = (one: string): boolean => folder === one || folder.startsWith(one.endsWith(sep) ? one : one + sep);
    return (await known) ?? foldersWorkedIn().find(isAround);
  };
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
    async read(root, path) {
      const whole = join(root, path);
      try {
        const found = await stat(whole);
        if (!found.isFile() || found.size > FILE_LIMIT_BYTES) return undefined;
        const [real, around] = await Promise.all([realpath(whole), realpath(root)]);
        if (!real.startsWith(around.endsWith(sep) ? around : around + sep)) return undefined;
        const decoded: Decoded | string = decode(await readFile(whole));
        return typeof decoded === 'string' ? undefined : decoded.text;
      } catch {
        // What is not there, or may not be read, declares nothing.
        return undefined;
      }
    },
    async search(root, endings, words) {
      const isWanted = (name: string): boolean => endings.some((ending) => name.toLowerCase().endsWith(ending));
      const filter = filterOf(words);
      const found: string[] = [];
      let looked = 0;
      let start = performance.now();
      const options = { around: [], top: root, everything: false, ignored: true, isWanted, onSkip: () => {} };
      for (const batch of walk(root.replace(/\/$/, ''), nodeFiles, options)) {
        for (const { path } of batch) {
          if (++looked > MOST_FILES) return undefined;
          if (nodeFiles.search(path, filter.space, filter.holds) === true)
            found.push(path.slice(root.replace(/\/$/, '').length + 1));
        }
        if (performance.now() - start < TURN_MS) continue;
        await new Promise<void>((resume) => setImmediate(resume));
        start = performance.now();
      }
      return found.sort();
    },
    forgetFolders: () => roots.clear(),
  };
}

/** The nearest folder with a project file, a manifest or a repository; where one further up has a workspace, that one. */
async function findRoot(folder: string): Promise<string | undefined> {
  let nearest: string | undefined;
  for (let at = folder, parent = dirname(at); ; at = parent, parent = dirname(at)) {
    const names = await namesIn(at);
    const isEnd = names.has(PROJECT_FILE) || names.has('.git');
    if (nearest === undefined && (isEnd || isManifestIn(names))) nearest = at;
    else if (nearest !== undefined && (await hasWorkspace(at, names))) nearest = at;
    if (isEnd || parent === at) return nearest;
  }
}

async function namesIn(folder: string): Promise<ReadonlySet<string>> {
  try {
    return new Set(await readdir(folder));
  } catch {
    return new Set();
  }
}

function isManifestIn(names: ReadonlySet<string>): boolean {
  return [...names].some((name) => MANIFEST_NAMES.test(name));
}

async function hasWorkspace(folder: string, names: ReadonlySet<string>): Promise<boolean> {
  for (const name of names) {
    if (WORKSPACE_FILES.test(name)) return true;
    if (!MANIFEST_NAMES.test(name)) continue;
    const text = textOf(await readSpeakingMeanwhile(join(folder, name)));
    if (text !== undefined && declaresWorkspace(name, text)) return true;
  }
  return false;
}
