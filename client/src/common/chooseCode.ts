import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Vendor } from '../../../server/src/catalog/types.ts';
import type { LookUpRow } from '../../../server/src/lsp/protocol.ts';
import { matching } from './lookUp.ts';
import { ChosenCodeRequest, LookUpRequest } from './protocol.ts';
import type { Commands } from './started.ts';

/** The command of the light bulb that looks codes up and writes the one that is chosen. */
export function chooseCodeCommands(client: BaseLanguageClient): Commands {
  return {
    async chooseCode(uri: string, position: vscode.Position, vendor: Vendor) {
      const { rows } = await client.sendRequest(LookUpRequest, { uri });
      const code = await pickCode(rows, vendor);
      if (code === undefined) return;
      const { line, character } = position;
      const params = { textDocument: { uri }, position: { line, character }, code };
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(
        await client.sendRequest(ChosenCodeRequest, params),
      );
      if (edit) await vscode.workspace.applyEdit(edit);
      else vscode.window.showInformationMessage(vscode.l10n.t('The text has changed meanwhile. Try again.'));
    },
  };
}

/** Lists a vendor's codes, found by number, word and meaning in both languages. @returns undefined where nobody chooses one */
function pickCode(rows: readonly LookUpRow[], vendor: Vendor): Promise<string | undefined> {
  const codes = rows.filter((row) => row.vendor === vendor && !row.page.includes('/directives/'));
  return new Promise((resolve) => {
    const pick = vscode.window.createQuickPick();
    const show = (): void => {
      pick.items = matching(pick.value, codes).map(({ label, category, gloss }) => ({
        ...{ label, description: category, detail: gloss },
        alwaysShow: true,
      }));
    };
    pick.title = vscode.l10n.t('Choose a Code');
    pick.placeholder = vscode.l10n.t('A number, a word or a meaning: 1222, TurnOn, offline, …');
    pick.onDidChangeValue(show);
    pick.onDidAccept(() => {
      resolve(pick.selectedItems[0]?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    show();
    pick.show();
  });
}
