import * as vscode from 'vscode';
import { type BaseLanguageClient, State, WorkDoneProgress } from 'vscode-languageclient';
import type { WorkspaceCheck } from '../../../server/src/lsp/protocol.ts';
import { CheckWorkspaceRequest, ClearWorkspaceNotification } from './protocol.ts';
import type { StartedClient } from './started.ts';

/** While it is set, there are findings of files that are not open. */
const CONTEXT = 'thinqNugu.hasWorkspaceFindings';

/**
 * Checks all files of the workspace, and takes the findings back. Nothing of it runs by itself.
 *
 * @param isOnDisk whether the server can read a folder by itself
 */
export function createWorkspaceCheck(
  client: BaseLanguageClient,
  isOnDisk: (folder: vscode.Uri) => boolean,
): Pick<StartedClient, 'checkWorkspace' | 'clearWorkspace'> & vscode.Disposable {
  const setContext = (value: boolean) => vscode.commands.executeCommand('setContext', CONTEXT, value);
  let runs = 0;

  const check = (): Thenable<WorkspaceCheck | undefined> => {
    const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => isOnDisk(uri));
    if (folders.length === 0) {
      vscode.window.showInformationMessage(vscode.l10n.t('There is no folder on this machine to check.'));
      return Promise.resolve(undefined);
    }
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking the workspace for codes'),
      cancellable: true,
    };
    return vscode.window.withProgress(options, async (progress, token) => {
      const workDoneToken = `thinqNugu.checkWorkspace/${++runs}`;
      let reached = 0;
      const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if (value.kind !== 'report') return;
        const { percentage = reached, message = '' } = value;
        progress.report({ increment: percentage - reached, message });
        reached = percentage;
      });
      try {
        const params = {
          folders: folders.map(({ uri }) => client.code2ProtocolConverter.asUri(uri)),
          mayRunGit: vscode.workspace.isTrusted,
          workDoneToken,
        };
        const checked = await client.sendRequest(CheckWorkspaceRequest, params, token);
        await setContext(checked.findings > 0);
        tell(checked);
        return checked;
      } finally {
        listening.dispose();
      }
    });
  };

  // A server that ends takes its findings with it.
  const listening = client.onDidChangeState(({ newState }) => {
    if (newState === State.Stopped) setContext(false);
  });
  return {
    checkWorkspace: check,
    async clearWorkspace() {
      await client.sendNotification(ClearWorkspaceNotification);
      await setContext(false);
    },
    dispose: () => listening.dispose(),
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
