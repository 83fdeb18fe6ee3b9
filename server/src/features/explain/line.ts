import type { Code } from '../../catalog/types.ts';
import type { Span } from '../../model/model.ts';

/** UTF-16 units on either side in which a line is looked at, and in which a file shows whom it is about. */
const LINE_UNITS = 400;
const FILE_UNITS = 50_000;

/** What stands before an offset in its line. */
export function lineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - LINE_UNITS), end);
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
}

/** What stands behind an offset in its line. */
export function lineBehind(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + LINE_UNITS))?.[0] ?? '';
}

/** A file around a piece of it, as far as it is looked at. */
export function fileAround(text: string, { start, end }: Span): string {
  return text.slice(Math.max(0, start - FILE_UNITS), end + FILE_UNITS);
}

/** Whether a line has a number of four digits that is no part of another. */
export function holdsNumber(line: string, code: string): boolean {
  return new RegExp(`(?<!\\d)${code}(?!\\d)`).test(line);
}

/** Whether the SDK's name of a code stands in a line; one of a single word is anybody's. */
export function namesIt(line: string, { sdkName }: Code): boolean {
  return sdkName?.includes('_') === true && new RegExp(`(?<!\\w)${sdkName}(?!\\w)`).test(line);
}
