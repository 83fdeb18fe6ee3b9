import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { Row } from '../../../server/src/lsp/protocol.ts';
import { SECTION } from './options.ts';
import { askWithProgress, type IsOnDisk } from './progress.ts';
import { CoverageRequest } from './protocol.ts';
import type { Commands } from './started.ts';
import type { ShownView } from './views.ts';

/**
 * What the workspace does with every code: rows for the view, and the commands that look for it and write it down.
 *
 * @param isOnDisk whether the server can read a folder by itself
 * @param settingsTold fires once the server knows of changed settings: rows that are shown are read in another language then
 */
export function createCoverage(
  client: BaseLanguageClient,
  isOnDisk: IsOnDisk,
  { view, refresh }: ShownView,
  settingsTold: vscode.Event<void>,
): { readonly commands: Commands; rows(): readonly Row[] } & vscode.Disposable {
  let rows: readonly Row[] = [];
  let shownIn = '';
  let looks = 0;
  const language = (): string => vscode.workspace.getConfiguration(SECTION).get('docs.language', '');
  const look = (more: { readonly linksTo?: string; readonly project?: string } = {}, quietly = false) =>
    askWithProgress(
      client,
      isOnDisk,
      { title: vscode.l10n.t('Looking through the workspace for codes'), quietly },
      `thinqNugu.coverage/${++looks}`,
      (params, token) => client.sendRequest(CoverageRequest, { ...params, ...more }, token),
    );
  const show = ({ rows: found, percent }: { readonly rows: readonly Row[]; readonly percent: number }): void => {
    rows = found;
    shownIn = language();
    if (found.length > 0) {
      view.description = `${percent}%`;
      delete view.message;
    } else {
      view.description = '';
      view.message = vscode.l10n.t('No file of the workspace uses a code.');
    }
    refresh();
  };
  const listening = settingsTold(async () => {
    if (rows.length === 0 || shownIn === language()) return;
    const found = await look({}, true);
    if (found?.isWhole) show(found);
  });
  return {
    rows: () => rows,
    dispose: () => listening.dispose(),
    commands: {
      async coverage() {
        const found = await look();
        if (!found?.isWhole) return undefined;
        show(found);
        await vscode.commands.executeCommand('thinqNugu.coverage.focus');
        // What has the focus by now is the welcome that the rows take the place of: no key would reach them.
        const [first] = found.rows;
        if (first) await view.reveal(first, { focus: true, select: false });
        return found;
      },
      async exportCoverage(target?: vscode.Uri) {
        const folder = vscode.workspace.workspaceFolders?.[0];
        const project = vscode.workspace.name ?? folder?.name ?? '';
        const found = await look({ linksTo: vscode.env.uriScheme, project });
        if (!found?.isWhole || found.page === undefined) return undefined;
        show(found);
        const uri = target ?? (await chooseTarget(folder?.uri));
        if (!uri) return undefined;
        await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(`${found.page}\n`));
        offerToOpen(uri);
        return uri;
      },
    },
  };
}

function chooseTarget(folder: vscode.Uri | undefined): Thenable<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Save Coverage as a Page'),
    ...(folder && { defaultUri: vscode.Uri.joinPath(folder, 'coverage.html') }),
    filters: { HTML: ['html'] },
  });
}

/** Nobody waits until it has been read. */
async function offerToOpen(uri: vscode.Uri): Promise<void> {
  const open = vscode.l10n.t('Open');
  const said = vscode.l10n.t('Coverage has been written into {0}.', vscode.workspace.asRelativePath(uri));
  if ((await vscode.window.showInformationMessage(said, open)) === open) await vscode.env.openExternal(uri);
}
