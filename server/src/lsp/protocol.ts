import {
  type CodeAction,
  NotificationType,
  NotificationType0,
  RequestType,
  RequestType0,
  type TextDocumentPositionParams,
  type TextEdit,
  type WorkDoneProgressParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Vendor } from '../catalog/types.ts';
import type { PageLink } from '../features/explain/pageLinks.ts';
import type { AnsweredDirective } from '../features/nuguAnswer.ts';
import type { LookUpRow } from '../features/pages/lookUp.ts';
import type { Row } from '../features/rows.ts';
import type { SiteOutline } from '../features/siteOutline.ts';
import type { About, SilentReason } from '../features/standing.ts';
import type { ProjectChange } from '../project/changes.ts';
import type { Read } from '../project/reading.ts';
import type { ToolName } from '../service/toolTable.ts';

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

/**
 * Where an open file stands: it is `checked`, `silent` since nothing shows that it is about a vendor or it is left out, or
 * `skipped` since it cannot be read.
 */
export interface FileStatus {
  readonly uri: string;
  readonly state: 'checked' | 'silent' | 'skipped';
  /** Whom it is about, how sure that is, and why, each as a word. */
  readonly about: readonly About[];
  /** Why it is silent, as a word. */
  readonly why?: SilentReason;
  /** The same for people: `ThinQ · NUGU (likely)`, where it is about anybody. */
  readonly title?: string;
  /** Why it stands so, in a sentence or two. */
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

/** Where somebody looks something up. */
export interface LookUpParams {
  /** The URI of a file, in whose project a team's own codes are among the rows. */
  readonly uri?: string;
}

/** Asks for everything that there is a page of. */
export const LookUpRequest = new RequestType<LookUpParams | null, { readonly rows: readonly LookUpRow[] }, void>(
  'thinqNugu/lookUp',
);

/** What lies in a folder of the editor's. Anything else than a file or a folder, such as a link, is left out. */
export interface EditorEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** Asks the editor what lies in a folder: nothing where there is none, null where it cannot tell. */
export const ListRequest = new RequestType<{ readonly uri: string }, readonly EditorEntry[] | null, void>(
  'thinqNugu/fs/list',
);

/** Asks the editor for a file's text. A longer one than the limit is refused; null where there is none. */
export const ReadRequest = new RequestType<
  { readonly uri: string; readonly limitBytes: number },
  Exclude<Read, undefined> | null,
  void
>('thinqNugu/fs/read');

/** Asks the editor which of some files hold any of some plain words, in any case of letters. */
export const SearchRequest = new RequestType<
  { readonly uris: readonly string[]; readonly words: readonly string[]; readonly limitBytes: number },
  readonly string[],
  void
>('thinqNugu/fs/search');
/** A dispatch site for people: what it leaves out, and what adds it. */
export interface Site extends Pick<SiteOutline, 'summary' | 'missing'> {
  /** The quick fixes that add arms or a fallback; the first of those that add all codes is the one that a lens names. */
  readonly fixes: readonly (CodeAction & { readonly addsAll?: boolean })[];
}

/** Asks what the dispatch site at a place leaves out; null where there is none. */
export const SiteRequest = new RequestType<TextDocumentPositionParams, Site | null, void>('thinqNugu/site');

/** What is to stand in a project file, and the file's text as it is; none for a new one. */
export interface ChangeProjectFileParams {
  readonly text?: string;
  readonly change: ProjectChange;
}

/** The edit, null where the file is no object or has something else in the place; and what it is an edit of. */
export interface ChangedProjectFile {
  readonly text: string;
  readonly edit: TextEdit | null;
}

/** Asks for the edit of a project file that makes it say something. */
export const ChangeProjectFileRequest = new RequestType<ChangeProjectFileParams, ChangedProjectFile, void>(
  'thinqNugu/changeProjectFile',
);

export type { Row };

/** Asks for the whole catalog as a tree. */
export const CatalogRequest = new RequestType0<{ readonly rows: readonly Row[] }, void>('thinqNugu/catalog');

/** What to look through for codes. How far it has come is told to the token of the work. */
export interface CoverageParams extends WorkDoneProgressParams {
  /** URIs of folders. */
  readonly folders: readonly string[];
  /** Whether git may be asked, as for a check of the workspace. */
  readonly mayRunGit?: boolean;
  /** The scheme of addresses that open files in the editor, as `vscode`: the page is wanted, with places that link there. */
  readonly linksTo?: string;
  /** What the page is called. */
  readonly project?: string;
}

/** What the files of a workspace do with every code. */
export interface WorkspaceCoverage {
  readonly rows: readonly Row[];
  /** Whole per cent of the codes that are covered. */
  readonly percent: number;
  /** It was not cancelled. */
  readonly isWhole: boolean;
  /** The page that the command line writes, where it is wanted. */
  readonly page?: string;
}

/** Asks what the files of some folders do with every code. */
export const CoverageRequest = new RequestType<CoverageParams, WorkspaceCoverage, void>('thinqNugu/coverage');

/** A code that somebody has chosen, and the beginning of the finding that it is for. */
export interface ChosenCodeParams extends TextDocumentPositionParams {
  readonly code: string;
}

/** Asks for the edit that puts a code in the place of a finding; null where there is none. */
export const ChosenCodeRequest = new RequestType<ChosenCodeParams, WorkspaceEdit | null, void>('thinqNugu/chosenCode');
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

/** A tool that an assistant calls, and what it hands over, of which nothing is known. */
export interface ToolParams {
  readonly name: ToolName;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Markdown or plain lines for the assistant. */
export interface ToolAnswer {
  readonly text: string;
}

/** Has one of the tools of `service/toolTable.ts` answered; an error has a message for the assistant. */
export const ToolRequest = new RequestType<ToolParams, ToolAnswer, void>('thinqNugu/tool');

export type { AnsweredDirective };

/** Asks which directives of NUGU there are, and what each can be answered with. */
export const AnsweredDirectivesRequest = new RequestType0<{ readonly directives: readonly AnsweredDirective[] }, void>(
  'thinqNugu/answeredDirectives',
);

/** An answer for NUGU. */
export interface AnswerParams {
  /** The URI of the document that it is written into, whose quotes it has where the server knows it, and its language. */
  readonly uri: string;
  readonly languageId: string;
  readonly directive: string;
  readonly code: string;
}

/** A snippet; `null` where no answer is written in the document's language. */
export interface Answer {
  readonly snippet: string | null;
}

/** Asks for an answer for NUGU as a snippet. */
export const AnswerRequest = new RequestType<AnswerParams, Answer, void>('thinqNugu/answer');

export type { PageLink };

/** Asks where a line of a terminal names codes for certain, and what leads from there to their pages. */
export const LineLinksRequest = new RequestType<
  { readonly line: string },
  { readonly links: readonly PageLink[] },
  void
>('thinqNugu/lineLinks');

/** Where a new project file is to lie. */
export interface NewProjectFileParams {
  /** The URI of the folder. */
  readonly folder: string;
  /** Whose codes the project is about, where somebody has said so; its files are looked through otherwise. */
  readonly vendors?: readonly Vendor[];
}

/** What it says, and the vendors that it names. */
export interface NewProjectFile {
  readonly text: string;
  readonly found: readonly Vendor[];
}

/** Asks for the text of a new project file, with all rules in it. */
export const NewProjectFileRequest = new RequestType<NewProjectFileParams, NewProjectFile, void>(
  'thinqNugu/newProjectFile',
);
