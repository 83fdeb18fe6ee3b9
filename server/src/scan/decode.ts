import type { Skip } from './walk.ts';

/** A file's text as an editor shows it, and what it takes to write it again. */
export interface Decoded {
  readonly text: string;
  /** The file begins with a byte order mark, which is no part of the text. */
  readonly hasMark: boolean;
}

/** Text out of bytes, which must be UTF-8. @returns why there is none where they are not */
export function decode(bytes: Uint8Array): Decoded | Skip {
  // A NUL stands in no source text.
  if (bytes.subarray(0, 8000).includes(0)) return 'binary';
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith('\uFEFF') ? { text: text.slice(1), hasMark: true } : { text, hasMark: false };
  } catch {
    return 'not UTF-8';
  }
}

/** The bytes of a text that takes the place of a file's. @param decoded what the file holds */
export function encode(text: string, { hasMark }: Pick<Decoded, 'hasMark'>): Uint8Array {
  return new TextEncoder().encode(hasMark ? `\uFEFF${text}` : text);
}
