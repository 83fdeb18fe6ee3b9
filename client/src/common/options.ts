import * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { languageIds, patterns } from '../../../server/src/languages/registry.json';

/** Prefix of settings and commands, and the id of the client. */
export const SECTION = 'thinqNugu';

/** The name that people see. */
export const NAME = 'ThinQ & NUGU Codes';

/** Where documents lie that somebody writes; each cell of a notebook is one. */
const SCHEMES = ['file', 'untitled', 'vscode-vfs', 'vscode-notebook-cell'];

/**
 * The documents the server is asked about: those that are written, on a disk or in any workspace. Not those of `git:` and
 * the like: what an earlier version did wrong cannot be changed.
 */
export function documentSelector(): ({ scheme: string; language: string } | { scheme: string; pattern: string })[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = [...new Set([...SCHEMES, ...folders.map(({ uri }) => uri.scheme)])];
  return [
    ...schemes.flatMap((scheme) => languageIds.map((language) => ({ scheme, language }))),
    // Without an extension for it, such a file is plain text; only what lies around it tells what it is.
    ...schemes.flatMap((scheme) => patterns.map((pattern) => ({ scheme, pattern }))),
  ];
}

/**
 * What the client tells the server. Which files it is to watch the server says itself.
 *
 * @param output where the log goes
 * @param settingsTold is called when the server has been told of changed settings
 */
export function clientOptions(output: vscode.LogOutputChannel, settingsTold: () => void): LanguageClientOptions {
  return {
    documentSelector: documentSelector(),
    outputChannel: output,
    // VS Code puts the indentation of the line before every further line of a snippet.
    initializationOptions: {
      displayLanguage: vscode.env.language,
      indentsSnippets: true,
      fileStatus: true,
      pages: true,
      files: true,
      commands: true,
    },
    synchronize: { configurationSection: SECTION },
    middleware: {
      workspace: {
        async didChangeConfiguration(sections, next) {
          await next(sections);
          settingsTold();
        },
      },
    },
  };
}
