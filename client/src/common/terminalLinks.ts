import type { TerminalLink, TerminalLinkProvider } from 'vscode';
import type { PageLink } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';
import { hasHint, namesVendor } from './hints.ts';

/** A link, and what it opens. */
interface PageTerminalLink extends TerminalLink {
  readonly page: string;
}

/**
 * Makes links of the codes that a terminal names for certain. A line without a hint costs a look at it; and where the server
 * does not run, a number alone, as any tool prints it, does not start it: a line that names a vendor does.
 *
 * @param isStarted whether the server runs, or is on its way
 * @param open shows a page
 */
export function createTerminalLinks(
  ask: Ask,
  isStarted: () => boolean,
  open: (page: string) => unknown,
): TerminalLinkProvider<PageTerminalLink> {
  return {
    async provideTerminalLinks({ line }, token) {
      if (!hasHint(line) || !(isStarted() || namesVendor(line))) return [];
      const { links } = await ask<{ readonly links: readonly PageLink[] }>('thinqNugu/lineLinks', { line }, token);
      return links.map(({ start, end, page, title }) => ({
        startIndex: start,
        length: end - start,
        tooltip: title,
        page,
      }));
    },
    handleTerminalLink: ({ page }) => open(page) as undefined,
  };
}
