import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { parseQuery, type QueryFile } from '../../server/src/languages/tree/query/parser.ts';

/** Every query of every language, each once: dialects share some. */
export function queriesOfLanguages(): readonly QueryFile[] {
  const queries = LANGUAGES.filter(isTree).flatMap((language) => language.queries);
  return [...new Map(queries.map((query) => [query.path, query])).values()];
}

/** What is wrong with queries: of each file the first error, as `path:line:column: message`. */
export function queryErrors(queries: readonly QueryFile[]): readonly string[] {
  return queries.flatMap((query) => {
    try {
      parseQuery(query);
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}
