import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LanguageService } from '../service/api.ts';
import { answerStyle } from './answerStyle.ts';
import { AnsweredDirectivesRequest, AnswerRequest } from './protocol.ts';
import type { SettingsStore } from './settings.ts';

/** Writes answers for NUGU as snippets. What writes them is loaded when somebody asks. */
export function registerNuguAnswers(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  settings: SettingsStore,
  service: () => LanguageService,
): void {
  connection.onRequest(AnsweredDirectivesRequest, async () => {
    const { answeredDirectives } = await import('../features/nuguAnswer.ts');
    return { directives: answeredDirectives(service().catalog, (await settings.of()).docsLanguage) };
  });
  connection.onRequest(AnswerRequest, async ({ uri, languageId, directive, code }) => {
    const { answerSnippet } = await import('../features/nuguAnswer.ts');
    const style = answerStyle(languageId, documents.get(uri)?.getText() ?? '');
    return { snippet: (style && answerSnippet(service().catalog, { directive, code }, style)) ?? null };
  });
}
