import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { harmlessNotice } from '../../../server/src/catalog/harmless.ts';
import type { FileStatus } from '../../../server/src/lsp/protocol.ts';
import { documentSelector, NAME, SECTION } from './options.ts';
import { FileStatusNotification } from './protocol.ts';

/** What is said, and why: a line each, for VS Code cuts off whatever is too long for one, the command at its end first. */
interface Items {
  readonly said: vscode.LanguageStatusItem;
  readonly why: vscode.LanguageStatusItem;
}

/** Says beside the language of the active editor whose codes its file is about and why, or why nothing is reported in it. */
export function registerFileStatus(client: BaseLanguageClient): vscode.Disposable {
  const known = new Map<string, FileStatus>();
  let items: Items | undefined;

  const hide = (): void => {
    items?.said.dispose();
    items?.why.dispose();
    items = undefined;
  };
  const show = () => {
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    const status = uri === undefined ? undefined : known.get(uri);
    if (!status) return hide();
    items ??= { said: createItem('fileStatus'), why: createItem('fileStatus.why') };
    fill(items, status);
  };

  return vscode.Disposable.from(
    client.onNotification(FileStatusNotification, (status) => {
      // The server may write an address otherwise than VS Code does.
      known.set(vscode.Uri.parse(status.uri).toString(), status);
      show();
    }),
    vscode.window.onDidChangeActiveTextEditor(show),
    vscode.workspace.onDidCloseTextDocument((document) => known.delete(document.uri.toString())),
    { dispose: hide },
  );
}

function createItem(name: string): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem(`${SECTION}.${name}`, documentSelector());
  item.name = NAME;
  item.severity = vscode.LanguageStatusSeverity.Information;
  return item;
}

function fill({ said, why }: Items, { state, title, reason = '' }: FileStatus): void {
  const icon = { checked: '$(check)', silent: '$(circle-slash)', skipped: '$(info)' }[state];
  const text = state === 'checked' && title ? title : vscode.l10n.t('Codes are not checked in this file');
  said.text = `${icon} ${text}`;
  said.accessibilityInformation = { label: `${NAME}: ${text}` };
  why.text = harmlessNotice(reason);
  why.accessibilityInformation = { label: `${NAME}: ${why.text}` };
  // What cannot be read is not read for being somebody's either.
  const declare = { command: 'thinqNugu.declare', title: vscode.l10n.t('Whose Codes Are These?') };
  said.command = state === 'skipped' ? undefined : declare;
}
