import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { type LibraryNames, libraryNames } from '../../server/src/languages/tree/query/libraries.ts';
import { parseQuery, type QueryFile } from '../../server/src/languages/tree/query/parser.ts';

/** A query of a language. */
export interface LanguageQuery extends QueryFile {
  readonly namesOf: LibraryNames;
}

/** Every query of every language, each once: dialects share some. */
export function queriesOfLanguages(): readonly LanguageQuery[] {
  const queries = LANGUAGES.filter(isTree).flatMap((language) => {
    const namesOf = libraryNames(language);
    return language.queries.map((query) => ({ ...query, namesOf }));
  });
  return [...new Map(queries.map((query) => [query.path, query])).values()];
}

/** What is wrong with queries: of each file the first error, as `path:line:column: message`. */
export function queryErrors(queries: readonly LanguageQuery[]): readonly string[] {
  return queries.flatMap((query) => {
    try {
      parseQuery(query, query.namesOf);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}
