import type * as vscode from 'vscode';
import { startAtHint } from '../common/startAtHint.ts';

/** The extension where it has a Node, which the server gets a process of. */
export function activate(context: vscode.ExtensionContext): void {
  startAtHint(context, async (views) => (await import('./client.ts')).startClient(context, views));
}
