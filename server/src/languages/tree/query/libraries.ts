import { ERROR_CHANNELS } from '../../../knowledge/channels.ts';
import { CLIENT_LIBRARIES } from '../../../knowledge/clients.ts';
import { servingBlocks } from '../../../knowledge/frameworks.ts';

/**
 * The names that libraries have for one thing, so that a library is a row of a table and no change of a query:
 * `(#any-of? @_member "$succeeded")` is `(#any-of? @_member "ok" "is_success")` in Python.
 *
 * @throws for a table that there is none of, or that has nothing for the language
 */
export type LibraryNames = (table: string) => readonly string[];

interface WithLibraries {
  readonly id: string;
  /** Under which name the tables have its libraries, if not its id. */
  readonly libraries?: string;
}

/** Under which name the tables have the libraries of a language. */
export function librariesOf({ id, libraries = id }: WithLibraries): string {
  return libraries;
}

/** The names of the libraries of a language. */
export function libraryNames(description: WithLibraries): LibraryNames {
  const language = librariesOf(description);
  const clients = CLIENT_LIBRARIES.filter(({ languages }) => languages.includes(language));
  const channels = ERROR_CHANNELS.filter(({ languages }) => languages.includes(language));
  const tables: { readonly [table: string]: readonly string[] } = {
    succeeded: clients.flatMap(({ succeeded = [] }) => succeeded),
    status: clients.flatMap(({ status = [] }) => status),
    statusCalls: clients.flatMap(({ statusCalls = [] }) => statusCalls),
    statusTests: clients.flatMap(({ statusTests = [] }) => statusTests),
    raises: clients.flatMap(({ raises = [] }) => raises),
    unwraps: clients.flatMap(({ unwraps = [] }) => unwraps),
    handlers: channels.flatMap(({ handlers = [] }) => handlers),
    failed: channels.flatMap(({ failed = [] }) => failed),
    went: channels.flatMap(({ went = [] }) => went),
    typed: channels.flatMap(({ typed = [] }) => typed),
    serves: servingBlocks(language),
  };
  return (table) => {
    const names = Object.hasOwn(tables, table) ? tables[table] : undefined;
    if (!names) throw new Error(`unknown table "$${table}": the tables are ${Object.keys(tables).join(', ')}`);
    if (names.length === 0) throw new Error(`"$${table}" has no names for ${language}`);
    return [...new Set(names)];
  };
}
