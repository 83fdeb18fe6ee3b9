import type { Lines } from './lines.ts';

/**
 * How the functions of a language are laid out in lines, so that they are found in the text, before anything is parsed.
 * Not meant to find all: what is not laid out so is read as a whole.
 */
export interface FunctionLayout {
  /**
   * What the first line of a declaration in the first column begins with, if nothing is amiss when it is left out as a
   * whole; sticky. The group `name` is that of what holds constants.
   */
  readonly item?: RegExp;
  /** What lines in the first column begin with that belong to the declaration below them; sticky. */
  readonly onTop?: RegExp;
  /** What the first line of a function begins with, behind its blanks; sticky. */
  readonly head: RegExp;
  /** How the line in front of the body ends. */
  readonly opens: RegExp;
  /** The line behind the body, behind its blanks; sticky. Absent where only the indentation ends a body. */
  readonly closes?: RegExp;
  /** What lines in the column of a declaration begin with that go on with it: `rescue` below `def`; sticky. */
  readonly goesOn?: RegExp;
  /** What stands for a body that is left out, where there must be one. */
  readonly filler?: string;
  /** What begins a comment, where one in any column belongs to the body around it. */
  readonly comment?: string;
  /** Marks between which a text or comment may span lines: the same at both ends, or two. */
  readonly spans: readonly (string | readonly [open: string, close: string])[];
  /** What a piece may not hold, lest its lines be something else than they seem. */
  readonly never?: RegExp;
}

/** The body of a function. */
export interface Body extends Lines {
  /** The lines in front of it that say what the function is called and takes, with what is written on top of them. */
  readonly head: Lines;
}

/** One line of a text: where it begins, where what is written on it begins and ends, and where the next one begins. */
interface Line {
  readonly start: number;
  readonly first: number;
  readonly last: number;
  readonly next: number;
}

/** How a line begins that says something of the function below it. */
const DECORATES = /[@[#]/;

/** Lines that the head of a function may go on for. */
const HEAD_LINES = 40;

/**
 * Finds the bodies of the outermost functions, in text order; a function within another one is part of it.
 *
 * @param within where to look for their heads
 */
export function bodiesOf(text: string, layout: FunctionLayout, within: Lines): readonly Body[] {
  const bodies: Body[] = [];
  /** Where the lines begin that are written on top of the next function: `@ExceptionHandler(…)`. */
  let top: number | undefined;
  for (let line = lineAt(text, within.start); line && line.start < within.end; line = lineAt(text, line.next)) {
    layout.head.lastIndex = line.first;
    const start: number = top ?? line.start;
    top = DECORATES.test(text[line.first] ?? '') ? start : undefined;
    if (line.first === line.last || !layout.head.test(text)) continue;
    const opening = openingOf(text, line, layout);
    const body = opening && bodyBehind(text, line, opening, layout);
    if (!opening || !body) continue;
    bodies.push({ ...body, head: { start, end: opening.next } });
    line = { ...line, next: body.end };
  }
  return bodies;
}

/** What begins with a line, up to where the next thing does. */
export interface Section extends Lines {
  /** Where what belongs to it begins, which is written on top of it. */
  readonly top: number;
  /** It is a declaration in the first column that could be left out. */
  readonly isItem: boolean;
  /** By this name others get at what is declared in it; none where nothing is. */
  readonly name: string | undefined;
}

/**
 * Divides a text into what begins in its first column, in text order; blank lines between are in none of them. Where no
 * declaration can be left out, there are none.
 *
 * @param from where a section began, if not with the text
 * @param isKnown whether what follows a section is known, if the next one begins at an offset with nothing on top of it
 */
export function sectionsOf(
  text: string,
  layout: FunctionLayout,
  from = 0,
  isKnown: (start: number) => boolean = () => false,
): readonly Section[] {
  const { item, onTop } = layout;
  const sections: Section[] = [];
  if (!item) return sections;
  /** Where what belongs to the next declaration begins. */
  let top: number | undefined;
  for (let line = lineAt(text, from); line; ) {
    const { start } = line;
    if (top === undefined && isKnown(start)) break;
    // What begins nothing has no end to look for: a long run of such lines would be gone through again for each.
    const end = isIdle(text, line, layout) ? line.next : endOfItem(text, line, layout);
    if (isFlush(line)) {
      item.lastIndex = start;
      const found = item.exec(text);
      sections.push({ top: top ?? start, start, end, isItem: found !== null, name: found?.groups?.name });
      if (onTop) onTop.lastIndex = start;
      top = onTop?.test(text) ? (top ?? start) : undefined;
    }
    line = lineAt(text, end);
  }
  return sections;
}

/** Whether a line is blank, or a comment that belongs to whatever is around it. */
function isIdle(text: string, { first, last }: Line, { comment }: FunctionLayout): boolean {
  return first === last || (comment !== undefined && text.startsWith(comment, first));
}

/** Whether something is written in a line's first column. */
function isFlush({ start, first, last }: Line): boolean {
  return first === start && first < last;
}

/** The end of what begins with a line in the first column: before the next line there that begins something. */
function endOfItem(text: string, head: Line, layout: FunctionLayout): number {
  const belongs = [layout.closes, layout.goesOn].flatMap((form) => form ?? []);
  let end = head.next;
  for (let line = lineAt(text, end); line; line = lineAt(text, line.next)) {
    if (isIdle(text, line, layout)) continue;
    for (const form of belongs) form.lastIndex = line.first;
    if (isFlush(line) && !/[)\]}{]/.test(text[line.first] ?? '') && !belongs.some((form) => form.test(text))) break;
    end = line.next;
  }
  return end;
}

