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
import { type Change, changeBetween, type Moves } from '../../../model/change.ts';
import { countBelow } from '../../../model/countBelow.ts';
import { escapeRegExp } from '../../../model/escapeRegExp.ts';
import { type Body, bodiesOf, type FunctionLayout } from './functionLayout.ts';
import { type Excerpt, type Gap, leaveOut } from './leaveOut.ts';
import { between, type Lines, within } from './lines.ts';
import { finderOf, WordPlaces } from './nameFinder.ts';
import { type CueReader, type Item, isIrrelevant, type Relevance, relevanceAfter, relevanceOf } from './relevance.ts';

/** Makes excerpts of texts in one language. */
export interface Excerpts {
  /**
   * Makes an excerpt of a text.
   *
   * @param cues reads the cues of a text
   * @param names by which a piece without cues may be about codes, besides those that are seen in the text at once
   * @param isWithService what the text has from other files names a vendor's service, so that its requests count
   */
  of(text: string, cues: CueReader, names: readonly string[], isWithService: boolean): Made;
  /**
   * The same excerpt of another version of a text, where that differs in something only that is left out of both.
   *
   * @param change between both @returns undefined where another excerpt may come of it
   */
  after(earlier: Made, text: string, change: Change): Made | undefined;
}

/** An excerpt, and what it was made of. */
export interface Made extends Excerpt {
  readonly relevance: Relevance;
  /** Those that were asked for, and those that were seen in the text at once. */
  readonly names: readonly string[];
  /** What is left out, in text order. */
  readonly gaps: readonly LeftOut[];
}

/** A declaration in the first column that is left out, or the body of a function. */
interface LeftOut extends Gap {
  readonly isBody: boolean;
  /** Where the first line of the declaration begins, or what is written on top of the function. */
  readonly head: number;
}

/** Texts that are remembered: those of the documents that are worked on in turn. */
const REMEMBERED = 3;

/** What is known of a version of a text before anything of it is left out. */
interface Known {
  readonly relevance: Relevance;
  readonly places: WordPlaces;
}

/** Makes the maker for one language. It remembers the last texts, and looks only at what is different in the next one. */
export function createExcerpts(layout: FunctionLayout): Excerpts {
  let remembered: readonly Known[] = [];
  const remember = (known: Known, instead?: Known): void => {
    const others = remembered.filter((one) => one !== known && one !== instead);
    remembered = [known, ...others].slice(0, REMEMBERED);
  };
  return {
    of(text, cues, names, isWithService) {
      // Other codes are other cues, also in a text that is the same.
      const alike = remembered.filter(
        ({ relevance: one }) => one.reader === cues && one.isWithService === isWithService,
      );
      const [last] = alike;
      const known =
        alike.find(({ relevance }) => relevance.text === text) ??
        (last
          ? knownAfter(last, text, changeBetween(last.relevance.text, text), layout)
          : { relevance: relevanceOf(text, cues, isWithService, layout), places: new WordPlaces(text) });
      remember(known);
      return excerptOf(known, names, layout);
    },
    after(earlier, text, change) {
      const gap = earlier.gaps.find(
        ({ start, end }) => start < end && start <= change.start && change.endBefore <= end,
      );
      // What is written on top of a declaration may belong to what comes before it.
      if (!gap || (!gap.isBody && change.start < gap.head)) return undefined;
      const before = remembered.find(({ relevance }) => relevance === earlier.relevance);
      const known = knownAfter(before ?? { relevance: earlier.relevance }, text, change, layout);
      const made = sameExcerpt(earlier, known.relevance, change, gap, layout);
      if (made) remember(known, before);
      return made;
    },
  };
}

/** The same of another version of a text. */
function knownAfter(
  { relevance, places }: Pick<Known, 'relevance'> & Partial<Known>,
  text: string,
  change: Change,
  layout: FunctionLayout,
): Known {
  return { relevance: relevanceAfter(relevance, text, change, layout), places: new WordPlaces(text, places, change) };
}

