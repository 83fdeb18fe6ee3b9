import type { Span } from '../../model/model.ts';

/** A line of a text without its end. */
export interface Line extends Span {
  readonly text: string;
  /** Offset of the next line, or of the text's end. */
  readonly next: number;
}

/** The lines of a text, or of a part of it. */
export function* linesOf(text: string, { start, end }: Span = { start: 0, end: text.length }): Generator<Line> {
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && text[stop] !== '\n' && text[stop] !== '\r') stop++;
    const width = text[stop] === '\r' && text[stop + 1] === '\n' ? 2 : 1;
    const next = Math.min(end, stop + width);
    yield { text: text.slice(at, stop), start: at, end: stop, next };
    at = next;
  }
}

/** A machine may write megabytes into one line; whoever points at a code in it needs what stands around. */
const LONGEST = 2000;

/** A line in parts that are short enough to be looked through while somebody waits, cut at blanks where it has any. */
export function* partsOf(text: string, line: Span): Generator<Span> {
  let start = line.start;
  while (line.end - start > LONGEST) {
    const blank = text.slice(start, start + LONGEST).lastIndexOf(' ');
    const end = start + (blank > LONGEST / 2 ? blank : LONGEST);
    yield { start, end };
    start = end;
  }
  if (start < line.end) yield { start, end: line.end };
}
