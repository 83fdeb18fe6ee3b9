import * as vscode from 'vscode';
import type { LookUpRow } from '../../../server/src/lsp/protocol.ts';
import { PROJECT_FILE } from '../../../server/src/project/fileNames.ts';
import type { Ask } from './ask.ts';
import { explanationUri } from './explain.ts';

/** A row of the list, or what was typed: a message or a line of a log is explained as a whole. */
interface Item extends vscode.QuickPickItem {
  readonly row?: LookUpRow;
}

/** The command that looks up codes, directives and rules as somebody types, and opens the page of the one that is chosen. */
export function registerLookUp(ask: Ask): vscode.Disposable {
  return vscode.commands.registerCommand('thinqNugu.lookUp', async (typed?: string) => {
    const pick = vscode.window.createQuickPick<Item>();
    pick.title = vscode.l10n.t('Look Up a Code');
    pick.placeholder = vscode.l10n.t('A number, a word, a meaning, or a line of a log: 1222, TurnOn, offline, …');
    pick.value = typed ?? textAtCursor();
    pick.busy = true;
    let rows: readonly LookUpRow[] = [];
    const show = (): void => {
      pick.items = itemsFor(pick.value, rows);
    };
    pick.onDidChangeValue(show);
    pick.onDidHide(() => pick.dispose());
    pick.onDidAccept(async () => {
      const [chosen] = pick.selectedItems;
      const asked = pick.value.trim();
      pick.hide();
      if (chosen?.row) await vscode.commands.executeCommand('thinqNugu.openPage', chosen.row.page);
      else if (asked !== '') await vscode.commands.executeCommand('markdown.showPreview', explanationUri(asked));
    });
    pick.show();
    try {
      rows = (await ask<{ readonly rows: readonly LookUpRow[] }>('thinqNugu/lookUp', { uri: uriAround() })).rows;
      show();
    } finally {
      pick.busy = false;
    }
  });
}

function itemsFor(typed: string, rows: readonly LookUpRow[]): readonly Item[] {
  const found = matching(typed, rows).map(
    (row): Item => ({
      label: row.label,
      description: row.category,
      detail: row.gloss,
      // What fits is decided here: the list itself looks at what is shown, and that is in one language.
      alwaysShow: true,
      row,
    }),
  );
  const asked = typed.trim();
  if (asked === '') return found;
  // Items whose label holds what was typed are shown first: this one comes last.
  return [...found, { label: vscode.l10n.t('Explain all of it'), description: asked, alwaysShow: true }];
}

/**
 * The rows in which every word stands that was typed, in either language: those first whose name begins with it, then those
 * whose name holds it.
 */
export function matching(typed: string, rows: readonly LookUpRow[]): readonly LookUpRow[] {
  const asked = typed.trim().toLowerCase();
  const wanted = asked.split(/\s+/);
  const rankOf = ({ label }: LookUpRow): number => {
    const name = label.toLowerCase();
    return name.startsWith(asked) ? 0 : name.includes(asked) ? 1 : 2;
  };
  return rows
    .filter(({ words }) => wanted.every((word) => words.includes(word)))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** The URI of a file of the project that is worked in; nothing where there is no folder. */
function uriAround(): string | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  if (active && vscode.workspace.getWorkspaceFolder(active)) return active.toString();
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return folder && vscode.Uri.joinPath(folder, PROJECT_FILE).toString();
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
