import { changeBetween } from '../../model/change.ts';
import { countBelow } from '../../model/countBelow.ts';
import { escapeRegExp } from '../../model/escapeRegExp.ts';
import { TextSearch } from '../../model/textSearch.ts';

/** How comments are written in a text. */
export interface CommentMarks {
  readonly line?: string;
  readonly block?: readonly [open: string, close: string];
}

/** Strings, in which the marks of comments are text; one that is not closed ends with its line. */
const STRINGS = [
  '"""[\\s\\S]*?(?:"""|$)',
  "'''[\\s\\S]*?(?:'''|$)",
  '"(?:\\\\.|[^"\\\\\\n])*"?',
  "'(?:\\\\.|[^'\\\\\\n])*'?",
  '`(?:\\\\.|[^`\\\\])*`?',
];

/** UTF-16 units between places at which reading may begin. */
const STEP_UNITS = 2000;

/** A text whose comments have been found. */
interface Read {
  readonly text: string;
  /** It with blanks in the place of its comments. */
  readonly search: TextSearch;
  /** Where a comment or a string ends, in text order: reading may begin at any of these. UTF-16 offsets. */
  readonly ends: readonly number[];
}

/** Makes an expression that fits strings and, as its first group, comments. @returns undefined where there are none */
function expressionOf({ line, block }: CommentMarks): RegExp | undefined {
  const comments = [
    ...(line === undefined ? [] : [`${escapeRegExp(line)}[^\\n]*`]),
    ...(block ? [`${escapeRegExp(block[0])}[\\s\\S]*?(?:${escapeRegExp(block[1])}|$)`] : []),
  ];
  // Documents have apostrophes and no strings.
  const strings = line === undefined ? [] : STRINGS;
  return comments.length > 0 ? new RegExp([...strings, `(${comments.join('|')})`].join('|'), 'g') : undefined;
}

/**
 * A text without its comments: there are blanks in their place, so that all that stands elsewhere keeps its offset. Found
 * when somebody asks, in time linear in the text: what is opened and never closed ends with the text. In a later version
 * only what is different is read again, and what that may change.
 */
export class CodeOfText {
  private read: Read | undefined;

  /** @param marks how comments are written in it @param earlier of an earlier version of the text, with the same marks */
  constructor(
    private readonly text: string,
    private readonly marks: CommentMarks,
    earlier?: CodeOfText,
  ) {
    this.read = earlier?.read;
  }

  /** The code, and what has been looked for in it. */
  get search(): TextSearch {
    if (this.read?.text !== this.text) this.read = readAgain(this.text, this.marks, this.read);
    return this.read.search;
  }
}

function readAgain(text: string, marks: CommentMarks, earlier: Read | undefined): Read {
  const expression = expressionOf(marks);
  const isAnyIn = [marks.line, marks.block?.[0]].some((mark) => mark !== undefined && text.includes(mark));
  if (!expression || !isAnyIn) return { text, search: new TextSearch(text, earlier?.search), ends: [] };
  const { start, endBefore, endAfter } = changeBetween(earlier?.text ?? '', text);
  const moved = endAfter - endBefore;
  const known = earlier?.ends ?? [];
  const before = known.slice(
    0,
    countBelow(known.length, (index) => (known[index] ?? start) < start),
  );
  const behind = known.slice(countBelow(known.length, (index) => (known[index] ?? endBefore) < endBefore));
  const from = before.at(-1) ?? 0;
  const { code, ends, to } = withoutComments(text, expression, from, new Set(behind.map((end) => end + moved)));
  const earlierCode = earlier?.search.text ?? '';
  return {
    text,
    search: new TextSearch(earlierCode.slice(0, from) + code + earlierCode.slice(to - moved), earlier?.search),
    ends: [...before, ...ends, ...behind.map((end) => end + moved).filter((end) => end >= to)],
  };
}

/**
 * Reads a text from where neither a comment nor a string is open.
 *
 * @param known where it need not go on once one of both ends there
 */
function withoutComments(text: string, expression: RegExp, from: number, known: ReadonlySet<number>) {
  const ends: number[] = [];
  let code = '';
  let last = from;
  expression.lastIndex = from;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    const [token, comment] = match;
    const end = match.index + token.length;
    if (comment !== undefined) {
      code += text.slice(last, match.index) + comment.replace(/[^\r\n]/g, ' ');
      last = end;
    }
    if (known.has(end)) return { code: code + text.slice(last, end), ends, to: end };
    if (end - (ends.at(-1) ?? from) >= STEP_UNITS) ends.push(end);
  }
  return { code: code + text.slice(last), ends, to: text.length };
}
