import { declarationOf } from '../../knowledge/declarations.ts';
import { isArmOfStatement } from '../../knowledge/keywords.ts';
import { isErrorType } from '../../knowledge/names.ts';
import type { ArmRequest, FallbackRequest, Label, RethrowRequest } from '../language.ts';

/** Writes a string literal; a code holds nothing that would need more than this. */
export function quoted(text: string, quote: string): string {
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

/** An operator's expression, in brackets where it must stand by itself. */
export function operation(text: string, isApart: boolean): string {
  return isApart ? text : `(${text})`;
}

/** How alternatives are written one a line. */
interface Layout {
  /** What stands before each line. */
  readonly indent: string;
  /** What begins a comment, blanks included. */
  readonly mark: string;
  /** The line of a code. */
  readonly write: (source: string, position: { readonly isFirst: boolean; readonly isLast: boolean }) => string;
  /** A comment behind the last line, after the code's name. */
  readonly note?: string;
}

/** Codes one a line, each with its name as a comment. */
export function onePerLine(labels: readonly Label[], { indent, mark, write, note }: Layout): string {
  return labels
    .map(({ source, name }, index) => {
      const isLast = index === labels.length - 1;
      const said = [...(name === undefined ? [] : [name]), ...(isLast && note !== undefined ? [note] : [])].join('; ');
      const line = write(source, { isFirst: index === 0, isLast });
      return `\n${indent}${line}${said === '' ? '' : `${mark}${said}`}`;
    })
    .join('');
}

/** Labels of a `switch` that all run on into the last one: `case "1222":` */
export function caseLabels(labels: readonly Label[], indent: string): string {
  return onePerLine(labels, { indent, mark: ' // ', write: (source) => `case ${source}:` });
}

/** Keeps an arm that ends without a word from running into the new one. */
export function closing(runsOn: boolean, indent: string): string {
  return runsOn ? `\n${indent}break;` : '';
}

/** A condition on several codes: `(code == A ||`, one a line; on one code it stays on its line, and its name goes behind it. */
export function condition(
  labels: readonly Label[],
  {
    indent,
    unit,
    test,
    or,
  }: { readonly indent: string; readonly unit: string; readonly or: string; readonly test: (source: string) => string },
): { readonly text: string; readonly behind: string } {
  const [first, ...others] = labels;
  if (first && others.length === 0) return { text: test(first.source), behind: nameBehind(labels) };
  const lines = onePerLine(labels, {
    indent: indent + unit,
    mark: ' // ',
    write: (source, { isLast }) => `${test(source)}${isLast ? '' : ` ${or}`}`,
  });
  return { text: `${lines}\n${indent}`, behind: '' };
}

/** The name of the only code of a condition, to go behind the line that it is on; several have theirs on lines of their own. */
export function nameBehind([first, ...others]: readonly Label[], mark = ' // '): string {
  return first?.name === undefined || others.length > 0 ? '' : mark + first.name;
}

/**
 * Arms of a `switch` in a language that has it as a statement, with `case`, and as an expression, with `=>`.
 *
 * @param or what stands between the codes of one arm of an expression
 */
export function switchArms(
  { labels, insertion: { indent, unit }, arm, comma, note, placeholder }: ArmRequest,
  or: string,
): string | undefined {
  if (isArmOfStatement(arm)) return `${caseLabels(labels, indent)}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
  if (placeholder === undefined) return undefined;
  const lines = onePerLine(labels, {
    indent,
    mark: ' // ',
    write: (source, { isLast }) => `${source}${isLast ? ` => ${placeholder},` : ` ${or}`}`,
    note,
  });
  return `${comma ? '' : ','}${lines}`;
}

/** The fallback of such a `switch`. */
export function switchFallback({ insertion: { indent, unit }, arm, comma, body, note }: FallbackRequest): string {
  return isArmOfStatement(arm)
    ? `\n${indent}default:\n${indent}${unit}${body}; // ${note}`
    : `${comma ? '' : ','}\n${indent}_ => ${body}, // ${note}`;
}

/** A list of codes for a membership test, one a line, between what opens and what closes it. */
export function listOfCodes(
  labels: readonly Label[],
  {
    indent,
    unit,
    open,
    close,
    mark = ' // ',
  }: {
    readonly indent: string;
    readonly unit: string;
    readonly open: string;
    readonly close: string;
    readonly mark?: string;
  },
): string {
  const lines = onePerLine(labels, {
    indent: indent + unit,
    mark,
    write: (source, { isLast }) => `${source}${isLast ? '' : ','}`,
  });
  return `${open}${lines}\n${indent}${close}`;
}

/** Whether a name stands for what can be thrown, as far as its types tell. @param unknown whether to take it for one where they do not */
export function isThrowable({ error, text }: RethrowRequest, unknown: boolean): boolean {
  const types = error?.types.filter(isErrorType) ?? [];
  const [type] = types;
  if (type === undefined) return unknown;
  const declared = declarationOf(type, text);
  return declared === undefined
    ? unknown || /(?:Exception|Throwable)$/.test(type)
    : /(?:Error|Exception|Throwable)\b/.test(declared);
}

/**
 * Gives an error that is made of nothing but a message another argument: `throw new Error("failed")`.
 *
 * @param types of which it is known that they take it @param added the argument
 */
export function withArgument(statement: string, types: readonly string[], added: string): string | undefined {
  const made = new RegExp(
    `^(\\w+\\s+(?:\\w+\\s+)?\\\\?(?:${types.join('|')})\\(\\$?(["'\`])(?:(?!\\2)[^\\\\]|\\\\.)*\\2)(\\);?)$`,
  );
  const [whole, head, , tail] = made.exec(statement.trim()) ?? [];
  return whole === undefined ? undefined : `${head}, ${added}${tail}`;
}
