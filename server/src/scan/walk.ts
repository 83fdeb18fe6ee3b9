import { type Patterns, readPatterns } from '../ignore/patterns.ts';
import { asksForSdk } from '../knowledge/vendors.ts';
import { isManifest, PROJECT_FILE } from '../project/fileNames.ts';
import type { Read, Refusal } from '../project/reading.ts';

/** What a scan needs of a file system. Paths have forward slashes; nothing is written. */
export interface FileSystem {
  /** What lies in a folder, in any order; undefined where it cannot be read. */
  list(folder: string): readonly Entry[] | undefined;
  /** The text of a small file that speaks for a project or says what is ignored, or why it is not read. */
  text(path: string): Read;
  /**
   * Reads a file piece by piece into memory that is used again and again, until a piece is what is looked for. The last
   * `OVERLAP_BYTES` bytes of a piece begin the next one. Links are not followed.
   *
   * @param isIt asked about the first so many bytes of `space`
   * @returns whether any piece was
   */
  search(path: string, space: Uint8Array, isIt: (length: number) => boolean): boolean | Unread;
  /** All bytes of a file, in memory that is the caller's alone. Links are not followed. @param limit of longer files none are read */
  bytes(path: string, limit: number): Uint8Array | Unread;
}

/** Why there is nothing of a file: `special` is none that holds a text, such as a device. */
export type Unread = 'unreadable' | 'special' | 'too large';

/** What lies in a folder. A link is neither. */
export interface Entry {
  readonly name: string;
  isDirectory(): boolean;
  isFile(): boolean;
}

/** A file that has come up. */
export interface Candidate {
  readonly path: string;
  /** Where it really lies, if links lead there. */
  readonly real?: string;
  /** Its project may speak for a vendor, so that its own text need not. */
  readonly near: boolean;
  /** Its project may have codes of its own, which nobody knows who has not read its project file. */
  readonly hasOwnCodes?: true;
  /** The first file below a project file that lies further up: whoever looks at it hears what is wrong with that. */
  readonly isFirst?: true;
  /** Somebody has named it: it is said where it is no text in which words could be found. */
  readonly named?: true;
}

/** Why something is not looked at. */
export type Skip =
  | 'ignored'
  | 'dependencies'
  | 'build output'
  | 'version control'
  | 'minified'
  | 'no language'
  | 'link'
  | Unread
  | 'binary'
  | 'not UTF-8'
  | 'not UTF-16'
  | 'odd name'
  | 'outside'
  | 'folder'
  | 'excluded';

/** What to look at below a folder. */
export interface WalkOptions {
  /** The folders around the root, from the innermost outwards. In a repository its ignore files count in all of them. */
  readonly around: readonly string[];
  /** Where there is no repository, ignore files count from this folder on. */
  readonly top: string;
  /** Nothing is ignored by `.gitignore`, as build output or as minified. */
  readonly everything: boolean;
  /** What `.gitignore` leaves out is looked at as well. */
  readonly ignored?: boolean;
  /** Whether a file's name is that of a language. */
  isWanted(name: string): boolean;
  /** Told of what is passed over: a file, or a folder with all that is in it. */
  onSkip(skip: Skip, path: string): void;
  /** Told of files that are not read for what they say of others, some more than once. */
  onRefused?(refusal: Refusal, path: string): void;
}

/** The text of such a file, with what is told of one that is not read. */
export type ReadSpeaking = (path: string) => string | undefined;

/** @param onRefused told of files that are there and not read */
export function speakingReader(files: FileSystem, onRefused: WalkOptions['onRefused'] = () => {}): ReadSpeaking {
  return (path) => {
    const read = files.text(path);
    if (typeof read === 'object') onRefused(read.refused, path);
    return typeof read === 'string' ? read : undefined;
  };
}

/** Other people's code, which nobody here can mend. */
export const DEPENDENCIES: ReadonlySet<string> = new Set([
  'node_modules',
  'bower_components',
  'jspm_packages',
  'site-packages',
  'Pods',
  'Carthage',
]);
const VERSION_CONTROL = new Set(['.git', '.hg', '.svn', '.jj']);
/** What tools write. A file in it that git keeps is somebody's own all the same: the caller adds these. */
export const BUILD_OUTPUT: readonly string[] = [
  'dist',
  'build',
  'out',
  'target',
  'coverage',
  'obj',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.angular',
  '.gradle',
  '.dart_tool',
  '.build',
  'DerivedData',
  '__pycache__',
  '.venv',
  'venv',
  '.tox',
  '.cache',
  '.vscode-test',
];
const BUILT = new Set(BUILD_OUTPUT);
const MINIFIED = /[.-]min\.(?:[cm]?js|json)$/i;

