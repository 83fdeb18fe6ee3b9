import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/api.ts';
import type { Answers } from './answers.ts';
import type { Client } from './client.ts';
import { toCodeAction } from './convert.ts';
import { type Site, SiteRequest } from './protocol.ts';

/** Answers with what a dispatch site leaves out, and with the quick fixes that add it. */
export function registerSites({
  connection,
  answers,
  client,
  service,
}: {
  readonly connection: Connection;
  readonly answers: Answers;
  client(): Client;
  service(): LanguageService;
}): void {
  connection.onRequest(SiteRequest, ({ textDocument: { uri }, position }, token) =>
    answers.about(uri, token, {
      async ask(asked, wanted, document) {
        const site = await service().siteAt(asked, document.offsetAt(position), wanted);
        const actions = site ? await service().actions(asked, site.head, wanted) : [];
        return site && { site, actions };
      },
      tell(found, document): Site | null {
        if (!found) return null;
        const { head, summary, missing } = found.site;
        const ofSite = found.actions.filter(
          ({ diagnostic: { span }, silences }) => !silences && span.start === head.start && span.end === head.end,
        );
        return {
          summary,
          missing,
          fixes: ofSite.map((action) => ({
            ...toCodeAction(document, action, client()),
            addsAll: action.addsAll === true,
          })),
        };
      },
    }),
  );
}
