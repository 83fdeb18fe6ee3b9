import * as vscode from 'vscode';
import type { Vendor } from '../../../server/src/catalog/types.ts';
import { TARGET_TITLES } from '../../../server/src/generate/names.ts';
import type { Generated, GenerateParams } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';

/** The commands that write the codes as source code, at the cursor and into a new file. */
export function registerGenerate(ask: Ask): vscode.Disposable {
  const generate = async (params: GenerateParams): Promise<string | undefined> => {
    const { text } = await ask<Generated>('thinqNugu/generate', params);
    if (text === null) await vscode.window.showInformationMessage(nothingIn(params.language));
    return text ?? undefined;
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('thinqNugu.insertCodes', async (given?: readonly Vendor[]) => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined) return;
      const vendors = given ?? (await pickVendors());
      if (vendors === undefined) return;
      const { document, selection } = editor;
      const line = document.lineAt(selection.active.line).text.slice(0, selection.active.character);
      const indentation = /^\s*/.exec(line)?.[0] ?? '';
      const text = await generate({ language: document.languageId, vendors, indentation });
      if (text !== undefined) await editor.edit((edit) => edit.replace(selection, text));
    }),
    vscode.commands.registerCommand('thinqNugu.newFileOfCodes', async (given?: GenerateParams) => {
      const language = given?.language ?? (await pickLanguage());
      const vendors = language === undefined ? undefined : (given?.vendors ?? (await pickVendors()));
      if (language === undefined || vendors === undefined) return;
      const content = await generate({ language, vendors });
      if (content === undefined) return;
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language, content }));
    }),
  );
}

function nothingIn(language: string): string {
  const names = Object.values(TARGET_TITLES).join(', ');
  return vscode.l10n.t('No codes can be written in "{0}". Open a file in one of these: {1}.', language, names);
}

/** @returns undefined where nothing was chosen */
async function pickVendors(): Promise<readonly Vendor[] | undefined> {
  const items: readonly (vscode.QuickPickItem & { readonly vendors: readonly Vendor[] })[] = [
    { label: 'ThinQ', vendors: ['thinq'] },
    { label: 'NUGU', vendors: ['nugu'] },
    { label: vscode.l10n.t('Both'), vendors: [] },
  ];
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Whose codes?') });
  return chosen?.vendors;
}

/** The languages, that of the editor first. */
async function pickLanguage(): Promise<string | undefined> {
  const current = vscode.window.activeTextEditor?.document.languageId;
  const items = Object.entries(TARGET_TITLES)
    .map(([language, label]) => ({ label, language }))
    .sort((a, b) => Number(b.language === current) - Number(a.language === current));
  const chosen = await vscode.window.showQuickPick(items, { title: vscode.l10n.t('In which language?') });
  return chosen?.language;
}
