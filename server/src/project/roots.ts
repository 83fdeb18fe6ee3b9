import { declaresWorkspace, isWorkspaceFile, MANIFEST_NAMES, PROJECT_FILE } from './fileNames.ts';
import type { ProjectDisk } from './projects.ts';
import { textOf } from './reading.ts';

/** Where projects begin: remembered until it is forgotten, and each folder looked into once, however many lie below it. */
export interface Roots {
  /** The nearest folder with a project file, a manifest or a repository; where one further up has a workspace, that one. */
  of(folder: string): Promise<string | undefined>;
  forget(): void;
}

/**
 * @param disk shows manifests, and the names in folders
 * @param withFoldersAround gives a folder and those around it, innermost first
 */
export function createRoots(disk: ProjectDisk, withFoldersAround: (folder: string) => readonly string[]): Roots {
  const roots = new Map<string, Promise<string | undefined>>();
  const beginnings = new Map<string, Promise<Beginning>>();
  const look = (folder: string): Promise<Beginning> => {
    const known = beginnings.get(folder) ?? beginningIn(folder, disk);
    beginnings.set(folder, known);
    return known;
  };
  return {
    of(folder) {
      const known = roots.get(folder) ?? rootAmong(withFoldersAround(folder), look);
      roots.set(folder, known);
      return known;
    },
    forget() {
      roots.clear();
      beginnings.clear();
    },
  };
}

/** What a folder says of where a project begins. */
interface Beginning {
  /** A project file or a repository: no project goes on above it. */
  readonly isEnd: boolean;
  readonly hasManifest: boolean;
  /** Whether it makes one project of several below it. */
  hasWorkspace(): Promise<boolean>;
}

async function rootAmong(
  folders: readonly string[],
  look: (folder: string) => Promise<Beginning>,
): Promise<string | undefined> {
  let nearest: string | undefined;
  for (const folder of folders) {
    const { isEnd, hasManifest, hasWorkspace } = await look(folder);
    if (nearest === undefined && (isEnd || hasManifest)) nearest = folder;
    else if (nearest !== undefined && (await hasWorkspace())) nearest = folder;
    if (isEnd) break;
  }
  return nearest;
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
    const text = textOf(await disk.read(`${folder}/${name}`));
    if (text !== undefined && declaresWorkspace(name, text)) return true;
  }
  return false;
}
