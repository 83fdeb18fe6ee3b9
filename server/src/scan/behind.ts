import { open, passes, type ScanWorld, type Source } from './scan.ts';
import { type Candidate, isPassedOver } from './walk.ts';
import { createWordFilter, type PieceFilter } from './wordFilter.ts';

/** What is known of projects. */
export interface ProjectSearch {
  /** The root of the project that a file lies in. @param path absolute */
  rootOf(path: string): Promise<string | undefined>;
  /** Whether any file of a project may name a vendor. */
  mayName(root: string): Promise<boolean>;
  /** Words one of which stands in every text of a file's project that has something from a file that names a vendor. */
  wordsBehind(path: string): Promise<ReadonlySet<string>>;
  /** Whether a file's name is that of a language whose files have names from one another. */
  isOfProgram(path: string): boolean;
  /** Files of a project: where there are more, none of them is looked through for what it has from others. */
  readonly mostFiles: number;
}

/** What a scan by itself has found. */
export interface Scanned {
  /** Absolute paths of the folders that were looked through, and of the files that were named. */
  readonly folders: readonly string[];
  readonly named: readonly string[];
  readonly candidates: readonly Candidate[];
  /** Absolute paths of the files whose text was looked at, and of those whose text names a vendor. */
  readonly looked: ReadonlySet<string>;
  readonly naming: readonly string[];
  /** Absolute paths of files in whose projects others may name a vendor that are no candidates. */
  readonly unsure: readonly string[];
}

/**
 * The texts of those candidates whose own words say nothing, but which may have something from a file of their project
 * that names a vendor: where no file of a project does, none of it is read; else those are opened that name something.
 */
export async function* sourcesBehind(
  scanned: Scanned,
  projects: ProjectSearch,
  world: ScanWorld,
): AsyncGenerator<Source> {
  const { candidates, looked } = scanned;
  const { rootOf, isOfProgram, wordsBehind } = projects;
  const roots = await rootsWithEvidence(scanned, projects);
  if (roots.size === 0) return;
  const rootsOfFolders = new Map<string, Promise<string | undefined>>();
  const filters = new Map<string, Promise<PieceFilter | undefined>>();
  const tooLarge = rootsWithTooMany(roots, candidates, projects);
  const filterFor = async (root: string, path: string): Promise<PieceFilter | undefined> => {
    if (tooLarge.has(root)) return undefined;
    const words = await wordsBehind(path);
    return words.size > 0 ? createWordFilter(words, world.byteFilter.space) : undefined;
  };
  for (const candidate of candidates) {
    const { path } = candidate;
    if (looked.has(path) || !isOfProgram(path) || ![...foldersAround(path)].some((folder) => roots.has(folder)))
      continue;
    const root = await known(rootsOfFolders, folderOf(path), () => rootOf(path));
    if (root === undefined || !roots.has(root)) continue;
    const byteFilter = await known(filters, root, () => filterFor(root, path));
    const source = byteFilter && passes(candidate, { ...world, byteFilter }) ? open(candidate, world) : undefined;
    if (source) yield source;
  }
}

/** The roots of projects that have more files than are looked through for what they have from one another. */
function rootsWithTooMany(
  roots: ReadonlySet<string>,
  candidates: readonly Candidate[],
  { isOfProgram, mostFiles }: ProjectSearch,
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { path, real } of candidates) {
    if (real !== undefined || !isOfProgram(path)) continue;
    for (const root of foldersAround(path))
      if (roots.has(root) && !isPassedOver(path.slice(root.length))) counts.set(root, (counts.get(root) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([root, count]) => (count > mostFiles ? root : [])));
}

function known<T>(values: Map<string, T>, key: string, find: () => T): T {
  const value = values.get(key) ?? find();
  values.set(key, value);
  return value;
}

/** The roots of the projects in which some file names a vendor. */
async function rootsWithEvidence(
  { folders, named, looked, naming, unsure }: Scanned,
  { rootOf, mayName }: ProjectSearch,
): Promise<ReadonlySet<string>> {
  const rootsAround = (paths: Iterable<string>): Promise<readonly string[]> =>
    allOf([...new Set([...paths].map(folderOf))].map((folder) => rootOf(`${folder}/_`)));
  const roots = new Set(await rootsAround(naming));
  // What a scan has not gone through as a whole may have files elsewhere that name one.
  const ofFolders = await Promise.all(folders.map(async (folder) => ({ folder, root: await rootOf(`${folder}/_`) })));
  const above = ofFolders.flatMap(({ folder, root }) => (root !== undefined && !isWithin(root, folder) ? root : []));
  const around = await rootsAround([...named.filter((path) => !looked.has(path)), ...unsure]);
  for (const root of new Set([...above, ...around])) {
    if (!roots.has(root) && (await mayName(root))) roots.add(root);
  }
  return roots;
}

/** The folders that a file lies in, the nearest first. There may be thousands of projects: none of them is asked for each file. */
function* foldersAround(path: string): Generator<string> {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) yield path.slice(0, at);
  yield path.slice(0, path.indexOf('/') + 1);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

async function allOf<T>(wanted: readonly Promise<T | undefined>[]): Promise<readonly T[]> {
  return (await Promise.all(wanted)).filter((one) => one !== undefined);
}

/** Whether a path is a folder, or lies in it. */
function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}
