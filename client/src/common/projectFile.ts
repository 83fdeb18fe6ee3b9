import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Vendor } from '../../../server/src/catalog/types.ts';
import type { ProjectChange } from '../../../server/src/project/changes.ts';
import { PROJECT_FILE } from '../../../server/src/project/fileNames.ts';
import { ChangeProjectFileRequest, LookUpRequest, NewProjectFileRequest } from './protocol.ts';
import type { Commands } from './started.ts';

/** Whose codes something is about, as somebody chooses it: of a file, or of its whole project. */
interface Declaration {
  readonly scope: 'file' | 'project';
  readonly vendors: readonly Vendor[];
}

/** Where a project file lies or would lie. */
interface Place {
  readonly uri: vscode.Uri;
  readonly isThere: boolean;
}

/** Commands that write the project file. Each is a choice of somebody's, and what it changes can be undone. */
export function projectFileCommands(client: BaseLanguageClient): Commands {
  /** Makes the project file say something, a new one where there is none. @returns whether it says so now */
  const change = async ({ uri, isThere }: Place, wanted: ProjectChange): Promise<boolean> => {
    const document = isThere ? await vscode.workspace.openTextDocument(uri) : undefined;
    const params = { ...(document && { text: document.getText() }), change: wanted };
    const { text, edit } = await client.sendRequest(ChangeProjectFileRequest, params);
    if (!edit) {
      await vscode.window.showTextDocument(uri);
      vscode.window.showErrorMessage(vscode.l10n.t('The project file has errors. Correct them first.'));
      return false;
    }
    const range = client.protocol2CodeConverter.asRange(edit.range);
    const all = new vscode.WorkspaceEdit();
    if (document) all.replace(uri, range, edit.newText);
    else all.createFile(uri, { contents: new TextEncoder().encode(withEdit(text, range, edit.newText)) });
    if (!(await vscode.workspace.applyEdit(all))) return false;
    // What is not on the disk holds for nobody: not for the command line, and not for other files.
    return document ? document.save() : true;
  };

  /** The text of a new file, about those that its folder's files speak of, or whom somebody chooses. */
  const chooseText = async (folder: vscode.Uri): Promise<string | undefined> => {
    const asked = { folder: client.code2ProtocolConverter.asUri(folder) };
    const { text, found } = await client.sendRequest(NewProjectFileRequest, asked);
    const names = found.map((vendor) => (vendor === 'thinq' ? 'ThinQ' : 'NUGU')).join(', ');
    const shown: Choice = { label: vscode.l10n.t('As the files show: {0}', names) };
    const items = [...(found.length > 0 ? [shown] : []), ...choices().slice(0, 3)];
    const title = vscode.l10n.t('Whose codes is this project about?');
    const chosen = await vscode.window.showQuickPick(items, { title });
    if (chosen === undefined || chosen === shown) return chosen && text;
    const { vendors = [] } = chosen;
    return (await client.sendRequest(NewProjectFileRequest, { ...asked, vendors })).text;
  };

  return {
    async init() {
      const folder = vscode.window.activeTextEditor?.document.uri ?? vscode.workspace.workspaceFolders?.[0]?.uri;
      const place = folder && (await placeFor(folder));
      if (!place) return tellOfNoFolder();
      if (!place.isThere) {
        const text = await chooseText(vscode.Uri.joinPath(place.uri, '..'));
        if (text === undefined) return undefined;
        const created = new vscode.WorkspaceEdit();
        created.createFile(place.uri, { contents: new TextEncoder().encode(text) });
        if (!(await vscode.workspace.applyEdit(created))) return undefined;
      }
      return vscode.window.showTextDocument(place.uri);
    },

    async declare(given?: Declaration) {
      const document = vscode.window.activeTextEditor?.document;
      const place = document && (await placeFor(document.uri));
      if (!place) return tellOfNoFolder();
      const wanted = given ?? (await chooseDeclaration());
      if (!wanted) return undefined;
      const { scope, vendors } = wanted;
      const folder = vscode.Uri.joinPath(place.uri, '..').path.replace(/\/$/, '');
      const file = document.uri.path.slice(folder.length + 1);
      return change(place, { kind: 'vendors', vendors, ...(scope === 'file' && { file }) });
    },

    async turnRuleOff(rule?: string, uri?: string) {
      const about = uri === undefined ? vscode.window.activeTextEditor?.document.uri : vscode.Uri.parse(uri);
      const place = await placeFor(about ?? vscode.workspace.workspaceFolders?.[0]?.uri);
      if (!place) return tellOfNoFolder();
      const wanted = rule ?? (await chooseRule(client));
      return wanted === undefined ? undefined : change(place, { kind: 'rule off', rule: wanted });
    },
  };
}

function withEdit(text: string, { start, end }: vscode.Range, written: string): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: vscode.Position): number =>
    lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
  return text.slice(0, offset(start)) + written + text.slice(offset(end));
}

/** The nearest project file around a document or a folder, else where one would lie: in the folder that is worked in. */
async function placeFor(of: vscode.Uri | undefined): Promise<Place | undefined> {
  const root = of && vscode.workspace.getWorkspaceFolder(of)?.uri;
  if (!root) return undefined;
  for (let at = of; at.path.length >= root.path.length; at = vscode.Uri.joinPath(at, '..')) {
    const uri = vscode.Uri.joinPath(at, PROJECT_FILE);
    if (await isFile(uri)) return { uri, isThere: true };
    if (at.path === '/') break;
  }
  return { uri: vscode.Uri.joinPath(root, PROJECT_FILE), isThere: false };
}

async function isFile(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.File) !== 0;
  } catch {
    return false;
  }
}

function tellOfNoFolder(): undefined {
  vscode.window.showInformationMessage(vscode.l10n.t('A project file lies in a folder. Open one, and a file in it.'));
}

interface Choice extends vscode.QuickPickItem {
  readonly vendors?: readonly Vendor[];
  readonly scope?: Declaration['scope'];
}

function choices(): readonly (Choice & { readonly vendors: readonly Vendor[] })[] {
  return [
    { label: vscode.l10n.t('This is ThinQ'), vendors: ['thinq'] },
    { label: vscode.l10n.t('This is NUGU'), vendors: ['nugu'] },
    { label: vscode.l10n.t('This is both'), vendors: ['thinq', 'nugu'] },
    { label: vscode.l10n.t('This is neither'), description: vscode.l10n.t('Nothing is reported there'), vendors: [] },
  ];
}

async function chooseDeclaration(): Promise<Declaration | undefined> {
  const of = (scope: Declaration['scope'], label: string): readonly Choice[] => [
    { label, kind: vscode.QuickPickItemKind.Separator },
    ...choices().map((choice) => ({ ...choice, scope })),
  ];
  const items = [...of('file', vscode.l10n.t('This file')), ...of('project', vscode.l10n.t('The project'))];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Whose codes are these?'),
    placeHolder: vscode.l10n.t('The answer is written into the project file'),
  });
  return chosen?.scope && chosen.vendors && { scope: chosen.scope, vendors: chosen.vendors };
}

async function chooseRule(client: BaseLanguageClient): Promise<string | undefined> {
  const { rows } = await client.sendRequest(LookUpRequest, {});
  const rules = rows.filter(({ page }) => page.startsWith('thinq-nugu:/rules/'));
  const items = rules.map(({ label, gloss }) => ({ label, description: gloss }));
  const title = vscode.l10n.t('Which rule is to be turned off?');
  return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.label;
}
