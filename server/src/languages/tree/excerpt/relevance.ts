import type { Cue, Vocabulary } from '../../vocabulary.ts';
import { changeBetween } from './change.ts';
import { bodiesOf, type FunctionLayout, type Item, isWhole, itemsOf, type Lines } from './functionLayout.ts';
import { type Condensed, type Gap, leaveOut } from './leaveOut.ts';
import { finderOf } from './nameFinder.ts';

/** What of a text could be left out, since nothing in it is about codes as far as the text itself tells. */
export interface Quiet {
  /** @param names by which the rest may be about codes as well @returns the text without what stays quiet */
  without(names: readonly string[]): Condensed;
}

/** Looks for whatever is quiet in texts. */
export type QuietFinder = (text: string, vocabulary: Vocabulary) => Quiet;

/** What was found out about a text. */
interface Findings {
  readonly text: string;
  readonly cues: readonly Cue[];
  /** Items by where they begin, and whether they are quiet. */
  readonly verdicts: ReadonlyMap<number, { readonly end: number; readonly isQuiet: boolean }>;
}

/** @returns a finder that looks again only at the lines in which a text differs from the last one */
export function createQuietFinder(layout: FunctionLayout): QuietFinder {
  let last: Findings = { text: '', cues: [], verdicts: new Map() };
  return (text, vocabulary) => {
    const { start, endBefore, endAfter } = changeBetween(last.text, text);
    const moved = endAfter - endBefore;
    const cues = [
      ...last.cues.filter(({ at }) => at < start),
      ...vocabulary.cues(text.slice(start, endAfter)).map((cue) => ({ ...cue, at: cue.at + start })),
      ...last.cues.filter(({ at }) => at >= endBefore).map((cue) => ({ ...cue, at: cue.at + moved })),
    ];
    const isKnownQuiet = (item: Item): boolean | undefined => {
      const by = item.end <= start ? 0 : item.start >= endAfter ? moved : undefined;
      const verdict = by === undefined ? undefined : last.verdicts.get(item.start - by);
      // What follows an item decides on where it ends.
      return verdict && by !== undefined && verdict.end === item.end - by ? verdict.isQuiet : undefined;
    };
    const isQuietNow = quietIn(text, cues, layout);
    const verdicts = new Map<number, { end: number; isQuiet: boolean }>();
    const items = itemsOf(text, layout).filter((item) => {
      const isQuiet = isKnownQuiet(item) ?? isQuietNow(item);
      verdicts.set(item.start, { end: item.end, isQuiet });
      return isQuiet;
    });
    last = { text, cues, verdicts };
    return quietParts(text, layout, cues, items);
  };
}

/** Tells of lines whether they are quiet and can be left out. */
function quietIn(text: string, cues: readonly Cue[], layout: FunctionLayout): (lines: Lines) => boolean {
  return ({ start, end }) => {
    const found = within(cues, start, end);
    if (found.some(({ isCommon }) => !isCommon)) return false;
    const piece = text.slice(start, end);
    return !(found.length > 0 && /code/i.test(piece)) && isWhole(piece, layout);
  };
}

function quietParts(text: string, layout: FunctionLayout, cues: readonly Cue[], items: readonly Item[]): Quiet {
  const isQuiet = quietIn(text, cues, layout);
  // Names that are seen at once spare the text from being parsed again for their sake.
  const likely = namesBefore(text, cues, items);
  const { filler } = layout;
  const gapOf = ({ start, end }: Lines): Gap => ({ start, end, ...(filler !== undefined && { filler }) });

  return {
    without(names) {
      const places = finderOf([...new Set([...likely, ...names])])(text);
      const staysQuiet = ({ start, end }: Lines): boolean => within(places, start, end).length === 0;
      let gone = items.filter(staysQuiet);
      for (;;) {
        const bodies = between(gone, text.length).flatMap((rest) => bodiesOf(text, layout, rest));
        const gaps = [...gone, ...bodies.filter((body) => isQuiet(body) && staysQuiet(body)).map(gapOf)];
        const condensed = leaveOut(
          text,
          gaps.sort((a, b) => a.start - b.start),
        );
        const isUsed = usedIn(condensed.text, gone);
        if (!gone.some(isUsed)) return condensed;
        gone = gone.filter((item) => !isUsed(item));
      }
    },
  };
}

/** What lies between items. @param items in text order */
function between(items: readonly Item[], length: number): readonly Lines[] {
  const ends = [0, ...items.map(({ end }) => end)];
  const starts = [...items.map(({ start }) => start), length];
  return ends.flatMap((start, index) => {
    const end = starts[index] ?? length;
    return start < end ? { start, end } : [];
  });
}

/** Names in the first column that are given something with a cue, there or in the lines below. */
function namesBefore(text: string, cues: readonly Cue[], items: readonly Item[]): readonly string[] {
  const names = new Set<string>();
  for (const rest of between(items, text.length)) {
    let head = rest.start;
    /** The line to be looked at next: each is looked at once, however many cues stand in it or below it. */
    let line = rest.start;
    let seen = -1;
    for (const { at } of within(cues, rest.start, rest.end)) {
      for (let end = 0; line <= at; line = end < 0 ? rest.end : end + 1) {
        if (!/\s/.test(text[line] ?? '')) head = line;
        end = text.indexOf('\n', line);
      }
      if (head === seen) continue;
      seen = head;
      const [first = ''] = text.slice(head, head + LONGEST_LINE).split('\n', 1);
      const given = GIVEN.exec(first);
      if (given?.[1] !== undefined) names.add(given[1]);
    }
  }
  return [...names];
}

/** UTF-16 units of a line in which a name is looked for. */
const LONGEST_LINE = 300;

/** A name that is given something; not a function, since what stands in it is its own. */
const GIVEN = /^[^=(]*?([\p{L}_$][\p{L}\p{N}_$]*)\s*(?::[^=]*)?=(?![=>])(?!.*(?:\)|=>)\s*(?::[^{}]*)?\{\s*$)/u;

/** Tells of items whether their names stand in a text. */
function usedIn(text: string, items: readonly Item[]): (item: Item) => boolean {
  const names = new Set(items.flatMap(({ name }) => name ?? []));
  if (names.size === 0) return () => false;
  const used = new Set((text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter((word) => names.has(word)));
  return ({ name }) => name !== undefined && used.has(name);
}

/** What stands between two offsets. @param places in text order */
function within<T extends { readonly at: number }>(places: readonly T[], start: number, end: number): readonly T[] {
  let low = 0;
  for (let high = places.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.at ?? end) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((places[last]?.at ?? end) < end) last++;
  return places.slice(low, last);
}
