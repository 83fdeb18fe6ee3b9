import * as vscode from 'vscode';
import { harmless } from '../../../server/src/catalog/harmless.ts';
import { renewAfter } from './renewal.ts';
import type { StartedClient } from './started.ts';

const SCHEME = 'thinq-nugu-explain';

/**
 * What a message, a line of a log or a word means, as a document of its own.
 *
 * @param start gives the client
 * @param settingsTold fires once the server knows of changed settings: the language is one
 */
export function registerExplain(
  start: () => Promise<StartedClient>,
  settingsTold: vscode.Event<void>,
): vscode.Disposable {
  const renewal = renewAfter(SCHEME, settingsTold);
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    onDidChange: renewal.onDidChange,
    provideTextDocumentContent: async ({ query }, token) => (await start()).explain(query, token),
  });
  return vscode.Disposable.from(renewal, provider);
}

/** The address carries the question, so that a preview that is restored later can ask again. */
export function explanationUri(query: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${harmless(query.replaceAll(/[\\/]/g, ' '))}.md`, query });
}
