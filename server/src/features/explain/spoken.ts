import { factsOf, isWritten } from '../../catalog/text.ts';
import type { Code } from '../../catalog/types.ts';
import type { EvidenceContext } from '../../evidence/file.ts';
import {
  endsThere,
  hasOwnPlace,
  isAllThatIsSaid,
  isEverybodys,
  isHandedOn,
  isHomeAssistants,
  isSetApart,
} from '../../knowledge/messages.ts';
import { isAnnounced, isCommonplace, isCountedWith, isOfSomething } from '../../knowledge/numbers.ts';
import { speaksOfOtherProduct, speaksOfOtherService } from '../../knowledge/products.ts';
import { isThinqName, speaksOfVendor } from '../../knowledge/vendors.ts';
import type { Span } from '../../model/model.ts';
import { type FoundTopic, topicsInText } from './inText.ts';

/** What a text for people stands in; a comment and a string are of a program, or of data. */
export type TextKind = 'document' | 'log' | 'program';

/** What is known of the file around: of a line that somebody asks about by itself, nothing. */
export type SpokenContext = Pick<EvidenceContext, 'catalog' | 'file'> & Partial<Pick<EvidenceContext, 'signals'>>;

/** UTF-16 units on either side in which a line is looked at, and in which a file shows whom it is about. */
const LINE_UNITS = 400;
const FILE_UNITS = 50_000;

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
    return isMessageMeant(spoken, twins, { text, span, context, kind });
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
  const around = text.slice(Math.max(0, start - FILE_UNITS), end + FILE_UNITS);
  if (isAboutVendor(context) || speaksOfVendor(around) || IN_ERROR.test(before)) return true;
  if (!isNumber || kind === 'log' || speaksOfOtherProduct(around)) return false;
  return isAnnounced(before, behind);
}

/** Where a message without its code stands. */
interface MessagePlace {
  readonly text: string;
  /** The line, comment or string. */
  readonly span: Span;
  readonly context: SpokenContext;
  readonly kind: TextKind;
}

/** Words that other services do not put together by chance. */
const DISTINCT_WORDS = 4;

/**
 * Whether a message without its code is meant as this one: `[4711] Command not supported in POWER OFF`. Where a code stands
 * beside it, that one; else all that share the message. What many others send as well (`Invalid token`) must be about
 * ThinQ, or be all that a line of a log or a cell of a document says.
 *
 * @param twins the codes with this message, this one among them
 */
function isMessageMeant(spoken: Spoken, twins: readonly Code[], place: MessagePlace): boolean {
  const { code, start, end } = spoken;
  const { text, span, context, kind } = place;
  const before = lineBefore(text.slice(span.start, start), start - span.start);
  const behind = lineBehind(text.slice(end, span.end), 0);
  const message = text.slice(start, end);
  const beside = codesBeside(twins, text, spoken);
  if (beside.length > 0) return beside.includes(code);

  const around = text.slice(Math.max(0, start - FILE_UNITS), end + FILE_UNITS);
  const isAbout =
    context.file.thinq !== undefined ||
    isThinqName(`${before}${behind}`) ||
    (speaksOfVendor(around) && !context.signals?.legacy.thinq);
  const isWhole = text.slice(span.start, span.end).trim() === message;
  // NUGU's are the words of HTTP statuses, and everybody's.
  if (code.vendor === 'nugu' && twins.some(({ vendor }) => vendor === 'thinq') && (isAbout || !isWhole)) return false;
  const isExact = isWritten({ codes: twins, start, end }, text);
  const isApart = isWhole || (isSetApart(before) && isAllThatIsSaid(behind));
  if (isAbout) return (isExact && message.includes(' ')) || isApart || !isEverybodys(message);
  if (isWhole && kind !== 'program') return !speaksOfOtherService(around);
  if (!isExact) return false;
  if (!isEverybodys(message)) {
    if (kind === 'log' || message.split(' ').length >= DISTINCT_WORDS) return true;
    return !speaksOfOtherProduct(around) && endsThere(behind) && (kind !== 'program' || isSetApart(before));
  }
  if (speaksOfOtherService(around)) return false;
  switch (kind) {
    case 'program':
      return isAllThatIsSaid(behind) && isHomeAssistants(before);
    case 'log':
      return isAllThatIsSaid(behind) && isHandedOn(before);
    case 'document':
      return hasOwnPlace(before, behind);
  }
}

/** UTF-16 units on either side in which the code of a message may stand, in the object that both are values of. */
const OBJECT_UNITS = 160;

/**
 * Those of the codes that share a message that stand beside it: by their numbers in its line, or quoted in an object over
 * several lines; else by their names. Two codes have had one name, so that a number says more.
 */
function codesBeside(twins: readonly Code[], text: string, { start, end }: Span): readonly Code[] {
  const own = twins.filter(({ vendor }) => vendor === 'thinq');
  const [lead, rest] = [lineBefore(text, start), lineBehind(text, end)];
  const line = `${lead}\n${rest}`;
  const before = text.slice(Math.max(0, start - OBJECT_UNITS), start);
  const behind = text.slice(end, end + OBJECT_UNITS);
  const object = `${before.slice(before.search(/[^{}]*$/))}\n${/^[^{}]*/.exec(behind)?.[0] ?? ''}`;
  const byNumber = own.filter(({ code }) => {
    if (new RegExp(`["'\`]${code}["'\`]`).test(object)) return true;
    return isCommonplace(code) ? isBeforeOrSetApart(code, lead, rest) : holdsNumber(line, code);
  });
  return byNumber.length > 0 ? byNumber : own.filter((code) => namesIt(line, code));
}

/** `1000: Bad request`, `Bad request (1000)`, `| 1000 | Bad request |`; not `after 1000 ms: Bad request`. */
function isBeforeOrSetApart(code: string, lead: string, rest: string): boolean {
  const isBefore = new RegExp(`(?<!\\d)${code}["'\`]?(?:</\\w+><\\w+>|[\\s:|–-]*)$`).test(lead);
  return isBefore || new RegExp(`["'\`(|] ?${code} ?["'\`)|]`).test(`${lead}\n${rest}`);
}

function holdsNumber(line: string, code: string): boolean {
  return new RegExp(`(?<!\\d)${code}(?!\\d)`).test(line);
}

/** Whether the SDK's name of a code stands in a line; one of a single word is anybody's. */
function namesIt(line: string, { sdkName }: Code): boolean {
  return sdkName?.includes('_') === true && new RegExp(`(?<!\\w)${sdkName}(?!\\w)`).test(line);
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

function lineBefore(text: string, end: number): string {
  const near = text.slice(Math.max(0, end - LINE_UNITS), end);
  return near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
}

function lineBehind(text: string, start: number): string {
  return /^[^\r\n]*/.exec(text.slice(start, start + LINE_UNITS))?.[0] ?? '';
}
