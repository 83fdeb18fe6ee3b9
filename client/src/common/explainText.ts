import * as vscode from 'vscode';
import type { Explanation } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';

const SCHEME = 'thinq-nugu-lines';
/** Explanations that are kept for their documents, which may be shown again. */
const MOST_KEPT = 20;

/**
 * The commands that explain the selection and the clipboard, line by line, as a Markdown document. What was explained is not in
 * its address, since that may hold secrets: the document is kept as long as the window is open.
 */
export function registerExplainText(ask: Ask): vscode.Disposable {
  const explanations = new Map<string, string>();
  let count = 0;
  const show = async (name: string, text: string): Promise<void> => {
    const { markdown } = await ask<Explanation>('thinqNugu/explainText', { text });
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name} ${++count}.md` });
    explanations.set(uri.path, markdown);
    const [oldest] = explanations.keys();
    if (explanations.size > MOST_KEPT && oldest !== undefined) explanations.delete(oldest);
    await vscode.commands.executeCommand('markdown.showPreview', uri);
  };
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) =>
        explanations.get(path) ?? vscode.l10n.t('This explanation is no longer kept. Explain the lines again.'),
    }),
    vscode.commands.registerCommand('thinqNugu.explainSelection', async () => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) return;
      const { document, selections } = editor;
      const selected = selections.map((one) => document.getText(one)).join('\n');
      // Who has selected nothing means the whole, such as a log.
      await show(vscode.l10n.t('Selection'), selected.trim() === '' ? document.getText() : selected);
    }),
    vscode.commands.registerCommand('thinqNugu.explainClipboard', async () => {
      const text = await vscode.env.clipboard.readText();
      if (text.trim() === '') await vscode.window.showInformationMessage(vscode.l10n.t('The clipboard holds no text.'));
      else await show(vscode.l10n.t('Clipboard'), text);
    }),
  );
}