/** A folder to be looked into, with what counts there. */
interface Place {
  readonly folder: string;
  readonly ignores: readonly Ignore[];
  readonly hasProjectFile: boolean;
  readonly hasOwnCodes: boolean;
  readonly usesSdk: boolean;
  /** The nearest project file lies around the root. */
  readonly isBelowOuter: boolean;
}

interface Ignore {
  /** Units of a path before what the patterns speak of. */
  readonly from: number;
  readonly patterns: Patterns;
}

/**
 * The files below a folder that are worth looking at, folder by folder: what git would ignore, what others have written
 * and what was built is passed over. Works without git, and asks nothing of it.
 *
 * @param root without a slash at its end; empty for the root of a file system that begins with a slash
 */
export function* walk(root: string, files: FileSystem, options: WalkOptions): Generator<readonly Candidate[]> {
  const { isWanted, onSkip, everything } = options;
  const speaking = speakingReader(files, options.onRefused);
  const ignoreIn = (folder: string, name: string): readonly Ignore[] => {
    const text = everything || options.ignored ? undefined : speaking(`${folder}/${name}`);
    return text === undefined ? [] : [{ from: folder.length + 1, patterns: readPatterns(text) }];
  };
  /** Patterns that count in a folder, the strongest first. */
  const outer = (): readonly Ignore[] => {
    const found: Ignore[] = [];
    for (const folder of options.around) {
      found.push(...ignoreIn(folder, '.gitignore'));
      if (files.list(folder)?.some(({ name }) => name === '.git')) {
        const [exclude] = ignoreIn(`${folder}/.git/info`, 'exclude');
        return exclude ? [...found, { ...exclude, from: folder.length + 1 }] : found;
      }
    }
    return found.filter(({ from }) => from > options.top.length);
  };
  /** What counts in a folder: what counts around it, and what its own files say. */
  const lookInto = (place: Place, names: ReadonlySet<string>): Place => {
    const { folder } = place;
    let { ignores, usesSdk } = place;
    if (names.has('.git')) {
      const [exclude] = ignoreIn(`${folder}/.git/info`, 'exclude');
      // A repository within another knows nothing of it.
      ignores = exclude ? [{ ...exclude, from: folder.length + 1 }] : [];
    }
    if (names.has('.gitignore')) ignores = [...ignoreIn(folder, '.gitignore'), ...ignores];
    usesSdk = asksIn(folder, names, speaking) ?? usesSdk;
    const own = names.has(PROJECT_FILE) ? speaking(`${folder}/${PROJECT_FILE}`) : undefined;
    return {
      ...{ folder, ignores, usesSdk },
      hasProjectFile: place.hasProjectFile || own !== undefined,
      hasOwnCodes: place.hasOwnCodes || mayHaveCodes(own),
      isBelowOuter: place.isBelowOuter && own === undefined,
    };
  };
  /** Why something is passed over by what it is called, or because it is a link. */
  const skipOf = (entry: Entry, isFolder: boolean): Skip | undefined => {
    if (isFolder) return skipOfFolder(entry.name, everything);
    if (!entry.isFile()) return 'link';
    if (!isWanted(entry.name)) return 'no language';
    return !everything && MINIFIED.test(entry.name) ? 'minified' : undefined;
  };
  const evidence = evidenceAround(options.around, (folder) => evidenceIn(folder, files, speaking));
  const start: Place = { folder: root, ignores: outer(), ...evidence, isBelowOuter: evidence.hasProjectFile };
  const queue = [start];
  let isFirst = true;

  for (let at = queue.pop(); at; at = queue.pop()) {
    const { folder } = at;
    const entries = files.list(folder);
    if (!entries) {
      onSkip('unreadable', folder);
      continue;
    }
    const inside = lookInto(at, new Set(entries.map(({ name }) => name)));
    const near = inside.hasProjectFile || inside.usesSdk;
    const found: Candidate[] = [];
    const folders: string[] = [];
    for (const entry of entries) {
      const path = `${folder}/${entry.name}`;
      const isFolder = entry.isDirectory();
      const skip = skipOf(entry, isFolder) ?? (isIgnored(path, isFolder, inside.ignores) ? 'ignored' : undefined);
      if (skip) onSkip(skip, path);
      else if (isFolder) folders.push(path);
      else found.push(candidateAt(path, near || entry.name === PROJECT_FILE, inside.hasOwnCodes));
    }
    const [first] = found;
    if (first && isFirst && inside.isBelowOuter) {
      isFirst = false;
      found[0] = { ...first, isFirst: true };
    }
    if (found.length > 0) yield found;
    for (const path of folders) queue.push({ ...inside, folder: path });
  }
}

