import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** The address of a file of the workspace. */
export function inWorkspace(file: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a folder is open');
  return vscode.Uri.joinPath(folder.uri, file);
}

/** Writes a file of the workspace. */
export async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(file), new TextEncoder().encode(text));
}
