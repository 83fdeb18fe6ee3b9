import type { Span } from '../../model/model.ts';
import type { CommentStyle } from '../language.ts';

/** A part of a document that is no prose: a text in another language, or a comment. */
export type Piece =
  | { readonly kind: 'embedded'; readonly span: Span; readonly language: string }
  | { readonly kind: 'comment'; readonly span: Span };

/** A kind of document that is read line by line, for whoever points at a code in it. */
export interface ProseDescription {
  readonly id: string;
  /** As people write it. */
  readonly name: string;
  readonly languageIds: readonly string[];
  readonly extensions: readonly string[];
  readonly scopes: readonly string[];
  readonly comment: CommentStyle;
  /** Ids of the languages whose texts are read where they stand in such a document. */
  readonly embeds: readonly string[];
  /** A program has written it: nothing is said there for whoever does not know the program. */
  readonly isLog?: true;
  /** What of a text is no prose, in the order of the text; `language` is a language id or a file name's ending. */
  pieces(text: string): Iterable<Piece>;
}
