import type { EntryInsertionPoint, FileModel, InsertionPoint } from '../model/model.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How a language writes comments, for suppressions. */
export interface CommentStyle {
  readonly line?: string;
  readonly block?: readonly [open: string, close: string];
  /** Language ids whose files may hold comments, where not all may; others are given none unless they have some. */
  readonly allowedIn?: readonly string[];
  /** What a file begins with, where a comment is none before it. */
  readonly behind?: RegExp;
}

/** What an arm or a fallback is written for. */
export interface ArmRequest {
  readonly form: 'switch' | 'if-chain';
  readonly codes: readonly string[];
  readonly value: 'string' | 'integer';
  readonly insertion: InsertionPoint;
  /** Source text of what is dispatched on. */
  readonly subject: string;
  /** The quote that the site's own codes use. */
  readonly quote: string;
  /** The last arm must be closed before another is added. */
  readonly runsOn: boolean;
  /** Source text of the last arm, where a language has several ways to write one. */
  readonly arm: string;
  /** A comma stands behind the last arm. */
  readonly comma: boolean;
  /** Name of the caught error, where the site stands in a handler. */
  readonly caught?: string;
  /** A comment for the reader, one line without marks. */
  readonly note: string;
}

/** A look-up that shall give a value for what the map does not have. */
export interface LookupRequest {
  /** Source text of the whole look-up, without a mark behind it that says there is a value. */
  readonly lookup: string;
  /** Source text of the map and of the key. */
  readonly map: string;
  readonly key: string;
  /** Source text of the value; absent where nothing is known to be of the right type. */
  readonly value?: string;
  /** The quote that the text at hand uses. */
  readonly quote: string;
  /** What stands around it leaves an operator in it alone. */
  readonly isApart: boolean;
}

/** Writes a language's source text. A language without one offers no fix that needs it. */
export interface Printer {
  /** A string literal with this content. */
  string(text: string, quote: string): string;
  /** A comparison of texts, where `==` does not compare them. */
  equality?(literal: string, subject: string, differs: boolean): string;
  /** Arms for codes, as lines to insert at the insertion point. */
  arms?(request: ArmRequest): string;
  /** A fallback arm, as lines to insert at the insertion point. */
  fallback?(request: Omit<ArmRequest, 'codes'>): string;
  /**
   * Entries for a map over codes.
   * @param placeholder source text of their value @param held how many entries it has @returns undefined where it cannot hold as many more
   */
  mapEntries?(
    codes: readonly string[],
    value: 'string' | 'integer',
    insertion: EntryInsertionPoint,
    placeholder: string,
    held: number,
  ): string | undefined;
  /** The same look-up with a default. @returns undefined where no expression can have one */
  lookup?(request: LookupRequest): string | undefined;
  /**
   * One entry of an object literal, where that is not `"name": value` or `name: value`.
   * @returns undefined where the literal takes no entry of any name
   */
  entry?(name: string, value: string, insertion: EntryInsertionPoint): string | undefined;
  /** An object literal that holds these entries, to stand in another one; braces where absent. */
  object?(entries: readonly string[], insertion: EntryInsertionPoint): string;
  /** A list literal that holds these values; square brackets where absent. */
  list?(items: readonly string[]): string;
}

/** What the rest of the server knows of a language. */
export interface Language {
  readonly id: string;
  /** VS Code language ids. */
  readonly languageIds: readonly string[];
  /** File name endings, with the dot. */
  readonly extensions: readonly string[];
  /** Its texts are run: they decide on codes, where data and documents only hold them. */
  readonly isProgram: boolean;
  readonly comment: CommentStyle;
  /** Its compilers compare no text with a number: beside what takes a number, no text will do. */
  readonly comparesOneType?: boolean;
  /** Quote to use where the text at hand shows none. */
  readonly quote: string;
  readonly printer?: Printer;
  /** UTF-16 units of the longest text that is read: about a second's work. Longer files are skipped, and said to be. */
  readonly limit: number;
  /**
   * Reads a file, after `prepare`. Never throws for what the text holds: broken source sets `hadErrors`.
   * @returns undefined for a text too tangled to be read in a few seconds
   */
  read(text: string, vocabulary: Vocabulary): FileModel | undefined;
  /** Loads what `read` needs for a text, once; later calls return at once. Rejects when an asset cannot be read. */
  prepare(text: string): Promise<void>;
  /** Nothing in it is ever a finding: it is read only for whoever points at something. */
  readonly isNeverChecked?: boolean;
}

/** Where grammars come from: files beside the server, or bytes handed over by a browser host. */
export interface Assets {
  /** @param name file name within the grammar folder. Rejects when there is none. */
  read(name: string): Promise<Uint8Array>;
}
