import { escapeRegExp } from '../../model/escapeRegExp.ts';

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

/**
 * A text with blanks in the place of its comments, so that all that stands elsewhere keeps its offset. Takes time linear
 * in the text: what is opened and never closed ends with the text.
 */
export function withoutComments(text: string, { line, block }: CommentMarks): string {
  const comments = [
    ...(line === undefined ? [] : [`${escapeRegExp(line)}[^\\n]*`]),
    ...(block ? [`${escapeRegExp(block[0])}[\\s\\S]*?(?:${escapeRegExp(block[1])}|$)`] : []),
  ];
  if (![line, block?.[0]].some((mark) => mark !== undefined && text.includes(mark))) return text;
  // Documents have apostrophes and no strings.
  const strings = line === undefined ? [] : STRINGS;
  const pattern = new RegExp([...strings, `(${comments.join('|')})`].join('|'), 'g');
  let without = '';
  let end = 0;
  for (const { 1: comment, index } of text.matchAll(pattern)) {
    if (comment === undefined) continue;
    without += text.slice(end, index) + comment.replace(/[^\r\n]/g, ' ');
    end = index + comment.length;
  }
  return without + text.slice(end);
}
