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
  // Names that are seen at once spare the text from being parsed again for their sake.
  const likely = namesBefore(text, traces, items);
  const { filler } = layout;
  const gapOf = ({ start, end }: Lines): Gap => ({ start, end, ...(filler !== undefined && { filler }) });

  return {
    without(names) {
      const isMeant = mentioning([...new Set([...likely, ...names])]);
      const staysQuiet = ({ start, end }: Lines): boolean => !isMeant(text.slice(start, end));
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

/** Names in the first column that are given something with a trace, there or in the lines below. */
function namesBefore(text: string, traces: readonly Trace[], items: readonly Item[]): readonly string[] {
  const names = new Set<string>();
  for (const rest of between(items, text.length)) {
    for (const { at } of tracesIn(traces, rest.start, rest.end)) {
      let line = text.lastIndexOf('\n', at) + 1;
      while (line > rest.start && /\s/.test(text[line] ?? '')) line = text.lastIndexOf('\n', line - 2) + 1;
      const given = GIVEN.exec(text.slice(line, text.indexOf('\n', line)));
      if (given?.[1] !== undefined) names.add(given[1]);
    }
  }
  return [...names];
}

/** A name that is given something; not a function, since what stands in it is its own. */
const GIVEN = /^[^=(]*?([\p{L}_$][\p{L}\p{N}_$]*)\s*(?::[^=]*)?=(?![=>])(?!.*(?:\)|=>)\s*(?::[^{}]*)?\{\s*$)/u;

/** Tells of items whether their names stand in a text. */
function usedIn(text: string, items: readonly Item[]): (item: Item) => boolean {
  const names = new Set(items.flatMap(({ name }) => name ?? []));
  if (names.size === 0) return () => false;
  const used = new Set((text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).filter((word) => names.has(word)));
  return ({ name }) => name !== undefined && used.has(name);
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
