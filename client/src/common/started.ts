import type * as vscode from 'vscode';
import type { Row, WorkspaceCheck } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';
import type { ViewName } from './views.ts';

/** Commands by their names without the prefix, as `showSite` of `thinqNugu.showSite`. */
// biome-ignore lint/suspicious/noExplicitAny: each command knows the form of its own arguments
export type Commands = Readonly<Record<string, (...given: any[]) => unknown>>;

/** The client once it speaks with the server: what the part of the extension that is always there asks it for. */
export interface StartedClient {
  /** What VS Code would have of the server for a document by itself, if it had asked a moment later. */
  readonly hovers: vscode.HoverProvider;
  readonly completions: vscode.CompletionItemProvider;
  /** Markdown for anything that can be asked for. */
  explain(query: string, token: vscode.CancellationToken): Promise<string>;
  readonly ask: Ask;
  /** Fires once the server has been told of changed settings. */
  readonly settingsTold: vscode.Event<void>;
  /** Checks all files of the workspace. @returns undefined where there is none */
  checkWorkspace(): Thenable<WorkspaceCheck | undefined>;
  /** Takes the findings of files that are not open back. */
  clearWorkspace(): Promise<void>;
  restart(): Promise<void>;
  /** The first rows of a view, and how any row is shown. */
  rowsOf(view: ViewName): Promise<readonly Row[]>;
  itemFor(row: Row): vscode.TreeItem;
  /** All other commands that need the server. */
  readonly commands: Commands;
}
