import { open, type ScanWorld, type Source } from './scan.ts';
import type { Candidate } from './walk.ts';

/** What is known of projects. */
export interface ProjectSearch {
  /** The root of the project that a file lies in. @param path absolute */
  rootOf(path: string): Promise<string | undefined>;
  /** Whether any file of a project may name a vendor. */
  mayName(root: string): Promise<boolean>;
  /** Whether a file's name is that of a language whose files have names from one another. */
  isOfProgram(path: string): boolean;
}

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
 */
export async function* sourcesBehind(
  scanned: Scanned,
  projects: ProjectSearch,
  world: Pick<ScanWorld, 'files' | 'onSkip'>,
): AsyncGenerator<Source> {
  const { candidates, looked } = scanned;
  const { rootOf, isOfProgram } = projects;
  const roots = await rootsWithEvidence(scanned, projects);
  if (roots.size === 0) return;
  const all = [...roots];
  for (const candidate of candidates) {
    const { path } = candidate;
    if (looked.has(path) || !isOfProgram(path) || !all.some((root) => isWithin(path, root))) continue;
    const root = await rootOf(path);
    const source = root !== undefined && roots.has(root) ? open(candidate, world) : undefined;
    if (source) yield source;
  }
}

/** The roots of the projects in which some file names a vendor. */
async function rootsWithEvidence(
  { folders, named, looked }: Scanned,
  { rootOf, mayName }: ProjectSearch,
): Promise<ReadonlySet<string>> {
  const withEvidence = new Set(
    [...looked].flatMap(([path, names]) => (names ? path.slice(0, path.lastIndexOf('/')) : [])),
  );
  const roots = new Set(await allOf([...withEvidence].map((folder) => rootOf(`${folder}/_`))));
  // What a scan has not gone through as a whole may have files elsewhere that name one.
  const ofFolders = await Promise.all(folders.map(async (folder) => ({ folder, root: await rootOf(`${folder}/_`) })));
  const above = ofFolders.flatMap(({ folder, root }) => (root !== undefined && !isWithin(root, folder) ? root : []));
  const around = await allOf(named.filter((path) => !looked.has(path)).map(rootOf));
  for (const root of new Set([...above, ...around])) {
    if (!roots.has(root) && (await mayName(root))) roots.add(root);
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
