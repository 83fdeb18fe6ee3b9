import * as vscode from 'vscode';
import { MemoryFiles } from './memoryFiles.ts';

/** Provides the workspace, which is served beside the extension. Each window has one of its own, which it may write into. */
export function activate({ extensionUri, subscriptions }: vscode.ExtensionContext): void {
  const workspace = vscode.Uri.joinPath(extensionUri, '../workspace').toString(true);
  subscriptions.push(vscode.workspace.registerFileSystemProvider('memory', new MemoryFiles(seedsOf(workspace))));
}

/** All files below an address, at which there is a list of them. */
async function seedsOf(address: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = (await (await fetch(`${address}.json`)).json()) as readonly string[];
  const files = paths.map(async (path) => {
    const response = await fetch(`${address}${path}`);
    return [path, new Uint8Array(await response.arrayBuffer())] as const;
  });
  return new Map(await Promise.all(files));
}
