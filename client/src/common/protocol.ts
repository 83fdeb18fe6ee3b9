import { NotificationType, RequestType } from 'vscode-languageclient';

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
