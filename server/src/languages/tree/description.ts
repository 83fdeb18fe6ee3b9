import type { CommentStyle, Printer } from '../language.ts';
import type { Modules } from '../modules.ts';
import type { FunctionLayout } from './excerpt/functionLayout.ts';
import type { QueryFile } from './query/parser.ts';

/** A language read by tree-sitter, as data: everything that the readers need to know about it. */
export interface TreeDescription {
  readonly id: string;
  /** As people write it; dialects that go by one name are shown together. */
  readonly name: string;
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
  /** Its texts are run: they decide on codes, where data only holds them. */
  readonly isProgram: boolean;
  /**
   * What it has no form for, of the scenarios that all languages share: `mentions/a-default-of-a-parameter` by the page in
   * `test/fixtures/model/` and the heading's words, or a page as a whole.
   */
  readonly noFormFor?: readonly string[];
  /** It is on its way: what it has no fixture for of these scenarios is to do. */
  readonly isPartial?: true;
  /** The grammar, as a package and a path in it; the build copies it beside the server. */
  readonly grammar: string;
  /** TextMate scopes of the language, in whose strings codes are coloured. */
  readonly scopes: readonly string[];
  /** Its patterns, whose captures are those of `captures.ts`. */
  readonly queries: readonly QueryFile[];
  /** Under which name the tables of `knowledge/` have its libraries, where that is not its id. */
  readonly libraries?: string;
  /** What stands in them for several types of nodes, with what the names of these match. */
  readonly supertypes?: { readonly [name: string]: RegExp };
  readonly comment: CommentStyle;
  /** What files are called that only declare: `index.d.ts`. */
  readonly declarations?: RegExp;
  /** Its compilers compare no text with a number. */
  readonly comparesOneType?: true;
  readonly quote: string;
  readonly printer?: Printer;
  /** How a string literal is written. */
  readonly strings: StringForm;
  /** Node types of names and dotted names, which may stand for a constant. */
  readonly references: readonly string[];
  /** Members that give a constant's value, as `.value` does for an enum member. */
  readonly accessors: readonly string[];
  /** The name that a caught error has where the handler gives it none. */
  readonly caught?: string;
  /** Its compiler takes no statement that control cannot get to. */
  readonly refusesUnreachable?: true;
  /** An arm without a word at its end runs into the next one. */
  readonly fallsThrough: boolean;
  /** The last expression of a block is what that gives. */
  readonly givesLast?: true;
  /** What a function's parameters are called where it does not name them, with their numbers behind it: `$0`. */
  readonly unnamedParameter?: string;
  /** How its files find what others declare; absent where they do not. */
  readonly modules?: Modules;
  /** How its functions are laid out; a language without this is always read as a whole. */
  readonly layout?: FunctionLayout;
  /** What it says in words rather than syntax. */
  readonly words?: Words;
  /** Whether a text must not be parsed, since the grammar would not survive it. */
  readonly isTangled?: (text: string) => boolean;
  /** How the language's own libraries say an HTTP status, besides the ways that many share. */
  readonly statuses?: {
    /** What stands in front of a status's name, as a regular expression: `HTTP_404_` in `HTTP_404_NOT_FOUND`. */
    readonly prefix?: string;
    /** A function that sets the status of the response at hand. */
    readonly setter?: string;
  };
  /** How keys of an object literal are written where it is empty. */
  readonly keys: 'quoted' | 'bare';
}

/** What a language says in words rather than syntax, as expressions over its source text. */
export interface Words {
  /** Throwing, or what ends the program in its place. */
  readonly throws: RegExp;
  /** A name begins to be where it is given a value, without a word or a type in front of it. */
  readonly declaresByAssigning?: true;
  /** What is thrown while an error is dealt with has that one as its cause, but for what this fits: `raise X from None`. */
  readonly unchained?: RegExp;
  /** A name that is put into a text of which the grammar makes nothing: `"{error}"`. Global, with the name as a group. */
  readonly putIntoText?: RegExp;
  /** A statement that gives an error back, where errors are values. */
  readonly returnsError?: RegExp;
  /** The names of functions that only show what they get, or make a text of it. */
  readonly shows: RegExp;
  /** The names of functions that only say of a value that there is one: `Ok(answer)`. */
  readonly wraps?: RegExp;
  /** In a function's head: that it may give nothing. */
  readonly nothing?: RegExp;
  /** A type, as written, that stands for any error at all, the service's among them. */
  readonly anyError: RegExp;
}

/** How a string literal is written. */
export interface StringForm {
  /**
   * Prefix and quotes, and the content, of a literal's source text.
   * @returns undefined for a literal that is no plain text (bytes, interpolation)
   */
  split(raw: string): { readonly open: string; readonly close: string; readonly escapes: boolean } | undefined;
  /**
   * The same for a literal that runs over several lines, or that something is put into.
   * @returns undefined for one that `split` knows; `doubles` where marks stand twice for themselves
   */
  ofTemplate?(raw: string): TemplateForm | undefined;
}

interface TemplateForm {
  readonly open: string;
  readonly close: string;
  readonly escapes: boolean;
  readonly doubles?: 'braces' | 'quotes';
}
