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

/** How often a slip is looked for. */
const TIMES = 2;

/** What `npm test` looks for: each slip in two places, which is six different words and more in each place and language. */
export function sampleOf(places: readonly MatrixPlace[]): ReadonlyMap<MatrixPlace, readonly Slip[]> {
  const slips = allSlips();
  const sample = new Map<MatrixPlace, Slip[]>();
  // The second time each slip meets another place.
  const shift = Math.floor(places.length / 2) + 1;
  for (let time = 0; time < TIMES; time++) {
    slips.forEach((slip, at) => {
      const place = places[(at + time * shift) % places.length];
      if (place) sample.set(place, [...(sample.get(place) ?? []), slip]);
    });
  }
  return sample;
}
