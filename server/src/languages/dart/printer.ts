import type { Printer } from '../language.ts';
import { codeLiteral, mapEntries, quoted } from '../tree/printers.ts';

/** Writes Dart 3. */
export const dartPrinter: Printer = {
  string,
  arms({ form, codes, value, slot, subject, quote, arm, comma, note }) {
    const { indent, unit } = slot;
    const literals = codes.map((code) => literal(code, value, quote));
    const head = literals.join(' || ');
    if (form === 'if-chain') {
      const test = literals.map((one) => `${subject} == ${one}`).join(' || ');
      return ` else if (${test}) {\n${indent}${unit}// ${note}\n${indent}}`;
    }
    if (isStatement(arm)) return `\n${indent}case ${head}:\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    return `${comma ? '' : ','}\n${indent}${head} => throw UnimplementedError(), // ${note}`;
  },
  fallback({ form, slot, subject, caught, quote, arm, comma, note }) {
    const { indent, unit } = slot;
    const thrown = `throw StateError(${unexpected(subject, quote)})`;
    const body = `${caught ? 'rethrow' : thrown}; // ${note}`;
    if (form === 'if-chain') return ` else {\n${indent}${unit}${body}\n${indent}}`;
    if (isStatement(arm)) return `\n${indent}default:\n${indent}${unit}${body}`;
    return `${comma ? '' : ','}\n${indent}_ => ${caught ? `throw ${caught}` : thrown}, // ${note}`;
  },
  mapEntries: (codes, value, slot) => mapEntries(codes, value, slot, quoted('', slot.quote)),
};

/** A dollar sign would begin a value. */
function string(text: string, quote: string): string {
  return quoted(text, quote).replaceAll('$', '\\$');
}

function literal(code: string, value: 'string' | 'integer', quote: string): string {
  return codeLiteral(code, value, quote);
}

/** A string can hold a value that holds strings itself. */
function unexpected(subject: string, quote: string): string {
  return `${quote}unexpected code: ${/^\w+$/.test(subject) ? `$${subject}` : `\${${subject}}`}${quote}`;
}

/** Whether arms are those of a statement, not of an expression. */
function isStatement(arm: string): boolean {
  return /^(?:case|default)\b/.test(arm);
}
