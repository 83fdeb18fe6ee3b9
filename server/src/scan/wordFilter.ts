import { type ByteFilter, OVERLAP_BYTES } from './byteFilter.ts';
import { isMarkedUtf16 } from './decode.ts';

/** Looks at the bytes of files piece by piece. */
export type PieceFilter = Pick<ByteFilter, 'space' | 'holds'>;

/** Bytes of a word that are looked at. One that stands across the end of a piece begins within what the next one repeats. */
const MOST_BYTES = OVERLAP_BYTES / 2;
/** Entries of the table by which nearly all other words are passed over. */
const TABLE_SIZE = 1 << 16;

const OTHER = 0;
const LETTER = 1;
const DIGIT = 2;
/** What bytes are to words. Those beyond ASCII separate them: of a word with such letters, pieces are left. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => {
  const character = String.fromCharCode(byte);
  return /[A-Za-z_$]/.test(character) ? LETTER : /\d/.test(character) ? DIGIT : OTHER;
});
const DOLLAR = 0x24;
const LAST_OF_ASCII = 0x7f;

/**
 * Finds the files in which one of some words may stand as a word of its own, as programs write names. Where `wordsIn` of a
 * text has one of them, its bytes pass, and those of hardly any other.
 *
 * @param space where a piece of a file is to be read to
 */
export function createWordFilter(words: Iterable<string>, space: Uint8Array): PieceFilter {
  const keys = new Set([...words].flatMap((word) => keyOf(word) ?? []));
  // Of a word without any ASCII nothing is left to be looked for.
  const hasForeign = keys.delete('');
  const table = new Uint8Array(TABLE_SIZE);
  for (const key of keys) table[placeOf([...key].reduce((hash, letter) => hashed(hash, letter.charCodeAt(0)), 0))] = 1;
  /** Whether a word that begins at one place and ends before another is one of them. */
  const isOne = (start: number, end: number): boolean => {
    const last = Math.min(end, start + MOST_BYTES);
    let hash = 0;
    for (let at = start; at < last; at++) hash = hashed(hash, space[at] ?? 0);
    return table[placeOf(hash)] === 1 && keys.has(String.fromCharCode(...space.subarray(start, last)));
  };
  return {
    space,
    holds(length) {
      if (isMarkedUtf16(space.subarray(0, Math.min(length, 2)))) return true;
      for (let at = 0; at < length; at++) {
        const first = space[at] ?? 0;
        if (hasForeign && first > LAST_OF_ASCII) return true;
        if (KINDS[first] !== LETTER) continue;
        const start = at;
        while (at < length && KINDS[space[at] ?? 0] !== OTHER) at++;
        if (isOne(start, at) || (first === DOLLAR && isOne(start + 1, at))) return true;
      }
      return false;
    },
  };
}

/**
 * What is looked for of a word: its longest piece of ASCII, without digits in front.
 *
 * @returns undefined for what is no word, such as `a-b`; nothing is called so
 */
function keyOf(word: string): string | undefined {
  // What begins with a digit stands behind a sign only: `$2fa`.
  const written = [word, `$${word}`].find((one) => /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(one));
  if (written === undefined) return undefined;
  const pieces = written.match(/[A-Za-z_$][\w$]*/g) ?? [];
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '').slice(0, MOST_BYTES);
}

function hashed(hash: number, byte: number): number {
  return (Math.imul(hash, 31) + byte) | 0;
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 16)) & (TABLE_SIZE - 1);
}
