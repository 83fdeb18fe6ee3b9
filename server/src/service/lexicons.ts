import { type Catalog, createCatalog } from '../catalog/catalog.ts';
import type { CatalogData, Code } from '../catalog/types.ts';
import { createVocabulary } from '../evidence/text/vocabulary.ts';
import type { Vocabulary } from '../languages/vocabulary.ts';
import type { ProjectFacts } from '../project/facts.ts';
import { CUES } from './cues.ts';

/** What is known of codes where a file lies: everywhere the same, but for the codes of a team. */
export interface Lexicon {
  readonly catalog: Catalog;
  /** What readers of files must know of the catalog. */
  readonly vocabulary: Vocabulary;
}

/** Knows the codes that hold in each project. */
export interface Lexicons {
  /** The codes that everybody shares. */
  readonly common: Lexicon;
  /** Those and the team's own: the same object as long as the project's list of codes is the same. */
  of(project: ProjectFacts): Lexicon;
}

/** @param data the codes that everybody shares */
export function createLexicons(data: CatalogData): Lexicons {
  const lexiconOf = (codes: readonly Code[]): Lexicon => {
    const catalog = createCatalog({ ...data, codes });
    return { catalog, vocabulary: createVocabulary(catalog, CUES) };
  };
  const common = lexiconOf(data.codes);
  const teams = new WeakMap<readonly Code[], Lexicon>();
  return {
    common,
    of({ codes }) {
      if (codes.length === 0) return common;
      const known = teams.get(codes);
      if (known) return known;
      const lexicon = lexiconOf([...data.codes, ...codes]);
      teams.set(codes, lexicon);
      return lexicon;
    },
  };
}
