import { countBelow } from '../../../model/countBelow.ts';
import type { Lines } from './lines.ts';

/** A text without some of its lines, and where what is left of it stood. */
export interface Excerpt {
  readonly text: string;
  /** The offset in the whole text at which what begins at an offset of this one begins. */
  readonly startOf: (offset: number) => number;
  /** The offset in the whole text at which what ends at an offset of this one ends. */
  readonly endOf: (offset: number) => number;
}

/** Lines to leave out, and what is to stand in their place on a line of its own. */
export interface Gap extends Lines {
  readonly filler?: string;
}

/** A piece of an excerpt. UTF-16 offsets. */
interface Piece {
  readonly text: string;
  /** Where it begins in the excerpt. */
  readonly start: number;
  /** Where it begins in the whole text; for a filler, where the gap begins for which it stands. */
  readonly origin: number;
  readonly isFiller: boolean;
}

/** Leaves out lines. @param gaps in text order */
export function leaveOut(text: string, gaps: readonly Gap[]): Excerpt {
  const pieces: Piece[] = [];
  let length = 0;
  const add = (piece: string, origin: number, isFiller: boolean): void => {
    if (piece.length === 0) return;
    pieces.push({ text: piece, start: length, origin, isFiller });
    length += piece.length;
  };
  let at = 0;
  for (const { start, end, filler } of gaps) {
    add(text.slice(at, start), at, false);
    if (filler !== undefined) add(`${indentAt(text, start)}${filler}\n`, start, true);
    at = end;
  }
  add(text.slice(at), at, false);

  const originOf = (piece: Piece | undefined, offset: number): number =>
    (piece?.origin ?? 0) + (piece?.isFiller ? 0 : offset - (piece?.start ?? 0));
  return {
    text: pieces.map((piece) => piece.text).join(''),
    startOf: (offset) => originOf(pieceAt(pieces, offset), offset),
    endOf: (offset) => originOf(pieceAt(pieces, Math.max(0, offset - 1)), offset),
  };
}

/** The blanks that the line at an offset begins with. */
function indentAt(text: string, start: number): string {
  const indent = /[^\S\n]*/y;
  indent.lastIndex = start;
  return indent.exec(text)?.[0] ?? '';
}

/** The last piece that begins at or before an offset. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return pieces[Math.max(0, countBelow(pieces.length, (index) => (pieces[index]?.start ?? 0) <= offset) - 1)];
}
