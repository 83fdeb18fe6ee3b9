import type { Printer } from '../language.ts';
import { codeLiteral, joinEntries, quoted } from '../tree/printers.ts';

/** Writes Go as gofmt leaves it. */
export const goPrinter: Printer = {
  string,
  arms({ form, codes, value, insertion, subject, quote, arm, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, quoteOf(quote)));
    const test = literals.map((literal) => `${subject} == ${literal}`).join(' || ');
    return form === 'if-chain'
      ? ` else if ${test} {\n${indent}${unit}// ${note}\n${indent}}`
      : `\n${indent}case ${isCondition(arm) ? test : literals.join(', ')}:\n${indent}${unit}// ${note}`;
  },
  fallback({ form, insertion, subject, caught, note }) {
    const { indent, unit } = insertion;
    const body = `panic(${caught ?? `"unexpected code: " + ${subject}`}) // ${note}`;
    return form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body}`
      : ` else {\n${indent}${unit}${body}\n${indent}}`;
  },
  mapEntries(codes, value, insertion, placeholder) {
    const entries = codes.map((code) => `${codeLiteral(code, value, quoteOf(insertion.quote))}: ${placeholder}`);
    return joinEntries(entries, insertion);
  },
  entry: (name, value, insertion) =>
    insertion.keys === 'quoted' ? `${string(name, insertion.quote)}: ${value}` : undefined,
  object: (entries) => `map[string]any{${entries.join(', ')}}`,
  list: (items) => `[]any{${items.join(', ')}}`,
};

function string(text: string, quote: string): string {
  return quoted(text, quoteOf(quote));
}

/** Single quotes hold one character. */
function quoteOf(quote: string): string {
  return quote === '`' ? quote : '"';
}

/** Whether an arm says what is tested, as it does where the `switch` has no subject. */
function isCondition(arm: string): boolean {
  const head = /^case\b(?:[^":]|"[^"]*")*/.exec(arm)?.[0] ?? '';
  return /[=!<>]=|\w\(/.test(head);
}
