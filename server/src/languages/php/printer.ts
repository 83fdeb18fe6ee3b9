import type { Printer } from '../language.ts';
import { codeLiteral, joinEntries, operation, quoted } from '../tree/printers.ts';

/** Writes PHP. */
export const phpPrinter: Printer = {
  string: quoted,
  arms({ form, codes, value, insertion: { indent, unit }, subject, quote, runsOn, arm, comma, note }) {
    const literals = codes.map((code) => codeLiteral(code, value, quote));
    if (form === 'if-chain')
      return ` elseif (${membership(subject, literals)}) {\n${indent}${unit}// ${note}\n${indent}}`;
    if (!isStatement(arm)) {
      // The arms of `match (true)` are conditions on the subject.
      const head = arm.includes(subject) ? membership(subject, literals) : literals.join(', ');
      return `${comma ? '' : ','}\n${indent}${head} => null, // ${note}`;
    }
    const labels = literals.map((literal) => `\n${indent}case ${literal}:`).join('');
    return `${closing(runsOn, indent + unit)}${labels}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
  },
  fallback({ form, insertion: { indent, unit }, subject, caught, quote, runsOn, arm, comma, note }) {
    const thrown = caught ?? unexpected(subject, quote);
    if (form === 'if-chain') return ` else {\n${indent}${unit}throw ${thrown}; // ${note}\n${indent}}`;
    return isStatement(arm)
      ? `${closing(runsOn, indent + unit)}\n${indent}default:\n${indent}${unit}throw ${thrown}; // ${note}`
      : `${comma ? '' : ','}\n${indent}default => throw ${thrown}, // ${note}`;
  },
  mapEntries(codes, value, insertion, placeholder) {
    const entries = codes.map((code) => `${codeLiteral(code, value, insertion.quote)} => ${placeholder}`);
    return joinEntries(entries, insertion);
  },
  lookup: ({ lookup, key, value, quote, isApart }) =>
    operation(`${lookup} ?? ${value ?? `throw ${unexpected(key, quote)}`}`, isApart),
  entry: (name, value, { quote }) => `${quoted(name, quote)} => ${value}`,
  object: (entries) => `[${entries.join(', ')}]`,
};

function unexpected(subject: string, quote: string): string {
  return `new \\UnexpectedValueException(${quoted('unexpected code: ', quote)} . ${operand(subject)})`;
}

function membership(subject: string, literals: readonly string[]): string {
  return literals.length === 1
    ? `${subject} === ${literals[0]}`
    : `in_array(${subject}, [${literals.join(', ')}], true)`;
}

/** An expression as an operand of a concatenation. */
function operand(subject: string): string {
  return /^\$?[\w$>\-[\]'"?:()\\]+$/.test(subject) && !subject.includes('??') ? subject : `(${subject})`;
}

/** Whether the arms are those of a `switch` rather than of a `match`. */
function isStatement(arm: string): boolean {
  return /^(?:case|default)\b/i.test(arm);
}

/** Keeps an arm that ends without a word from running into the new one. */
function closing(runsOn: boolean, indent: string): string {
  return runsOn ? `\n${indent}break;` : '';
}
