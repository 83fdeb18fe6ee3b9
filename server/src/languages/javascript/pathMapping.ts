import { parse } from 'jsonc-parser';
import type { ProjectReader } from '../modules.ts';
import { joinPath } from '../tree/modulePaths.ts';

/** Configurations that one may go on from. */
const MOST_EXTENDED = 5;

/** What of `tsconfig.json` says where modules are. */
interface Configuration {
  readonly extends?: unknown;
  readonly compilerOptions?: { readonly baseUrl?: unknown; readonly paths?: unknown };
}

/** Where modules are that are named neither by a path nor by a package. */
interface Mapping {
  /** Folder that the paths begin at. */
  readonly folder: string;
  /** Whether every name may be a path from there. */
  readonly isBase: boolean;
  readonly paths: Readonly<Record<string, readonly string[]>>;
}

/**
 * The paths, without their endings, that a name may mean by `paths` and `baseUrl` of the nearest `tsconfig.json`, and by the
 * packages of a workspace.
 *
 * @param from path of the file that names it
 */
export async function mappedPaths(module: string, from: string, project: ProjectReader): Promise<readonly string[]> {
  const mapping = await mappingAround(from, project);
  const found = mapping ? pathsIn(mapping, module) : [];
  return found.length > 0 ? found : pathsOfPackage(module, project);
}

async function mappingAround(from: string, project: ProjectReader): Promise<Mapping | undefined> {
  const words = from.split('/').slice(0, -1);
  for (let count = words.length; count >= 0; count--) {
    const folder = words.slice(0, count).join('/');
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
      const mapping = await readConfiguration(folder === '' ? name : `${folder}/${name}`, project, MOST_EXTENDED);
      if (mapping) return mapping;
    }
  }
  return undefined;
}

/** @returns undefined where there is none, or where it says nothing of modules */
async function readConfiguration(path: string, project: ProjectReader, most: number): Promise<Mapping | undefined> {
  const text = await project.read(path);
  if (text === undefined) return undefined;
  const { compilerOptions, extends: base } = (parse(text) ?? {}) as Configuration;
  const { baseUrl, paths } = compilerOptions ?? {};
  if (typeof baseUrl === 'string' || isPaths(paths)) {
    const folder = joinPath(path, typeof baseUrl === 'string' ? baseUrl : '.');
    if (folder === undefined) return undefined;
    return { folder, isBase: typeof baseUrl === 'string', paths: isPaths(paths) ? paths : {} };
  }
  if (typeof base !== 'string' || !base.startsWith('.') || most === 0) return undefined;
  const around = joinPath(path, base.endsWith('.json') ? base : `${base}.json`);
  return around === undefined ? undefined : readConfiguration(around, project, most - 1);
}

function isPaths(value: unknown): value is Readonly<Record<string, readonly string[]>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => Array.isArray(one) && one.every((path) => typeof path === 'string'))
  );
}

/** The pattern with the longest beginning decides, as the compiler has it. */
function pathsIn({ folder, isBase, paths }: Mapping, module: string): readonly string[] {
  const fitting = Object.keys(paths)
    .map((pattern) => ({ pattern, star: pattern.indexOf('*') }))
    .filter(({ pattern, star }) => {
      if (star < 0) return pattern === module;
      const [before, behind] = [pattern.slice(0, star), pattern.slice(star + 1)];
      return module.length >= before.length + behind.length && module.startsWith(before) && module.endsWith(behind);
    })
    .sort(
      (a, b) => (b.star < 0 ? Number.POSITIVE_INFINITY : b.star) - (a.star < 0 ? Number.POSITIVE_INFINITY : a.star),
    );
  const [best] = fitting;
  const from = folder === '' ? '_' : `${folder}/_`;
  if (best) {
    const { pattern, star } = best;
    const filled = star < 0 ? '' : module.slice(star, module.length - (pattern.length - star - 1));
    return (paths[pattern] ?? []).flatMap((path) => joinPath(from, path.replace('*', filled)) ?? []);
  }
  return isBase ? [joinPath(from, module)].filter((path) => path !== undefined) : [];
}

/** What of a manifest says where its package begins. */
interface Manifest {
  readonly name?: unknown;
  readonly source?: unknown;
  readonly main?: unknown;
  readonly module?: unknown;
  readonly types?: unknown;
  readonly workspaces?: unknown;
}

/** The paths that a package of the same workspace, or a file in one, may be at. */
async function pathsOfPackage(module: string, project: ProjectReader): Promise<readonly string[]> {
  const [, name, inside] = /^((?:@[^/]+\/)?[^/]+)(?:\/(.+))?$/.exec(module) ?? [];
  if (name === undefined || !(await isWorkspace(project))) return [];
  for (const path of await project.search(['package.json'], [`"${name}"`])) {
    const manifest = readManifest(await project.read(path));
    if (manifest.name !== name) continue;
    const at = (relative: string): readonly string[] => [joinPath(path, relative)].filter((one) => one !== undefined);
    if (inside !== undefined) return [...at(inside), ...at(`src/${inside}`)];
    return entriesOf(manifest).flatMap(at);
  }
  return [];
}

/** Where a package may begin. What is built is not there: its source is. */
function entriesOf({ source, types, module, main }: Manifest): readonly string[] {
  const named = [source, types, module, main].filter((one) => typeof one === 'string');
  const built = named.map((one) => one.replace(/^(?:\.\/)?(?:dist|build|lib|out)\//, 'src/'));
  return [...named, ...built, 'src/index', 'index'];
}

async function isWorkspace(project: ProjectReader): Promise<boolean> {
  if (readManifest(await project.read('package.json')).workspaces !== undefined) return true;
  return (await project.read('pnpm-workspace.yaml')) !== undefined || (await project.read('lerna.json')) !== undefined;
}

function readManifest(text: string | undefined): Manifest {
  return text === undefined ? {} : ((parse(text) ?? {}) as Manifest);
}
