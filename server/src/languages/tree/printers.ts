import type { ObjectSlot } from '../../model/model.ts';
import type { Printer } from '../language.ts';

/** Writes a string literal; a code holds nothing that would need more than this. */
export function quoted(text: string, quote: string): string {
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

/** A code as the arms at hand write theirs. */
export function codeLiteral(text: string, value: 'string' | 'integer', quote: string): string {
  return value === 'integer' ? text : quoted(text, quote);
}

/** Entries for a map over codes, behind the last one. */
export function mapEntries(
  codes: readonly string[],
  value: 'string' | 'integer',
  slot: ObjectSlot,
  placeholder: string,
): string {
  const entries = codes.map((code) => `${codeLiteral(code, value, slot.quote)}: ${placeholder}`);
  return (
    slot.lead +
    (slot.multiline ? entries.map((entry) => `\n${slot.indent}${entry}`).join(',') : ` ${entries.join(', ')}`)
  );
}

/** JavaScript and TypeScript. */
export const cPrinter: Printer = {
  string: quoted,
  arms({ form, codes, value, slot, subject, note }) {
    const { indent, unit } = slot;
    if (form === 'switch') {
      const labels = codes.map((code) => `\n${indent}case ${codeLiteral(code, value, "'")}:`).join('');
      return `${labels}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    }
    const test = codes.map((code) => `${subject} === ${codeLiteral(code, value, "'")}`).join(' || ');
    return ` else if (${test}) {\n${indent}${unit}// ${note}\n${indent}}`;
  },
  fallback({ form, slot, subject, caught, note }) {
    const { indent, unit } = slot;
    const body = `${caught ? `throw ${caught}` : `throw new Error(\`unexpected code: \${${subject}}\`)`}; // ${note}`;
    return form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body}`
      : ` else {\n${indent}${unit}${body}\n${indent}}`;
  },
  mapEntries: (codes, value, slot) => mapEntries(codes, value, slot, quoted('', slot.quote)),
};
