import type { Change } from '../../../model/change.ts';
import { countBelow } from '../../../model/countBelow.ts';

/** Names beyond which looking for one after the other takes longer than looking each word up. */
const MANY_NAMES = 50;

/** Finds where in a text one of these names stands as a word, in text order. */
export function finderOf(names: readonly string[]): (text: string) => readonly Place[] {
  const words = wordsAmong(names);
  if (words.length > MANY_NAMES) return lookUp(new Set(words.map((word) => word.replaceAll('$', ''))));
  // An expression of all the names would have to be compiled for each text, which takes longer than all the rest.
  return (text) => words.flatMap((word) => placesOf(text, word)).sort((a, b) => a.at - b.at);
}

interface Place {
  readonly at: number;
}

/** Where words stand in one version of a text: each is looked for once, and in a later version only in the lines that differ. */
export class WordPlaces {
  private readonly found = new Map<string, readonly Place[]>();
  private readonly earlier:
    | { readonly found: ReadonlyMap<string, readonly Place[]>; readonly change: Change }
    | undefined;
  private readonly text: string;

  /** @param change between an earlier version, of which something is known, and this one */
  constructor(text: string, earlier?: WordPlaces, change?: Change) {
    this.text = text;
    // What that one knew of a version before it is not kept: words that nobody asks for any more are forgotten.
    this.earlier = earlier && change && { found: earlier.found, change };
  }

  /** The places of these names, in text order. */
  of(names: readonly string[]): readonly Place[] {
    const words = wordsAmong(names);
    if (words.length > MANY_NAMES) return finderOf(names)(this.text);
    return words.flatMap((word) => this.placesOf(word)).sort((a, b) => a.at - b.at);
  }

  private placesOf(word: string): readonly Place[] {
    const places = this.found.get(word) ?? this.carriedOver(word) ?? placesOf(this.text, word);
    this.found.set(word, places);
    return places;
  }

  private carriedOver(word: string): readonly Place[] | undefined {
    const before = this.earlier?.found.get(word);
    if (!this.earlier || !before) return undefined;
    const { start, endBefore, endAfter } = this.earlier.change;
    // A change is whole lines, and no word goes on over the end of one.
    const first = countBelow(before.length, (index) => (before[index]?.at ?? start) < start);
    const behind = before.slice(countBelow(before.length, (index) => (before[index]?.at ?? endBefore) < endBefore));
    const moved = endAfter - endBefore;
    return [
      ...before.slice(0, first),
      ...placesOf(this.text.slice(start, endAfter), word).map(({ at }) => ({ at: at + start })),
      ...(moved === 0 ? behind : behind.map(({ at }) => ({ at: at + moved }))),
    ];
  }
}

function wordsAmong(names: readonly string[]): readonly string[] {
  return names.filter((name) => /^[\p{L}\p{N}_$]+$/u.test(name));
}

function placesOf(text: string, word: string): readonly Place[] {
  const places: Place[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    // Two units: some letters and digits are that long.
    const before = text.slice(Math.max(0, at - 2), at);
    const behind = text.slice(at + word.length, at + word.length + 2);
    if (!/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(behind)) places.push({ at });
  }
  return places;
}

/** The sign that begins names in some languages is no part of the words: a name too many does no harm. */
function lookUp(words: ReadonlySet<string>): ReturnType<typeof finderOf> {
  return (text) =>
    [...text.matchAll(/[\p{L}\p{N}_]+/gu)].flatMap(({ 0: word, index }) => (words.has(word) ? [{ at: index }] : []));
}
