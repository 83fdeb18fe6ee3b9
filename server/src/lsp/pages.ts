import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { ShownPlace } from '../features/pages/codePage.ts';
import type { LanguageService } from '../service/api.ts';
import type { Client } from './client.ts';
import type { CodeSearch } from './codeSearch.ts';
import { CatalogRequest, LineLinksRequest, LookUpRequest, PageRequest } from './protocol.ts';
import type { SettingsStore } from './settings.ts';

/** Places of a code that its page shows. */
const MOST_SHOWN_PLACES = 200;

/** Answers with pages of codes, directives and rules, and with the list of them. */
export function registerPages(
  connection: Connection,
  settings: SettingsStore,
  search: CodeSearch,
  client: () => Client,
  service: () => LanguageService,
): void {
  const placesOf =
    (token: CancellationToken) =>
    async (code: Parameters<CodeSearch['ofCodesBelow']>[1][number]): Promise<readonly ShownPlace[] | undefined> => {
      const { folders } = client();
      if (folders.length === 0) return undefined;
      const found = await search.ofCodesBelow(folders, [code], token);
      const places = found.flatMap(({ document, spans }) => {
        const lines = new Set(spans.map(({ start }) => document.positionAt(start).line));
        return [...lines].map((line): ShownPlace => {
          const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
          return { uri: document.uri, path: pathIn(folders, document.uri), line, text: document.getText(range) };
        });
      });
      return places.slice(0, MOST_SHOWN_PLACES);
    };
  connection.onRequest(PageRequest, async ({ path, query = '' }, token) => {
    const markdown = await service().page(path, query, await settings.of(), placesOf(token));
    return { markdown: markdown ?? null };
  });
  connection.onRequest(LineLinksRequest, async ({ line }) => ({ links: service().linksIn(line, await settings.of()) }));
  connection.onRequest(CatalogRequest, async () => ({ rows: service().catalogRows(await settings.of()) }));
  connection.onRequest(LookUpRequest, async (params) => ({
    rows: await service().lookUp(await settings.of(), params?.uri),
  }));
}

/** A file's path from the folder of the workspace that it lies in. */
function pathIn(folders: readonly string[], uri: string): string {
  const folder = folders.find((one) => uri.startsWith(one));
  const path = folder === undefined ? uri : uri.slice(folder.length).replace(/^\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
