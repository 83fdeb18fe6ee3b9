import type { Trace, Vocabulary } from '../../model/model.ts';
import { type Condensed, type Gap, leaveOut } from './condense.ts';
import { bodiesOf, type FunctionLayout, type Item, isWhole, itemsOf, type Lines } from './layout.ts';
import { mentioning } from './names.ts';

/** What of a text could be left out, since nothing in it is about codes as far as the text itself tells. */
export interface Quiet {
  /** @param names by which the rest may be about codes as well @returns the text without what stays quiet */
  without(names: readonly string[]): Condensed;
}

/** Looks for whatever is quiet in a text. */
export function quietPartsOf(text: string, layout: FunctionLayout, vocabulary: Vocabulary): Quiet {
  const traces = vocabulary.traces(text);
  const isQuiet = ({ start, end }: Lines): boolean => {
    const within = tracesIn(traces, start, end);
    if (within.some(({ isCommon }) => !isCommon)) return false;
    const piece = text.slice(start, end);
    return !(within.length > 0 && /code/i.test(piece)) && isWhole(piece, layout);
  };
  const items = itemsOf(text, layout).filter(isQuiet);
  const bodies = outside(items, bodiesOf(text, layout)).filter(isQuiet);
  const { filler } = layout;
  const gapOf = ({ start, end }: Lines): Gap => ({ start, end, ...(filler !== undefined && { filler }) });

  return {
    without(names) {
      const isMeant = mentioning(names);
      const staysQuiet = ({ start, end }: Lines): boolean => !isMeant(text.slice(start, end));
      let gone = items.filter(staysQuiet);
      for (;;) {
        const gaps = [...gone, ...outside(gone, bodies).filter(staysQuiet).map(gapOf)];
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

/** Tells of items whether their names stand in a text. */
function usedIn(text: string, items: readonly Item[]): (item: Item) => boolean {
  const names = new Set(items.flatMap(({ name }) => name ?? []));
  if (names.size === 0) return () => false;
  const used = new Set((text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter((word) => names.has(word)));
  return ({ name }) => name !== undefined && used.has(name);
}

/** @param lines in text order, as the items are @returns those that are in no item */
function outside(items: readonly Item[], lines: readonly Lines[]): readonly Lines[] {
  let next = 0;
  return lines.filter(({ start }) => {
    while ((items[next]?.end ?? start + 1) <= start) next++;
    const item = items[next];
    return !item || start < item.start;
  });
}

/** The traces between two offsets. @param traces in text order */
function tracesIn(traces: readonly Trace[], start: number, end: number): readonly Trace[] {
  let low = 0;
  for (let high = traces.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((traces[middle]?.at ?? end) < start) low = middle + 1;
    else high = middle;
  }
  let last = low;
  while ((traces[last]?.at ?? end) < end) last++;
  return traces.slice(low, last);
}
