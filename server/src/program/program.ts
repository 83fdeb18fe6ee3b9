/**
 * What a file may know of the other files of its project: what the names in it stand for that others declare, and whom it
 * is about because of what it has from them.
 *
 * - **On demand.** A file is read when somebody looks at one that has something from it; nothing is an index that grows.
 * - **Plain data.** What is remembered holds no syntax and no text of the file.
 * - **Deterministic.** What is said of a file depends on the files of its project alone, never on what was opened before.
 * - **Unknown is silent.** A name declared twice, a circle, a file over the limit or outside the project: unknown.
 */
import type { Language } from '../languages/language.ts';
import type { Modules } from '../languages/modules.ts';
import { joinLookUps } from './entries.ts';
import type { ProgramFiles } from './files.ts';
import { ALONE, outsideOf, type Surrounding } from './outside.ts';
import { createPackageLookUp } from './packages.ts';
import { createPathLookUp } from './paths.ts';
import { Project } from './project.ts';
import { Remembered } from './remembered.ts';
import type { TextNames, TextReader } from './textReader.ts';
import { wordsIn } from './words.ts';

/** A file whose names are asked for. */
export interface Asked {
  readonly uri: string;
  readonly text: string;
  readonly language: Language;
  /** What it says it has from others. */
  own(): Promise<TextNames | undefined>;
}

/** Looks names up in projects. */
export interface Program {
  /** What a file has from others. Rejects only where a grammar cannot be loaded. */
  around(asked: Asked): Promise<Surrounding>;
  /** Whether a text may have something from a file that is about a vendor: it names what one of them declares. */
  mayReach(uri: string, text: string): Promise<boolean>;
  /** Whether a text may have anything about codes from other files, as far as words tell: nothing is parsed for it. */
  mayHaveCodes(asked: Pick<Asked, 'uri' | 'text' | 'language'>): Promise<boolean>;
  /** Words one of which stands in every text of a file's project that may do so; none where no text may. */
  wordsToReach(uri: string): Promise<ReadonlySet<string>>;
  /** Raised whenever something is forgotten: what was found before may not hold any more. */
  readonly generation: number;
  /** A file has changed, appeared or gone. @returns whether what others have from it is something else now */
  change(uri: string): Promise<boolean>;
  /** It has been asked for what a file has from others. */
  readonly isUsed: boolean;
  /** Forgets everything. */
  reset(): void;
}

/** Projects that are remembered. */
const REMEMBERED_PROJECTS = 32;

const NOTHING: ReadonlySet<string> = new Set();

/** Makes a program that knows nothing yet. */
export function createProgram(files: ProgramFiles, reader: TextReader): Program {
  const projects = new Remembered<Project>(REMEMBERED_PROJECTS);
  const projectAt = (root: string): Project => projects.get(root, () => new Project(root, files, reader));
  let generation = 0;
  const wordsToReach = async (uri: string): Promise<ReadonlySet<string>> => {
    const location = await files.locate(uri);
    return location ? projectAt(location.root).namesWithEvidence() : NOTHING;
  };

  return {
    async around({ uri, text, language, own }) {
      const { modules } = language;
      const location = modules && mayHaveNames(text, modules) ? await files.locate(uri) : undefined;
      const read = location && (await own());
      if (!modules || !location || !read) return ALONE;
      const project = projectAt(location.root);
      const lookUps = [
        ...(modules.paths ? [createPathLookUp((path) => project.fileAt(path), modules.paths, project.reads)] : []),
        ...(modules.packages ? [createPackageLookUp(await project.tableOf(language), modules)] : []),
      ];
      return outsideOf(text, { path: location.path, ...read }, joinLookUps(lookUps), reader.isCode);
    },
    async mayReach(uri, text) {
      return isOneIn(await wordsToReach(uri), text);
    },
    async mayHaveCodes({ uri, text, language }) {
      const { paths, packages } = language.modules ?? {};
      const location = await files.locate(uri);
      if (!location) return false;
      const project = projectAt(location.root);
      // Where imports name files as well as packages, and where only a parser tells what they name, it is read.
      if (packages) return paths !== undefined || isOneIn((await project.tableOf(language)).words, text);
      return !paths?.namedIn || project.reach.reaches(location.path, text, paths);
    },
    wordsToReach,
    get generation() {
      return generation;
    },
    async change(uri) {
      const location = await files.locate(uri);
      const isOther = location !== undefined && (await projects.peek(location.root)?.change(location.path)) === true;
      if (isOther) generation++;
      return isOther;
    },
    get isUsed() {
      return projects.size > 0;
    },
    reset() {
      generation++;
      projects.clear();
    },
  };
}

/** Whether one of some words stands in a text. @param words any, where undefined */
function isOneIn(words: ReadonlySet<string> | undefined, text: string): boolean {
  if (words === undefined) return true;
  if (words.size === 0) return false;
  for (const word of wordsIn(text)) if (words.has(word)) return true;
  return false;
}

/** Whether a text may have anything from another file. What belongs to a package has the others' names without a word. */
function mayHaveNames(text: string, { paths, packages }: Modules): boolean {
  return packages !== undefined || paths?.importWords.some((word) => text.includes(word)) === true;
}
