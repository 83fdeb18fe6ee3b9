import { NO_PROJECT, type ProjectFacts } from '../evidence/project.ts';
import { asksForSdk, readProjectFile } from './manifests.ts';
import { MANIFESTS, PROJECT_FILE } from './names.ts';

/** Reads a file that may not exist. @returns undefined where there is none, or it cannot be read */
export type ReadText = (path: string) => Promise<string | undefined>;

/** What surrounds a file, found by looking upwards and remembered until something changes. */
export interface Projects {
  /** @param folders the file's folder, and those around it, innermost first */
  factsOf(folders: readonly string[]): Promise<ProjectFacts>;
  /** Forgets everything: a project file or a manifest has changed. */
  reset(): void;
}

/**
 * The nearest project file and the nearest folder with a manifest decide, each for itself.
 *
 * @param warn is told of a project file that cannot be used, with the reason
 */
export function createProjects(read: ReadText, warn: (path: string, problem: string) => void): Projects {
  const projectFiles = new Map<string, Promise<ProjectFacts | undefined>>();
  const dependencies = new Map<string, Promise<boolean | undefined>>();

  const projectFileIn = async (folder: string): Promise<ProjectFacts | undefined> => {
    const path = `${folder}/${PROJECT_FILE}`;
    const text = await read(path);
    if (text === undefined) return undefined;
    const { facts, problem } = readProjectFile(text);
    if (problem) warn(path, problem);
    return facts;
  };
  const usesSdkIn = async (folder: string): Promise<boolean | undefined> => {
    const texts = await Promise.all(MANIFESTS.map((name) => read(`${folder}/${name}`)));
    const found = texts.filter((text) => text !== undefined);
    return found.length === 0 ? undefined : found.some(asksForSdk);
  };

  return {
    async factsOf(folders) {
      const file = await nearest(folders, projectFiles, projectFileIn);
      const usesSdk = await nearest(folders, dependencies, usesSdkIn);
      if (!file && !usesSdk) return NO_PROJECT;
      const { declared, implied, rules } = file ?? NO_PROJECT;
      return { declared, implied: usesSdk ? [...implied, 'thinq'] : implied, rules };
    },
    reset() {
      projectFiles.clear();
      dependencies.clear();
    },
  };
}

async function nearest<T>(
  folders: readonly string[],
  known: Map<string, Promise<T | undefined>>,
  look: (folder: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const folder of folders) {
    const looked = known.get(folder) ?? look(folder);
    known.set(folder, looked);
    const found = await looked;
    if (found !== undefined) return found;
  }
  return undefined;
}
