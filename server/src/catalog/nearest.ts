import { nearestNumbers } from './nearestNumbers.ts';
import { nearestWords } from './nearestWords.ts';
import type { Code, Vendor } from './types.ts';

/** Suggests codes for a mistyped one. */
export interface NearestIndex {
  /** See `Catalog.nearest`. */
  nearest(vendor: Vendor, text: string, max: number): readonly Code[];
  /** See `Catalog.isNearMiss`. */
  isNearMiss(text: string): boolean;
}

/** Suggests documented codes and the team's own: one merely seen in the field is nothing to steer a program towards. */
export function createNearestIndex(codes: readonly Code[]): NearestIndex {
  const offered = codes.filter((code) => code.layer !== 'field');
  const numbers = offered.filter((code) => code.vendor === 'thinq');
  const words = offered.filter((code) => code.level === 'device-level' || code.level === 'success');
  const byFolded = new Map(
    words.filter((code) => code.level === 'device-level').map(({ code }) => [code.toLowerCase(), code] as const),
  );
  return {
    nearest(vendor, text, max) {
      const candidates = vendor === 'thinq' ? numbers : words;
      if (candidates.some((code) => code.code === text)) return [];
      return (vendor === 'thinq' ? nearestNumbers : nearestWords)(candidates, text).slice(0, max);
    },
    isNearMiss(text) {
      const own = byFolded.get(text.toLowerCase());
      return own !== undefined && own !== text;
    },
  };
}
