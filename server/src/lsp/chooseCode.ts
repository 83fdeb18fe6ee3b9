import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Localized } from '../catalog/types.ts';
import { oneOf } from '../features/describe/language.ts';
import type { Span } from '../model/model.ts';
import type { CodeAction as Action, Diagnostic as Found, LanguageService } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import type { Answers } from './answers.ts';
import type { Client } from './client.ts';
import { type Shows, toDiagnostic, toWorkspaceEdit } from './convert.ts';
import type { ChosenCodeParams } from './protocol.ts';

/** The command of a client that has somebody choose a code. Its arguments are a document's URI, a position and a vendor. */
export const CHOOSE_CODE = 'thinqNugu.chooseCode';

const TITLE: Localized = { en: 'Choose a code…', ko: '코드 선택…' };

/** An action for each finding without a repair that touches a span and in whose place any code may be put. */
export function choiceActions(
  document: TextDocument,
  { found, actions }: { readonly found: readonly Found[]; readonly actions: readonly Action[] },
  span: Span,
  { docsLanguage }: Settings,
  client: Shows & Pick<Client, 'hasCommands'>,
): CodeAction[] {
  if (!client.hasCommands) return [];
  const isRepaired = (one: Found): boolean =>
    actions.some(({ diagnostic, silences }) => !silences && diagnostic.span.start === one.span.start);
  return found
    .filter((one) => one.takesChoice && one.span.start <= span.end && span.start <= one.span.end && !isRepaired(one))
    .map((one) => {
      const title = oneOf(TITLE, docsLanguage);
      const place = [document.uri, document.positionAt(one.span.start), one.vendor];
      return {
        title,
        kind: CodeActionKind.QuickFix,
        diagnostics: [toDiagnostic(document, one, client)],
        command: { title, command: CHOOSE_CODE, arguments: place },
      };
    });
}

/** The edit that puts a chosen code in the place of a finding; null where that has gone. */
export function chosenCode(
  answers: Answers,
  service: LanguageService,
  { textDocument, position, code }: ChosenCodeParams,
) {
  return answers.about(textDocument.uri, undefined, {
    ask: (asked, wanted, document) => service.chosen(asked, document.offsetAt(position), code, wanted),
    tell: (action, document) => (action ? toWorkspaceEdit(document, action.edits, 'none') : null),
  });
}
