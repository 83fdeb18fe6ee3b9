import { KEYWORD } from '../knowledge/keywords.ts';
import type { Span } from '../model/model.ts';

/** Nothing in front reaches into an expression: `= `, `=> `, `(`, `, `, `return `, `if `. */
const BEGINS_APART = new RegExp(
  `(?:^|[^=!<>+\\-*/|&^%?~]=|=>|->|[(,[{:;]|\\b(?:${KEYWORD.returns}|${KEYWORD.conditions}))$`,
);
/** Nor does what stands behind: `;`, `)`, ` {`, ` else`, the end of the line where the next does not go on with an operator. */
const ENDS_APART = new RegExp(
  `^[ \\t]*(?:[;,)\\]}{:]|${KEYWORD.otherwise}\\b|\\r?\\n[ \\t]*(?:\\r?\\n|[}\\])@]|(?!${KEYWORD.infix}\\b)\\w|$)|$)`,
);

/** Whether an operator may be put into an expression's place without brackets around it. */
export function isApart(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 40), start).trimEnd();
  const after = text.slice(end, end + 200);
  return BEGINS_APART.test(before) && ENDS_APART.test(after);
}
