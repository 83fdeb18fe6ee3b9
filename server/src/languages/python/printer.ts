import type { Label, Printer } from '../language.ts';
import { isThrowable, listOfCodes, nameBehind, onePerLine, quoted } from '../tree/printers.ts';

const MARK = '  # ';

/** Writes Python. */
export const pythonPrinter: Printer = {
  string: quoted,
  or: 'or',
  and: 'and',
  beforeComment: '  ',
  alternative: () => ' | ',
  arms({ form, labels, insertion: { indent, unit }, subject, note }) {
    const head =
      form === 'switch'
        ? `case ${patterns(labels, indent, unit)}`
        : `elif ${membership(subject, labels, indent, unit)}`;
    return `\n${indent}${head}:${nameBehind(labels, MARK)}\n${indent}${unit}pass  # ${note}`;
  },
  fallback: ({ form, insertion: { indent, unit }, body, note }) =>
    `\n${indent}${form === 'switch' ? 'case _' : 'else'}:\n${indent}${unit}${body}  # ${note}`,
  rethrow(request) {
    const { caught, error, isValue } = request;
    if (isValue) return undefined;
    if (caught !== undefined) return 'raise';
    return error && isThrowable(request, true) ? `raise ${error.name}` : undefined;
  },
  withCause: (statement, caught) =>
    /\bfrom\s+None\s*$/.test(statement) ? statement.replace(/\bNone(?=\s*$)/, caught) : undefined,
  messageOf: (caught) => `str(${caught})`,
  lookup: ({ map, key, value }) => value && `${map}.get(${key}, ${value})`,
};

function patterns(labels: readonly Label[], indent: string, unit: string): string {
  const [first, ...others] = labels;
  if (first && others.length === 0) return first.source;
  const lines = onePerLine(labels, {
    indent: indent + unit,
    mark: MARK,
    write: (source, { isFirst }) => `${isFirst ? '' : '| '}${source}`,
  });
  return `(${lines}\n${indent})`;
}

function membership(subject: string, labels: readonly Label[], indent: string, unit: string): string {
  const [first, ...others] = labels;
  return first && others.length === 0
    ? `${subject} == ${first.source}`
    : `${subject} in ${listOfCodes(labels, { indent, unit, open: '(', close: ')', mark: MARK })}`;
}
