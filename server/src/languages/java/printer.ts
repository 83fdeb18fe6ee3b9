import type { Printer } from '../language.ts';
import { codeLiteral, joinEntries, quoted } from '../tree/printers.ts';

/** `Map.of` takes ten pairs and no more. */
const MOST_PAIRS = 10;

/** Writes Java. */
export const javaPrinter: Printer = {
  string,
  equality,
  arms({ form, codes, value, insertion, subject, runsOn, arm, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, '"'));
    if (form === 'if-chain') {
      const test = literals
        .map((literal) => (value === 'integer' ? `${subject} == ${literal}` : equality(literal, subject, false)))
        .join(' || ');
      return ` else if (${test}) {\n${indent}${unit}// ${note}\n${indent}}`;
    }
    if (isRule(arm)) return `\n${indent}case ${literals.join(', ')} -> {\n${indent}${unit}// ${note}\n${indent}}`;
    const labels = literals.map((literal) => `\n${indent}case ${literal}:`).join('');
    return `${closing(runsOn, indent + unit)}${labels}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
  },
  fallback({ form, insertion, subject, caught, runsOn, arm, note }) {
    const { indent, unit } = insertion;
    const cause = caught ? `, ${caught}` : '';
    const body = `throw new IllegalStateException("unexpected code: " + ${subject}${cause}); // ${note}`;
    if (form === 'if-chain') return ` else {\n${indent}${unit}${body}\n${indent}}`;
    if (isRule(arm)) return `\n${indent}default -> ${body}`;
    return `${closing(runsOn, indent + unit)}\n${indent}default:\n${indent}${unit}${body}`;
  },
  mapEntries(codes, value, insertion, placeholder, held) {
    if (insertion.keys !== 'pairs' && held + codes.length > MOST_PAIRS) return undefined;
    const entries = codes.map((code) => pair(codeLiteral(code, value, '"'), placeholder, insertion.keys === 'pairs'));
    return joinEntries(entries, insertion);
  },
  lookup: ({ map, key, value }) => value && `${map}.getOrDefault(${key}, ${value})`,
  entry: (name, value, insertion) => pair(string(name), value, insertion.keys === 'pairs'),
  object: (entries, insertion) => `${insertion.keys === 'pairs' ? 'Map.ofEntries' : 'Map.of'}(${entries.join(', ')})`,
  list: (items) => `List.of(${items.join(', ')})`,
};

/** Single quotes hold one character. */
function string(text: string): string {
  return quoted(text, '"');
}

function pair(key: string, value: string, apart: boolean): string {
  return apart ? `Map.entry(${key}, ${value})` : `${key}, ${value}`;
}

function equality(literal: string, subject: string, differs: boolean): string {
  return `${differs ? '!' : ''}${literal}.equals(${subject})`;
}

/** Whether arms are written with an arrow. */
function isRule(arm: string): boolean {
  return /^(?:case|default)\b(?:[^":]|"[^"]*")*?->/.test(arm);
}

/** Keeps an arm that ends without a word from running into the new one. */
function closing(runsOn: boolean, indent: string): string {
  return runsOn ? `\n${indent}break;` : '';
}
