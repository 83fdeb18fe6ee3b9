import type { Localized } from '../catalog/types.ts';
import type { Span } from '../model/model.ts';

/** A replacement of text; offsets are those of the text the finding was made from. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** A repair that can be applied on request. */
export interface Fix {
  readonly title: Localized;
  readonly edits: readonly Edit[];
  /** The one that a person most likely wants. */
  readonly preferred: boolean;
  /** Whether it may be applied unseen: the meaning is certain and nothing is left to fill in. */
  readonly safe: boolean;
}

/** Languages print lines with LF; a text that uses CRLF keeps it. */
export function withLineEnds(edits: readonly Edit[], text: string): readonly Edit[] {
  return text.includes('\r\n') ? edits.map((edit) => ({ ...edit, text: edit.text.replaceAll('\n', '\r\n') })) : edits;
}
