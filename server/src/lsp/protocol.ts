import {
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
  type WorkDoneProgressParams,
} from 'vscode-languageserver';
import type { Vendor } from '../catalog/types.ts';
import type { LookUpRow } from '../features/pages/lookUp.ts';

/** What a reader wants explained: a code, a word, a symbol, a message, a log line. */
export interface ExplainParams {
  readonly query: string;
  /** The language of the display: Korean counts where the settings name none but English. */
  readonly language?: string;
}

export interface Explanation {
  readonly markdown: string;
}

/** Asks what something means. */
export const ExplainRequest = new RequestType<ExplainParams, Explanation, void>('thinqNugu/explain');

/** Whether an open file is looked at, and if not, why: a sentence for the reader. */
export interface FileStatus {
  readonly uri: string;
  readonly state: 'checked' | 'skipped';
  readonly reason?: string;
}

/** Says what became of a file. */
export const FileStatusNotification = new NotificationType<FileStatus>('thinqNugu/fileStatus');

/** What to check. How far it has come is told to the token of the work: a percentage, and numbers of files. */
export interface CheckWorkspaceParams extends WorkDoneProgressParams {
  /** URIs of folders. */
  readonly folders: readonly string[];
  /** Whether git may be asked which files in folders of build output are somebody's own: not where nobody trusts the repository. */
  readonly mayRunGit?: boolean;
}

/** What a check of the workspace comes to. */
export interface WorkspaceCheck {
  /** Files that there are, and those that have been looked at. */
  readonly total: number;
  readonly looked: number;
  readonly findings: number;
  readonly filesWithFindings: number;
  /** Files that may hold findings, but are too large, no text, or cannot be read. */
  readonly unread: number;
  /** It was not cancelled, and did not end for having found too much. */
  readonly isWhole: boolean;
}

/** Checks all files below some folders, and publishes the findings of those that are not open. */
export const CheckWorkspaceRequest = new RequestType<CheckWorkspaceParams, WorkspaceCheck, void>(
  'thinqNugu/checkWorkspace',
);

/** Takes back what a check of the workspace has published. */
export const ClearWorkspaceNotification = new NotificationType0('thinqNugu/clearWorkspace');

/** A page of ours, by the parts of its address: `thinq-nugu:/thinq/1222.md`. */
export interface PageParams {
  readonly path: string;
  readonly query?: string;
}

/** A page as Markdown; none where there is no such page. */
export interface Page {
  readonly markdown: string | null;
}

/** Asks for a page of a code, a directive or a rule. */
export const PageRequest = new RequestType<PageParams, Page, void>('thinqNugu/page');

export type { LookUpRow };

/** Asks for everything that there is a page of. */
export const LookUpRequest = new RequestType0<{ readonly rows: readonly LookUpRow[] }, void>('thinqNugu/lookUp');

/** What to generate. */
export interface GenerateParams {
  /** The language, as editors call it. */
  readonly language: string;
  /** Whose codes; both vendors' where it is empty. */
  readonly vendors: readonly Vendor[];
  /** The indentation of the line that the declarations are to stand on; a file of its own where it is absent. */
  readonly indentation?: string;
}

/** Source code with the codes; `null` where none is written in that language. */
export interface Generated {
  readonly text: string | null;
}

/** Asks for the codes as source code. */
export const GenerateRequest = new RequestType<GenerateParams, Generated, void>('thinqNugu/generate');

/** Lines that a reader wants explained: a selection, the clipboard, a log. */
export interface ExplainTextParams {
  readonly text: string;
  /** As in `ExplainParams`. */
  readonly language?: string;
}

/** Asks what each line is. Secrets are taken out of the lines that the answer shows. */
export const ExplainTextRequest = new RequestType<ExplainTextParams, Explanation, void>('thinqNugu/explainText');
