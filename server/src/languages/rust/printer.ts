import type { Printer } from '../language.ts';
import { codeLiteral, joinEntries, quoted } from '../tree/printers.ts';

/** Writes Rust. */
export const rustPrinter: Printer = {
  string,
  arms({ form, codes, value, insertion, subject, arm, note }) {
    const { indent, unit } = insertion;
    const literals = codes.map((code) => codeLiteral(code, value, '"'));
    const body = `{\n${indent}${unit}// ${note}\n${indent}}`;
    if (form === 'if-chain') return ` else if ${literals.map((one) => `${subject} == ${one}`).join(' || ')} ${body}`;
    const patterns = /^Some\(/.test(arm) ? literals.map((one) => `Some(${one})`) : literals;
    return `\n${indent}${patterns.join(' | ')} => ${body}`;
  },
  fallback({ form, insertion, subject, caught, note }) {
    const { indent, unit } = insertion;
    const body = caught ? `return Err(${caught}.into())` : `panic!("unexpected code: {:?}", ${subject})`;
    return form === 'switch'
      ? `\n${indent}_ => ${body}, // ${note}`
      : ` else {\n${indent}${unit}${body}; // ${note}\n${indent}}`;
  },
  mapEntries(codes, value, insertion, placeholder) {
    const entries = codes.map((code) => {
      const key = codeLiteral(code, value, '"');
      if (insertion.keys === 'pairs') return `(${key}, ${placeholder})`;
      return insertion.keys === 'arrows' ? `${key} => ${placeholder}` : `${key}: ${placeholder}`;
    });
    return joinEntries(entries, insertion);
  },
  lookup({ lookup, map, key, value }) {
    if (value === undefined) return undefined;
    // A value is read from its place; what `get` finds is only pointed to.
    return lookup.startsWith(`${map}[`)
      ? `${map}.get(${key}).copied().unwrap_or(${value})`
      : `${map}.get(${key}).unwrap_or(&${value})`;
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
