import { distance } from 'fastest-levenshtein';

/** For `misspeltName`: how many letters of a name may be one wrong. */
const LETTERS_PER_SLIP = 4;

/** The name to ask a person about who has mistyped one: the nearest. @returns undefined where none is near */
export function nearestName(word: string, names: readonly string[]): string | undefined {
  const folded = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.ceil(word.length / 3)) + 1;
  for (const name of names) {
    const far = distance(folded, name.toLowerCase());
    if (far < least) [best, least] = [name, far];
  }
  return best;
}

/**
 * The name that `text` was plainly meant as, near enough to change it: the same letters in another case or with other
 * separators, or a few wrong ones. Undefined for a name that is right, for two equally near ones, and for a word that has
 * nothing to do with any.
 */
export function misspeltName(text: string, names: readonly string[]): string | undefined {
  if (names.includes(text)) return undefined;
  const folded = fold(text);
  const same = names.filter((name) => fold(name) === folded);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const near = names
    .map((name) => ({ name, slips: distance(fold(name), folded) }))
    .filter(({ name, slips }) => slips <= Math.max(1, Math.floor(name.length / LETTERS_PER_SLIP)))
    .sort((a, b) => a.slips - b.slips);
  const [first, second] = near;
  return first && first.slips !== second?.slips ? first.name : undefined;
}

/** Whether two names are the same but for separators and case: `result_code` and `resultCode`. */
export function isSameName(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

function fold(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}
