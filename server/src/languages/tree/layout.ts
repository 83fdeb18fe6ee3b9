/**
 * How the functions of a language are laid out in lines, so that their bodies are found in the text, before anything
 * is parsed. Not meant to find all: what is not laid out so is read as a whole.
 */
export interface FunctionLayout {
  /** What the first line of a function begins with, behind its blanks; sticky. */
  readonly head: RegExp;
  /** How the line in front of the body ends. */
  readonly opens: RegExp;
  /** The line behind the body, behind its blanks; sticky. Absent where only the indentation ends a body. */
  readonly closes?: RegExp;
  /** What stands for a body that is left out, where there must be one. */
  readonly filler?: string;
  /** What begins a comment, where one in any column belongs to the body around it. */
  readonly comment?: string;
  /** Marks between which a text or comment may span lines: the same at both ends, or two. */
  readonly spans: readonly (string | readonly [open: string, close: string])[];
  /** What a body may not hold, lest its lines be something else than they seem. */
  readonly never?: RegExp;
}

/** The lines of a function's body. UTF-16 offsets; both at beginnings of lines. */
export interface Body {
  readonly start: number;
  readonly end: number;
}

/** One line of a text: where it begins, where what is written on it begins and ends, and where the next one begins. */
interface Line {
  readonly start: number;
  readonly first: number;
  readonly last: number;
  readonly next: number;
}

/** Lines that the head of a function may go on for. */
const LONGEST_HEAD = 40;

/** Finds the bodies of the outermost functions, in text order; a function within another one is part of it. */
export function bodiesOf(text: string, layout: FunctionLayout): readonly Body[] {
  const bodies: Body[] = [];
  for (let line = lineAt(text, 0); line; line = lineAt(text, line.next)) {
    layout.head.lastIndex = line.first;
    if (line.first === line.last || !layout.head.test(text)) continue;
    const opening = openingOf(text, line, layout);
    const body = opening && bodyBehind(text, line, opening, layout);
    if (!body) continue;
    bodies.push(body);
    line = { ...line, next: body.end };
  }
  return bodies;
}

/** Whether a body is no more than it seems: nothing begins in it that ends elsewhere, or the other way round. */
export function isWhole(body: string, { spans, never }: FunctionLayout): boolean {
  if (never?.test(body)) return false;
  let depth = 0;
  for (let i = 0; i < body.length; i++) {
    const unit = body.charCodeAt(i);
    // ( [ { and ) ] }
    if (unit === 40 || unit === 91 || unit === 123) depth++;
    else if (unit === 41 || unit === 93 || unit === 125) depth--;
  }
  if (depth !== 0) return false;
  return spans.every((span) =>
    typeof span === 'string' ? count(body, span) % 2 === 0 : count(body, span[0]) === count(body, span[1]),
  );
}

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

/** The line that ends a function's head: its first one, or one in its column. */
function openingOf(text: string, head: Line, { opens }: FunctionLayout): Line | undefined {
  let line: Line | undefined = head;
  for (let i = 0; line && i < LONGEST_HEAD; i++) {
    if (opens.test(text.slice(line.first, line.last))) return line;
    const next: Line | undefined = lineAt(text, line.next);
    // What goes on stands deeper; what ends it begins with its mark.
    const goesOn = next && (next.first - next.start > head.first - head.start || /[){]/.test(text[next.first] ?? ''));
    line = goesOn ? next : undefined;
  }
  return undefined;
}

function bodyBehind(text: string, head: Line, opening: Line, layout: FunctionLayout): Body | undefined {
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
