import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { TELLING_FILES } from '../../../server/src/knowledge/sharedEndings.ts';
import { languageIds, patterns } from '../../../server/src/languages/registry.json';
import { MANIFEST_ENDINGS, MANIFESTS, PROJECT_FILE } from '../../../server/src/project/fileNames.ts';

/** Prefix of settings and commands, and the id of the client. */
export const SECTION = 'thinqNugu';

/** The name that people see. */
export const NAME = 'ThinQ & NUGU Codes';

/** Not `git:` and the like: what an earlier version did wrong cannot be changed. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs'];

/** The documents the server is asked about. */
export const DOCUMENTS = [
  ...SCHEMES.flatMap((scheme) => languageIds.map((language) => ({ scheme, language }))),
  // Without an extension for it, such a file is plain text; what lies around it is known on a disk only.
  ...patterns.map((pattern) => ({ scheme: 'file', pattern })),
];

/**
 * What the client tells the server, and what it keeps the server informed of.
 *
 * @param output where the log goes
 * @param subscriptions takes what must be disposed of when the extension ends
 */
export function clientOptions(
  output: vscode.LogOutputChannel,
  subscriptions: vscode.Disposable[],
): LanguageClientOptions {
  const manifests = [...MANIFESTS, ...TELLING_FILES, ...MANIFEST_ENDINGS.map((ending) => `*${ending}`)];
  const fileEvents = [PROJECT_FILE, `{${manifests.join(',')}}`].map((name) =>
    vscode.workspace.createFileSystemWatcher(`**/${name}`),
  );
  subscriptions.push(...fileEvents);
  return {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    // VS Code puts the indentation of the line before every further line of a snippet.
    initializationOptions: { displayLanguage: vscode.env.language, indentsSnippets: true },
    synchronize: { configurationSection: SECTION, fileEvents },
  };
}
