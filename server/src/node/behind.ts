import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isOfProgram } from '../languages/endings.ts';
import { programEndings } from '../languages/registry.json';
import type { ProgramFiles } from '../program/files.ts';
import { open, type ScanWorld, type Source } from '../scan/scan.ts';
import type { Candidate } from '../scan/walk.ts';

/** What a scan by itself has found. */
export interface Scanned {
  /** Absolute paths of the folders that were looked through, and of the files that were named. */
  readonly folders: readonly string[];
  readonly named: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Absolute paths of the files whose text was looked at, and whether it names a vendor. */
  readonly looked: ReadonlyMap<string, boolean>;
}

/**
 * The texts of those candidates whose own words say nothing, but which may have something from a file of their project
 * that names a vendor. Where no file of a project does, none of it is read.
 *
 * @param vendorWords one of them stands in every text that names a vendor
 */
export async function* sourcesBehind(
  scanned: Scanned,
  files: ProgramFiles,
  vendorWords: readonly string[],
  world: ScanWorld,
): AsyncGenerator<Source> {
  const { candidates, looked } = scanned;
  const rootOf = async (path: string): Promise<string | undefined> =>
    (await files.locate(pathToFileURL(path).href))?.root;
  const roots = await rootsWithEvidence(scanned, files, vendorWords, rootOf);
  if (roots.size === 0) return;
  const all = [...roots];
  for (const { path } of candidates) {
    if (looked.has(path) || !isOfProgram(path) || !all.some((root) => isWithin(path, root))) continue;
    const root = await rootOf(path);
    const source = root !== undefined && roots.has(root) ? open(path, world) : undefined;
    if (source) yield source;
  }
}

/** The roots of the projects in which some file names a vendor. */
async function rootsWithEvidence(
  { folders, named, looked }: Scanned,
  files: ProgramFiles,
  vendorWords: readonly string[],
  rootOf: (path: string) => Promise<string | undefined>,
): Promise<ReadonlySet<string>> {
  const withEvidence = new Set([...looked].flatMap(([path, names]) => (names ? dirname(path) : [])));
  const roots = new Set(await allOf([...withEvidence].map((folder) => rootOf(`${folder}/_`))));
  // What a scan has not gone through as a whole may have files elsewhere that name one.
  const ofFolders = await Promise.all(folders.map(async (folder) => ({ folder, root: await rootOf(`${folder}/_`) })));
  const above = ofFolders.flatMap(({ folder, root }) => (root !== undefined && !isWithin(root, folder) ? root : []));
  const around = await allOf(named.filter((path) => !looked.has(path)).map(rootOf));
  for (const root of new Set([...above, ...around])) {
    if (roots.has(root)) continue;
    const found = await files.search(root, programEndings, vendorWords);
    if (found === undefined || found.length > 0) roots.add(root);
  }
  return roots;
}

async function allOf<T>(wanted: readonly Promise<T | undefined>[]): Promise<readonly T[]> {
  return (await Promise.all(wanted)).filter((one) => one !== undefined);
}

/** Whether a path is a folder, or lies in it. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
