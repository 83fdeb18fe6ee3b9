import type { Printer } from '../language.ts';
import { codeLiteral, mapEntries, operation, quoted } from '../tree/printers.ts';

/** Writes JavaScript, which is TypeScript too. */
export const javascriptPrinter: Printer = {
  string: quoted,
  arms({ form, codes, value, insertion, subject, quote, runsOn, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, quote));
    if (form === 'switch') {
      const labels = literals.map((literal) => `\n${indent}case ${literal}:`).join('');
      return `${closing(runsOn, indent + unit)}${labels}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    }
    const test = literals.map((literal) => `${subject} === ${literal}`).join(' || ');
    return ` else if (${test}) {\n${indent}${unit}// ${note}\n${indent}}`;
  },
  fallback({ form, insertion, subject, caught, runsOn, note }) {
    const { indent, unit } = insertion;
    const body = `${caught ? `throw ${caught}` : `throw new Error(\`unexpected code: \${${subject}}\`)`}; // ${note}`;
    return form === 'switch'
      ? `${closing(runsOn, indent + unit)}\n${indent}default:\n${indent}${unit}${body}`
      : ` else {\n${indent}${unit}${body}\n${indent}}`;
  },
  mapEntries,
  lookup: ({ lookup, value, isApart }) => value && operation(`${lookup} ?? ${value}`, isApart),
};

/** Keeps an arm that ends without a word from running into the new one. */
function closing(runsOn: boolean, indent: string): string {
  return runsOn ? `\n${indent}break;` : '';
}
