import type { Skip } from './walk.ts';

/** How a text is written as bytes. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A file's text as an editor shows it, and what it takes to write it again. */
export interface Decoded {
  readonly text: string;
  /** The file begins with a byte order mark, which is no part of the text. */
  readonly hasMark: boolean;
  readonly encoding: Encoding;
}

/** Text out of bytes: UTF-8, or UTF-16 with a byte order mark. @returns why there is none where they are neither */
export function decode(bytes: Uint8Array): Decoded | Skip {
  const encoding = encodingOf(bytes);
  // A NUL stands in no source text.
  if (encoding === 'utf-8' && bytes.subarray(0, 8000).includes(0)) return 'binary';
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    // UTF-32 may begin as UTF-16 does.
    if (text.slice(0, 8000).includes('\0')) return 'binary';
    const hasMark = text.startsWith('\uFEFF');
    return { text: hasMark ? text.slice(1) : text, hasMark, encoding };
  } catch {
    return encoding === 'utf-8' ? 'not UTF-8' : 'not UTF-16';
  }
}

/** Text out of bytes of which some may be no text. */
export function decodeTolerantly(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** The bytes of a text that takes the place of a file's. @param decoded what the file holds */
export function encode(text: string, { hasMark, encoding }: Pick<Decoded, 'hasMark' | 'encoding'>): Uint8Array {
  const whole = hasMark ? `\uFEFF${text}` : text;
  if (encoding === 'utf-8') return new TextEncoder().encode(whole);
  const bytes = new DataView(new ArrayBuffer(whole.length * 2));
  for (let at = 0; at < whole.length; at++) bytes.setUint16(at * 2, whole.charCodeAt(at), encoding === 'utf-16le');
  return new Uint8Array(bytes.buffer);
}

/** Whether bytes begin as a text of UTF-16 does that says so. */
export function isMarkedUtf16(bytes: Uint8Array): boolean {
  return encodingOf(bytes) !== 'utf-8';
}

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
