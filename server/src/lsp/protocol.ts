import { NotificationType, type ProgressToken, RequestType } from 'vscode-languageserver';

/** Asks what something means: a code, a word, a symbol, a message, a log line. */
export const ExplainRequest = new RequestType<
  { readonly query: string; readonly language?: string },
  { readonly markdown: string },
  void
>('thinqNugu/explain');

/** Whether an open file is looked at, and if not, why: a sentence for the reader. */
export interface FileStatus {
  readonly uri: string;
  readonly state: 'checked' | 'skipped';
  readonly reason?: string;
}

/** Says what became of a file. */
export const FileStatusNotification = new NotificationType<FileStatus>('thinqNugu/fileStatus');

/** What to check, and where to say how far it has come: the number of files, as the message. */
export interface CheckWorkspaceParams {
  /** URIs of folders. */
  readonly folders: readonly string[];
  readonly workDoneToken?: ProgressToken;
}

/** What a check of the workspace comes to. */
export interface WorkspaceCheck {
  readonly findings: number;
  /** It was not cancelled, and did not end for having found too much. */
  readonly isWhole: boolean;
}

/** Checks files that are not open, and publishes what it finds. */
export const CheckWorkspaceRequest = new RequestType<CheckWorkspaceParams, WorkspaceCheck, void>(
  'thinqNugu/checkWorkspace',
);
