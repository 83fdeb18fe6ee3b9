import type { Language } from '../../languages/language.ts';
import type { CommentMarks } from './comments.ts';
import type { Claimed } from './prefilter.ts';

/**
 * UTF-16 units of the longest line that somebody may have written. A bundle has longer ones, and so has a picture in a file
 * that is written by hand otherwise.
 */
const MOST_UNITS = 10_000;

/**
 * What of a text a project's claim speaks for: lines that somebody has written, and no comments. Only a comment that begins
 * its line is surely one: what looks like the beginning of one elsewhere may stand in a string, an expression or markup, as in
 * `url.replace(/\/*$/, '')`. So may what has another one begin within it: a template may hold a line of patterns. Takes time
 * linear in the text.
 *
 * @param isProgram whether it is code as people write it, line by line; data may well stand on one line
 */
export function claimedText(text: string, { line, block }: CommentMarks, isProgram: boolean): string {
  const pieces: string[] = [];
  /** Where what is kept next begins. */
  let from = 0;
  let isClosed = true;
  /** Where the next comment ends. */
  let close = 0;
  const leaveOut = (start: number, end: number): void => {
    pieces.push(text.slice(from, start));
    from = end;
  };
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const next = end < 0 ? text.length : end + 1;
    let first = at;
    while (first < next && (text[first] === ' ' || text[first] === '\t')) first++;
    if (block && isClosed && text.startsWith(block[0], first)) {
      const inside = first + block[0].length;
      // Many may begin before one ends.
      if (close < inside) close = text.indexOf(block[1], inside);
      const another = text.indexOf(block[0], inside);
      isClosed = close >= 0;
      if (isClosed && (another < 0 || close < another)) {
        at = close + block[1].length;
        leaveOut(first, at);
        continue;
      }
    }
    const isComment = line !== undefined && text.startsWith(line, first);
    if (isComment || (isProgram && next - at > MOST_UNITS)) leaveOut(at, next);
    at = next;
  }
  return pieces.length === 0 ? text : pieces.join('') + text.slice(from);
}

/** What of a file a project's claim speaks for. @param path a name or an address @param language none for one of which nothing is known */
export function claimedIn(
  text: string,
  path: string,
  language?: Pick<Language, 'comment' | 'isProgram' | 'isEncoded' | 'declarations'>,
): Claimed {
  const { comment = {}, isProgram = false, isEncoded = false, declarations } = language ?? {};
  return {
    text: () => claimedText(text, comment, isProgram && !isEncoded),
    onlyDeclares: declarations?.test(path) === true,
  };
}
