import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { PageLink } from '../features/explain/pageLinks.ts';
import type { Hint } from '../features/inlayHints.ts';
import type { ShownPlace } from '../features/pages/codePage.ts';
import type { LookUpRow } from '../features/pages/lookUp.ts';
import type { CodePlace, CodesInText } from '../features/references/codePlaces.ts';
import type { Misspelt } from '../features/references/misspelt.ts';
import type { Row } from '../features/rows.ts';
import type { SiteOutline } from '../features/siteOutline.ts';
import type { Standing } from '../features/standing.ts';
import type { Assets } from '../languages/language.ts';
import type { FileModel, Span } from '../model/model.ts';
import type { ProgramFiles } from '../program/files.ts';
import type { ProjectFacts } from '../project/facts.ts';
import type { Problem } from '../project/problem.ts';
import type { Settings } from '../settings.ts';
import type { CodeAction, Document, TextService } from './textService.ts';

export type { CodeAction, CodeLens, Diagnosis, Diagnostic, Document } from './textService.ts';
export { PROJECT_FILE_RULE } from './textService.ts';

/** What the service needs of the world it runs in. */
export interface Host {
  readonly assets: Assets;
  /** The other files of projects; none are read where absent. */
  readonly program?: ProgramFiles;
  /** Resolves when a hover or a completion is due, though other files are not read yet; absent where nobody waits. */
  due?(): Promise<void>;
  /** What surrounds a file; called for each request, so it must be quick, and give the same object until something changes. */
  projectOf(uri: string): Promise<ProjectFacts>;
  /** What is wrong with a project file. @param text the file as it is being written, which may not be saved yet */
  checkProjectFile(uri: string, text: string): Promise<readonly Problem[]>;
}

/** What a text says about codes. */
export interface Reading {
  readonly analysis: Analysis;
  /** It is run, and so decides on codes: no data, and no document. */
  readonly isProgram: boolean;
}

/** Everything the product can say about a text: what editor, command line and tests use. */
export interface LanguageService extends TextService {
  readonly catalog: Catalog;
  /** Whom a document is about and why, or why nothing is reported in it; undefined for one that is not read at all. */
  standing(document: Document): Promise<Standing | undefined>;
  /** What a document says about codes; undefined for one that says nothing of a vendor, or is not to be checked. */
  resolve(document: Document): Promise<Reading | undefined>;
  /** What codes of a span mean, in a few words behind each; nothing where the settings do not want it. */
  hints(document: Document, span: Span, settings: Settings): Promise<readonly Hint[]>;
  /** What the dispatch site at an offset, or around it, leaves out. */
  siteAt(document: Document, offset: number, settings: Settings): Promise<SiteOutline | undefined>;
  /** What puts a code of a finding's vendor in the place of a finding that begins at an offset and takes a choice. */
  chosen(document: Document, offset: number, code: string, settings: Settings): Promise<CodeAction | undefined>;
  /** The codes that a place names; none in a text that nothing shows to be about their vendor. */
  codesAt(document: Document, offset: number): Promise<CodePlace | undefined>;
  /** Every place of a document that names one of some codes. @param usedElsewhere constants that files about their vendor have from others for them */
  placesOf(document: Document, codes: readonly Code[], usedElsewhere?: ReadonlySet<string>): Promise<CodesInText>;
  /** Which file, by its path from the root of the project, declares the constant that stands at a span, and how that is called. */
  originOf(document: Document, span: Span): Promise<{ readonly path: string; readonly name: string } | undefined>;
  /** What stands in a place for codes there and is none. */
  misspeltAt(document: Document, offset: number): Promise<(Misspelt & Span) | undefined>;
  /** Every place of a document where the same stands, and another code may be put in its place. */
  misspeltIn(document: Document, misspelt: Misspelt): Promise<readonly Span[]>;
  /**
   * The page at a path of ours, as Markdown: of a code, a directive, a rule.
   *
   * @param query what the page is opened for: of a rule, the code of a finding; of a team's code, the document that has it
   * @param placesOf where the workspace names a code
   */
  page(
    path: string,
    query: string,
    settings: Settings,
    placesOf: (code: Code) => Promise<readonly ShownPlace[] | undefined>,
  ): Promise<string | undefined>;
  /** Everything that there is a page of. @param uri of a file, in whose project a team's own codes are among them */
  lookUp(settings: Settings, uri?: string): Promise<readonly LookUpRow[]>;
  /** Where a line of somebody's output names codes for certain. */
  linksIn(line: string, settings: Settings): readonly PageLink[];
  /** The catalog as a tree. */
  catalogRows(settings: Settings): readonly Row[];
  /** Why a rule says something, in one sentence; empty for what is no rule. */
  why(rule: string, vendor: Vendor | undefined, settings: Settings): string;
  /** The model of a document, for tests and the curious. */
  model(document: Document): Promise<FileModel | undefined>;
  /**
   * Words one of which stands in every text of a file's project that has findings only because of what it has from a file
   * that is about a vendor; none where no text has.
   */
  wordsBehind(uri: string): Promise<ReadonlySet<string>>;
  /** Other files have been read: their changes matter. */
  readonly readsOthers: boolean;
}
