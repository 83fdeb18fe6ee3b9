import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';
import { CheckWorkspaceRequest } from './protocol.ts';

/** The command that checks all files of the workspace: a notification shows how far it has come, and can end it. */
export function registerCheckWorkspace(client: BaseLanguageClient): vscode.Disposable {
  let count = 0;
  return vscode.commands.registerCommand('thinqNugu.checkWorkspace', async () => {
    const folders = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString());
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: vscode.l10n.t('Checking the workspace for codes'),
      cancellable: true,
    };
    const { findings, isWhole } = await vscode.window.withProgress(options, async (progress, cancellation) => {
      const workDoneToken = `thinqNugu.checkWorkspace.${++count}`;
      const listener = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
        if ('message' in value && value.message)
          progress.report({ message: vscode.l10n.t('{0} files', value.message) });
      });
      try {
        return await client.sendRequest(CheckWorkspaceRequest, { folders, workDoneToken }, cancellation);
      } finally {
        listener.dispose();
      }
    });
    const text = isWhole
      ? vscode.l10n.t('{0} findings in files that are not open.', findings)
      : vscode.l10n.t('{0} findings so far; the check was not finished.', findings);
    void vscode.window.showInformationMessage(text);
    if (findings > 0) await vscode.commands.executeCommand('workbench.actions.view.problems');
  });
}
