import {
  NotificationType,
  NotificationType0,
  RequestType,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageclient';
import type {
  ChangedProjectFile,
  ChangeProjectFileParams,
  CheckWorkspaceParams,
  ChosenCodeParams,
  CoverageParams,
  EditorEntry,
  ExplainParams,
  Explanation,
  FileStatus,
  LookUpParams,
  LookUpRow,
  NewProjectFile,
  NewProjectFileParams,
  Site,
  WorkspaceCheck,
  WorkspaceCoverage,
} from '../../../server/src/lsp/protocol.ts';
import type { Read } from '../../../server/src/project/reading.ts';

// The server's messages by the names that it gives them. Its own objects would bring its library into the client.

/** Asks the server to explain a code. */
export const ExplainRequest = new RequestType<ExplainParams, Explanation, void>('thinqNugu/explain');

/** The server tells that a file is checked or skipped. */
export const FileStatusNotification = new NotificationType<FileStatus>('thinqNugu/fileStatus');

/** Asks the server to check all files, and to publish the findings of those that are not open. */
export const CheckWorkspaceRequest = new RequestType<CheckWorkspaceParams, WorkspaceCheck, void>(
  'thinqNugu/checkWorkspace',
);

/** Asks the server to take these findings back. */
export const ClearWorkspaceNotification = new NotificationType0('thinqNugu/clearWorkspace');

/** The server asks what lies in a folder. */
export const ListRequest = new RequestType<{ readonly uri: string }, readonly EditorEntry[] | null, void>(
  'thinqNugu/fs/list',
);

/** The server asks for a file's text. */
export const ReadRequest = new RequestType<
  { readonly uri: string; readonly limitBytes: number },
  Exclude<Read, undefined> | null,
  void
>('thinqNugu/fs/read');

/** The server asks which of some files hold any of some words. */
export const SearchRequest = new RequestType<
  { readonly uris: readonly string[]; readonly words: readonly string[]; readonly limitBytes: number },
  readonly string[],
  void
>('thinqNugu/fs/search');
/** Asks what the dispatch site at a place leaves out. */
export const SiteRequest = new RequestType<TextDocumentPositionParams, Site | null, void>('thinqNugu/site');

/** Asks for the edit of a project file that makes it say something. */
export const ChangeProjectFileRequest = new RequestType<ChangeProjectFileParams, ChangedProjectFile, void>(
  'thinqNugu/changeProjectFile',
);

/** Asks for the text of a new project file. */
export const NewProjectFileRequest = new RequestType<NewProjectFileParams, NewProjectFile, void>(
  'thinqNugu/newProjectFile',
);

/** Asks what the files of some folders do with every code. */
export const CoverageRequest = new RequestType<CoverageParams, WorkspaceCoverage, void>('thinqNugu/coverage');

/** Asks for everything that there is a page of. */
export const LookUpRequest = new RequestType<LookUpParams, { readonly rows: readonly LookUpRow[] }, void>(
  'thinqNugu/lookUp',
);

/** Asks for the edit that puts a code in the place of a finding. */
export const ChosenCodeRequest = new RequestType<ChosenCodeParams, WorkspaceEdit | null, void>('thinqNugu/chosenCode');
