import { join } from 'node:path';
import * as vscode from 'vscode';

/**
 * Where Node keeps the server's code as V8 has compiled it, so that the next start compiles less: in the extension's own
 * storage, apart for each version. A Node that knows of no such thing starts as ever.
 *
 * @returns the absolute path of a folder, which need not exist
 */
export function compiledCodeFolder({ globalStorageUri, extension }: vscode.ExtensionContext): string {
  return join(globalStorageUri.fsPath, COMPILED, versionOf(extension));
}

const COMPILED = 'compiled';

/** Removes what earlier versions have left there. */
export async function forgetOldCode({ globalStorageUri, extension }: vscode.ExtensionContext): Promise<void> {
  const folder = vscode.Uri.joinPath(globalStorageUri, COMPILED);
  try {
    for (const [name] of await vscode.workspace.fs.readDirectory(folder))
      if (name !== versionOf(extension))
        await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name), { recursive: true });
  } catch {
    // Nothing has been kept yet, or another window is removing it.
  }
}

function versionOf({ packageJSON }: vscode.Extension<unknown>): string {
  return String(packageJSON.version);
}
