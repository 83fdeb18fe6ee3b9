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

/** Escapes that the C family shares. A line that is continued stands for nothing. */
const ESCAPE = /\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/y;

/**
 * The next piece of a text, decoded, with its length in the source.
 *
 * @param at where it begins @param end where the text ends
 */
export function decodedUnit(
  text: string,
  at: number,
  end: number,
  { escapes, doubles }: { readonly escapes: boolean; readonly doubles?: 'braces' | 'quotes' },
): readonly [unit: string, length: number] {
  const first = text[at] ?? '';
  if (escapes && first === '\\' && at + 1 < end) {
    ESCAPE.lastIndex = at;
    const written = ESCAPE.exec(text)?.[0] ?? first;
    return [/^\\\r?\n$/.test(written) ? '' : decodeEscapes(written), written.length];
  }
  const isDoubled = first === text[at + 1] && at + 1 < end;
  if (isDoubled && (doubles === 'braces' ? /[{}]/ : doubles === 'quotes' ? /"/ : /(?!)/).test(first)) return [first, 2];
  return [first, 1];
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
