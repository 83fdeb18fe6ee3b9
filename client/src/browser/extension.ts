import type * as vscode from 'vscode';
import { startAtHint } from '../common/startAtHint.ts';

/** The extension in a browser, where the server is a worker. */
export function activate(context: vscode.ExtensionContext): void {
  startAtHint(context, async (views) => (await import('./client.ts')).startClient(context, views));
}
