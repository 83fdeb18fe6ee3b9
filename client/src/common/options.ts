import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { languageIds, patterns } from '../../../server/src/languages/registry.json';

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
 * What the client tells the server. Which files it is to watch the server says itself.
 *
 * @param output where the log goes
 */
export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: DOCUMENTS,
    outputChannel: output,
    // VS Code puts the indentation of the line before every further line of a snippet.
    initializationOptions: {
      displayLanguage: vscode.env.language,
      indentsSnippets: true,
      fileStatus: true,
      pages: true,
      commands: true,
    },
    synchronize: { configurationSection: SECTION },
  };
}
