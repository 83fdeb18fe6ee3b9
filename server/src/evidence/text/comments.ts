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
  if (comments.length === 0) return text;
  // Documents have apostrophes and no strings.
  const strings = line === undefined ? [] : STRINGS;
  const pattern = new RegExp([...strings, `(?<comment>${comments.join('|')})`].join('|'), 'g');
  return text.replace(pattern, (...match) => {
    const [whole] = match;
    const { comment } = match.at(-1) as { readonly comment?: string };
    return comment === undefined ? whole : comment.replace(/[^\r\n]/g, ' ');
  });
}
