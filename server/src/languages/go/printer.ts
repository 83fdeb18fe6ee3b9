import type { Label, Printer, RethrowRequest } from '../language.ts';
import { onePerLine, quoted } from '../tree/printers.ts';

/** Writes Go as gofmt leaves it. */
export const goPrinter: Printer = {
  string,
  alternative: () => ', ',
  arms({ form, labels, insertion: { indent, unit }, subject, arm, note }) {
    const body = `\n${indent}${unit}// ${note}`;
    const test = (source: string): string => `${subject} == ${source}`;
    const inner = indent + unit;
    if (form === 'if-chain') return ` else if ${alternatives(labels, inner, [' ||', ' {'], test)}${body}\n${indent}}`;
    const tested = isCondition(arm)
      ? alternatives(labels, inner, [' ||', ':'], test)
      : alternatives(labels, inner, [',', ':'], (source) => source);
    return `\n${indent}case ${tested}${body}`;
  },
  fallback: ({ form, insertion: { indent, unit }, body, note }) =>
    form === 'switch'
      ? `\n${indent}default:\n${indent}${unit}${body} // ${note}`
      : ` else {\n${indent}${unit}${body} // ${note}\n${indent}}`,
  rethrow(request) {
    const name = request.caught ?? (isError(request) ? request.error?.name : undefined);
    const given = name === undefined || request.isValue ? undefined : givenWith(request, name);
    return given && `return ${given}`;
  },
  withCause,
  messageOf: (caught) => `${caught}.Error()`,
  needsLastComma: true,
  entry: (name, value, insertion) =>
    insertion.keys === 'quoted' ? `${string(name, insertion.quote)}: ${value}` : undefined,
  object: (entries) => `map[string]any{${entries.join(', ')}}`,
  list: (items) => `[]any{${items.join(', ')}}`,
};

function string(text: string, quote: string): string {
  return quoted(text, quote === '`' ? quote : '"');
}

/** `fmt.Errorf("no list of %s", id)` and the error at the end of a `return`. */
const FORMATTED = /^(return\b.*\bfmt\.Errorf\("(?:[^"\\\n]|\\.)*)"((?:,\s*[\w.]+)*)\)$/;

/** Wraps an error as Go does: `fmt.Errorf("no list of %s: %w", id, err)`. */
function withCause(statement: string, caught: string): string | undefined {
  const [, head = '', given = ''] = FORMATTED.exec(statement) ?? [];
  const isWhole = /\w$/.test(head) && !head.includes('%w');
  return isWhole ? `${head}: %w"${given}, ${caught})` : undefined;
}

/** Codes of which one is enough, the first behind a word, the others on lines of their own. */
function alternatives(
  labels: readonly Label[],
  indent: string,
  [between, behind]: readonly [string, string],
  write: (source: string) => string,
): string {
  return onePerLine(labels, {
    indent,
    mark: ' // ',
    write: (source, { isLast }) => `${write(source)}${isLast ? behind : between}`,
  }).trimStart();
}

/** Whether an arm says what is tested, as it does where the `switch` has no subject. */
function isCondition(arm: string): boolean {
  const head = /^case\b(?:[^":]|"[^"]*")*/.exec(arm)?.[0] ?? '';
  return /[=!<>]=|\w\(/.test(head);
}

/** Whether a value has what makes it an error; a type of another file that is called one will have it. */
function isError({ error, text }: RethrowRequest): boolean {
  const types = error?.types ?? [];
  const isDeclaredOtherwise = (type: string): boolean =>
    new RegExp(`\\btype ${type} struct\\b`).test(text) && !new RegExp(`\\b${type}\\) Error\\(\\) string`).test(text);
  return error !== undefined && !types.some(isDeclaredOtherwise);
}

/** What a function gives back with an error: `"", err`. @returns undefined where it gives none, or where nothing is known to go with it */
function givenWith({ head, text }: RethrowRequest, name: string): string | undefined {
  const results = /\)\s*(?:\(([^()]*)\)|([^()\s][^()]*))\s*$/.exec(head);
  const types = (results?.[1] ?? results?.[2] ?? '').split(',').map((one) => one.trim());
  if (!/(?:^|\s)error$/.test(types.at(-1) ?? '')) return undefined;
  const others = types.slice(0, -1).map((type) => nothingOf(type.split(/\s+/).at(-1) ?? '', text));
  return others.includes(undefined) ? undefined : [...others, name].join(', ');
}

/** The value of a type that has nothing in it. @param text may declare the type */
function nothingOf(type: string, text: string): string | undefined {
  if (/^[A-Za-z]\w*$/.test(type) && new RegExp(`\\btype ${type} struct\\b`).test(text)) return `${type}{}`;
  if (type === 'string') return '""';
  if (type === 'bool') return 'false';
  if (/^(?:u?int(?:8|16|32|64)?|float(?:32|64)|byte|rune)$/.test(type)) return '0';
  return /^(?:\*|\[\]|map\[|any$|interface|func\b|chan\b|error$)/.test(type) ? 'nil' : undefined;
}
