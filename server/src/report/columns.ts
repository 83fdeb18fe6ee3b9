import { once } from '../model/once.ts';

/** A tab goes on to the next multiple of this many columns. */
const TAB_COLUMNS = 4;

/** East Asian wide and full-width characters (Unicode Standard Annex 11), without emoji. */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
/** Characters that only change others, or show nothing. */
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** Made when it is first needed: its tables take longer to load than a small tree to scan. */
const graphemes = once(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/** What stands in a row of columns. */
interface Cell {
  /** A character as people count them, a tab as blanks. */
  readonly text: string;
  readonly columns: number;
}

/** How many columns of a terminal a text takes. @param from the column it starts in, from 0: tabs depend on it */
export function columnsOf(text: string, from = 0): number {
  return sumOf(cellsOf(text, from));
}

/** The text with blanks in the place of tabs. @param from the column it starts in, from 0 */
export function expandTabs(text: string, from = 0): string {
  return textOf(cellsOf(text, from));
}

/** A line of text around what is to be looked at, with blanks for tabs. Where something is cut off stands `…`. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/**
 * Cuts a line to a number of columns, so that the beginning of what is to be looked at can be seen.
 *
 * @param start UTF-16 offset of what is to be looked at
 * @param end UTF-16 offset of its end
 */
export function excerptOf(line: string, start: number, end: number, room: number): Excerpt {
  // A line may hold a whole bundle: what is far away is cut off before it is measured.
  const near = room * 8;
  const before = cellsOf(line.slice(Math.max(0, start - near), start), 0);
  const column = sumOf(before);
  const marked = cellsOf(line.slice(start, Math.min(end, start + near)), column, room);
  const after = cellsOf(line.slice(end, end + near), column + sumOf(marked), room);
  if (column + sumOf(marked) + sumOf(after) <= room)
    return { before: textOf(before), marked: textOf(marked), after: textOf(after) };
  const kept = {
    before: lastColumns(before, Math.max(Math.floor(room / 3), room - sumOf(marked) - sumOf(after))),
    marked: firstColumns(marked, Math.floor((room * 2) / 3)),
  };
  const left = room - sumOf(kept.before) - sumOf(kept.marked);
  return {
    before: textOf(kept.before),
    marked: textOf(kept.marked),
    after: textOf(firstColumns(after, Math.max(1, left))),
  };
}

/** What switches styles, and shows nothing itself. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a sequence begins with one.
const SEQUENCES = /\u001B\[[\d;]*m/g;

/** Breaks a text, which may be styled, at blanks into lines of at most so many columns; a longer word gets a line of its own. */
export function wrap(text: string, room: number): readonly string[] {
  return wrapItems(text.split(' '), ' ', room);
}

/** The same for what is not to be broken itself. @param separator stands between items on a line, and not where one ends */
export function wrapItems(items: readonly string[], separator: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    const longer = line === '' ? item : line + separator + item;
    if (line !== '' && columnsOf(longer.replace(SEQUENCES, '')) > room) {
      lines.push(line);
      line = item;
    } else line = longer;
  }
  return [...lines, line];
}

const MORE: Cell = { text: '…', columns: 1 };

function firstColumns(cells: readonly Cell[], room: number): readonly Cell[] {
  return sumOf(cells) <= room ? cells : [...fitting(cells, room - MORE.columns), MORE];
}

function lastColumns(cells: readonly Cell[], room: number): readonly Cell[] {
  return sumOf(cells) <= room ? cells : [MORE, ...fitting(cells.toReversed(), room - MORE.columns).toReversed()];
}

/** As many cells as there is room for. */
function fitting(cells: readonly Cell[], room: number): Cell[] {
  let columns = 0;
  const end = cells.findIndex((cell) => {
    columns += cell.columns;
    return columns > room;
  });
  return cells.slice(0, end < 0 ? cells.length : end);
}

/** @param from the column that the text starts in, from 0 @param room columns after which nobody looks any further */
function cellsOf(text: string, from: number, room = Number.POSITIVE_INFINITY): readonly Cell[] {
  const cells: Cell[] = [];
  let column = from;
  for (const grapheme of graphemesOf(text)) {
    if (column - from > room) break;
    const columns = widthOf(grapheme, column);
    cells.push({ text: grapheme === '\t' ? ' '.repeat(columns) : grapheme, columns });
    column += columns;
  }
  return cells;
}

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { columns }) => sum + columns, 0);
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ text }) => text).join('');
}

/** Nearly every text: each unit is a character, and looking for more would take many times as long. */
const PLAIN = /^[\t\u0020-\u007E\u2010-\u2026\uAC00-\uD7A3]*$/;

function graphemesOf(text: string): Iterable<string> {
  return PLAIN.test(text) ? text : segmentsOf(text);
}

function* segmentsOf(text: string): Generator<string> {
  for (const { segment } of graphemes().segment(text)) yield segment;
}

function widthOf(grapheme: string, column: number): number {
  if (grapheme === '\t') return TAB_COLUMNS - (column % TAB_COLUMNS);
  if (grapheme.length === 1 && grapheme >= ' ' && grapheme <= '~') return 1;
  if (INVISIBLE.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
}
