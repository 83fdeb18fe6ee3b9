import type { ArmRequest, Printer } from '../language.ts';
import { codeLiteral, joinEntries, quoted } from '../tree/printers.ts';

const QUOTE = '"';

/** Writes C#. A string has one kind of quotes, whatever the text at hand uses most. */
export const csharpPrinter: Printer = {
  string: (text) => quoted(text, QUOTE),
  arms({ form, codes, value, insertion: { indent, unit }, subject, arm, comma, note }) {
    const literals = codes.map((code) => codeLiteral(code, value, QUOTE));
    if (form === 'if-chain') {
      const test = literals.map((literal) => `${subject} == ${literal}`).join(' || ');
      return `${block(arm, indent, `else if (${test})`)}\n${indent}${unit}// ${note}\n${indent}}`;
    }
    if (isStatement(arm)) {
      const labels = literals.map((literal) => `\n${indent}case ${literal}:`).join('');
      return `${labels}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    }
    return `${comma ? '' : ','}\n${indent}${literals.join(' or ')} => default, // ${note}`;
  },
  fallback({ form, insertion: { indent, unit }, subject, caught, arm, comma, note }) {
    const thrown = `new InvalidOperationException(${unexpected(subject)})`;
    if (form === 'switch' && !isStatement(arm)) {
      return `${comma ? '' : ','}\n${indent}_ => throw ${caught ?? thrown}, // ${note}`;
    }
    const body = `${caught ? 'throw' : `throw ${thrown}`}; // ${note}`;
    return form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body}`
      : `${block(arm, indent, 'else')}\n${indent}${unit}${body}\n${indent}}`;
  },
  mapEntries(codes, value, insertion, placeholder) {
    const entries = codes.map((code) =>
      entry(codeLiteral(code, value, QUOTE), placeholder, insertion.keys === 'pairs'),
    );
    return joinEntries(entries, insertion);
  },
  lookup: ({ map, key, value }) => value && `${map}.GetValueOrDefault(${key}, ${value})`,
  entry: (name, value, { keys }) =>
    keys === 'bare' ? `${name} = ${value}` : entry(quoted(name, QUOTE), value, keys === 'pairs'),
  object: (entries, { keys }) => `new${keys === 'bare' ? '' : ' Dictionary<string, object>'} { ${entries.join(', ')} }`,
  list: (items) => `new object[] { ${items.join(', ')} }`,
};

/** The head of another branch and its brace, on lines of their own unless the last branch has its brace elsewhere. */
function block(arm: string, indent: string, head: string): string {
  return /\)[ \t]*\{/.test(arm) ? ` ${head} {` : `\n${indent}${head}\n${indent}{`;
}

function entry(key: string, value: string, isPair: boolean): string {
  return isPair ? `{ ${key}, ${value} }` : `[${key}] = ${value}`;
}

/** Before C# 11 an interpolated string cannot hold its own quote. */
function unexpected(subject: string): string {
  return subject.includes(QUOTE) ? `"unexpected code: " + ${subject}` : `$"unexpected code: {${subject}}"`;
}

/** Whether the arms are those of a switch statement rather than of a switch expression. */
function isStatement(arm: ArmRequest['arm']): boolean {
  return /^(?:case|default)\b/.test(arm);
}
