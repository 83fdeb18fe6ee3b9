/** Where two versions of a text differ, in whole lines. UTF-16 offsets. */
export interface Change {
  /** Where they begin to differ, in both. */
  readonly start: number;
  /** Behind which they are the same again, in the earlier one. */
  readonly endBefore: number;
  /** The same in the later one. */
  readonly endAfter: number;
}

/** How offsets of one version of a text move to those of another one, of which all that matters is the same. */
export interface Moves {
  /** @returns NaN for an offset in what does not matter, and is something else in the other version */
  readonly offset: (offset: number) => number;
  /** Where something begins that does not matter, and is longer or shorter in the other version. */
  readonly changes: readonly number[];
}

/** UTF-16 units that are compared at once. */
const STEP = 4096;

/** Compares two versions of a text. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  let same = 0;
  while (same + STEP <= shorter && before.slice(same, same + STEP) === after.slice(same, same + STEP)) same += STEP;
  while (same < shorter && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  const start = after.lastIndexOf('\n', same - 1) + 1;

  const fromEnd = (text: string, count: number): string => text.slice(text.length - count - STEP, text.length - count);
  let tail = 0;
  while (tail + STEP <= shorter - same && fromEnd(before, tail) === fromEnd(after, tail)) tail += STEP;
  while (
    tail < shorter - same &&
    before.charCodeAt(before.length - tail - 1) === after.charCodeAt(after.length - tail - 1)
  ) {
    tail++;
  }
  const lineEnd = after.indexOf('\n', after.length - tail);
  const endAfter = lineEnd < 0 ? after.length : lineEnd + 1;
  return { start: same === 0 ? 0 : start, endBefore: endAfter - after.length + before.length, endAfter };
}
