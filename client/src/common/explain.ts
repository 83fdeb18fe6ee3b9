import * as vscode from 'vscode';
import { harmless } from '../../../server/src/catalog/harmless.ts';
import type { StartedClient } from './started.ts';

const SCHEME = 'thinq-nugu-explain';

/** What a message, a line of a log or a word means, as a document of its own. @param start gives the client */
export function registerExplain(start: () => Promise<StartedClient>): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ query }, token) => (await start()).explain(query, token),
  });
}

/** The address carries the question, so that a preview that is restored later can ask again. */
export function explanationUri(query: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${harmless(query.replaceAll(/[\\/]/g, ' '))}.md`, query });
}
