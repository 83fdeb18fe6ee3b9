import { existsSync, lstatSync, readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import type { Localized } from '../catalog/types.ts';
import { isChecked } from '../languages/endings.ts';
import { isProjectFile } from '../project/fileNames.ts';
import {
  BUILD_OUTPUT,
  type Candidate,
  evidenceAround,
  evidenceIn,
  type FileSystem,
  type FolderEvidence,
  foldersAround,
  type ReadSpeaking,
  type Skip,
  speakingReader,
  type WalkOptions,
  walk,
} from '../scan/walk.ts';
import { Failure } from './failure.ts';
import { changedSince, keptAnyway } from './git.ts';
import { readStandardInput } from './standardInput.ts';
import { unreadable } from './systemErrors.ts';

/** What somebody wants looked at. */
export interface Wanted {
  /** Files and folders, as they were named. */
  readonly paths: readonly string[];
  /** A file that lists files, or `-` for standard input. */
  readonly filesFrom?: string;
  /** Only what differs from this commit. */
  readonly changed?: string;
  /** Nothing is passed over. */
  readonly everything?: boolean;
  /** Files that are named by themselves and that no language reads are passed over in silence, as those of lists are. */
  readonly ignoresUnknown?: boolean;
  /** Whether a file is looked at, by its name; those of languages that are checked if not given. */
  isWanted?(name: string): boolean;
}

/** What there is to look at. */
export interface Inputs {
  /** Paths are absolute, with forward slashes. */
  readonly candidates: readonly Candidate[];
  /** More of them, which git tells of later. */
  readonly more: Promise<readonly Candidate[]>;
  /** Something was passed over that may name a vendor all the same, because git ignores it. */
  readonly hasIgnored: boolean;
  /** The folders that are gone through, and the files that were named by themselves and are looked at, absolute. */
  readonly folders: readonly string[];
  readonly named: readonly string[];
  /** Files that were named and cannot be looked at, absolute, and why. */
  readonly unread: ReadonlyMap<string, Skip>;
  /** Whether a file that is not there any more would have been looked at. @param path absolute */
  covers(path: string): boolean;
}

/** What is told of what is not looked at on the way. */
export interface Told extends Pick<WalkOptions, 'onSkip' | 'onRefused'> {
  /** What git was asked for and has not said, in words for whoever called the program. */
  readonly onTrouble?: (message: Localized) => void;
  /** Told of the candidates that lie in folders while these are gone through, where there are no others. */
  readonly onFound?: (found: readonly Candidate[]) => void;
}

/**
 * Finds what is to be looked at.
 *
 * @param root absolute path of the folder that names are relative to
 * @throws Failure for a name of nothing, and what git or the system says about a list
 */
export function findInputs(root: string, wanted: Wanted, files: FileSystem, told: Told): Promise<Inputs> {
  // A variable that nobody has set, not the current folder.
  if (wanted.paths.includes(''))
    return Promise.reject(
      new Failure({ en: 'the name of a file or folder is empty.', ko: '파일이나 폴더 이름이 비어 있습니다.' }),
    );
  const isList = wanted.filesFrom !== undefined || wanted.changed !== undefined;
  return isList ? inputsOfList(root, wanted, files, told) : inputsOfPaths(root, wanted, files, told);
}

/** What a list names, of somebody's or of git's. */
async function inputsOfList(
  root: string,
  { paths, filesFrom = '-', changed, isWanted = isChecked }: Wanted,
  files: FileSystem,
  told: Told,
): Promise<Inputs> {
  const named = new Named();
  if (changed !== undefined) {
    const gone = paths.find((path) => !statOf(resolve(root, path), path));
    if (gone !== undefined) throw absent(gone);
    for (const path of await changedSince(changed, root, paths))
      if (isWanted(path)) named.addChanged(slashed(resolve(root, path)), told);
  } else {
    for (const path of readList(filesFrom)) named.addListed(path, root, isWanted);
  }
  return {
    // What git tells of, nobody has named.
    candidates: candidatesOf(named.files, files, speakingReader(files, told.onRefused), changed === undefined),
    more: NOTHING,
    hasIgnored: true,
    folders: [],
    named: [...named.files.keys()],
    unread: named.unread,
    covers: (path) => named.covers(path),
  };
}

/** Files that are named by themselves, and what lies in folders. */
async function inputsOfPaths(
  root: string,
  { paths, everything = false, ignoresUnknown = false, isWanted = isChecked }: Wanted,
  files: FileSystem,
  told: Told,
): Promise<Inputs> {
  const folders: string[] = [];
  const named = new Named();
  for (const path of paths.length > 0 ? paths : ['.']) {
    const whole = slashed(resolve(root, path)).replace(/\/$/, '');
    if (named.add(whole, path, isWanted) === 'folder') folders.push(whole);
  }
  if (ignoresUnknown) named.forget('no language');
  const outermost = folders.filter((one) => !folders.some((other) => other !== one && one.startsWith(`${other}/`)));
  const below = [...new Set(outermost)];
  const passedOver = new Set<Skip>();
  const kept: Promise<readonly Candidate[]>[] = [];
  const walked: Candidate[] = [];
  for (const folder of below) {
    let isAsked = everything;
    const onSkip: Told['onSkip'] = (skip, path) => {
      passedOver.add(skip);
      told.onSkip(skip, path);
      if (isAsked || !mayBeKept(skip, path)) return;
      // Git answers while the tree is walked and read.
      isAsked = true;
      kept.push(keptBelow(folder, files, isWanted, told.onTrouble));
    };
    const options = { around: foldersAround(folder), top: slashed(root), everything, isWanted, ...told, onSkip };
    for (const found of walk(folder, files, options)) {
      for (const one of found) walked.push(one);
      if (named.files.size === 0) told.onFound?.(found);
    }
  }
  const byName = candidatesOf(named.files, files, speakingReader(files, told.onRefused), true);
  const candidates = byName.length > 0 ? [...walked, ...byName] : walked;
  return {
    candidates: below.length > 0 && named.files.size > 0 ? unique(candidates) : candidates,
    more: Promise.all(kept).then((found) => {
      const more = found.flat();
      if (more.length === 0) return [];
      const known = new Set(candidates.map(({ path }) => path));
      return more.filter(({ path }) => !known.has(path));
    }),
    hasIgnored: passedOver.has('ignored'),
    folders: below,
    named: [...named.files.keys()],
    unread: named.unread,
    covers: (path) => named.covers(path) || below.some((folder) => path.startsWith(`${folder}/`)),
  };
}

/** What there is to look at where a project file speaks for all of it, and may have codes of its own. */
export function asNear(inputs: Inputs): Inputs {
  const near = (candidates: readonly Candidate[]): readonly Candidate[] =>
    candidates.map((one) => ({ ...one, near: true, hasOwnCodes: true }));
  const [first, ...others] = near(inputs.candidates);
  return {
    ...inputs,
    // Whoever looks at the first hears what is wrong with the project file.
    candidates: first ? [{ ...first, isFirst: true }, ...others] : [],
    more: inputs.more.then(near),
  };
}

/** A name that is not UTF-8 comes with this mark in it. */
const ODD = '\uFFFD';

/** Files that somebody has named: where each really lies, or why there is nothing to look at. */
class Named {
  /** Absolute paths; where they really lie, if links lead there. */
  readonly files = new Map<string, string | undefined>();
  readonly unread = new Map<string, Skip>();

  covers(path: string): boolean {
    return this.files.has(path) || this.unread.has(path);
  }

  /** What cannot be looked at for a reason was not named after all. */
  forget(reason: Skip): void {
    for (const [path, skip] of this.unread) if (skip === reason) this.unread.delete(path);
  }

  /**
   * What somebody has named by itself. Links are followed to wherever they lead.
   *
   * @returns whether it is a folder, which is not for here
   * @throws Failure where nothing is
   */
  add(whole: string, asNamed: string, isWanted: (name: string) => boolean): 'file' | 'folder' {
    const found = statOf(whole === '' ? '/' : whole, asNamed);
    if (found?.isDirectory()) return 'folder';
    if (asNamed.includes(ODD)) this.unread.set(whole, 'odd name');
    else if (!found) throw absent(asNamed);
    else if (!isWanted(whole)) this.unread.set(whole, 'no language');
    else if (!found.isFile()) this.unread.set(whole, 'special');
    else this.files.set(whole, linkedTo(whole));
    return 'file';
  }

  /**
   * A file of a list, which may hold anything that lies in a folder. Links are followed where they stay in it.
   *
   * @throws Failure where nothing is
   */
  addListed(path: string, root: string, isWanted: (name: string) => boolean): void {
    const whole = slashed(resolve(root, path));
    const entry = path.includes(ODD) ? undefined : entryOf(whole);
    if (path.includes(ODD)) this.unread.set(whole, 'odd name');
    else if (!entry)
      throw new Failure({
        en: `${path}, named in the list of files, does not exist.`,
        ko: `${path}: 파일 목록에 있지만 존재하지 않습니다.`,
      });
    // What a list of git's says of a repository within is no more than its name.
    else if (entry.isDirectory() && !existsSync(`${whole}/.git`)) this.unread.set(whole, 'folder');
    else if (isWanted(path) && !entry.isDirectory()) this.addWithin(whole, entry, root);
  }

  /** A file of which git says that it has changed. A link is no text for git, but what it leads to may be another file. */
  addChanged(whole: string, { onSkip }: Told): void {
    const entry = entryOf(whole);
    if (!entry) this.unread.set(whole, whole.includes(ODD) ? 'odd name' : 'unreadable');
    else if (entry.isSymbolicLink()) onSkip('link', whole);
    else if (entry.isFile()) this.files.set(whole, undefined);
  }

  private addWithin(whole: string, entry: Stats, root: string): void {
    if (entry.isFile()) this.files.set(whole, undefined);
    else if (!entry.isSymbolicLink()) this.unread.set(whole, 'special');
    else {
      const real = linkedTo(whole);
      const isOutside = real !== undefined && !real.startsWith(`${slashed(realpathSync(root)).replace(/\/$/, '')}/`);
      if (real === undefined || isOutside) this.unread.set(whole, isOutside ? 'outside' : 'unreadable');
      else if (!statSync(real).isDirectory()) this.files.set(whole, real);
    }
  }
}

/** @returns undefined where nothing is @throws Failure where the system does not say */
function statOf(whole: string, asNamed: string): Stats | undefined {
  try {
    return statSync(whole, { throwIfNoEntry: false });
  } catch (error) {
    throw unreadable(asNamed, error);
  }
}

function entryOf(whole: string): Stats | undefined {
  try {
    return lstatSync(whole, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** Where a link leads; undefined where it leads nowhere, and for what is none. */
function linkedTo(whole: string): string | undefined {
  try {
    return lstatSync(whole).isSymbolicLink() ? slashed(realpathSync(whole)) : undefined;
  } catch {
    return undefined;
  }
}

const NOTHING: Promise<readonly []> = Promise.resolve([]);

/** Whether git may keep something that was passed over: what is in no repository of somebody's own it does not. */
function mayBeKept(skip: Skip, path: string): boolean {
  if (skip === 'dependencies') return !path.endsWith('/node_modules');
  return skip === 'ignored' || skip === 'build output' || skip === 'minified';
}

/**
 * Files below a folder that git keeps although they lie where patterns leave them out. Runs git.
 *
 * @param folder absolute, with forward slashes
 */
export async function keptBelow(
  folder: string,
  files: FileSystem,
  isWanted: (name: string) => boolean = isChecked,
  onTrouble: Told['onTrouble'] = () => {},
): Promise<readonly Candidate[]> {
  const isInRepository = [folder, ...foldersAround(folder)].some((one) => existsSync(`${one}/.git`));
  if (!isInRepository) return [];
  const paths = await keptAnyway(folder === '' ? '/' : folder, BUILD_OUTPUT, ({ en, ko }) =>
    onTrouble({
      en: `git does not tell which files it keeps although it ignores them, so these are not looked at: ${en}`,
      ko: `무시 대상이지만 git이 관리하는 파일을 git이 알려 주지 않아 검사하지 않았습니다: ${ko}`,
    }),
  );
  const own = paths.filter((path) => isWanted(path) && !/(?:^|\/)node_modules\//.test(path));
  // A link is no text for git, and what it keeps may be gone.
  const regular = own.map((path) => `${folder}/${path}`).filter((path) => entryOf(path)?.isFile());
  const named = new Map(regular.map((path) => [path, undefined]));
  return candidatesOf(named, files, speakingReader(files), false);
}

/**
 * Files with what their surroundings say; looked up once for each folder.
 *
 * @param named where each really lies
 * @param bySomebody whether a person or a list of theirs names them
 */
function candidatesOf(
  named: ReadonlyMap<string, string | undefined>,
  files: FileSystem,
  speaking: ReadSpeaking,
  bySomebody: boolean,
): readonly Candidate[] {
  const known = new Map<string, Pick<Candidate, 'near' | 'hasOwnCodes'>>();
  const looked = new Map<string, FolderEvidence>();
  const look = (folder: string): FolderEvidence => {
    const found = looked.get(folder) ?? evidenceIn(folder, files, speaking);
    looked.set(folder, found);
    return found;
  };
  return [...named].map(([path, real]) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    let around = known.get(folder);
    if (around === undefined) {
      const { hasProjectFile, hasOwnCodes, usesSdk } = evidenceAround([folder, ...foldersAround(folder)], look);
      around = { near: hasProjectFile || usesSdk, ...(hasOwnCodes && { hasOwnCodes }) };
      known.set(folder, around);
    }
    return {
      ...{ path, ...around, near: around.near || isProjectFile(path) },
      ...(real !== undefined && { real }),
      ...(bySomebody && { named: true as const }),
    };
  });
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.path, candidate])).values()];
}

/** A list of paths, set apart by NUL where it holds one, else by line ends. */
function readList(from: string): readonly string[] {
  let text: string;
  try {
    text = new TextDecoder().decode(from === '-' ? readStandardInput() : readFileSync(from));
  } catch (error) {
    throw unreadable(`--files-from ${from}`, error);
  }
  const items = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return [...new Set(items.filter((item) => item.trim() !== ''))];
}

function absent(path: string): Failure {
  return new Failure({ en: `${path} does not exist.`, ko: `${path}: 존재하지 않습니다.` });
}

/** A path with forward slashes, as everything but the system's own calls uses it. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A path as a report shows it. */
export function shown(root: string, path: string): string {
  return slashed(relative(root, path));
}
