import { countBelow } from '../../../model/countBelow.ts';

/** Lines of a text. UTF-16 offsets; both at beginnings of lines. */
export interface Lines {
  readonly start: number;
  readonly end: number;
}

/** What lies between lines of a text. @param lines in text order @param length of the text, in UTF-16 units */
export function between(lines: readonly Lines[], length: number): readonly Lines[] {
  const ends = [0, ...lines.map(({ end }) => end)];
  const starts = [...lines.map(({ start }) => start), length];
  return ends.flatMap((start, index) => {
    const end = starts[index] ?? length;
    return start < end ? { start, end } : [];
  });
}

/** The places that lie within lines. @param places in text order */
export function within<T extends { readonly at: number }>(places: readonly T[], { start, end }: Lines): readonly T[] {
  const first = countBelow(places.length, (index) => (places[index]?.at ?? end) < start);
  let last = first;
  while ((places[last]?.at ?? end) < end) last++;
  return places.slice(first, last);
}
