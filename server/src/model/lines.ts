/** Lines of a text. */
export interface Lines {
  /** 0-based line that a UTF-16 offset is in; offsets beyond the end count as on the last line. */
  lineOf(offset: number): number;
  /** Offset of the first character of a 0-based line. */
  startOf(line: number): number;
  readonly count: number;
}

/** Finds the lines of a text once; LF, CRLF and lone CR end a line, as in the language server protocol. */
export function createLines(text: string): Lines {
  const starts = [0];
  if (text.includes('\r') && /\r(?!\n)/.test(text)) {
    for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + end.length);
  } else {
    // Nearly every text: looking for one unit is many times faster than looking at each.
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return {
    count: starts.length,
    startOf: (line) => starts[Math.max(0, Math.min(line, starts.length - 1))] ?? 0,
    lineOf(offset) {
      let low = 0;
      let high = starts.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= offset) low = middle;
        else high = middle - 1;
      }
      return low;
    },
  };
}
