import type { Label, Printer } from '../language.ts';
import { isThrowable, listOfCodes, nameBehind, onePerLine, quoted } from '../tree/printers.ts';

const MARK = ' # ';

/** Writes Ruby. */
export const rubyPrinter: Printer = {
  string: quoted,
  alternative: (before) => (/\bin\s+$/.test(before) ? ' | ' : ', '),
  arms({ form, labels, insertion: { indent, unit }, subject, arm, note }) {
    const body = `\n${indent}${unit}# ${note}`;
    const name = nameBehind(labels, MARK);
    if (form === 'if-chain') return `\n${indent}elsif ${membership(subject, labels, indent, unit)}${name}${body}`;
    const word = /^in\b/.test(arm) ? 'in' : 'when';
    if (word === 'when' && arm.includes(subject))
      return `\n${indent}when ${membership(subject, labels, indent, unit)}${name}${body}`;
    const lines = onePerLine(labels, {
      indent,
      mark: MARK,
      write: (source, { isFirst, isLast }) =>
        `${isFirst ? word : ' '.repeat(word.length)} ${source}${isLast ? '' : word === 'in' ? ' |' : ','}`,
    });
    return lines + body;
  },
  fallback: ({ insertion: { indent, unit }, body, note }) => `\n${indent}else\n${indent}${unit}${body} # ${note}`,
  rethrow(request) {
    const { caught, error } = request;
    if (caught !== undefined) return 'raise';
    return error && isThrowable(request, true) ? `raise ${error.name}` : undefined;
  },
  withCause: (statement, caught) =>
    /\bcause:\s*nil\b/.test(statement) ? statement.replace(/(\bcause:\s*)nil\b/, `$1${caught}`) : undefined,
  mapEntry: (key, value) => `${key} => ${value}`,
  lookup({ map, key, value, rethrown }) {
    if (value !== undefined) return `${map}.fetch(${key}, ${value})`;
    return rethrown && `${map}.fetch(${key}) { ${rethrown} }`;
  },
  entry: (name, value, { keys, quote }) =>
    keys === 'quoted' || keys === 'arrows' ? `${quoted(name, quote)} => ${value}` : `${name}: ${value}`,
  object: (entries) => `{ ${entries.join(', ')} }`,
};

function membership(subject: string, labels: readonly Label[], indent: string, unit: string): string {
  const [first, ...others] = labels;
  return first && others.length === 0
    ? `${subject} == ${first.source}`
    : `${listOfCodes(labels, { indent, unit, open: '[', close: ']', mark: MARK })}.include?(${subject})`;
}
