import type { Printer } from '../language.ts';
import { nameBehind, onePerLine, quoted } from '../tree/printers.ts';

/** Writes Rust. */
export const rustPrinter: Printer = {
  string,
  givesLastValue: true,
  alternative: () => ' | ',
  arms({ form, labels, insertion: { indent, unit }, subject, arm, comma, note, placeholder }) {
    if (form === 'if-chain') {
      const conditions = onePerLine(labels, {
        indent: indent + unit,
        mark: ' // ',
        write: (source, { isFirst }) => `${isFirst ? '' : '|| '}${subject} == ${source}`,
      }).trimStart();
      const isOne = labels.length === 1;
      const head = isOne ? `${subject} == ${labels[0]?.source} {${nameBehind(labels)}` : `${conditions}\n${indent}{`;
      return ` else if ${head}\n${indent}${unit}// ${note}\n${indent}}`;
    }
    const isOption = /^Some\(/.test(arm);
    const behind = placeholder === undefined ? ' => {' : ` => ${placeholder},`;
    const lines = onePerLine(labels, {
      indent,
      mark: ' // ',
      write: (source, { isFirst, isLast }) =>
        `${isFirst ? '' : '| '}${isOption ? `Some(${source})` : source}${isLast ? behind : ''}`,
      ...(placeholder !== undefined && { note }),
    });
    const separator = comma || /[,}]\s*$/.test(arm) ? '' : ',';
    return separator + (placeholder === undefined ? `${lines}\n${indent}${unit}// ${note}\n${indent}}` : lines);
  },
  fallback: ({ form, insertion: { indent, unit }, body, note }) =>
    form === 'switch'
      ? `\n${indent}_ => ${body}, // ${note}`
      : ` else {\n${indent}${unit}${body}; // ${note}\n${indent}}`,
  rethrow({ caught, error, head }) {
    const name = caught ?? error?.name;
    // What is only lent cannot be given away.
    const isLent = name !== undefined && new RegExp(`\\b${name}\\s*:\\s*&`).test(head);
    const result = /->\s*(?:\w+::)*Result\b(.*)/s.exec(head)?.[1];
    if (name === undefined || isLent || result === undefined) return undefined;
    // What is of the right type already needs no other.
    const isSame =
      error?.name === name && error.types.some((type) => new RegExp(`,\\s*(?:\\w+::)*${type}\\s*>`).test(result));
    return `return Err(${isSame ? name : `${name}.into()`})`;
  },
  messageOf: (caught) => `${caught}.to_string()`,
  mapEntry(key, value, { keys }) {
    if (keys === 'pairs') return `(${key}, ${value})`;
    return keys === 'arrows' ? `${key} => ${value}` : `${key}: ${value}`;
  },
  lookup({ lookup, map, key, value, head }) {
    if (value === undefined) return undefined;
    const isLiteral = /^(?:"|\d|true|false)/.test(value);
    const isLent = new RegExp(`\\b${value}\\s*:\\s*&(?:'\\w+\\s+)?str\\b`).test(head);
    // A value is read from its place; what `get` finds is only pointed to.
    if (lookup.startsWith(`${map}[`))
      return isLiteral || isLent || value.endsWith('.as_str()')
        ? `${map}.get(${key}).copied().unwrap_or(${value})`
        : undefined;
    return isLiteral || isLent ? `${map}.get(${key}).unwrap_or(&${value})` : undefined;
  },
  entry(name, value, insertion) {
    if (insertion.keys === 'pairs') return `(${string(name)}, ${value})`;
    if (insertion.keys === 'arrows') return `${string(name)} => ${value}`;
    return insertion.keys === 'quoted' ? `${string(name)}: ${value}` : undefined;
  },
  object: (entries) => `{ ${entries.join(', ')} }`,
};

/** Single quotes hold one character. */
function string(text: string): string {
  return quoted(text, '"');
}
