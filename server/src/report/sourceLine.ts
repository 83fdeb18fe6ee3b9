import type { Span } from '../model/model.ts';

/** UTF-16 units of a line that a finding carries; the line of a bundle would be told again with each of its findings. */
export const LONGEST_SOURCE_LINE_UNITS = 600;
/** Of these, how many may stand before the finding. */
const UNITS_BEFORE = 200;

/** The line that a finding starts on, or of a long one the part around it. */
export interface SourceLine {
  readonly sourceLine: string;
  /** UTF-16 units of the line that are left out before; absent where it is there from its start. */
  readonly sourceFrom?: number;
  /** Whether some of the line is left out behind; absent where it is there to its end. */
  readonly sourceCut?: true;
}

/**
 * Takes a line out of a text, or of a long one the part around a finding. No character is cut in two.
 *
 * @param line UTF-16 offsets of the line without its end
 * @param at UTF-16 offset in the text at which the finding starts
 */
export function sourceLineAt(text: string, line: Span, at: number): SourceLine {
  if (line.end - line.start <= LONGEST_SOURCE_LINE_UNITS) return { sourceLine: text.slice(line.start, line.end) };
  const wanted = Math.min(at - UNITS_BEFORE, line.end - LONGEST_SOURCE_LINE_UNITS);
  const from = wholeFrom(text, Math.max(line.start, wanted));
  const to = wholeFrom(text, Math.min(line.end, from + LONGEST_SOURCE_LINE_UNITS));
  return {
    sourceLine: text.slice(from, to),
    ...(from > line.start && { sourceFrom: from - line.start }),
    ...(to < line.end && { sourceCut: true }),
  };
}

/** An offset, or the one before it where it would part a character of two units. */
function wholeFrom(text: string, offset: number): number {
  const isWithin = isSurrogate(text, offset - 1, 0xd800) && isSurrogate(text, offset, 0xdc00);
  return isWithin ? offset - 1 : offset;
}

/** @param first of the 1,024 units that are meant */
function isSurrogate(text: string, offset: number, first: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === first;
}
