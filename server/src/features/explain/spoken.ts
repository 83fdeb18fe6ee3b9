import { factsOf } from '../../catalog/text.ts';
import type { Code } from '../../catalog/types.ts';
import { isAnnounced, isCommonplace, isCountedWith, isOfSomething } from '../../knowledge/numbers.ts';
import { speaksOfOtherProduct } from '../../knowledge/products.ts';
import { isThinqName, speaksOfVendor } from '../../knowledge/vendors.ts';
import type { Span } from '../../model/model.ts';
import { codesMeant, type SpokenContext, type TextKind } from './bareMessages.ts';
import { type FoundTopic, topicsInText } from './inText.ts';
import { fileAround, holdsNumber, lineBefore, lineBehind, namesIt } from './line.ts';

/**
 * What a piece of a text for people speaks of: hovers and explanations both ask this, so that they agree. Generous, since
 * somebody asked, where the line, the file or the project speaks of the vendor; a number that counts something, and what is
 * said of another product, are left alone whoever else is spoken of in the file.
 *
 * @param span the piece: a line, a comment, a string @returns in order; several with one span where codes share a message
 */
export function topicsSpokenOf(
  text: string,
  span: Span,
  context: SpokenContext,
  kind: TextKind,
): readonly FoundTopic[] {
  const found = topicsInText(text.slice(span.start, span.end), context.catalog).map((one) => ({
    ...one,
    start: span.start + one.start,
    end: span.start + one.end,
  }));
  const isMeant = (one: FoundTopic): boolean => {
    if (one.topic.kind !== 'code') return true;
    const spoken = { code: one.topic.code, start: one.start, end: one.end };
    if (!one.isBare) return isSpokenOf(spoken, text, context, kind);
    const twins = found.flatMap(({ topic, isBare, start, end }) =>
      isBare && topic.kind === 'code' && start === one.start && end === one.end ? [topic.code] : [],
    );
    return codesMeant(twins, { text, piece: span, start: one.start, end: one.end, context, kind }).includes(
      spoken.code,
    );
  };
  return found.filter(isMeant);
}

/** A code that a text for people may speak of, and where it does. */
interface Spoken extends Span {
  readonly code: Code;
}

/** Whether a text speaks of a vendor's code where it holds the number, the word or the name of one. */
function isSpokenOf({ code, start, end }: Spoken, text: string, context: SpokenContext, kind: TextKind): boolean {
  const word = text.slice(start, end);
  const isNumber = /^\d{4}$/.test(word);
  // A message that carries its code, or a word that is nobody else's.
  if (!isNumber && (code.vendor === 'nugu' || !/^[A-Z]+(?:_[A-Z]+)*$/.test(word))) return true;
  const before = lineBefore(text, start);
  const behind = lineBehind(text, end);
  if (isNumber && (isCountedWith(behind) || isOfSomething(before))) return false;
  if (!isNumber && isOthersMember(before)) return false;
  const line = `${before}${word}${behind}`;
  if (speaksOfVendor(line) || holdsText(line, code) || isNamedTwice(line, code) || BRACKETED_NAME.test(before))
    return true;
  if (speaksOfOtherProduct(line)) return false;
  const around = fileAround(text, { start, end });
  if (isAboutVendor(context) || speaksOfVendor(around) || IN_ERROR.test(before)) return true;
  if (!isNumber || kind === 'log' || speaksOfOtherProduct(around)) return false;
  return isAnnounced(before, behind);
}

/** Whether a line has both the number and the SDK's name of a code: `2201 NOT_PROVIDED_FEATURE`. */
function isNamedTwice(line: string, code: Code): boolean {
  return !isCommonplace(code.code) && namesIt(line, code) && holdsNumber(line, code.code);
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

function isAboutVendor({ file }: SpokenContext): boolean {
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
