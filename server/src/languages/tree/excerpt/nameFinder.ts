/** Names beyond which looking for one after the other takes longer than looking each word up. */
const MANY_NAMES = 50;

/** Finds where in a text one of these names stands as a word, in text order. */
export function finderOf(names: readonly string[]): (text: string) => readonly Place[] {
  const words = names.filter((name) => /^[\p{L}\p{N}_$]+$/u.test(name));
  if (words.length > MANY_NAMES) return lookUp(new Set(words.map((word) => word.replaceAll('$', ''))));
  // An expression of all the names would have to be compiled for each text, which takes longer than all the rest.
  return (text) => words.flatMap((word) => placesOf(text, word)).sort((a, b) => a.at - b.at);
}

interface Place {
  readonly at: number;
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
