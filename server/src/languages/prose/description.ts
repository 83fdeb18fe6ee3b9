import type { Span, StatusUse } from '../../model/model.ts';
import type { CommentStyle } from '../language.ts';

/** A part of a document that is more than prose: a text in another language, a comment, an address. */
export type Piece =
  | {
      readonly kind: 'embedded';
      readonly span: Span;
      readonly language: string;
      /** The HTTP status that it is sent with, where it is a body. */
      readonly status?: Pick<StatusUse, 'status' | 'span'>;
      /** Its length stands before it, so that nothing may be put in. */
      readonly isMeasured?: boolean;
    }
  /** An address that something is sent to. */
  | { readonly kind: 'address'; readonly span: Span }
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
