import type { Printer } from '../language.ts';
import { codeLiteral, joinEntries, quoted } from '../tree/printers.ts';

/** Writes Ruby. */
export const rubyPrinter: Printer = {
  string: quoted,
  arms({ form, codes, value, insertion: { indent, unit }, subject, quote, arm, note }) {
    const literals = codes.map((code) => codeLiteral(code, value, quote));
    const body = `\n${indent}${unit}# ${note}`;
    if (form === 'if-chain') return `\n${indent}elsif ${membership(subject, literals)}${body}`;
    if (/^in\b/.test(arm)) return `\n${indent}in ${literals.join(' | ')}${body}`;
    const isCondition = arm.includes(subject);
    return `\n${indent}when ${isCondition ? membership(subject, literals) : literals.join(', ')}${body}`;
  },
  fallback({ insertion: { indent, unit }, subject, caught, quote, note }) {
    const thrown = caught ? '' : ` ArgumentError, ${unexpected(subject, quote)}`;
    return `\n${indent}else\n${indent}${unit}raise${thrown} # ${note}`;
  },
  mapEntries(codes, value, insertion, placeholder) {
    const entries = codes.map((code) => `${codeLiteral(code, value, insertion.quote)} => ${placeholder}`);
    return joinEntries(entries, insertion);
  },
  lookup: ({ map, key, value, quote }) =>
    value === undefined
      ? `${map}.fetch(${key}) { raise ArgumentError, ${unexpected(key, quote)} }`
      : `${map}.fetch(${key}, ${value})`,
  entry: (name, value, { keys, quote }) =>
    keys === 'quoted' || keys === 'arrows' ? `${quoted(name, quote)} => ${value}` : `${name}: ${value}`,
  object: (entries) => `{ ${entries.join(', ')} }`,
};

/** Only double quotes take a value in; the value may hold them itself. */
function unexpected(subject: string, quote: string): string {
  return subject.includes('"')
    ? `${quoted('unexpected code: ', quote)} + ${subject}`
    : `"unexpected code: #{${subject}}"`;
}

function membership(subject: string, literals: readonly string[]): string {
  return literals.length === 1 ? `${subject} == ${literals[0]}` : `[${literals.join(', ')}].include?(${subject})`;
}