/** The same excerpt of another version of a text. @param gap in which it differs @returns undefined where another may come of it */
function sameExcerpt(
  earlier: Made,
  relevance: Relevance,
  { start, endBefore, endAfter }: Change,
  gap: LeftOut,
  layout: FunctionLayout,
): Made | undefined {
  const { text, cues } = relevance;
  const moved = endAfter - endBefore;
  const move = <T extends Lines & { readonly head?: number }>(lines: T): T => {
    if (lines.end <= start && lines.end < gap.end) return lines;
    const isIt = lines.start === gap.start;
    const moveStart = (offset: number): number => (isIt && offset <= start ? offset : offset + moved);
    return {
      ...lines,
      start: moveStart(lines.start),
      end: lines.end + moved,
      ...(lines.head !== undefined && { head: moveStart(lines.head) }),
    };
  };
  const before = earlier.relevance;
  if (before.names.join() !== relevance.names.join()) return undefined;
  if (!areSame(before.irrelevant.map(move), relevance.irrelevant)) return undefined;
  if (finderOf(earlier.names)(text.slice(start, endAfter)).length > 0) return undefined;
  if (gap.isBody) {
    const now = move(gap);
    const [body] = bodiesOf(text, layout, { start: gap.head, end: gap.start });
    const isSame = body?.start === now.start && body.end === now.end && body.head.start === gap.head;
    if (!isSame || !isIrrelevant(text, cues, layout, body)) return undefined;
  }
  const gaps = earlier.gaps.map(move);
  const excerpt = leaveOut(text, gaps);
  if (excerpt.text !== earlier.text) return undefined;
  return { ...excerpt, relevance, names: earlier.names, gaps };
}

/** How offsets move from one version of a text to another. @returns undefined where not the same is left of both */
export function movesBetween(from: Made, to: Made): Moves | undefined {
  if (from.text !== to.text || from.gaps.length !== to.gaps.length) return undefined;
  const pairs = from.gaps.map((gap, index) => ({ gap, other: to.gaps[index] ?? gap }));
  let moved = 0;
  const changes: number[] = [];
  for (const { gap, other } of pairs) {
    if (other.start - gap.start !== moved) return undefined;
    if (other.end - gap.end !== moved) changes.push(gap.start);
    moved = other.end - gap.end;
  }
  return {
    offset(offset) {
      const pair = pairs[countBelow(pairs.length, (index) => (pairs[index]?.gap.start ?? offset) < offset) - 1];
      if (!pair) return offset;
      const { gap, other } = pair;
      if (offset >= gap.end) return offset + other.end - gap.end;
      return other.end - other.start === gap.end - gap.start ? offset + other.start - gap.start : Number.NaN;
    },
    changes,
  };
}

function areSame(some: readonly Item[], others: readonly Item[]): boolean {
  const isSame = (a: Item, b: Item | undefined): boolean =>
    a.start === b?.start && a.head === b.head && a.end === b.end && a.name === b.name;
  return some.length === others.length && some.every((one, index) => isSame(one, others[index]));
}

function excerptOf({ relevance, places: known }: Known, asked: readonly string[], layout: FunctionLayout): Made {
  const { text, cues, irrelevant } = relevance;
  const names = [...new Set([...relevance.names, ...asked])];
  const places = known.of(names);
  const isNamed = (lines: Lines): boolean => within(places, lines).length > 0;
  let items = irrelevant.filter((item) => !isNamed(item));
  /** Where bodies begin that are kept since something else names their function. */
  const referred = new Set<number>();
  for (;;) {
    const bodies = between(items, text.length)
      .flatMap((rest) => bodiesOf(text, layout, rest))
      .filter((body) => isIrrelevant(text, cues, layout, body) && !isNamed(body) && !takesError(text, body))
      .filter(({ start }) => !referred.has(start));
    const gaps = [...items.map(itemGap), ...bodies.map((body) => bodyGap(body, layout))].sort(
      (a, b) => a.start - b.start,
    );
    const excerpt = leaveOut(text, gaps);
    const isUsed = usedIn(excerpt.text, items);
    const handlers = bodies.filter((body) => isReferredTo(text, excerpt.text, body));
    if (!items.some(isUsed) && handlers.length === 0) return { ...excerpt, relevance, names, gaps };
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

function itemGap({ start, end, head }: Item): LeftOut {
  return { start, end, head, isBody: false };
}

function bodyGap({ start, end, head }: Body, { filler }: FunctionLayout): LeftOut {
  return { start, end, head: head.start, isBody: true, ...(filler !== undefined && { filler }) };
}

/** Tells of items whether their names stand in a text. */
function usedIn(text: string, items: readonly Item[]): (item: Item) => boolean {
  const names = new Set(items.flatMap(({ name }) => name ?? []));
  if (names.size === 0) return () => false;
  const used = new Set((text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter((word) => names.has(word)));
  return ({ name }) => name !== undefined && used.has(name);
}
