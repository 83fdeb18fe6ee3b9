import { type CodeAction, CodeActionKind, type Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { oneOf } from '../features/describe/language.ts';
import type { Span } from '../model/model.ts';
import { changeProjectFile, NEW_PROJECT_FILE } from '../project/changes.ts';
import { type Diagnostic as Found, PROJECT_FILE_RULE } from '../service/api.ts';
import type { Settings } from '../settings.ts';
import type { Client } from './client.ts';
import { type Shows, toDiagnostic, toTextEdit } from './convert.ts';
import type { TextDocumentFactory } from './positions.ts';
import { ChangeProjectFileRequest } from './protocol.ts';

/** The command of a client that turns a rule off. Its arguments are the rule and the URI of a file that it is about. */
export const TURN_RULE_OFF = 'thinqNugu.turnRuleOff';

/** Answers with edits of project files. It writes none: that is for the client, when somebody has chosen so. */
export function registerProjectFiles(connection: Connection, textDocuments: TextDocumentFactory): void {
  connection.onRequest(ChangeProjectFileRequest, ({ text = NEW_PROJECT_FILE, change }) => {
    const edit = changeProjectFile(text, change);
    return { text, edit: edit ? toTextEdit(textDocuments.create('', 'jsonc', 0, text), edit) : null };
  });
}

/** An action for each rule with a finding that touches a span, which turns it off in the project file. */
export function turnOffActions(
  document: TextDocument,
  found: readonly Found[],
  span: Span,
  { docsLanguage }: Settings,
  client: Shows & Pick<Client, 'hasCommands'>,
): CodeAction[] {
  if (!client.hasCommands) return [];
  const touched = found.filter(
    (one) => one.rule !== PROJECT_FILE_RULE && one.span.start <= span.end && span.start <= one.span.end,
  );
  return [...new Set(touched.map(({ rule }) => rule))].map((rule) => {
    const title = oneOf(
      { en: `Turn ${rule} off in the project file`, ko: `프로젝트 파일에서 ${rule} 규칙 끄기` },
      docsLanguage,
    );
    const diagnostics = touched.filter((one) => one.rule === rule).map((one) => toDiagnostic(document, one, client));
    const command = { title, command: TURN_RULE_OFF, arguments: [rule, document.uri] };
    return { title, kind: CodeActionKind.QuickFix, diagnostics, command };
  });
}
