import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { isChecked } from '../languages/endings.ts';
import { isProjectFile } from '../project/fileNames.ts';
import {
  BUILD_OUTPUT,
  type Candidate,
  evidenceAround,
  type FileSystem,
  foldersAround,
  type Skip,
  walk,
} from '../scan/walk.ts';
import { Failure } from './failure.ts';
import { changedSince, keptAnyway } from './git.ts';

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
  /** Whether a file is looked at, by its name; those of languages that are checked if not given. */
  isWanted?(name: string): boolean;
}

/** What there is to look at. */
export interface Inputs {
  /** Paths are absolute, with forward slashes. */
  readonly candidates: readonly Candidate[];
  /** More of them, which git tells of later. */
  readonly more: Promise<readonly Candidate[]>;
  /** The folders that are gone through, and the files that were named by themselves, absolute. */
  readonly folders: readonly string[];
  readonly named: readonly string[];
  /** Files that were named and that no language reads, absolute. */
  readonly unreadable: readonly string[];
  /** Whether a file that is not there any more would have been looked at. @param path absolute */
  covers(path: string): boolean;
}

/**
 * Finds what is to be looked at.
 *
 * @param root absolute path of the folder that names are relative to
 * @throws Failure for a name of nothing, and what git or the system says about a list
 */
export async function findInputs(
  root: string,
  wanted: Wanted,
  files: FileSystem,
  onSkip: (skip: Skip, path: string) => void,
): Promise<Inputs> {
  const { everything = false, isWanted = isChecked } = wanted;
  if (wanted.filesFrom !== undefined || wanted.changed !== undefined) {
    const named =
      wanted.changed !== undefined
        ? (await changedSince(wanted.changed, root, wanted.paths)).map((path) => ({ path, isKnown: true }))
        : readList(wanted.filesFrom ?? '-').map((path) => ({ path, isKnown: false }));
    const paths = named.flatMap(({ path, isKnown }) => {
      const whole = slashed(resolve(root, path));
      if (!isKnown && !existsSync(whole)) throw new Failure(`${path}, named in the list of files, does not exist.`);
      return isWanted(path) ? [whole] : [];
    });
    const set = new Set(paths);
    return {
      candidates: candidatesOf(set, files),
      more: NOTHING,
      folders: [],
      named: [...set],
      unreadable: [],
      covers: (path) => set.has(path),
    };
  }

  const folders: string[] = [];
  const named = new Set<string>();
  const unreadable: string[] = [];
  for (const path of wanted.paths.length > 0 ? wanted.paths : ['.']) {
    const whole = slashed(resolve(root, path)).replace(/\/$/, '');
    const found = statSync(whole === '' ? '/' : whole, { throwIfNoEntry: false });
    if (!found) throw new Failure(`${path} does not exist.`);
    if (found.isDirectory()) folders.push(whole);
    else if (isWanted(whole)) named.add(whole);
    else unreadable.push(whole);
  }
  const outermost = folders.filter((one) => !folders.some((other) => other !== one && one.startsWith(`${other}/`)));
  const below = [...new Set(outermost)];
  // Git answers while the tree is walked and read.
  const kept = everything ? NOTHING : Promise.all(below.map((folder) => keptBelow(folder, files, isWanted)));
  const walked = below.flatMap((folder) => [
    ...walk(folder, files, {
      around: foldersAround(folder),
      top: slashed(root),
      everything,
      isWanted,
      onSkip,
    }),
  ]);
  const candidates = [...walked.flat(), ...candidatesOf(named, files)];
  return {
    candidates: below.length > 0 && named.size > 0 ? unique(candidates) : candidates,
    more: kept.then((found) => {
      const more = found.flat();
      if (more.length === 0) return [];
      const known = new Set(candidates.map(({ path }) => path));
      return more.filter(({ path }) => !known.has(path));
    }),
    folders: below,
    named: [...named],
    unreadable,
    covers: (path) => named.has(path) || below.some((folder) => path.startsWith(`${folder}/`)),
  };
}

const NOTHING: Promise<readonly []> = Promise.resolve([]);

/**
 * Files below a folder that git keeps although they lie where patterns leave them out. Runs git.
 *
 * @param folder absolute, with forward slashes
 */
export async function keptBelow(
  folder: string,
  files: FileSystem,
  isWanted: (name: string) => boolean = isChecked,
): Promise<readonly Candidate[]> {
  const isInRepository = [folder, ...foldersAround(folder)].some((one) => existsSync(`${one}/.git`));
  if (!isInRepository) return [];
  const paths = await keptAnyway(folder === '' ? '/' : folder, BUILD_OUTPUT);
  const own = paths.filter((path) => isWanted(path) && !/(?:^|\/)node_modules\//.test(path));
  return candidatesOf(new Set(own.map((path) => `${folder}/${path}`)), files);
}

/** Named files with what their surroundings say; looked up once for each folder. */
function candidatesOf(paths: ReadonlySet<string>, files: FileSystem): readonly Candidate[] {
  const known = new Map<string, boolean>();
  return [...paths].map((path) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    let near = known.get(folder);
    if (near === undefined) {
      const { hasProjectFile, usesSdk } = evidenceAround([folder, ...foldersAround(folder)], files);
      near = hasProjectFile || usesSdk;
      known.set(folder, near);
    }
    return { path, near: near || isProjectFile(path) };
  });
}

function unique(candidates: readonly Candidate[]): readonly Candidate[] {
  return [...new Map(candidates.map((candidate) => [candidate.path, candidate])).values()];
}

/** A list of paths, set apart by NUL where it holds one, else by line ends. */
function readList(from: string): readonly string[] {
  let text: string;
  try {
    text = readFileSync(from === '-' ? 0 : from, 'utf8');
  } catch (error) {
    throw new Failure(`--files-from ${from}: ${(error as Error).message}`);
  }
  const items = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return [...new Set(items.filter((item) => item.trim() !== ''))];
}

/** A path with forward slashes, as everything but the system's own calls uses it. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}

/** A path as a report shows it. */
export function shown(root: string, path: string): string {
  return slashed(relative(root, path));
}
