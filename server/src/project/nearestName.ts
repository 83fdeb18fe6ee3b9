import { distance } from 'fastest-levenshtein';

/** The name that a mistyped one was most likely meant as. @returns undefined where none is near */
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
