import { NotificationType, RequestType } from 'vscode-languageserver';

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
