/** How a language writes characters that may not stand in a text as they are. */
export interface Escapes {
  /** Characters besides the quote and the backslash that mean something in its texts: `$` in Kotlin. */
  readonly special?: string;
  /** @param hex four digits at least */
  unicode(hex: string): string;
}

const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * What is written as an escape everywhere: controls, what is invisible (some compilers refuse marks of direction), and
 * separators of lines, which end a text in some languages.
 */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text in double quotes. Half a surrogate pair becomes `U+FFFD`, since not every language can write it. */
export function quoted(text: string, { special = '', unicode }: Escapes): string {
  const escaped = [...wellFormed(text)]
    .map((one) => (one === '"' || one === '\\' || special.includes(one) ? `\\${one}` : one))
    .join('')
    .replace(UNSEEN, (one) => NAMED[one] ?? unicode((one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')));
  return `"${escaped}"`;
}

/** `\u200b`, and what lies beyond four digits in its two halves: of languages whose texts are UTF-16. */
export function inFour(hex: string): string {
  const units = String.fromCodePoint(Number.parseInt(hex, 16)).split('');
  return units.map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

/** `\u200b`, `\U000e0001`: of Go and Python. */
export function inFourOrEight(hex: string): string {
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex}`;
}

/** `\u{200b}`: of Swift, Dart, PHP, Ruby, Rust. */
export function inBraces(hex: string): string {
  return `\\u{${hex}}`;
}

/** A text as it may stand in a comment, on one line: nothing in it ends the comment, or begins another one. */
export function commented(text: string): string {
  return wellFormed(text)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/\*(?=\/)|\/(?=\*)/g, '$& ')
    .trim();
}

function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}
