import type { Printer } from '../language.ts';
import { codeLiteral, mapEntries, quoted } from '../tree/printers.ts';

/** Writes Python. */
export const pythonPrinter: Printer = {
  string: quoted,
  arms({ form, codes, value, insertion, subject, quote, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, quote));
    const head = form === 'switch' ? `case ${literals.join(' | ')}:` : `elif ${membership(subject, literals)}:`;
    return `\n${indent}${head}\n${indent}${unit}pass  # ${note}`;
  },
  fallback({ form, insertion, subject, caught, note }) {
    const { indent, unit } = insertion;
    const body = `${caught ? 'raise' : `raise ValueError(${unexpected(subject)})`}  # ${note}`;
    return `\n${indent}${form === 'switch' ? 'case _' : 'else'}:\n${indent}${unit}${body}`;
  },
  mapEntries,
  lookup: ({ map, key, value }) => value && `${map}.get(${key}, ${value})`,
};

/** An f-string cannot hold its own quote before Python 3.12. */
function unexpected(subject: string): string {
  const inner = subject.includes("'") ? subject : subject.replaceAll('"', "'");
  return inner.includes('"') ? `"unexpected code", ${subject}` : `f"unexpected code: {${inner}}"`;
}

function membership(subject: string, literals: readonly string[]): string {
  return literals.length === 1 ? `${subject} == ${literals[0]}` : `${subject} in (${literals.join(', ')})`;
}
