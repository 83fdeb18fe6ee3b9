import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { harmlessNotice } from '../../../server/src/catalog/harmless.ts';
import type { FileStatus } from '../../../server/src/lsp/protocol.ts';
import { documentSelector, NAME } from './options.ts';
import { FileStatusNotification } from './protocol.ts';

/** Says beside the language of the active editor whose codes its file is about and why, or why nothing is reported in it. */
export function registerFileStatus(client: BaseLanguageClient): vscode.Disposable {
  const known = new Map<string, FileStatus>();
  let item: vscode.LanguageStatusItem | undefined;

  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : known.get(uri);
    if (!status) {
      item?.dispose();
      item = undefined;
      return;
    }
    item ??= vscode.languages.createLanguageStatusItem('thinqNugu.fileStatus', documentSelector());
    fill(item, status);
  };

  return vscode.Disposable.from(
    client.onNotification(FileStatusNotification, (status) => {
      // The server may write an address otherwise than VS Code does.
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
    { dispose: () => item?.dispose() },
  );
}

function fill(item: vscode.LanguageStatusItem, { state, title, reason = '' }: FileStatus): void {
  const icon = { checked: '$(check)', silent: '$(circle-slash)', skipped: '$(info)' }[state];
  const text = state === 'checked' && title ? title : vscode.l10n.t('Codes are not checked in this file');
  item.name = NAME;
  item.severity = vscode.LanguageStatusSeverity.Information;
  item.text = `${icon} ${text}`;
  item.detail = harmlessNotice(reason);
  item.accessibilityInformation = { label: `${NAME}: ${text}. ${item.detail}` };
  // What cannot be read is not read for being somebody's either.
  if (state !== 'skipped')
    item.command = { command: 'thinqNugu.declare', title: vscode.l10n.t('Whose Codes Are These?') };
}
