import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MOST_PROGRAM_FILES, type ProgramFiles } from '../program/files.ts';
import { declaresWorkspace, isWorkspaceFile, MANIFEST_NAMES, PROJECT_FILE } from '../project/fileNames.ts';
import type { ProjectDisk } from '../project/projects.ts';
import { SPEAKING_LIMIT_MS, textOf } from '../project/reading.ts';
import { type ByteFilter, createByteFilter } from '../scan/byteFilter.ts';
import { type Decoded, decode } from '../scan/decode.ts';
import { walk } from '../scan/walk.ts';
import { nodeFiles } from './files.ts';
import { slashed } from './inputs.ts';
import { isWithin } from './paths.ts';
import { inTime } from './speakingFiles.ts';

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
  const roots = new Map<string, Promise<string | undefined>>();
  const beginnings = new Map<string, Promise<Beginning>>();
  const filters = new Map<string, ByteFilter>();

  /** Each folder is looked into once, however many lie below it. */
  const look = (folder: string): Promise<Beginning> => {
    const known = beginnings.get(folder) ?? beginningIn(folder, disk);
    beginnings.set(folder, known);
    return known;
  };
  const rootOf = async (folder: string): Promise<string | undefined> => {
    const known = roots.get(folder) ?? findRoot(folder, look);
    roots.set(folder, known);
    return (await known) ?? foldersWorkedIn().find((one) => isWithin(folder, one));
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
    forgetFolders() {
      roots.clear();
      beginnings.clear();
    },
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

/** What a folder says of where a project begins. */
interface Beginning {
  /** A project file or a repository: no project goes on above it. */
  readonly isEnd: boolean;
  readonly hasManifest: boolean;
  /** Whether it makes one project of several below it. */
  hasWorkspace(): Promise<boolean>;
}

/** The nearest folder with a project file, a manifest or a repository; where one further up has a workspace, that one. */
async function findRoot(folder: string, look: (folder: string) => Promise<Beginning>): Promise<string | undefined> {
  let nearest: string | undefined;
  for (let at = folder, parent = dirname(at); ; at = parent, parent = dirname(at)) {
    const { isEnd, hasManifest, hasWorkspace } = await look(at);
    if (nearest === undefined && (isEnd || hasManifest)) nearest = at;
    else if (nearest !== undefined && (await hasWorkspace())) nearest = at;
    if (isEnd || parent === at) return nearest;
  }
}

async function beginningIn(folder: string, disk: ProjectDisk): Promise<Beginning> {
  const names = new Set(await disk.names(folder));
  const manifests = [...names].filter((name) => MANIFEST_NAMES.test(name));
  const isWorkspace = [...names].some(isWorkspaceFile);
  let known: Promise<boolean> | undefined;
  return {
    isEnd: names.has(PROJECT_FILE) || names.has('.git'),
    hasManifest: manifests.length > 0,
    hasWorkspace() {
      known ??= isWorkspace ? Promise.resolve(true) : anyDeclaresWorkspace(folder, manifests, disk);
      return known;
    },
  };
}

async function anyDeclaresWorkspace(folder: string, manifests: readonly string[], disk: ProjectDisk): Promise<boolean> {
  for (const name of manifests) {
    const text = textOf(await disk.read(join(folder, name)));
    if (text !== undefined && declaresWorkspace(name, text)) return true;
  }
  return false;
}
