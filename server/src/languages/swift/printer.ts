import type { Printer } from '../language.ts';
import { codeLiteral, joinEntries, quoted } from '../tree/printers.ts';

/** Writes Swift. */
export const swiftPrinter: Printer = {
  string,
  arms({ form, codes, value, insertion, subject, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, '"'));
    if (form === 'switch') return `\n${indent}case ${literals.join(', ')}:\n${indent}${unit}break // ${note}`;
    return ` else if ${membership(subject, literals)} {\n${indent}${unit}// ${note}\n${indent}}`;
  },
  fallback({ form, insertion, subject, caught, note }) {
    const { indent, unit } = insertion;
    const body = `${caught ? `throw ${caught}` : `fatalError("unexpected code: \\(${subject})")`} // ${note}`;
    return form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body}`
      : ` else {\n${indent}${unit}${body}\n${indent}}`;
  },
  mapEntries(codes, value, insertion, placeholder) {
    const entries = codes.map((code) => `${codeLiteral(code, value, '"')}: ${placeholder}`);
    return joinEntries(entries, insertion);
  },
  lookup: ({ map, key, value }) => value && `${map}[${key}, default: ${value}]`,
  entry: (name, value) => `${string(name)}: ${value}`,
  object: (entries) => `[${entries.join(', ') || ':'}]`,
};

/** There are no single quotes. */
function string(text: string): string {
  return quoted(text, '"');
}

function membership(subject: string, literals: readonly string[]): string {
  return literals.length === 1 ? `${subject} == ${literals[0]}` : `[${literals.join(', ')}].contains(${subject})`;
}
