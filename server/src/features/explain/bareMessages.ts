import { isWritten } from '../../catalog/text.ts';
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
import { isCommonplace } from '../../knowledge/numbers.ts';
import { speaksOfOtherProduct, speaksOfOtherService } from '../../knowledge/products.ts';
import { isThinqName, speaksOfThinq, speaksOfVendor } from '../../knowledge/vendors.ts';
import type { Span } from '../../model/model.ts';
import { fileAround, holdsNumber, lineBefore, lineBehind, namesIt } from './line.ts';

/** What a text for people stands in; a comment and a string are of a program, or of data. */
export type TextKind = 'document' | 'log' | 'program';

/** What is known of the file around: of a line that somebody asks about by itself, nothing. */
export type SpokenContext = Pick<EvidenceContext, 'catalog' | 'file'> & Partial<Pick<EvidenceContext, 'signals'>>;

/** Where a message without its code stands. */
export interface MessagePlace extends Span {
  readonly text: string;
  /** The line, comment or string around it. */
  readonly piece: Span;
  readonly context: SpokenContext;
  readonly kind: TextKind;
}

/** A message without its code, and what stands around it. */
interface Message {
  readonly text: string;
  readonly kind: TextKind;
  /** It is written to the letter as a source has it. */
  readonly isExact: boolean;
  /** It is all that its line, comment or string holds. */
  readonly isWhole: boolean;
  /** What of its line, and of the piece, stands before it and behind it. */
  readonly before: string;
  readonly behind: string;
  /** The file. */
  readonly around: string;
}

/** Words that other services do not put together by chance. */
const DISTINCT_WORDS = 4;

/**
 * Which of the codes that share a message are meant where it stands without its code: `[4711] Command not supported in POWER
 * OFF`. Where a code stands beside it, that one; else all. What many others send as well (`Invalid token`) must be about
 * ThinQ, or be all that a line of a log or a cell of a document says.
 */
export function codesMeant(twins: readonly Code[], place: MessagePlace): readonly Code[] {
  const { text, piece, start, end, context, kind } = place;
  const beside = codesBeside(twins, text, place);
  if (beside.length > 0) return beside;
  const message: Message = {
    text: text.slice(start, end),
    kind,
    isExact: isWritten({ codes: twins, start, end }, text),
    isWhole: text.slice(piece.start, piece.end).trim() === text.slice(start, end),
    before: lineBefore(text.slice(piece.start, start), start - piece.start),
    behind: lineBehind(text.slice(end, piece.end), 0),
    around: fileAround(text, place),
  };
  const own = twins.filter(({ vendor }) => vendor === 'thinq');
  if (isAboutThinq(message, context)) return isPlain(message) ? own : [];
  // NUGU's are the words of HTTP statuses, and everybody's.
  const nugus = twins.filter(({ vendor }) => vendor === 'nugu');
  const isAboutNugu = context.file.nugu !== undefined || speaksOfVendor(message.around);
  if (isAboutNugu && nugus.length > 0) return nugus;
  const isAlone = message.isWhole && kind !== 'program';
  return [...(isNobodysElse(message) ? own : []), ...(isAlone ? nugus : [])];
}

function isAboutThinq({ before, behind, around }: Message, { file, signals }: SpokenContext): boolean {
  if (file.thinq !== undefined || isThinqName(`${before}${behind}`)) return true;
  return speaksOfThinq(around) && !signals?.legacy.thinq;
}

/** Whether it can be told from words of a sentence where ThinQ is spoken of. */
function isPlain({ text, isExact, isWhole, before, behind }: Message): boolean {
  if ((isExact && text.includes(' ')) || !isEverybodys(text)) return true;
  return isWhole || (isSetApart(before) && isAllThatIsSaid(behind));
}

/** Whether it is ThinQ's where nothing says so but itself. */
function isNobodysElse({ text, kind, isExact, isWhole, before, behind, around }: Message): boolean {
  if (isWhole && kind !== 'program') return !speaksOfOtherService(around);
  if (!isExact) return false;
  if (!isEverybodys(text)) {
    if (kind === 'log' || text.split(' ').length >= DISTINCT_WORDS) return true;
    return !speaksOfOtherProduct(around) && endsThere(behind) && (kind !== 'program' || isSetApart(before));
  }
  if (speaksOfOtherService(around)) return false;
  if (kind === 'document') return hasOwnPlace(before, behind);
  return isAllThatIsSaid(behind) && (kind === 'log' ? isHandedOn(before) : isHomeAssistants(before));
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
