import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { harmlessNotice } from '../../../server/src/catalog/harmless.ts';
import { documentSelector, NAME } from './options.ts';
import { FileStatusNotification } from './protocol.ts';

/** Shows beside the language of the active editor that its file is skipped, and why. Checked files show nothing. */
export function registerFileStatus(client: BaseLanguageClient): vscode.Disposable {
  const reasons = new Map<string, string>();
  let item: vscode.LanguageStatusItem | undefined;

  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const reason = uri === undefined ? undefined : reasons.get(uri);
    item?.dispose();
    item = reason === undefined ? undefined : skippedItem(reason);
  };

  return vscode.Disposable.from(
    client.onNotification(FileStatusNotification, ({ uri, state, reason }) => {
      // The server may write an address otherwise than VS Code does.
      const key = vscode.Uri.parse(uri).toString();
      if (state === 'skipped') reasons.set(key, reason ?? '');
      else reasons.delete(key);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => reasons.delete(document.uri.toString())),
    { dispose: () => item?.dispose() },
  );
}

function skippedItem(reason: string): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem('thinqNugu.fileStatus', documentSelector());
  item.name = NAME;
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.text = vscode.l10n.t('Codes are not checked in this file');
  item.detail = harmlessNotice(reason);
  return item;
}
