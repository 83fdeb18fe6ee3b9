import type { Label, Printer } from '../language.ts';
import { isThrowable, listOfCodes, nameBehind, onePerLine, quoted } from '../tree/printers.ts';

/** Writes Swift. */
export const swiftPrinter: Printer = {
  string,
  givesLastValue: true,
  alternative: () => ', ',
  arms({ form, labels, insertion: { indent, unit }, subject, note, placeholder }) {
    if (form === 'if-chain')
      return ` else if ${membership(subject, labels, indent, unit)} {${nameBehind(labels)}\n${indent}${unit}// ${note}\n${indent}}`;
    const lines = onePerLine(labels, {
      indent,
      mark: ' // ',
      write: (source, { isFirst, isLast }) => `${isFirst ? 'case ' : `${unit} `}${source}${isLast ? ':' : ','}`,
    });
    return `${lines}\n${indent}${unit}${placeholder ?? 'break'} // ${note}`;
  },
  fallback: ({ form, insertion: { indent, unit }, body, note }) =>
    form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body} // ${note}`
      : ` else {\n${indent}${unit}${body} // ${note}\n${indent}}`,
  rethrow(request) {
    const thrown = request.caught ?? (isThrowable(request, false) ? request.error?.name : undefined);
    return thrown === undefined || !/\bthrows\b/.test(request.head) || request.isValue ? undefined : `throw ${thrown}`;
  },
  messageOf: (caught) => `${caught}.localizedDescription`,
  lookup: ({ map, key, value }) => value && `${map}[${key}, default: ${value}]`,
  entry: (name, value) => `${string(name)}: ${value}`,
  object: (entries) => `[${entries.join(', ') || ':'}]`,
};

/** There are no single quotes. */
function string(text: string): string {
  return quoted(text, '"');
}

function membership(subject: string, labels: readonly Label[], indent: string, unit: string): string {
  const [first, ...others] = labels;
  return first && others.length === 0
    ? `${subject} == ${first.source}`
    : `${listOfCodes(labels, { indent, unit, open: '[', close: ']' })}.contains(${subject})`;
}
