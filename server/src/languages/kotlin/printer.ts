import { CAUSED_ON_JVM } from '../../knowledge/errors.ts';
import type { Label, Printer } from '../language.ts';
import { isThrowable, listOfCodes, nameBehind, onePerLine, operation, quoted, withArgument } from '../tree/printers.ts';

/** Writes Kotlin. */
export const kotlinPrinter: Printer = {
  string,
  alternative: () => ', ',
  arms({ form, labels, insertion: { indent, unit }, subject, arm, note, placeholder }) {
    const name = nameBehind(labels);
    const body = `{${name}\n${indent}${unit}// ${note}\n${indent}}`;
    const test = membership(subject, labels, indent, unit);
    if (form === 'if-chain') return ` else if (${test}) ${body}`;
    const value = placeholder === undefined ? '{' : placeholder;
    if (isCondition(arm)) {
      const given = `${value}${name === '' ? ' //' : `${name};`} ${note}`;
      return `\n${indent}${test} -> ${placeholder === undefined ? body : given}`;
    }
    const lines = onePerLine(labels, {
      indent,
      mark: ' // ',
      write: (source, { isLast }) => `${source}${isLast ? ` -> ${value}` : ','}`,
      ...(placeholder !== undefined && { note }),
    });
    return placeholder === undefined ? `${lines}\n${indent}${unit}// ${note}\n${indent}}` : lines;
  },
  fallback: ({ form, insertion: { indent, unit }, body, note }) =>
    form === 'switch'
      ? `\n${indent}else -> ${body} // ${note}`
      : ` else {\n${indent}${unit}${body} // ${note}\n${indent}}`,
  rethrow(request) {
    const thrown = request.caught ?? (isThrowable(request, false) ? request.error?.name : undefined);
    return thrown && `throw ${thrown}`;
  },
  withCause: (statement, caught) => withArgument(statement, CAUSED_ON_JVM, caught),
  messageOf: (caught, subject) => `${caught}.message ?: ${subject}`,
  mapEntry: (key, value) => `${key} to ${value}`,
  lookup({ map, key, value, rethrown, isApart }) {
    const otherwise = value ?? rethrown;
    return otherwise && operation(`${map}[${key}] ?: ${otherwise}`, isApart);
  },
  entry: (name, value) => `${string(name)} to ${value}`,
  object: (entries) => `mapOf(${entries.join(', ')})`,
  list: (items) => `listOf(${items.join(', ')})`,
};

/** Single quotes hold one character. */
function string(text: string): string {
  return quoted(text, '"');
}

function membership(subject: string, labels: readonly Label[], indent: string, unit: string): string {
  const [first, ...others] = labels;
  return first && others.length === 0
    ? `${subject} == ${first.source}`
    : `${subject} in ${listOfCodes(labels, { indent, unit, open: 'setOf(', close: ')' })}`;
}

/** Whether an arm says what is tested, as it does where the `when` has no subject. */
function isCondition(arm: string): boolean {
  const head = /^(?:[^"]|"[^"]*")*?->/.exec(arm)?.[0] ?? '';
  return /[=!]=|\w\s+!?in\s|\.\w+\(/.test(head);
}
