/** A tab goes on to the next multiple of this many columns. */
const TAB_COLUMNS = 4;

/** East Asian wide and full-width characters (Unicode Standard Annex 11), without emoji. */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE10-\uFE19\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}]/u;
const EMOJI = /\p{Emoji_Presentation}|\uFE0F/u;
/** Characters that only change others, or show nothing. */
const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

/** What would move the cursor, or turn the direction of the text: neither may come from a file. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The text with pictures in the place of control characters, tabs excepted: it can be shown on any terminal. */
export function harmless(text: string): string {
  return text.replace(CONTROL, (control) =>
    control < '\u0020' ? String.fromCharCode(0x2400 + control.charCodeAt(0)) : '\uFFFD',
  );
}

/** How many columns of a terminal a text takes. @param from the column it starts in, from 0: tabs depend on it */
export function columnsOf(text: string, from = 0): number {
  let column = from;
  for (const grapheme of graphemesOf(text)) column += widthOf(grapheme, column);
  return column - from;
}

/** The text with blanks in the place of tabs. @param from the column it starts in, from 0 */
export function expandTabs(text: string, from = 0): string {
  let column = from;
  let expanded = '';
  for (const grapheme of graphemesOf(text)) {
    const width = widthOf(grapheme, column);
    expanded += grapheme === '\t' ? ' '.repeat(width) : grapheme;
    column += width;
  }
  return expanded;
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
  const before = expandTabs(line.slice(Math.max(0, start - near), start));
  const marked = expandTabs(line.slice(start, Math.min(end, start + near)), columnsOf(before));
  const after = expandTabs(line.slice(end, end + near), columnsOf(before + marked));
  if (columnsOf(before + marked + after) <= room) return { before, marked, after };
  const kept = {
    before: lastColumns(before, Math.max(Math.floor(room / 3), room - columnsOf(marked + after))),
    marked: firstColumns(marked, Math.floor((room * 2) / 3)),
  };
  return { ...kept, after: firstColumns(after, Math.max(1, room - columnsOf(kept.before + kept.marked))) };
}

/** Breaks a text at blanks into lines of at most so many columns; a longer word gets a line of its own. */
export function wrap(text: string, room: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && columnsOf(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function firstColumns(text: string, room: number): string {
  return cut(text, room, graphemesOf(text), (kept) => `${kept.join('')}…`);
}

function lastColumns(text: string, room: number): string {
  return cut(text, room, graphemesOf(text).toReversed(), (kept) => `…${kept.toReversed().join('')}`);
}

/** @param graphemes of the text, those to keep first */
function cut(
  text: string,
  room: number,
  graphemes: readonly string[],
  join: (kept: readonly string[]) => string,
): string {
  if (columnsOf(text) <= room) return text;
  const kept: string[] = [];
  let column = 1;
  for (const grapheme of graphemes) {
    column += widthOf(grapheme, column);
    if (column > room) break;
    kept.push(grapheme);
  }
  return join(kept);
}

function graphemesOf(text: string): string[] {
  return [...GRAPHEMES.segment(text)].map(({ segment }) => segment);
}

function widthOf(grapheme: string, column: number): number {
  if (grapheme === '\t') return TAB_COLUMNS - (column % TAB_COLUMNS);
  if (INVISIBLE.test(grapheme)) return 0;
  return WIDE.test(grapheme) || EMOJI.test(grapheme) ? 2 : 1;
}
