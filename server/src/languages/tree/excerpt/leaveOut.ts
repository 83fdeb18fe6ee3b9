import type { Lines } from './functionLayout.ts';

/** A text without some of its lines, and where what is left of it stood. */
export interface Condensed {
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

/** Leaves out lines. @param gaps in text order */
export function leaveOut(text: string, gaps: readonly Gap[]): Condensed {
  const pieces: string[] = [];
  /** Where each piece begins, there and here; one that was not there has no length there. */
  const origins: number[] = [];
  const places: number[] = [];
  const made: boolean[] = [];
  let length = 0;
  const add = (piece: string, origin: number, isMade: boolean): void => {
    if (piece.length === 0) return;
    pieces.push(piece);
    origins.push(origin);
    places.push(length);
    made.push(isMade);
    length += piece.length;
  };
  let at = 0;
  for (const { start, end, filler } of gaps) {
    add(text.slice(at, start), at, false);
    if (filler !== undefined) {
      const indent = /[^\S\n]*/y;
      indent.lastIndex = start;
      add(`${indent.exec(text)?.[0] ?? ''}${filler}\n`, start, true);
    }
    at = end;
  }
  add(text.slice(at), at, false);

  /** The last piece that begins at or before an offset. */
  const pieceAt = (offset: number): number => {
    let low = 0;
    for (let high = places.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((places[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low;
  };
  const originOf = (piece: number, offset: number): number =>
    (origins[piece] ?? 0) + (made[piece] ? 0 : offset - (places[piece] ?? 0));
  return {
    text: pieces.join(''),
    startOf: (offset) => originOf(pieceAt(offset), offset),
    endOf: (offset) => originOf(pieceAt(Math.max(0, offset - 1)), offset),
  };
}
