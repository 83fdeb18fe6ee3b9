import type { Span } from '../../../model/model.ts';
import type { Node } from '../syntax/node.ts';
import type { Source } from './source.ts';

/** A plain string literal: its decoded text, and the span between its quotes. */
export interface StringLiteral {
  readonly text: string;
  readonly content: Span;
  readonly quote: string;
}

/** Reads a `string` construct. @returns undefined for one that holds more than plain text */
export function readString(source: Source, node: Node): StringLiteral | undefined {
  const raw = source.text.slice(node.startIndex, node.endIndex);
  const form = source.description.strings.split(raw);
  if (!form || raw.length < form.open.length + form.close.length) return undefined;
  const content = { start: node.startIndex + form.open.length, end: node.endIndex - form.close.length };
  const inner = source.text.slice(content.start, content.end);
  return { text: form.escapes ? decodeEscapes(inner) : inner, content, quote: form.close };
}

const SIMPLE: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', 0: '\0', b: '\b', f: '\f', v: '\v' };

/** Decodes the escapes that the C family shares; an unknown one stands for the character behind the backslash. */
function decodeEscapes(raw: string): string {
  if (!raw.includes('\\')) return raw;
  return raw.replace(
    /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([\s\S]))/g,
    (_, braced, four, two, letter) => {
      const hex = braced ?? four ?? two;
      if (hex === undefined) return SIMPLE[letter] ?? letter;
      const point = Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
    },
  );
}
