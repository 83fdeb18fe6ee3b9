import * as vscode from 'vscode';
import type { Row } from '../../../server/src/lsp/protocol.ts';

const ICONS: Readonly<Record<Row['kind'], string>> = {
  vendor: 'organization',
  advice: 'symbol-class',
  capability: 'symbol-namespace',
  directive: 'symbol-method',
  code: 'symbol-enum-member',
  place: 'go-to-file',
  handled: 'pass',
  reported: 'reply',
  caught: 'shield',
  todo: 'checklist',
  mentioned: 'comment',
  absent: 'circle-slash',
};

/** A row as VS Code shows it: with an icon of its own, words for who hears it, and what a click opens. */
export function treeItem({ id, kind, label, description, spoken, opens, rows }: Row): vscode.TreeItem {
  const { None, Collapsed } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, rows ? Collapsed : None);
  item.id = id;
  item.iconPath = new vscode.ThemeIcon(ICONS[kind]);
  item.accessibilityInformation = { label: spoken };
  item.tooltip = spoken;
  item.contextValue = kind;
  if (description !== undefined) item.description = description;
  if (opens) item.command = commandFor(opens);
  return item;
}

function commandFor(opens: NonNullable<Row['opens']>): vscode.Command {
  if ('page' in opens)
    return { command: 'thinqNugu.openPage', title: vscode.l10n.t('Open the Page'), arguments: [opens.page] };
  const selection = new vscode.Range(opens.line, 0, opens.line, 0);
  const place = [vscode.Uri.parse(opens.uri), { selection }];
  return { command: 'vscode.open', title: vscode.l10n.t('Go to the Place'), arguments: place };
}
