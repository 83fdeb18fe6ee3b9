import { HOLE, holesIn } from '../knowledge/templates.ts';
import type { Move } from '../model/compose.ts';

/** A text that was decoded, with where each of its units stands in the file. */
export interface Decoded {
  readonly text: string;
  /** For each UTF-16 unit, where what stands for it begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

const ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string of JSON without its quotes, decoded unit by unit. */
export function decodedJson(text: string, start: number, end: number): Decoded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < end; ) {
    const hex = /^\\u([\da-fA-F]{4})/.exec(text.slice(at, at + 6))?.[1];
    const isEscape = text[at] === '\\' && at + 1 < end;
    const letter = text[at + 1] ?? '';
    const unit =
      hex === undefined
        ? isEscape
          ? (ESCAPES[letter] ?? letter)
          : (text[at] ?? '')
        : String.fromCharCode(Number.parseInt(hex, 16));
    const length = hex === undefined ? (isEscape ? 2 : 1) : 6;
    units.push(unit);
    starts.push(at);
    ends.push(Math.min(end, at + length));
    at += length;
  }
  return { text: units.join(''), starts, ends };
}

/** Texts one behind the other. @param between one unit at most, which stands nowhere */
export function joined(parts: readonly Decoded[], between: '' | '\n'): Decoded {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const part of parts) {
    const last = ends.at(-1);
    if (between !== '' && last !== undefined) {
      text.push(between);
      starts.push(last);
      ends.push(last);
    }
    text.push(part.text);
    for (let index = 0; index < part.starts.length; index++) {
      starts.push(part.starts[index] ?? 0);
      ends.push(part.ends[index] ?? 0);
    }
  }
  return { text: text.join(''), starts, ends };
}

/** Where offsets of a decoded text lie in the file. */
export function moveOf({ starts, ends }: Decoded): Move {
  const last = ends.at(-1) ?? 0;
  return {
    startOf: (offset) => starts[offset] ?? last,
    endOf: (offset) => (offset === 0 ? (starts[0] ?? 0) : (ends[offset - 1] ?? last)),
  };
}

/** Puts a mark in the place of whatever is filled in later: `{{id}}`, `${id}`, `%s`. */
export function withHoles(decoded: Decoded): Decoded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const holes = holesIn(decoded.text);
  let next = 0;
  for (let at = 0; at < decoded.text.length; at++) {
    const hole = holes[next];
    const end = hole?.start === at ? hole.end : at + 1;
    if (hole?.start === at) next++;
    units.push(hole?.start === at ? HOLE : (decoded.text[at] ?? ''));
    starts.push(decoded.starts[at] ?? 0);
    ends.push(decoded.ends[end - 1] ?? 0);
    at = end - 1;
  }
  return { text: units.join(''), starts, ends };
}

/** UTF-16 units of the longest text within a text that is read. */
const EMBEDDED_UNITS = 200_000;
/** A key that is looked at in a response or a request. */
const KEY = /code|smart_?home|request_?id|message_?id/i;

/** Whether a text may be JSON that has something to do with codes; the text may still be encoded. */
export function mayBeJson(text: string): boolean {
  return text.length <= EMBEDDED_UNITS && /[{[]/.test(text) && KEY.test(text);
}
