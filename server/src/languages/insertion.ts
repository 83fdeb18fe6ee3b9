import type { Change } from '../model/change.ts';
import type { EntryInsertionPoint } from '../model/model.ts';

/** UTF-16 units that are looked through for a line's beginning: a file on one line must not be read again and again. */
const LINE_LIMIT_UNITS = 1000;

/** Leading white space of the line that an offset is in; none where the line began too far in front. */
export function lineIndent(text: string, offset: number): string {
  const from = Math.max(0, offset - LINE_LIMIT_UNITS);
  const before = text.slice(from, offset);
  const start = before.lastIndexOf('\n') + 1;
  return start === 0 && from > 0 ? '' : (/^[ \t]*/.exec(before.slice(start))?.[0] ?? '');
}

/** UTF-16 units of a text that show its habit: a long file need not be read for it. */
const HABIT_UNITS = 20_000;

/** Whether a file may use another step of indentation after a change. */
export function mayChangeUnit({ start }: Change): boolean {
  return start < HABIT_UNITS;
}

/** One step of indentation as the file uses it: a tab, or the smallest step of spaces; two where it shows none. */
export function unitOf(text: string): string {
  let smallest = 0;
  for (const [, indent = ''] of text.slice(0, HABIT_UNITS).matchAll(/^([ \t]+)\S/gm)) {
    if (indent.startsWith('\t')) return '\t';
    if (indent.length > 1 && (smallest === 0 || indent.length < smallest)) smallest = indent.length;
  }
  return ' '.repeat(smallest || 2);
}

/** What an object literal looks like, as far as adding an entry to it needs. */
export interface ObjectShape {
  /** Offset of the opening mark. */
  readonly open: number;
  /** Offset of the closing mark. */
  readonly close: number;
  /** End of the last entry. */
  readonly lastEnd?: number;
  readonly lastStart?: number;
  /** End of the comma behind the last entry, where there is one. */
  readonly comma?: number;
  readonly keys: EntryInsertionPoint['keys'];
  readonly quote: string;
  /** One step of the file's indentation. */
  readonly unit: string;
}

/** Where an entry can be added: behind the last one and its comma, or in the empty braces. */
export function entryInsertion(text: string, shape: ObjectShape): EntryInsertionPoint {
  const { keys, quote, unit, comma } = shape;
  if (shape.lastEnd === undefined || shape.lastStart === undefined) {
    const indent = lineIndent(text, shape.close);
    return { offset: shape.close, indent, unit, lead: '', trail: '', multiline: false, between: ',', keys, quote };
  }
  const multiline = text.slice(shape.open, Math.min(shape.lastStart, shape.open + LINE_LIMIT_UNITS)).includes('\n');
  const commented = multiline && comma === undefined ? behindComment(text, shape.lastEnd) : shape.lastEnd;
  const hasComment = text.slice(shape.lastEnd, commented).trim() !== '';
  return {
    offset: comma === undefined ? shape.lastEnd : multiline ? behindComment(text, comma) : comma,
    indent: lineIndent(text, shape.lastStart),
    unit,
    lead: comma === undefined ? ',' : '',
    trail: comma === undefined ? '' : ',',
    multiline,
    between: ',',
    keys,
    quote,
    ...(hasComment && { behindComment: commented }),
  };
}

/** What an object without brackets looks like: entries one below the other. */
export interface LinesShape extends Pick<ObjectShape, 'unit' | 'keys' | 'quote'> {
  readonly firstStart: number;
  readonly lastEnd: number;
}

/** Where an entry can be added as a line of its own, below the last one and in its column. */
export function lineInsertion(
  text: string,
  { firstStart, lastEnd, unit, keys, quote }: LinesShape,
): EntryInsertionPoint {
  const before = text.slice(Math.max(0, firstStart - LINE_LIMIT_UNITS), firstStart);
  const ownLine = before.slice(Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r')) + 1);
  const blanks = /\s*$/.exec(text.slice(Math.max(0, lastEnd - 1000), lastEnd))?.[0].length ?? 0;
  return {
    offset: behindComment(text, lastEnd - blanks),
    // The first entry may stand behind the mark of a list's item.
    indent: ownLine.replace('\ufeff', '').replace(/[^\t]/g, ' '),
    unit,
    lead: '',
    trail: '',
    multiline: true,
    between: '',
    keys,
    quote,
  };
}

/** The end of the line where nothing but a comment follows the offset; else the offset itself. */
export function behindComment(text: string, offset: number): number {
  const rest = /^[^\r\n]*/.exec(text.slice(offset, offset + 1000))?.[0] ?? '';
  return /^[ \t]*(?:(?:\/\/|#).*)?$/.test(rest) ? offset + rest.length : offset;
}