/** Whether a piece of text is no more than it seems: nothing begins in it that ends elsewhere, or the other way round. */
export function isWhole(piece: string, { spans, never }: FunctionLayout): boolean {
  if (never?.test(piece)) return false;
  return (
    BRACKETS.every(([open, close]) => count(piece, open) === count(piece, close)) &&
    spans.every((span) =>
      typeof span === 'string' ? count(piece, span) % 2 === 0 : count(piece, span[0]) === count(piece, span[1]),
    )
  );
}

const BRACKETS = ['()', '[]', '{}'].map(([open = '', close = '']) => [open, close] as const);

function count(text: string, mark: string): number {
  let found = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) found++;
  return found;
}

function lineAt(text: string, start: number): Line | undefined {
  if (start >= text.length) return undefined;
  const end = text.indexOf('\n', start);
  const next = end < 0 ? text.length : end + 1;
  let last = end < 0 ? text.length : end;
  let first = start;
  while (first < last && isBlank(text.charCodeAt(first))) first++;
  while (last > first && isBlank(text.charCodeAt(last - 1))) last--;
  return { start, first, last, next };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 13;
}

/** Whether two lines stand in the same column, with the same blanks before it. */
function isBeside(text: string, a: Line, b: Line): boolean {
  return a.first - a.start === b.first - b.start && text.slice(a.start, a.first) === text.slice(b.start, b.first);
}

/** UTF-16 units at the end of a line in which the mark that opens a body stands. */
const OPENING_LIMIT_UNITS = 500;

/** The line that ends a function's head: its first one, or one in its column. */
function openingOf(text: string, head: Line, { opens }: FunctionLayout): Line | undefined {
  let line: Line | undefined = head;
  for (let i = 0; line && i < HEAD_LINES; i++) {
    if (opens.test(text.slice(Math.max(line.first, line.last - OPENING_LIMIT_UNITS), line.last))) return line;
    const next: Line | undefined = lineAt(text, line.next);
    // What goes on stands deeper; what ends it begins with its mark.
    const goesOn = next && (next.first - next.start > head.first - head.start || /[){]/.test(text[next.first] ?? ''));
    line = goesOn ? next : undefined;
  }
  return undefined;
}

function bodyBehind(text: string, head: Line, opening: Line, layout: FunctionLayout): Lines | undefined {
  if (!isBeside(text, head, opening)) return undefined;
  let end = opening.next;
  for (let line = lineAt(text, opening.next); line; line = lineAt(text, line.next)) {
    if (line.first === line.last) continue;
    if (line.first - line.start > head.first - head.start) {
      end = line.next;
      continue;
    }
    if (!layout.closes) {
      if (layout.comment && text.startsWith(layout.comment, line.first)) continue;
      break;
    }
    layout.closes.lastIndex = line.first;
    return isBeside(text, head, line) && layout.closes.test(text)
      ? { start: opening.next, end: line.start }
      : undefined;
  }
  return layout.closes || end === opening.next ? undefined : { start: opening.next, end };
}
