import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { WorkspaceCheck } from '../../../server/src/lsp/protocol.ts';
import { countFindings } from './countFindings.ts';
import { keepChecked } from './keepChecked.ts';
import { askWithProgress, type IsOnDisk } from './progress.ts';
import { CheckWorkspaceRequest, ClearWorkspaceNotification } from './protocol.ts';
import type { StartedClient } from './started.ts';

/** While it is set, there are findings of files that are not open. */
const CONTEXT = 'thinqNugu.hasWorkspaceFindings';

/**
 * Checks all files of the workspace, and takes the findings back. It runs by itself where a setting says so.
 *
 * @param isOnDisk whether the server can read a folder by itself
 * @param view counts the findings
 */
export function createWorkspaceCheck(
  client: BaseLanguageClient,
  isOnDisk: IsOnDisk,
  view: vscode.TreeView<unknown>,
): Pick<StartedClient, 'checkWorkspace' | 'clearWorkspace'> & vscode.Disposable {
  const counted = countFindings(view, vscode.languages, (count) =>
    vscode.l10n.t('Findings in the workspace: {0}', count),
  );
  const setHas = (value: boolean) => {
    counted.show(value);
    return vscode.commands.executeCommand('setContext', CONTEXT, value);
  };
  let runs = 0;

  const check = async (quietly = false): Promise<WorkspaceCheck | undefined> => {
    const shown = { title: vscode.l10n.t('Checking the workspace for codes'), quietly };
    const checked = await askWithProgress(
      client,
      isOnDisk,
      shown,
      `thinqNugu.checkWorkspace/${++runs}`,
      (params, token) => client.sendRequest(CheckWorkspaceRequest, params, token),
    );
    if (!checked) return undefined;
    await setHas(checked.findings > 0);
    if (!quietly) tell(checked);
    return checked;
  };
  // A server that ends takes its findings with it.
  const listening = client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) setHas(false);
  });
  const clear = async (): Promise<void> => {
    await client.sendNotification(ClearWorkspaceNotification);
    await setHas(false);
  };
  const kept = keepChecked(() => check(true));
  return {
    checkWorkspace: () => check(),
    clearWorkspace: clear,
    dispose: () => vscode.Disposable.from(listening, counted, kept).dispose(),
  };
}

/** Says what came of it. Nobody waits until it has been read. */
async function tell(checked: WorkspaceCheck): Promise<void> {
  const { findings, filesWithFindings, total, looked, unread, isWhole } = checked;
  const number = (count: number) => count.toLocaleString(vscode.env.language);
  const sentences = [
    ...(isWhole ? [] : [vscode.l10n.t('Stopped after {0} of {1} files.', number(looked), number(total))]),
    findings === 0
      ? vscode.l10n.t('No findings in {0} files.', number(looked))
      : vscode.l10n.t(
          'Findings: {0}, in {1} of {2} files.',
          number(findings),
          number(filesWithFindings),
          number(looked),
        ),
    ...(unread > 0 ? [vscode.l10n.t('Too large or unreadable: {0} files.', number(unread))] : []),
  ];
  const show = vscode.l10n.t('Show Problems');
  const chosen = await vscode.window.showInformationMessage(sentences.join(' '), ...(findings > 0 ? [show] : []));
  if (chosen === show) await vscode.commands.executeCommand('workbench.panel.markers.view.focus');
}
