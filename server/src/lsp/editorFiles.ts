import type { Connection } from 'vscode-languageserver';
import { type Read, SPEAKING_LIMIT_MS } from '../project/reading.ts';
import { inTime } from './inTime.ts';
import { type EditorEntry, ListRequest, ReadRequest, SearchRequest } from './protocol.ts';

/**
 * Files as an editor has them that may lie on no disk: on another machine, in a browser. Nothing rejects; what does not
 * come in time is not there.
 */
export interface EditorFiles {
  /** @returns nothing for a folder that is not there; undefined where nobody can tell */
  list(uri: string): Promise<readonly EditorEntry[] | undefined>;
  read(uri: string, limitBytes: number): Promise<Read>;
  /** Those of some files that hold any of some words, in any case of letters. */
  search(uris: readonly string[], words: readonly string[], limitBytes: number): Promise<readonly string[]>;
}

/** Milliseconds after which a search is given up: it reads hundreds of files. */
const SEARCH_LIMIT_MS = 60_000;

/** @param isAnswered whether the client knows the requests: other editors do not */
export function createEditorFiles(connection: Pick<Connection, 'sendRequest'>, isAnswered: () => boolean): EditorFiles {
  const ask = <T>(question: () => Promise<T>, milliseconds: number, late: T, none: T): Promise<T> =>
    isAnswered()
      ? inTime(
          question().catch(() => none),
          milliseconds,
          late,
        )
      : Promise.resolve(none);
  return {
    list: (uri) =>
      ask(
        async () => (await connection.sendRequest(ListRequest, { uri })) ?? undefined,
        SPEAKING_LIMIT_MS,
        undefined,
        undefined,
      ),
    read: (uri, limitBytes) =>
      ask<Read>(
        async () => (await connection.sendRequest(ReadRequest, { uri, limitBytes })) ?? undefined,
        SPEAKING_LIMIT_MS,
        { refused: 'too slow' },
        undefined,
      ),
    search: (uris, words, limitBytes) =>
      ask<readonly string[]>(
        () => connection.sendRequest(SearchRequest, { uris, words, limitBytes }),
        SEARCH_LIMIT_MS,
        [],
        [],
      ),
  };
}
