import type { Code } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import { isThinqName, SDK_CLASS } from '../knowledge/vendors.ts';
import type { Mention, Span } from '../model/model.ts';
import type { TextKind } from './explain/bareMessages.ts';
import type { FoundTopic } from './explain/inText.ts';
import { topicsSpokenOf } from './explain/spoken.ts';
import type { Topic } from './explain/topic.ts';

/** What a place names: one code, several that share a text, or what is taken for one. */
export interface TopicsThere {
  readonly topics: readonly Topic[];
  readonly span: Span;
}

/**
 * Finds what an offset names. Generous, since somebody asked; but a number that is plainly something else, and a
 * string that merely contains digits, are left alone.
 *
 * @param offset UTF-16 offset into `text`
 */
export function topicsAt(analysis: Analysis, text: string, offset: number): TopicsThere | undefined {
  const { model } = analysis;
  const holds = (span: Span): boolean => span.start <= offset && offset <= span.end;

  const comment = model.comments.find(({ span }) => span.start < offset && offset <= span.end);
  if (comment) return inProse(analysis, text, comment.span, offset);

  const index = model.mentions.findIndex((mention) => holds(mention.outer) && mention.place.role !== 'prose');
  const mention = model.mentions[index];
  if (mention) {
    const code = analysis.judgements[index]?.explained;
    if (code) return { topics: codeTopics([code]), span: holds(mention.span) ? mention.span : mention.outer };
    if (mention.value === 'integer') return undefined;
    // A message may be compared with, or be decided on.
    const message = mention.kind !== 'reference' && inProse(analysis, text, mention.span, offset, { strict: true });
    if (message) return message;
  }
  const prose = model.mentions.find((one) => one.place.role === 'prose' && holds(one.span));
  if (prose) {
    return inProse(analysis, text, prose.span, offset, proseOf(prose));
  }
  return atName(analysis, text, offset);
}

/** How a text for people is to be taken: documentation stands in strings of three quotes; a line of a log or a page has none. */
export function proseOf({ span, outer, text, place }: Mention): Prose {
  const quotes = span.start - outer.start;
  return { strict: (quotes === 1 || quotes === 2) && !text.includes('\n'), kind: place.lineOf };
}

/** What a text for people is. */
export interface Prose {
  /** A string of the program: a number in it is a code only where it says so. */
  readonly strict?: boolean;
  readonly kind?: TextKind | undefined;
}

function inProse(
  analysis: Analysis,
  text: string,
  span: Span,
  offset: number,
  prose: Prose = {},
): TopicsThere | undefined {
  const found = topicsInPiece(analysis, text, span, prose, (one) => one.start <= offset && offset <= one.end);
  const first = found[0];
  if (!first) return undefined;
  const topics = found.filter(({ start }) => start === first.start).map(({ topic }) => topic);
  return { topics, span: { start: first.start, end: first.end } };
}

/** What a piece of a text for people names. @param isWanted passes over the rest before it is looked at more closely */
export function topicsInPiece(
  analysis: Analysis,
  text: string,
  span: Span,
  { strict = false, kind = 'program' }: Prose,
  isWanted: (span: Span) => boolean = () => true,
): readonly FoundTopic[] {
  return topicsSpokenOf(text, span, analysis, kind).filter(
    (one) =>
      isWanted(one) &&
      (!needsThinq(one.topic) || speaksOfThinq(analysis, lineAround(text, one.start))) &&
      (!strict || isSaidToBeCode(text, one.start, one.end)),
  );
}

/** Whether other programs say the like, so that it means nothing by itself: `UNKNOWN_ERROR (1045)`, `Not support webp`. */
function needsThinq({ kind }: Topic): boolean {
  return kind === 'lookalike' || kind === 'unlisted';
}

/** Whether a line, or the text that it stands in, speaks of ThinQ, be it of LG's older API. */
function speaksOfThinq({ file, signals }: Analysis, line: string): boolean {
  return file.thinq !== undefined || signals.legacy.thinq || isThinqName(line);
}

function lineAround(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

function codeTopics(codes: readonly Code[]): readonly Topic[] {
  return codes.map((code) => ({ kind: 'code', code }));
}

/** Whether what stands in a longer string is more than a number: a word, a message, `(2305)`, `code: 2305`. */
function isSaidToBeCode(text: string, start: number, end: number): boolean {
  if (!/^\d+$/.test(text.slice(start, end))) return true;
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    (text[start - 1] === '(' && text[end] === ')') ||
    /(?:code|error|에러|오류|코드|ThinQ)[\s"':=#(\\-]{0,4}$/i.test(before)
  );
}

/** A dotted name around an offset: a constant of the file, a symbol of the SDK, or a word of NUGU's. */
function atName(analysis: Analysis, text: string, offset: number): TopicsThere | undefined {
  const found = nameAt(text, offset);
  if (!found) return undefined;
  const { name, span } = found;
  const constant = constantAt(analysis, name, span);
  if (constant) return { topics: codeTopics([constant]), span };
  const code = codeOfName(analysis, text, span);
  return code && { topics: codeTopics([code]), span };
}

/** The code that a name by itself stands for: a symbol of the SDK, or a word of NUGU's in a file about it. */
export function codeOfName({ catalog, file }: Analysis, text: string, { start, end }: Span): Code | undefined {
  const name = text.slice(start, end);
  const symbol = catalog.bySdkName(name);
  const owner = symbol && ownerOf(text, start);
  const isSymbol = owner === undefined ? file.thinq === 'certain' : owner === SDK_CLASS || isThinqName(owner);
  if (symbol && isSymbol) return symbol;
  const word = catalog.find('nugu', name);
  return word?.level === 'device-level' && file.nugu ? word : undefined;
}

/** UTF-16 units before a name in which its owner is looked for. */
const LONGEST_OWNER_UNITS = 120;

/** What a name is a member of: `Codes` before `BUSY` in `Codes.BUSY`. */
function ownerOf(text: string, start: number): string | undefined {
  const before = text.slice(Math.max(0, start - LONGEST_OWNER_UNITS), start);
  return /([\p{L}_$][\p{L}\p{N}_$]*)\s*(?:\?\.|::|->|\.)\s*$/u.exec(before)?.[1];
}

/** The name around an offset. */
function nameAt(text: string, offset: number) {
  const isPart = (unit: string | undefined): boolean => unit !== undefined && /[\p{L}\p{N}_$]/u.test(unit);
  let start = offset;
  let end = offset;
  while (isPart(text[start - 1])) start--;
  while (isPart(text[end])) end++;
  const name = text.slice(start, end);
  if (name.length < 2 || /^\d/.test(name)) return undefined;
  return { name, span: { start, end } };
}

/** What the judge takes a constant's name for; where it is declared twice, both must say the same. */
function constantAt({ model, judgements }: Analysis, name: string, { start, end }: Span): Code | undefined {
  const reference = model.mentions.findIndex(
    (mention) =>
      mention.kind === 'reference' &&
      mention.span.start <= start &&
      end <= mention.span.end &&
      mention.name?.endsWith(name),
  );
  const isNamed = ({ kind, name: own }: Mention, index: number): boolean =>
    reference < 0 ? kind === 'declaration' && own === name : index === reference;
  const found = new Set(
    model.mentions.flatMap((mention, index) => (isNamed(mention, index) ? [judgements[index]?.constant] : [])),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
