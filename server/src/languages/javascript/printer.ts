import type { Printer } from '../language.ts';
import { caseLabels, closing, condition, operation, quoted, withArgument } from '../tree/printers.ts';

/** Writes JavaScript, which is TypeScript too. */
export const javascriptPrinter: Printer = {
  string: quoted,
  arms({ form, labels, insertion: { indent, unit }, subject, runsOn, note }) {
    if (form === 'switch')
      return `${closing(runsOn, indent + unit)}${caseLabels(labels, indent)}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    const { text, behind } = condition(labels, { indent, unit, or: '||', test: (one) => `${subject} === ${one}` });
    return ` else if (${text}) {${behind}\n${indent}${unit}// ${note}\n${indent}}`;
  },
  fallback({ form, insertion: { indent, unit }, runsOn, body, note }) {
    return form === 'switch'
      ? `${closing(runsOn, indent + unit)}\n${indent}default:\n${indent}${unit}${body}; // ${note}`
      : ` else {\n${indent}${unit}${body}; // ${note}\n${indent}}`;
  },
  rethrow({ caught, error, isValue }) {
    const thrown = caught ?? error?.name;
    return thrown === undefined || isValue ? undefined : `throw ${thrown}`;
  },
  withCause: (statement, caught) =>
    withArgument(statement, ['Error', 'TypeError', 'RangeError'], `{ cause: ${caught} }`),
  mapEntry(key, value, { keys }) {
    if (keys === 'pairs') return `[${key}, ${value}]`;
    // A name in front of a colon is the key itself.
    return /^["'`\d]/.test(key) ? `${key}: ${value}` : `[${key}]: ${value}`;
  },
  lookup: ({ lookup, value, isApart }) => value && operation(`${lookup} ?? ${value}`, isApart),
};