function candidateAt(path: string, near: boolean, hasOwnCodes: boolean): Candidate {
  return hasOwnCodes ? { path, near, hasOwnCodes } : { path, near };
}

/** Whether a project file may list codes, or name a file that does. @param text none where there is no project file */
function mayHaveCodes(text: string | undefined): boolean {
  // A backslash may stand before any letter of a word.
  return text !== undefined && /catalog|\\/.test(text);
}

/** The folders around one, from the innermost outwards. @param folder with forward slashes, and none at its end */
export function foldersAround(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, parts.length - 1 - index).join('/'));
}

/** What a folder itself says of the files in it and below. */
export interface FolderEvidence {
  readonly hasProjectFile: boolean;
  /** Whether its project file may have codes of its own. */
  readonly hasOwnCodes: boolean;
  /** Whether its manifests ask for the SDK; undefined where it has none. */
  readonly usesSdk?: boolean | undefined;
}

/** Looks into a folder by itself. */
export function evidenceIn(folder: string, files: FileSystem, speaking: ReadSpeaking): FolderEvidence {
  const names = new Set(files.list(folder)?.map(({ name }) => name));
  const own = names.has(PROJECT_FILE) ? speaking(`${folder}/${PROJECT_FILE}`) : undefined;
  return {
    hasProjectFile: own !== undefined,
    hasOwnCodes: mayHaveCodes(own),
    usesSdk: asksIn(folder, names, speaking),
  };
}

/**
 * Whether a project file is around, and whether the nearest manifest asks for the SDK.
 *
 * @param folders from the innermost outwards
 */
export function evidenceAround(
  folders: readonly string[],
  look: (folder: string) => FolderEvidence,
): Required<FolderEvidence> & { readonly usesSdk: boolean } {
  let usesSdk: boolean | undefined;
  for (const folder of folders) {
    const { hasProjectFile, hasOwnCodes, usesSdk: asks } = look(folder);
    usesSdk ??= asks;
    if (hasProjectFile) return { hasProjectFile, hasOwnCodes, usesSdk: usesSdk ?? false };
  }
  return { hasProjectFile: false, hasOwnCodes: false, usesSdk: usesSdk ?? false };
}

/** Whether the manifests in a folder ask for the SDK; undefined where there is none. @param names of what lies there */
function asksIn(folder: string, names: Iterable<string>, speaking: ReadSpeaking): boolean | undefined {
  let found: boolean | undefined;
  for (const name of names) {
    const text = isManifest(name) ? speaking(`${folder}/${name}`) : undefined;
    if (text !== undefined) found = found || asksForSdk(text);
  }
  return found;
}

function skipOfFolder(name: string, everything: boolean): Skip | undefined {
  if (VERSION_CONTROL.has(name)) return 'version control';
  if (everything) return undefined;
  if (DEPENDENCIES.has(name)) return 'dependencies';
  return BUILT.has(name) ? 'build output' : undefined;
}

/** Whether a path leads through a folder that a walk passes over, or to a file that it does. @param path from where the walk began */
export function isPassedOver(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return MINIFIED.test(path) || folders.some((name) => skipOfFolder(name, false) !== undefined);
}

/** The nearest file that says anything decides, and in it the last pattern. */
function isIgnored(path: string, isFolder: boolean, ignores: readonly Ignore[]): boolean {
  for (const { from, patterns } of ignores) {
    const verdict = patterns.test(path.slice(from), isFolder);
    if (verdict) return verdict === 'out';
  }
  return false;
}
