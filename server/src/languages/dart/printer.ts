import type { Printer } from '../language.ts';
import { caseLabels, condition, onePerLine, operation, quoted } from '../tree/printers.ts';

/** Writes Dart 3. */
export const dartPrinter: Printer = {
  string,
  arms({ form, labels, insertion: { indent, unit }, subject, arm, comma, note, placeholder }) {
    if (form === 'if-chain') {
      const { text, behind } = condition(labels, { indent, unit, or: '||', test: (one) => `${subject} == ${one}` });
      return ` else if (${text}) {${behind}\n${indent}${unit}// ${note}\n${indent}}`;
    }
    if (isStatement(arm)) return `${caseLabels(labels, indent)}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    if (placeholder === undefined) return undefined;
    const lines = onePerLine(labels, {
      indent,
      mark: ' // ',
      write: (source, { isLast }) => `${source}${isLast ? ` => ${placeholder},` : ' ||'}`,
      note,
    });
    return `${comma ? '' : ','}${lines}`;
  },
  fallback({ form, insertion: { indent, unit }, arm, comma, body, note }) {
    if (form === 'if-chain') return ` else {\n${indent}${unit}${body}; // ${note}\n${indent}}`;
    return isStatement(arm)
      ? `\n${indent}default:\n${indent}${unit}${body}; // ${note}`
      : `${comma ? '' : ','}\n${indent}_ => ${body}, // ${note}`;
  },
  rethrow({ caught, error, isValue }) {
    if (caught !== undefined) return isValue ? `throw ${caught}` : 'rethrow';
    return error && `throw ${error.name}`;
  },
  messageOf: (caught) => `${caught}.toString()`,
  mapEntry: (key, value) => `${key}: ${value}`,
  lookup({ lookup, value, rethrown, isApart }) {
    const otherwise = value ?? (rethrown && `(${rethrown})`);
    return otherwise && operation(`${lookup} ?? ${otherwise}`, isApart);
  },
};

/** A dollar sign would begin a value. */
function string(text: string, quote: string): string {
  return quoted(text, quote).replaceAll('$', '\\$');
}

/** Whether the arms are those of a `switch` statement rather than of an expression. */
function isStatement(arm: string): boolean {
  return /^(?:case|default)\b/.test(arm);
}
