import type { Catalog } from '../catalog/catalog.ts';
import { createMarksReader } from '../evidence/marks.ts';
import type { ProjectFacts } from '../evidence/project.ts';
import { resolve } from '../evidence/resolve.ts';
import { createVocabulary } from '../evidence/vocabulary.ts';
import type { Assets } from '../languages/language.ts';
import { createLanguages } from '../languages/languages.ts';
import { type FileUses, usesOf } from './uses.ts';

/** A file as whoever lists files hands it over. */
export interface SourceFile {
  /** Relative to the folder that was asked about, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What the reader needs of the world. */
export interface CoverageHost {
  readonly assets: Assets;
  /** What surrounds a file, by its URI. */
  projectOf(uri: string): Promise<ProjectFacts>;
}

/** @returns what the file does with codes; undefined for one that cannot be read, or says nothing of a vendor */
export type CoverageReader = (file: SourceFile) => Promise<FileUses | undefined>;

/** Makes a reader of one file after another. Grammars are loaded when a file first needs them, and nothing else is kept. */
export function createCoverageReader(catalog: Catalog, { assets, projectOf }: CoverageHost): CoverageReader {
  const languages = createLanguages(assets);
  const vocabulary = createVocabulary(catalog);
  const readMarks = createMarksReader(catalog);
  return async ({ path, text }) => {
    const language = languages.of(undefined, path);
    // Text is asked first: hardly any file of a product names a code.
    if (!language || language.isNeverChecked || text.length > language.limit || !vocabulary.hasProse(text))
      return undefined;
    const marks = readMarks(text);
    const project = await projectOf(path);
    // An answer of the service proves itself.
    const isNamed = marks.found.thinq.length + marks.found.nugu.length > 0 || /messageId|resultCode/i.test(text);
    if (!isNamed && project.declared.length + project.implied.length === 0) return undefined;
    await language.prepare(text);
    const model = language.read(text, vocabulary);
    // What has no arms decides on nothing: data and documents.
    const isProgram = language.printer?.arms !== undefined;
    return model && usesOf(path, text, resolve(model, marks, project, catalog), isProgram);
  };
}
