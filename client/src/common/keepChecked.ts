import * as vscode from 'vscode';
import { checkedEndings } from '../../../server/src/languages/registry.json';
import { SECTION } from './options.ts';

/** Milliseconds without another change after which the workspace is looked through again. */
const QUIET_MS = 2000;

/**
 * Has the workspace checked once the server is there, and again after files have changed, as long as the setting wants it.
 *
 * @param check looks through the workspace without asking for anybody's attention
 */
export function keepChecked(check: () => Promise<unknown>): vscode.Disposable {
  let watcher: vscode.FileSystemWatcher | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    clearTimeout(timer);
    // Who is told of what failed sees it in the log of the client.
    timer = setTimeout(() => void check().catch(() => {}), QUIET_MS);
  };
  const stop = (): void => {
    clearTimeout(timer);
    watcher?.dispose();
    watcher = undefined;
  };
  const begin = (): void => {
    const isWanted = vscode.workspace.getConfiguration(SECTION).get('workspaceCheck') === 'automatic';
    if (!isWanted) stop();
    if (!isWanted || watcher) return;
    watcher = vscode.workspace.createFileSystemWatcher(`**/*{${checkedEndings.join(',')}}`);
    watcher.onDidCreate(soon);
    watcher.onDidChange(soon);
    watcher.onDidDelete(soon);
    soon();
  };
  const listening = vscode.workspace.onDidChangeConfiguration((change) => {
    if (change.affectsConfiguration(`${SECTION}.workspaceCheck`)) begin();
  });
  begin();
  return { dispose: () => vscode.Disposable.from(listening, { dispose: stop }).dispose() };
}
