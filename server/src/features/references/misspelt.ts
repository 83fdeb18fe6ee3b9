import type { Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { ResolvedMention } from '../../evidence/place.ts';
import { isCommonplaceNumber } from '../../knowledge/numbers.ts';
import type { Span } from '../../model/model.ts';

/** A text that stands in a place for a vendor's codes and is none. */
export interface Misspelt {
  readonly vendor: Vendor;
  readonly text: string;
}

/** What is misspelt at an offset, and where it stands, without its quotes. */
export function misspeltAt(analysis: Analysis, text: string, offset: number): (Misspelt & Span) | undefined {
  const found = analysis.mentions.find(
    (one) => one !== undefined && one.mention.outer.start <= offset && offset <= one.mention.outer.end,
  );
  if (!found || !isMisspelt(found, analysis) || !isWritten(found, text)) return undefined;
  return { vendor: found.vendor, text: found.mention.text, ...found.mention.span };
}

/**
 * Every place that can take another code's text without anything else changing: a string or data in a place for codes, and
 * a word of a comment that nobody writes by chance.
 */
export function misspeltIn(analysis: Analysis, text: string, { vendor, text: wrong }: Misspelt): readonly Span[] {
  const inPlaces = analysis.mentions.flatMap((one) =>
    one?.vendor === vendor && one.mention.text === wrong && isMisspelt(one, analysis) && isWritten(one, text)
      ? [one.mention.span]
      : [],
  );
  if (inPlaces.length === 0 || !HUMPS.test(wrong)) return inPlaces;
  const inComments = analysis.model.comments.flatMap(({ span }) => wordsIn(text, span, wrong));
  return [...inPlaces, ...inComments].toSorted((a, b) => a.start - b.start);
}

/** Whether something is surely meant for a code, and is none. */
export function isMisspelt(found: ResolvedMention, { catalog }: Analysis): boolean {
  const { mention, vendor, confidence, proven, code } = found;
  if (code || confidence === 'weak') return false;
  if (mention.value === 'integer' && isCommonplaceNumber(mention.text)) return false;
  return proven || (vendor === 'nugu' && catalog.isNearMiss(mention.text));
}

/** Two words in one, as ordinary language never has them. */
const HUMPS = /[a-z][A-Z]/;

/** Whether it stands there to the letter: no name that stands for it, and nothing written with escapes. */
function isWritten({ mention }: ResolvedMention, text: string): boolean {
  return mention.kind !== 'reference' && text.slice(mention.span.start, mention.span.end) === mention.text;
}

function wordsIn(text: string, span: Span, word: string): readonly Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf(word, span.start); at >= 0 && at < span.end; at = text.indexOf(word, at + 1)) {
    const end = at + word.length;
    const isWhole = ![text[at - 1], text[end]].some((unit) => unit !== undefined && /[\p{L}\p{N}_]/u.test(unit));
    if (isWhole && end <= span.end) found.push({ start: at, end });
  }
  return found;
}
