import type { Label, Printer } from '../language.ts';
import {
  caseLabels,
  closing,
  isThrowable,
  listOfCodes,
  nameBehind,
  onePerLine,
  operation,
  quoted,
  withArgument,
} from '../tree/printers.ts';

/** Errors of the language's own that take a number and a cause behind their message. */
const CAUSED = [
  'Exception',
  'RuntimeException',
  'LogicException',
  'InvalidArgumentException',
  'UnexpectedValueException',
  'DomainException',
];

/** Writes PHP. */
export const phpPrinter: Printer = {
  string: quoted,
  isNoCode: (member) => member === 'Code',
  alternative: (_before, behind) => (/^\s*:/.test(behind) ? undefined : ', '),
  arms({ form, labels, insertion: { indent, unit }, subject, runsOn, arm, comma, note, ...request }) {
    if (form === 'if-chain')
      return ` elseif (${membership(subject, labels, indent, unit)}) {${nameBehind(labels)}\n${indent}${unit}// ${note}\n${indent}}`;
    if (isStatement(arm))
      return `${closing(runsOn, indent + unit)}${caseLabels(labels, indent)}\n${indent}${unit}// ${note}\n${indent}${unit}break;`;
    const placeholder = request.placeholder ?? (request.isIdle ? 'null' : undefined);
    if (placeholder === undefined) return undefined;
    const before = comma ? '' : ',';
    const name = nameBehind(labels);
    // The arms of `match (true)` are conditions on the subject.
    if (arm.includes(subject))
      return `${before}\n${indent}${membership(subject, labels, indent, unit)} => ${placeholder},${name === '' ? ' //' : `${name};`} ${note}`;
    const lines = onePerLine(labels, {
      indent,
      mark: ' // ',
      write: (source, { isLast }) => `${source}${isLast ? ` => ${placeholder},` : ','}`,
      note,
    });
    return before + lines;
  },
  fallback({ form, insertion: { indent, unit }, runsOn, arm, comma, body, note }) {
    if (form === 'if-chain') return ` else {\n${indent}${unit}${body}; // ${note}\n${indent}}`;
    return isStatement(arm)
      ? `${closing(runsOn, indent + unit)}\n${indent}default:\n${indent}${unit}${body}; // ${note}`
      : `${comma ? '' : ','}\n${indent}default => ${body}, // ${note}`;
  },
  rethrow(request) {
    const { caught, error } = request;
    const isException = error !== undefined && isThrowable(request, /^\$(?:e|ex|exc|exception)$/i.test(error.name));
    const thrown = caught ?? (isException ? error.name : undefined);
    return thrown && `throw ${thrown}`;
  },
  withCause: (statement, caught) => withArgument(statement, CAUSED, `0, ${caught}`),
  messageOf: (caught) => `${caught}->getMessage()`,
  mapEntry: (key, value) => `${key} => ${value}`,
  lookup({ lookup, value, rethrown, isApart }) {
    const otherwise = value ?? rethrown;
    return otherwise && operation(`${lookup} ?? ${otherwise}`, isApart);
  },
  entry: (name, value, { quote }) => `${quoted(name, quote)} => ${value}`,
  object: (entries) => `[${entries.join(', ')}]`,
};

function membership(subject: string, labels: readonly Label[], indent: string, unit: string): string {
  const [first, ...others] = labels;
  return first && others.length === 0
    ? `${subject} === ${first.source}`
    : `in_array(${subject}, ${listOfCodes(labels, { indent, unit, open: '[', close: ']' })}, true)`;
}

/** Whether the arms are those of a `switch` rather than of a `match`. */
function isStatement(arm: string): boolean {
  return /^(?:case|default)\b/i.test(arm);
}
