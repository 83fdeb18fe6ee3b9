import type { MatrixPlace } from './matrix.ts';
import { type Slip, slipsOf, WORDS } from './words.ts';

/** Every slip of every word, one word after the other in turn, so that slips side by side are of different words. */
export function allSlips(): readonly Slip[] {
  const rows = WORDS.map(slipsOf);
  const longest = Math.max(...rows.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat();
}

/** Whether a text is written as NUGU writes its words, whatever letters are wrong. */
function isInOwnStyle(text: string): boolean {
  return /^[A-Z][A-Za-z]*[a-z][A-Za-z]*$/.test(text);
}

/** Whether a place says of itself that nothing is said of a text there. */
export function isLeftSilent({ silence }: MatrixPlace, text: string): boolean {
  return silence?.of === 'all' || (silence !== undefined && !isInOwnStyle(text));
}

/** In each place and language. */
export const FEWEST_WORDS = 3;

/**
 * What `npm test` looks for: in every other form of a place, in other languages than for the place before, each slip once, and
 * three different words or more in each form.
 */
export function sampleOf(places: readonly MatrixPlace[]): ReadonlyMap<MatrixPlace, readonly Slip[]> {
  const slips = allSlips();
  const names = [...new Set(places.map(({ place }) => place))];
  const asked = names.flatMap((name, turn) => {
    const forms = places.filter(({ place }) => place === name);
    return forms.filter((_, at) => forms.length === 1 || at % 2 === turn % 2);
  });
  return new Map(
    asked.map((place, at) => {
      const own = slips.filter((_, index) => index % asked.length === at);
      return [place, filledUp(own, slips, at)];
    }),
  );
}

/** Adds slips of other words, from one of them on, where those there are of too few. */
function filledUp(own: readonly Slip[], slips: readonly Slip[], from: number): Slip[] {
  const filled = [...own];
  const words = new Set(own.map(({ word }) => word));
  for (const slip of [...slips.slice(from), ...slips.slice(0, from)]) {
    if (words.size >= FEWEST_WORDS) break;
    if (words.has(slip.word)) continue;
    words.add(slip.word);
    filled.push(slip);
  }
  return filled;
}
