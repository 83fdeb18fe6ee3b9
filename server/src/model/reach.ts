import type { Span } from './model.ts';

/**
 * How far an expression may look, from one end of all that it sees to the other: so many units, and between these so many
 * runs of any length, each of blanks or within a line.
 */
export interface Reach {
  readonly units: number;
  readonly runs: number;
}

/** The lines around a piece of a text that an expression can look at which looks at something in it. UTF-16 offsets. */
export function linesInReach(text: string, { start, end }: Span, reach: Reach): Span {
  return { start: startInReach(text, start, reach), end: endInReach(text, end, reach) };
}

function startInReach(text: string, offset: number, { units, runs }: Reach): number {
  let at = offset;
  for (let run = 0; run <= runs && at > 0; run++) {
    at = Math.max(0, at - units);
    while (at > 0 && isBlank(text.charCodeAt(at - 1))) at--;
    at = text.lastIndexOf('\n', at - 1) + 1;
  }
  return at;
}

function endInReach(text: string, offset: number, { units, runs }: Reach): number {
  let at = offset;
  for (let run = 0; run <= runs && at < text.length; run++) {
    at = Math.min(text.length, at + units);
    while (at < text.length && isBlank(text.charCodeAt(at))) at++;
    const lineEnd = text.indexOf('\n', at);
    at = lineEnd < 0 ? text.length : lineEnd + 1;
  }
  return at;
}

/** As `\s` is. */
function isBlank(unit: number): boolean {
  return unit <= 32 ? unit === 32 || (unit >= 9 && unit <= 13) : unit >= 160 && /\s/.test(String.fromCharCode(unit));
}
