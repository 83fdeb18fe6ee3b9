import type { Localized } from '../catalog/types.ts';
import type { Span } from '../model/model.ts';

/** A replacement of text; offsets are those of the text the finding was made from. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  /** What a person has to fill in, in the order of the text. */
  readonly stops?: readonly Stop[];
}

/** A piece of an edit's text that a person has to fill in: nothing, or words that only say so. Offsets are within the text. */
export interface Stop extends Span {
  /** What an editor shows there, to be typed over. */
  readonly shown?: string;
  /** What may stand there, where that is known. */
  readonly choices?: readonly string[];
}

/** A repair that can be applied on request. */
export interface Fix {
  readonly title: Localized;
  readonly edits: readonly Edit[];
  /** The one that a person most likely wants. */
  readonly preferred: boolean;
  /** Whether it may be applied unseen: the meaning is certain and nothing is left to fill in. */
  readonly safe: boolean;
  /** It adds every code to a place that can be added there. */
  readonly addsAll?: boolean;
}

/** Other codes or names that are offered for one finding, at most: a handful to choose from; more is a list to read. */
export const MOST_SUGGESTIONS = 3;

/** A fix, or none where one of its edits could not be written. */
export function wholeFix(
  title: Localized,
  edits: readonly (Edit | undefined)[],
  { preferred, safe = false, addsAll = false }: Pick<Fix, 'preferred' | 'addsAll'> & Partial<Pick<Fix, 'safe'>>,
): readonly Fix[] {
  const written = edits.flatMap((edit) => edit ?? []);
  return written.length < edits.length ? [] : [{ title, edits: written, preferred, safe, addsAll }];
}

/**
 * Applies edits as an editor does: all offsets are those of the text as it was, in whatever order the edits come.
 *
 * @throws RangeError for edits that overlap one another or lie outside the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  // What is inserted where something is replaced comes first.
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    if (edit.span.start < end || edit.span.end < edit.span.start || edit.span.end > text.length)
      throw new RangeError(`an edit overlaps another or lies outside the text: ${JSON.stringify(edit)}`);
    result += text.slice(end, edit.span.start) + edit.text;
    end = edit.span.end;
  }
  return result + text.slice(end);
}

/** Languages print lines with LF; a text that uses CRLF keeps it. */
export function withCrlf(edits: readonly Edit[]): readonly Edit[] {
  return edits.map(({ span, text: written, stops }) => {
    const moved = (offset: number): number => offset + written.slice(0, offset).split('\n').length - 1;
    return {
      span,
      text: written.replaceAll('\n', '\r\n'),
      ...(stops && { stops: stops.map((stop) => ({ ...stop, start: moved(stop.start), end: moved(stop.end) })) }),
    };
  });
}
