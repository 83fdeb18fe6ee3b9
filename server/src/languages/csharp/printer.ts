import type { Printer } from '../language.ts';
import { condition, isThrowable, quoted, switchArms, switchFallback, withArgument } from '../tree/printers.ts';

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
  alternative: () => ' or ',
  arms(request) {
    const {
      form,
      labels,
      insertion: { indent, unit },
      subject,
      arm,
      note,
    } = request;
    if (form === 'if-chain') {
      const { text, behind } = condition(labels, { indent, unit, or: '||', test: (one) => `${subject} == ${one}` });
      return `${block(arm, indent, `else if (${text})`, behind)}\n${indent}${unit}// ${note}\n${indent}}`;
    }
    return switchArms(request, 'or');
  },
  fallback(request) {
    const {
      form,
      insertion: { indent, unit },
      arm,
      body,
      note,
    } = request;
    return form === 'switch'
      ? switchFallback(request)
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
