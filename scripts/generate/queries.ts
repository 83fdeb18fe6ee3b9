import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { type LibraryNames, libraryNames } from '../../server/src/languages/tree/query/libraries.ts';
import { type GrammarNames, parseQuery, type QueryFile } from '../../server/src/languages/tree/query/parser.ts';

/** A query of a language. */
export interface LanguageQuery extends QueryFile {
  readonly namesOf: LibraryNames;
  /** The grammars whose texts it is asked about. */
  readonly grammars: readonly string[];
}

/** Every query of every language, each once: dialects share some. */
export function queriesOfLanguages(): readonly LanguageQuery[] {
  const queries = LANGUAGES.filter(isTree).flatMap((language) => {
    const namesOf = libraryNames(language);
    return language.queries.map((query) => ({ ...query, namesOf, grammar: language.grammar }));
  });
  const byPath = new Map(queries.map(({ grammar: _, ...query }) => [query.path, query]));
  return [...byPath.values()].map((query) => ({
    ...query,
    grammars: [...new Set(queries.flatMap(({ path, grammar }) => (path === query.path ? grammar : [])))],
  }));
}

/**
 * What is wrong with queries: of each file the first error, as `path:line:column: message`.
 *
 * @param names what each grammar has names for
 */
export function queryErrors(
  queries: readonly LanguageQuery[],
  names: ReadonlyMap<string, GrammarNames>,
): readonly string[] {
  return queries.flatMap((query) => {
    try {
      for (const grammar of query.grammars) parseQuery(query, query.namesOf, names.get(grammar));
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}
