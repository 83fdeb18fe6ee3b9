import { NotificationType, NotificationType0, RequestType, type WorkDoneProgressParams } from 'vscode-languageclient';

/** What a reader wants explained: a code or a piece of a message, in the language of the display. */
export interface ExplainParams {
  readonly query: string;
  readonly language: string;
}

export interface Explanation {
  readonly markdown: string;
}

/** Whether the server looks into an open file, and if not, why: a sentence for the reader. */
export interface FileStatus {
  readonly uri: string;
  readonly state: 'checked' | 'skipped';
  readonly reason?: string;
}

/** Asks the server to explain a code. */
export const ExplainRequest = new RequestType<ExplainParams, Explanation, void>('thinqNugu/explain');

/** The server tells that a file is checked or skipped. */
export const FileStatusNotification = new NotificationType<FileStatus>('thinqNugu/fileStatus');

/** What to check: folders by their URIs. How far it has come is told to the token. */
export interface CheckWorkspaceParams extends WorkDoneProgressParams {
  readonly folders: readonly string[];
  readonly mayRunGit: boolean;
}

/** What a check of the workspace comes to; it is not whole when it was cancelled or found too much. */
export interface WorkspaceCheck {
  readonly total: number;
  readonly looked: number;
  readonly findings: number;
  readonly filesWithFindings: number;
  /** Files that are too large, no text, or cannot be read. */
  readonly unread: number;
  readonly isWhole: boolean;
}

/** Asks the server to check all files, and to publish the findings of those that are not open. */
export const CheckWorkspaceRequest = new RequestType<CheckWorkspaceParams, WorkspaceCheck, void>(
  'thinqNugu/checkWorkspace',
);

/** Asks the server to take these findings back. */
export const ClearWorkspaceNotification = new NotificationType0('thinqNugu/clearWorkspace');
