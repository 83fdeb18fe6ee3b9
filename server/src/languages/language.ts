import type { Moves } from '../model/change.ts';
import type { EntryInsertionPoint, FileModel, InsertionPoint, Span, Surroundings } from '../model/model.ts';
import type { FileNames, OutsideNames } from '../model/names.ts';
import type { Modules } from './modules.ts';
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

/** A code as it is written in an arm or an entry. */
export interface Label {
  /** Source text: a literal, or a constant of the program's own. */
  readonly source: string;
  /** What the code is called, where the source does not say so. */
  readonly name?: string;
}

/** Where and how an arm is written. */
interface ArmPlace {
  readonly form: 'switch' | 'if-chain';
  readonly insertion: InsertionPoint;
  /** The last arm must be closed before another is added. */
  readonly runsOn: boolean;
  /** Source text of the last arm, where a language has several ways to write one. */
  readonly arm: string;
  /** A comma stands behind the last arm. */
  readonly comma: boolean;
  /** A comment for the reader, one line without marks. */
  readonly note: string;
}

/** What arms for codes are written for. */
export interface ArmRequest extends ArmPlace {
  readonly labels: readonly Label[];
  readonly value: 'string' | 'integer';
  /** Source text of what is dispatched on. */
  readonly subject: string;
  /** There is a fallback that does nothing: an arm that does nothing either changes nothing. */
  readonly isIdle: boolean;
  /** What the new arms have for a value, where the others are values and not statements. */
  readonly placeholder?: string;
}

/** What a fallback is written for. */
export interface FallbackRequest extends ArmPlace {
  /** What it does: a statement without the mark that ends it, or a value where the other arms are values. */
  readonly body: string;
}

/** What an error is handed on from. */
export interface RethrowRequest extends Pick<Surroundings, 'caught' | 'error'> {
  /** Source text of the function around it up to its body; nothing where there is none. */
  readonly head: string;
  /** The whole text, which may tell what types are. */
  readonly text: string;
  /** An expression is asked for. */
  readonly isValue: boolean;
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
  /** Source text that hands the error on instead, as an expression. */
  readonly rethrown?: string;
  /** Source text of the function around it up to its body; nothing where there is none. */
  readonly head: string;
  /** What stands around it leaves an operator in it alone. */
  readonly isApart: boolean;
}

/** Writes a language's source text. A language without one offers no fix that needs it. */
export interface Printer {
  /** A string literal with this content. */
  string(text: string, quote: string): string;
  /** `==` asks whether two texts are one object: beside it, no text is right. */
  readonly comparesIdentity?: boolean;
  /** Operators between conditions, where these are words. */
  readonly or?: string;
  readonly and?: string;
  /** Whether a member is the language's own number of an error, and no code of the service's: PHP's `getCode()`. */
  isNoCode?(member: string): boolean;
  /**
   * What stands between the codes of one arm; absent where each has an arm of its own, which runs on into the next.
   *
   * @param before the text in front of the code that another goes beside @param behind the text behind it
   */
  alternative?(before: string, behind: string): string | undefined;
  /** Arms for codes, as lines to insert at the insertion point. @returns undefined where it has no form for what they would hold */
  arms?(request: ArmRequest): string | undefined;
  /** A fallback arm, as lines to insert at the insertion point. */
  fallback?(request: FallbackRequest): string;
  /**
   * What hands on an error that was caught or passed in, without the mark that ends a statement.
   * @returns undefined where the language, or the function around it, does not let that be done
   */
  rethrow?(request: RethrowRequest): string | undefined;
  /** A statement that throws, with the caught error as the cause of what is thrown. @returns undefined where that cannot be told */
  withCause?(statement: string, caught: string): string | undefined;
  /** The text of an exception, where that is not its `.message`. @param subject source text of its code, where the text may be absent */
  messageOf?(exception: string, subject: string): string;
  /** One entry of a map over codes, where that is not `key: value`. */
  mapEntry?(key: string, value: string, insertion: EntryInsertionPoint): string;
  /** How many entries a map that is written like this can hold. */
  mostEntries?(insertion: EntryInsertionPoint): number;
  /** A `switch` at the end of a function is what that gives back. */
  readonly givesLastValue?: boolean;
  /** Blanks in front of a comment at the end of a line, where these are not one. */
  readonly beforeComment?: string;
  /** The new last entry of a map needs a comma where a line ends behind it. */
  readonly needsLastComma?: boolean;
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
  /** What files are called that only declare, so that nothing in them has a value: `index.d.ts`. */
  readonly declarations?: RegExp;
  /** Its compilers compare no text with a number: beside what takes a number, no text will do. */
  readonly comparesOneType?: boolean;
  /** Quote to use where the text at hand shows none. */
  readonly quote: string;
  readonly printer?: Printer;
  /** UTF-16 units of the longest text that is read: about a second's work. Longer files are skipped, and said to be. */
  readonly limit: number;
  /**
   * Reads a file, after `prepare`. Never throws for what the text holds: broken source sets `hadErrors`.
   * @param outside what names stand for that other files declare; none of them are known without it
   * @returns undefined for a text too tangled to be read
   */
  read(text: string, vocabulary: Vocabulary, outside?: OutsideNames): FileModel | undefined;
  /**
   * Where the offsets of a model lie in another one that it has read, of another version of the text.
   * @returns undefined where that says something else, or may do so
   */
  movesBetween?(from: FileModel, to: FileModel): Moves | undefined;
  /** How its files find what others declare; absent where they do not. */
  readonly modules?: Modules;
  /**
   * Reads what a file gives to others of its project, and where it has what it uses from, after `prepare`.
   * @param asked all of it; or only what it has from others, for which less is parsed
   * @returns undefined for a text too tangled to be read
   */
  names?(text: string, vocabulary: Vocabulary, asked: 'all' | 'imports'): NamesOfText | undefined;
  /** Loads what `read` needs for a text, once; later calls return at once. Rejects when an asset cannot be read. */
  prepare(text: string): Promise<void>;
  /** Lines of its programs are texts of JSON: what a fix writes must be encoded. */
  readonly isEncoded?: boolean;
  /** Nothing in it is ever a finding: it is read only for whoever points at something. */
  readonly isNeverChecked?: boolean;
}

/** The names of a text, and where its comments stand. */
export interface NamesOfText {
  readonly names: FileNames;
  readonly comments: readonly Span[];
}

/** Where grammars come from: files beside the server, or bytes handed over by a browser host. */
export interface Assets {
  /** @param name file name within the grammar folder. Rejects when there is none. */
  read(name: string): Promise<Uint8Array>;
}
