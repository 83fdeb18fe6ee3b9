import type { Printer } from '../language.ts';
import { caseLabels, condition, isThrowable, onePerLine, quoted, withArgument } from '../tree/printers.ts';

const QUOTE = '"';

/** Errors of the language's own that take a cause behind their message. */
const CAUSED = [
  'Exception',
  'InvalidOperationException',
  'ApplicationException',
  'NotSupportedException',
  'ArgumentException',
  'IOException',
  'HttpRequestException',
];

/** Writes C#. A string has one kind of quotes, whatever the text at hand uses most. */
export const csharpPrinter: Printer = {
  string: (text) => quoted(text, QUOTE),
  arms({ form, labels, insertion: { indent, unit }, subject, arm, comma, note, placeholder }) {
    if (form === 'if-chain') {
      const { text, behind } = condition(labels, { indent, unit, or: '||', test: (one) => `${subject} == ${one}` });
      return `${block(arm, indent, `else if (${text})`, behind)}\n${indent}${unit}// ${note}\n${indent}}`;
    }
    if (isStatement(arm)) return `${caseLabels(labels, indent)}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    if (placeholder === undefined) return undefined;
    const lines = onePerLine(labels, {
      indent,
      mark: ' // ',
      write: (source, { isLast }) => `${source}${isLast ? ` => ${placeholder},` : ' or'}`,
      note,
    });
    return `${comma ? '' : ','}${lines}`;
  },
  fallback({ form, insertion: { indent, unit }, arm, comma, body, note }) {
    if (form === 'switch' && !isStatement(arm)) return `${comma ? '' : ','}\n${indent}_ => ${body}, // ${note}`;
    return form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body}; // ${note}`
      : `${block(arm, indent, 'else')}\n${indent}${unit}${body}; // ${note}\n${indent}}`;
  },
  rethrow(request) {
    const { caught, error, isValue } = request;
    if (caught !== undefined) return isValue ? `throw ${caught}` : 'throw';
    return error && isThrowable(request, false) ? `throw ${error.name}` : undefined;
  },
  withCause: (statement, caught) => withArgument(statement, CAUSED, caught),
  messageOf: (caught) => `${caught}.Message`,
  mapEntry: (key, value, { keys }) => entry(key, value, keys === 'pairs'),
  lookup: ({ map, key, value }) => value && `${map}.GetValueOrDefault(${key}, ${value})`,
  entry: (name, value, { keys }) =>
    keys === 'bare' ? `${name} = ${value}` : entry(quoted(name, QUOTE), value, keys === 'pairs'),
  object: (entries, { keys }) => `new${keys === 'bare' ? '' : ' Dictionary<string, object>'} { ${entries.join(', ')} }`,
  list: (items) => `new object[] { ${items.join(', ')} }`,
};

/**
 * The head of another branch and its brace, on lines of their own unless the last branch has its brace elsewhere.
 *
 * @param behind a comment at the end of the head's line
 */
function block(arm: string, indent: string, head: string, behind = ''): string {
  return /\)[ \t]*\{/.test(arm) ? ` ${head} {${behind}` : `\n${indent}${head}${behind}\n${indent}{`;
}

function entry(key: string, value: string, isPair: boolean): string {
  return isPair ? `{ ${key}, ${value} }` : `[${key}] = ${value}`;
}

/** Whether the arms are those of a switch statement rather than of a switch expression. */
function isStatement(arm: string): boolean {
  return /^(?:case|default)\b/.test(arm);
}
