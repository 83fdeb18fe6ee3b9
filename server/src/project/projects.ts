import type { Code } from '../catalog/types.ts';
import { codeName } from '../catalog/wording.ts';
import { filesThatTell } from '../knowledge/sharedEndings.ts';
import { asksForSdk } from '../knowledge/vendors.ts';
import { NO_PROJECT, type ProjectFacts } from './facts.ts';
import { isManifest, PROJECT_FILE } from './fileNames.ts';
import type { Problem } from './problem.ts';
import { type Known, type ProjectFile, readCatalogFile, readProjectFile } from './projectFile.ts';
import { REFUSALS, type Read, type Refusal, refusalOf, textOf } from './reading.ts';

/**
 * Reads a file that may not exist.
 *
 * @param within a folder that the file must really lie in, links followed
 */
export type ReadText = (path: string, within?: string) => Promise<Read>;

/** What is asked of the disk, or of what stands for it. */
export interface ProjectDisk {
  readonly read: ReadText;
  /** The names of what lies in a folder, in any order; none where it cannot be read. */
  names(folder: string): Promise<readonly string[]>;
}

/** Files whose facts are remembered: more than an editor has open; a scan asks for each file once. */
const REMEMBERED_FILES = 500;

/** What surrounds a file, found by looking upwards and remembered until something changes. */
export interface Projects {
  /**
   * Facts about a file: the same object for the same file until something changes, since what is made of them is kept.
   *
   * @param folders the file's folder, and those around it, innermost first
   * @param name the file's own name
   */
  factsOf(folders: readonly string[], name: string): Promise<ProjectFacts>;
  /** What is wrong with the text of a project file in a folder, and with the catalog that it names. */
  check(folder: string, text: string): Promise<readonly Problem[]>;
  /** Forgets everything: a project file or a manifest has changed. */
  reset(): void;
}

/**
 * The nearest project file and the nearest folder with a manifest decide, each for itself.
 *
 * @param known what a project file may name
 * @param warn is told once of a project file with problems, and of the worst of them, and of what is not read
 */
export function createProjects(
  { read, names }: ProjectDisk,
  known: Known,
  warn: (path: string, problem: Problem, text: string) => void,
): Projects {
  const projectFiles = new Map<string, Promise<{ folder: string; file: ProjectFile } | undefined>>();
  const dependencies = new Map<string, Promise<boolean | undefined>>();
  const told = new Map<string, Promise<true | undefined>>();
  const facts = new Map<string, Promise<ProjectFacts>>();

  /** The file with the catalog that it names, and all problems of both. */
  const readWhole = async (folder: string, text: string): Promise<ProjectFile> => {
    const refusal = refusalOf(text);
    if (refusal) return { ...readProjectFile('', known), problems: [refusedAt(START, refusal)] };
    const file = readProjectFile(text, known);
    if (!file.catalogFile) return file;
    const { codes, problems } = await readCatalog(folder, file.catalogFile);
    // Read again, since what is mapped may be a code of the team's.
    const whole = readProjectFile(text, known, codes);
    return { ...whole, problems: [...whole.problems, ...problems] };
  };
  const readCatalog = async (
    folder: string,
    { path, span }: NonNullable<ProjectFile['catalogFile']>,
  ): Promise<{ codes: readonly Code[]; problems: readonly Problem[] }> => {
    const text = await read(`${folder}/${path}`, folder);
    if (typeof text !== 'string') {
      const why = text ? REFUSALS[text.refused] : undefined;
      const message = {
        en: `The file ${codeName(path).en} cannot be read.${why ? ` ${why.en}` : ''}`,
        ko: `${codeName(path).ko} 파일을 읽을 수 없습니다.${why ? ` ${why.ko}` : ''}`,
      };
      return { codes: [], problems: [{ span, severity: 'error', message }] };
    }
    const { codes, problems } = readCatalogFile(text, known);
    return {
      codes,
      problems: problems.map((problem) => {
        const line = text.slice(0, problem.span.start).split('\n').length;
        const { en, ko } = problem.message;
        return { ...problem, span, message: { en: `${path}:${line}: ${en}`, ko: `${path}:${line}: ${ko}` } };
      }),
    };
  };
  const readOrWarn = async (path: string, severity: Problem['severity']): Promise<string | undefined> => {
    const text = await read(path);
    if (typeof text === 'object') warn(path, { ...refusedAt(START, text.refused), severity }, '');
    return textOf(text);
  };
  const projectFileIn = async (folder: string) => {
    const path = `${folder}/${PROJECT_FILE}`;
    const text = await readOrWarn(path, 'error');
    if (text === undefined) return undefined;
    const file = await readWhole(folder, text);
    const worst = file.problems.find(({ severity }) => severity === 'error') ?? file.problems[0];
    if (worst) warn(path, worst, text);
    return { folder, file };
  };
  const usesSdkIn = async (folder: string): Promise<boolean | undefined> => {
    const manifests = (await names(folder)).filter(isManifest);
    const texts = await Promise.all(manifests.map((name) => readOrWarn(`${folder}/${name}`, 'warning')));
    const found = texts.filter((text) => text !== undefined);
    return found.length === 0 ? undefined : found.some(asksForSdk);
  };

  /** Whether none of the files that would have to lie around a file does. */
  const isSomethingElse = async (folders: readonly string[], name: string): Promise<boolean> => {
    const telling = filesThatTell(name);
    if (!telling) return false;
    const found = await nearest(folders, told, async (folder) => {
      const texts = await Promise.all(telling.map((file) => read(`${folder}/${file}`)));
      return texts.some((text) => textOf(text) !== undefined) || undefined;
    });
    return !found;
  };

  const lookUp = async (folders: readonly string[], name: string): Promise<ProjectFacts> => {
    const found = await nearest(folders, projectFiles, projectFileIn);
    const usesSdk = await nearest(folders, dependencies, usesSdkIn);
    const own = found ? found.file.factsOf(pathWithin(found.folder, folders[0] ?? '', name)) : NO_PROJECT;
    const whole: ProjectFacts = usesSdk ? { ...own, implied: [...own.implied, 'thinq'] } : own;
    return (await isSomethingElse(folders, name)) ? { ...whole, isSomethingElse: true } : whole;
  };

  return {
    factsOf(folders, name) {
      const path = `${folders[0] ?? ''}/${name}`;
      const known = facts.get(path) ?? lookUp(folders, name);
      facts.delete(path);
      facts.set(path, known);
      for (const oldest of facts.keys()) {
        if (facts.size <= REMEMBERED_FILES) break;
        facts.delete(oldest);
      }
      return known;
    },
    check: async (folder, text) => (await readWhole(folder, text)).problems,
    reset() {
      projectFiles.clear();
      dependencies.clear();
      told.clear();
      facts.clear();
    },
  };
}

const START = { start: 0, end: 0 };

function refusedAt(span: Problem['span'], refusal: Refusal): Problem {
  return { span, severity: 'error', message: REFUSALS[refusal] };
}

/** A file's path from a folder around it, with forward slashes. */
function pathWithin(around: string, folder: string, name: string): string {
  const between = folder.slice(around.length).replaceAll('\\', '/').replace(/^\/+/, '');
  return between === '' ? name : `${between}/${name}`;
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
