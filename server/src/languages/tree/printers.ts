import type { EntryInsertionPoint } from '../../model/model.ts';

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
  insertion: EntryInsertionPoint,
  placeholder: string,
): string {
  const entries = codes.map((code) => {
    const key = codeLiteral(code, value, insertion.quote);
    return insertion.keys === 'pairs' ? `[${key}, ${placeholder}]` : `${key}: ${placeholder}`;
  });
  return joinEntries(entries, insertion);
}

/** An operator's expression, in brackets where it must stand by itself. */
export function operation(text: string, isApart: boolean): string {
  return isApart ? text : `(${text})`;
}

/** Entries as text to insert at an object literal's insertion point. */
export function joinEntries(entries: readonly string[], insertion: EntryInsertionPoint): string {
  const joined = insertion.multiline
    ? entries.map((entry) => `\n${insertion.indent}${entry}`).join(insertion.between)
    : ` ${entries.join(', ')}`;
  return insertion.lead + joined + insertion.trail;
}
