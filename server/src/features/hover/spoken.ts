import { factsOf } from '../../catalog/text.ts';
import type { Code } from '../../catalog/types.ts';
import type { EvidenceContext } from '../../evidence/file.ts';
import { isAnnounced, isCountedWith, isOfSomething } from '../../knowledge/numbers.ts';
import { speaksOfOtherProduct } from '../../knowledge/products.ts';
import { isThinqName, speaksOfVendor } from '../../knowledge/vendors.ts';
import type { Span } from '../../model/model.ts';

/** A code that a text for people may speak of, and where it does. */
export interface Spoken extends Span {
  readonly code: Code;
}

/** UTF-16 units on either side in which a line is looked at, and in which a file shows whom it is about. */
const LINE_UNITS = 400;
const FILE_UNITS = 50_000;

/**
 * Whether a text for people speaks of a vendor's code where it holds the number, the word or the name of one. Generous,
 * since somebody asked, where the line, the file or the project speaks of the vendor; a number that counts something, and
 * a line about another product, are left alone whoever else is spoken of in the file.
 *
 * @param isLog nothing there is written for readers: what a number is must be said by whoever wrote the line
 */
export function isSpokenOf(
  { code, start, end }: Spoken,
  text: string,
  context: EvidenceContext,
  isLog: boolean,
): boolean {
  const word = text.slice(start, end);
  const isNumber = /^\d{4}$/.test(word);
  // A message that carries its code, or a word that is nobody else's.
  if (!isNumber && (code.vendor === 'nugu' || !/^[A-Z]+(?:_[A-Z]+)*$/.test(word))) return true;
  const before = lineBefore(text, start);
  const behind = lineBehind(text, end);
  if (isNumber && (isCountedWith(behind) || isOfSomething(before))) return false;
  if (!isNumber && isOthersMember(before)) return false;
  const line = `${before}${word}${behind}`;
  if (speaksOfVendor(line) || holdsText(line, code) || BRACKETED_NAME.test(before)) return true;
  if (speaksOfOtherProduct(line)) return false;
  const around = text.slice(Math.max(0, start - FILE_UNITS), end + FILE_UNITS);
  if (isAboutVendor(context) || speaksOfVendor(around) || IN_ERROR.test(before)) return true;
  if (!isNumber || isLog || speaksOfOtherProduct(around)) return false;
  return isAnnounced(before, behind);
}

/** `HttpStatus.` before a name. */
function isOthersMember(before: string): boolean {
  const owner = /([\p{L}_$][\p{L}\p{N}_$]*)(?:\.|::|->)$/u.exec(before)?.[1];
  return owner !== undefined && !isThinqName(owner);
}

/** `UNKNOWN_ERROR (` before a number: so the SDK prints every code that it does not list. */
const BRACKETED_NAME = /\b[A-Z]+(?:_[A-Z]+)+ \($/;

/** `{"error": {"code": "` before a number, as an answer has it. */
const IN_ERROR = /"error"\s*:\s*\{[^{}]*"code"\s*:\s*"$/i;

function isAboutVendor({ file }: EvidenceContext): boolean {
  return (file.thinq ?? file.nugu) !== undefined;
}

/** Whether a line holds the text that comes with a code, up to where something is filled in. */
function holdsText(line: string, code: Code): boolean {
  const folded = line.toLowerCase();
  return factsOf(code).some(([, { text }]) => {
    const fixed = text
      ?.replace(/[({].*/s, '')
      .trim()
      .toLowerCase();
    return fixed?.includes(' ') && folded.includes(fixed);
  });
}

function lineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - LINE_UNITS), end);
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
}

function lineBehind(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + LINE_UNITS))?.[0] ?? '';
}
