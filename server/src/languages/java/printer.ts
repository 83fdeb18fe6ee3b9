import { CAUSED_ON_JVM } from '../../knowledge/errors.ts';
import type { Printer } from '../language.ts';
import { caseLabels, closing, condition, isThrowable, onePerLine, quoted, withArgument } from '../tree/printers.ts';

/** `Map.of` takes ten pairs and no more. */
const MOST_PAIRS = 10;

/** Writes Java. */
export const javaPrinter: Printer = {
  string,
  comparesIdentity: true,
  alternative: () => ', ',
  arms({ form, labels, value, insertion: { indent, unit }, subject, runsOn, arm, note, placeholder }) {
    if (form === 'if-chain') {
      const test = (one: string): string =>
        value === 'integer' ? `${subject} == ${one}` : `${one}.equals(${subject})`;
      const { text, behind } = condition(labels, { indent, unit, or: '||', test });
      return ` else if (${text}) {${behind}\n${indent}${unit}// ${note}\n${indent}}`;
    }
    if (!isRule(arm))
      return `${closing(runsOn, indent + unit)}${caseLabels(labels, indent)}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    const behind = placeholder === undefined ? ' -> {' : ` -> ${placeholder};`;
    const lines = onePerLine(labels, {
      indent,
      mark: ' // ',
      write: (source, { isFirst, isLast }) => `${isFirst ? 'case ' : unit}${source}${isLast ? behind : ','}`,
      ...(placeholder !== undefined && { note }),
    });
    return placeholder === undefined ? `${lines}\n${indent}${unit}// ${note}\n${indent}}` : lines;
  },
  fallback({ form, insertion: { indent, unit }, runsOn, arm, body, note }) {
    if (form === 'if-chain') return ` else {\n${indent}${unit}${body}; // ${note}\n${indent}}`;
    if (isRule(arm)) {
      const isBlock = /^return\b/.test(body);
      return isBlock ? `\n${indent}default -> { ${body}; } // ${note}` : `\n${indent}default -> ${body}; // ${note}`;
    }
    return `${closing(runsOn, indent + unit)}\n${indent}default:\n${indent}${unit}${body}; // ${note}`;
  },
  rethrow(request) {
    const { caught, error, head, text, isValue } = request;
    const name = caught ?? (isThrowable(request, false) ? error?.name : undefined);
    if (name === undefined || isValue) return undefined;
    const types = error?.name === name ? error.types : [];
    const isUnchecked = types.some((type) => new RegExp(`class\\s+${type}\\s+extends\\s+\\w*Runtime`).test(text));
    // What a function does not say it throws must not leave it as it is.
    return isUnchecked || /\bthrows\b/.test(head) ? `throw ${name}` : `throw new IllegalStateException(${name})`;
  },
  withCause: (statement, caught) => withArgument(statement, CAUSED_ON_JVM, caught),
  messageOf: (caught) => `${caught}.getMessage()`,
  mapEntry: (key, value, { keys }) => pair(key, value, keys === 'pairs'),
  mostEntries: ({ keys }) => (keys === 'pairs' ? Number.POSITIVE_INFINITY : MOST_PAIRS),
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

/** Whether arms are written with an arrow. */
function isRule(arm: string): boolean {
  return /^(?:case|default)\b(?:[^":]|"[^"]*")*?->/.test(arm);
}
