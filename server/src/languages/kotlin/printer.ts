import type { Printer } from '../language.ts';
import { codeLiteral, joinEntries, operation, quoted } from '../tree/printers.ts';

/** Writes Kotlin. */
export const kotlinPrinter: Printer = {
  string,
  arms({ form, codes, value, insertion, subject, arm, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, '"'));
    const body = `{\n${indent}${unit}// ${note}\n${indent}}`;
    if (form === 'if-chain') return ` else if (${membership(subject, literals)}) ${body}`;
    return `\n${indent}${isCondition(arm) ? membership(subject, literals) : literals.join(', ')} -> ${body}`;
  },
  fallback({ form, insertion, subject, caught, note }) {
    const { indent, unit } = insertion;
    const body = `throw ${caught ?? unexpected(subject)} // ${note}`;
    return form === 'switch' ? `\n${indent}else -> ${body}` : ` else {\n${indent}${unit}${body}\n${indent}}`;
  },
  mapEntries(codes, value, insertion, placeholder) {
    const entries = codes.map((code) => `${codeLiteral(code, value, '"')} to ${placeholder}`);
    return joinEntries(entries, insertion);
  },
  lookup: ({ map, key, value, isApart }) =>
    operation(`${map}[${key}] ?: ${value ?? `throw ${unexpected(key)}`}`, isApart),
  entry: (name, value) => `${string(name)} to ${value}`,
  object: (entries) => `mapOf(${entries.join(', ')})`,
  list: (items) => `listOf(${items.join(', ')})`,
};

/** Single quotes hold one character. */
function string(text: string): string {
  return quoted(text, '"');
}

function unexpected(subject: string): string {
  return `IllegalStateException("unexpected code: ${template(subject)}")`;
}

/** A subject within a string. */
function template(subject: string): string {
  return /^\w+$/.test(subject) ? `$${subject}` : `\${${subject}}`;
}

function membership(subject: string, literals: readonly string[]): string {
  return literals.length === 1 ? `${subject} == ${literals[0]}` : `${subject} in setOf(${literals.join(', ')})`;
}

/** Whether an arm says what is tested, as it does where the `when` has no subject. */
function isCondition(arm: string): boolean {
  const head = /^(?:[^"]|"[^"]*")*?->/.exec(arm)?.[0] ?? '';
  return /[=!]=|\w\s+!?in\s|\.\w+\(/.test(head);
}
