import type { CommentStyle, Printer } from '../language.ts';

/** A language read by tree-sitter, as data: everything that the readers need to know about it. */
export interface TreeDescription {
  readonly id: string;
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
  /** The grammar, as a package and a path in it; the build copies it beside the server. */
  readonly grammar: string;
  /** TextMate scopes of the language, in whose strings codes are coloured. */
  readonly scopes: readonly string[];
  /** Query whose captures are the kinds of `constructs.ts`. */
  readonly query: string;
  readonly comment: CommentStyle;
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
  /** An arm without a word at its end runs into the next one. */
  readonly fallsThrough: boolean;
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

/** How a string literal is written. */
export interface StringForm {
  /**
   * Prefix and quotes, and the content, of a literal's source text.
   * @returns undefined for a literal that is no plain text (bytes, interpolation)
   */
  split(raw: string): { readonly open: string; readonly close: string; readonly escapes: boolean } | undefined;
}
