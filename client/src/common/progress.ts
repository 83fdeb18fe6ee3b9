import * as vscode from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';

/** How a request is shown that takes a while. */
export interface Shown {
  readonly title: string;
  /** Where nobody has asked for it, it is shown in the status bar, else as a notification that it can be cancelled in. */
  readonly quietly: boolean;
}

/** What looking through the folders of the workspace takes. */
export interface FoldersAsked {
  readonly folders: readonly string[];
  readonly mayRunGit: boolean;
  readonly workDoneToken: string;
}

/** Whether the server can read a folder by itself. */
export type IsOnDisk = (folder: vscode.Uri) => boolean;

/**
 * The folders of the workspace, as the protocol writes them. Where nobody has asked, those alone that the server can read by
 * itself: each file of others may be a request to a distant machine.
 */
function foldersToLookThrough(client: BaseLanguageClient, isOnDisk: IsOnDisk, quietly: boolean): readonly string[] {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(({ uri }) => !quietly || isOnDisk(uri));
  return folders.map(({ uri }) => client.code2ProtocolConverter.asUri(uri));
}

/**
 * Asks for something of all folders, and shows how far it has come.
 *
 * @param workDoneToken a name that no other request has
 * @param ask sends the request @returns undefined where there is no folder, which is said unless nobody has asked
 */
export function askWithProgress<Answer>(
  client: BaseLanguageClient,
  isOnDisk: IsOnDisk,
  { title, quietly }: Shown,
  workDoneToken: string,
  ask: (params: FoldersAsked, token: vscode.CancellationToken) => Promise<Answer>,
): Thenable<Answer | undefined> {
  const folders = foldersToLookThrough(client, isOnDisk, quietly);
  if (folders.length === 0) {
    const none = vscode.l10n.t('There is no folder to check.');
    if (!quietly) vscode.window.showInformationMessage(none);
    return Promise.resolve(undefined);
  }
  const { Notification, Window } = vscode.ProgressLocation;
  const options = { location: quietly ? Window : Notification, title, cancellable: !quietly };
  return vscode.window.withProgress(options, async (progress, token) => {
    let reached = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (value) => {
      if (value.kind !== 'report') return;
      const { percentage = reached, message = '' } = value;
      progress.report({ increment: percentage - reached, message });
      reached = percentage;
    });
    try {
      return await ask({ folders, mayRunGit: vscode.workspace.isTrusted, workDoneToken }, token);
    } finally {
      listening.dispose();
    }
  });
}
