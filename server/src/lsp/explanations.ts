import type { Connection } from 'vscode-languageserver';
import type { LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import { ExplainRequest, ExplainTextRequest } from './protocol.ts';
import type { SettingsStore } from './settings.ts';

/** Answers what something means: a query, and a text of lines. */
export function registerExplanations(
  connection: Connection,
  settings: SettingsStore,
  service: () => LanguageService,
): void {
  connection.onRequest(ExplainRequest, async ({ query, language }) => ({
    markdown: service().explain(query, shownIn(language, await settings.of())),
  }));
  connection.onRequest(ExplainTextRequest, async ({ text, language }) => ({
    markdown: service().explainText(text, shownIn(language, await settings.of())),
  }));
}

/** @param language of the display: Korean counts where the settings name none but English */
function shownIn(language: string | undefined, wanted: Settings): Settings {
  const docsLanguage = language?.startsWith('ko') && wanted.docsLanguage === 'en' ? 'ko' : wanted.docsLanguage;
  return { ...wanted, docsLanguage };
}
