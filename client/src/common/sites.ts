import * as vscode from 'vscode';
import type { BaseLanguageClient, CodeAction } from 'vscode-languageclient';
import { SECTION } from './options.ts';
import { SiteRequest } from './protocol.ts';
import type { Commands } from './started.ts';

/** Tells the walkthrough that a place has been looked at. It does not hear of a command that a lens names. */
const SHOWN = `${SECTION}.isSiteShown`;

/** A row of the list: a fix to apply, or a code whose page to open. */
interface Item extends vscode.QuickPickItem {
  readonly fix?: CodeAction;
  readonly page?: string;
}

/**
 * Commands about the place that decides on codes: one lists what it leaves out, one adds it. Lenses name them, with a
 * document's address and a position; from the palette they are about the cursor.
 */
export function siteCommands(client: BaseLanguageClient): Commands {
  const siteAt = async (uri?: string, position?: { readonly line: number; readonly character: number }) => {
    const editor = vscode.window.activeTextEditor;
    const at = position ?? editor?.selection.active;
    const document = uri ?? (editor && client.code2ProtocolConverter.asUri(editor.document.uri));
    const site =
      at && document
        ? await client.sendRequest(SiteRequest, {
            textDocument: { uri: document },
            position: { line: at.line, character: at.character },
          })
        : null;
    if (site) vscode.commands.executeCommand('setContext', SHOWN, true);
    else vscode.window.showInformationMessage(vscode.l10n.t('Nothing at the cursor decides on codes.'));
    return site;
  };
  const apply = async ({ edit }: CodeAction): Promise<void> => {
    const written = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
    if (written) await vscode.workspace.applyEdit(written);
  };
  return {
    async showSite(uri?: string, position?: vscode.Position) {
      const site = await siteAt(uri, position);
      if (!site) return;
      const fixes = site.fixes.map((fix): Item => ({ label: `$(lightbulb) ${fix.title}`, fix }));
      const codes = site.missing.flatMap(({ advice, codes: ofAdvice }): Item[] => [
        { label: advice, kind: vscode.QuickPickItemKind.Separator },
        ...ofAdvice.map(({ code, gloss, page }) => ({ label: code, description: gloss, page })),
      ]);
      const chosen = await vscode.window.showQuickPick([...fixes, ...codes], {
        title: site.summary,
        placeHolder: vscode.l10n.t('Add what is missing, or open the page of a code'),
        matchOnDescription: true,
      });
      if (chosen?.fix) await apply(chosen.fix);
      else if (chosen?.page) await vscode.commands.executeCommand('thinqNugu.openPage', chosen.page);
    },
    async addMissing(uri?: string, position?: vscode.Position) {
      const site = await siteAt(uri, position);
      if (!site) return;
      const all = site.fixes.find(({ addsAll }) => addsAll);
      if (all) await apply(all);
      else vscode.window.showInformationMessage(vscode.l10n.t('No code has to be added here.'));
    },
  };
}
