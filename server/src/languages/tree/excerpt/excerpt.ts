/**
 * What of a text is parsed. Parsing is what takes long, and most of a file about codes is about something else: that is
 * left out before. A text in JavaScript, and its excerpt, each with the offsets at which lines begin:
 *
 *       0  const RETRY = ['1222'];             cue         0  const RETRY = ['1222'];
 *      24                                                 24
 *      25  function sum(items) {             ┐
 *      47    return items.reduce(add);       │ left out
 *      75  }                                 ┘
 *      77                                                 25
 *      78  function send(order) {                         26  function send(order) {
 *     101    return RETRY.includes(order);     name       49    return RETRY.includes(order);
 *     133  }                                              81  }
 *     135                                                 83
 *     136  class Orders {                                 84  class Orders {
 *     151    total(items) {                               99    total(items) {
 *     168      return items.length;          ─ left out
 *     193    }                                           116    }
 *     197    has(order) {                                120    has(order) {
 *     212      return order.code === '1205';   cue       135      return order.code === '1205';
 *     246    }                                           169    }
 *     250  }                                             173  }
 *
 * - A **cue** is a place where a code, a text of one or the name of a vendor stands, or may stand: `'1222'`. A number that
 *   means a thousand other things (2000) counts only where the word "code" stands near it; a request, such as
 *   `session.get(url)`, only where the text, or what it has from other files, names a vendor's service.
 * - A declaration in the first column, or the body of a function, is **irrelevant** if no cue stands in it. Where these
 *   begin and end is told by their lines (`functionLayout.ts`); what has a bracket, text or comment in it that ends
 *   elsewhere is not what it seems, and kept.
 * - So is a function kept that is given an error, going by the lines in front of its body, or by what it calls a parameter
 *   where it is named elsewhere: `catch(this.nothing)`.
 * - What is irrelevant is kept all the same if a **name** stands in it by which it may be about codes: `RETRY`. The likely
 *   names are seen in the text at once (`relevance.ts`). The others are those of `extract/reachableNames.ts`, known when
 *   the excerpt has been parsed: then one is made that minds them as well, until no name is new (`reader.ts`).
 *   So is a class or an enumeration whose own name stands in what is left.
 * - Whole lines are left out. Where there must be a body, a **filler** stands for it: `pass` in Python.
 * - Offsets map back. What *begins* at 25 of the excerpt begins at 77 of the text, behind the gap (`startOf`); what *ends*
 *   at 25 ends at 25, before it (`endOf`). A filler has no length in the text: all of it is where its gap begins.
 */
import { mayGetError, speaksOfError } from '../../../knowledge/errors.ts';
import { escapeRegExp } from '../../../model/escapeRegExp.ts';
import { type Body, bodiesOf, type FunctionLayout, type Item } from './functionLayout.ts';
import { type Excerpt, type Gap, leaveOut } from './leaveOut.ts';
import { between, type Lines, within } from './lines.ts';
import { finderOf } from './nameFinder.ts';
import { type CueReader, createRelevanceReader, isIrrelevant, type Relevance } from './relevance.ts';

/**
 * Makes an excerpt of a text.
 *
 * @param cues reads the cues of a text
 * @param names by which a piece without cues may be about codes, besides those that are seen in the text at once
 * @param isWithService what the text has from other files names a vendor's service, so that its requests count
 */
export type ExcerptOf = (text: string, cues: CueReader, names: readonly string[], isWithService: boolean) => Excerpt;

/** Makes the function for one language. It remembers the last text, and looks only at what is different in the next one. */
export function createExcerptOf(layout: FunctionLayout): ExcerptOf {
  const relevanceOf = createRelevanceReader(layout);
  return (text, cues, names, isWithService) => excerptOf(text, relevanceOf(text, cues, isWithService), names, layout);
}

function excerptOf(
  text: string,
  { cues, irrelevant, names: likely }: Relevance,
  names: readonly string[],
  layout: FunctionLayout,
): Excerpt {
  const places = finderOf([...new Set([...likely, ...names])])(text);
  const isNamed = (lines: Lines): boolean => within(places, lines).length > 0;
  let items = irrelevant.filter((item) => !isNamed(item));
  /** Where bodies begin that are kept since something else names their function. */
  const referred = new Set<number>();
  for (;;) {
    const bodies = between(items, text.length)
      .flatMap((rest) => bodiesOf(text, layout, rest))
      .filter((body) => isIrrelevant(text, cues, layout, body) && !isNamed(body) && !takesError(text, body))
      .filter(({ start }) => !referred.has(start));
    const gaps = [...items, ...bodies.map((body) => gapOf(body, layout))];
    const excerpt = leaveOut(
      text,
      gaps.sort((a, b) => a.start - b.start),
    );
    const isUsed = usedIn(excerpt.text, items);
    const handlers = bodies.filter((body) => isReferredTo(text, excerpt.text, body));
    if (!items.some(isUsed) && handlers.length === 0) return excerpt;
    items = items.filter((item) => !isUsed(item));
    for (const { start } of handlers) referred.add(start);
  }
}

/** Whether a function may deal with an error that it is given, which tells only in front of its body. */
function takesError(text: string, { head }: Body): boolean {
  return speaksOfError(text.slice(head.start, head.end));
}

/** Whether a function may be given an error, and what is left names it without calling it: `catch(this.nothing)`. */
function isReferredTo(text: string, left: string, { head }: Body): boolean {
  const lines = text.slice(head.start, head.end);
  if (!mayGetError(lines)) return false;
  const name =
    /(?<![\p{L}\p{N}_$])([\p{L}_$][\p{L}\p{N}_$]{0,80})[?!]?\s{0,9}(?:<[^<>()]{0,200}>)?\s{0,9}(?:\(|$)/mu.exec(
      lines,
    )?.[1];
  return (
    name !== undefined && new RegExp(`[.:&"'(,]\\s*${escapeRegExp(name)}(?![\\p{L}\\p{N}_$]|\\s*\\()`, 'u').test(left)
  );
}

function gapOf({ start, end }: Lines, { filler }: FunctionLayout): Gap {
  return { start, end, ...(filler !== undefined && { filler }) };
}

/** Tells of items whether their names stand in a text. */
function usedIn(text: string, items: readonly Item[]): (item: Item) => boolean {
  const names = new Set(items.flatMap(({ name }) => name ?? []));
  if (names.size === 0) return () => false;
  const used = new Set((text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter((word) => names.has(word)));
  return ({ name }) => name !== undefined && used.has(name);
}
