import type { Printer } from '../language.ts';
import { codeLiteral, mapEntries, operation, quoted } from '../tree/printers.ts';

/** Writes Dart 3. */
export const dartPrinter: Printer = {
  string,
  arms({ form, codes, value, insertion, subject, quote, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, quote));
    const head = literals.join(' || ');
    if (form === 'if-chain') {
      const test = literals.map((one) => `${subject} == ${one}`).join(' || ');
      return ` else if (${test}) {\n${indent}${unit}// ${note}\n${indent}}`;
    }
    return `\n${indent}case ${head}:\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
  },
  fallback({ form, insertion, subject, caught, quote, note }) {
    const { indent, unit } = insertion;
    const body = `${caught ? 'rethrow' : thrown(subject, quote)}; // ${note}`;
    return form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body}`
      : ` else {\n${indent}${unit}${body}\n${indent}}`;
  },
  mapEntries,
  lookup: ({ lookup, key, value, quote, isApart }) =>
    operation(`${lookup} ?? ${value ?? `(${thrown(key, quote)})`}`, isApart),
};

/** A dollar sign would begin a value. */
function string(text: string, quote: string): string {
  return quoted(text, quote).replaceAll('$', '\\$');
}

/** A string can hold a value that holds strings itself. */
function thrown(subject: string, quote: string): string {
  const value = /^\w+$/.test(subject) ? `$${subject}` : `\${${subject}}`;
  return `throw StateError(${quote}unexpected code: ${value}${quote})`;
}
