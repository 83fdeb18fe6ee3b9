import * as vscode from 'vscode';
import { harmless } from '../../../server/src/catalog/harmless.ts';
import type { StartedClient } from './started.ts';

const SCHEME = 'thinq-nugu-explain';

/** The command that asks for a code and shows what it means, as a Markdown preview. @param start gives the client */
export function registerExplain(start: () => Promise<StartedClient>): vscode.Disposable {
  const explanations = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ query }, token) => (await start()).explain(query, token),
  });
  const command = vscode.commands.registerCommand('thinqNugu.explain', async () => {
    const query = await vscode.window.showInputBox({
      title: vscode.l10n.t('Explain a Code'),
      prompt: vscode.l10n.t(
        'A code, a message, a line of a log, a directive, an HTTP status, a key, a rule, or a word',
      ),
      placeHolder: '1222, TemperatureOutofRange, 416, TurnOn, offline, …',
      value: textAtCursor(),
    });
    if (query?.trim()) await vscode.commands.executeCommand('markdown.showPreview', explanationUri(query.trim()));
  });
  return vscode.Disposable.from(explanations, command);
}

/** The address carries the question, so that a preview that is restored later can ask again. */
function explanationUri(query: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${harmless(query.replaceAll(/[\\/]/g, ' '))}.md`, query });
}

/** The selected text on one line, else the word at the cursor, else nothing. */
function textAtCursor(): string {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return '';
  const { document, selection } = editor;
  if (!selection.isSingleLine) return '';
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  return range ? document.getText(range) : '';
}
