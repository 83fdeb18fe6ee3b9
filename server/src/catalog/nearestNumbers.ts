import { distance } from 'fastest-levenshtein';
import type { Code } from './types.ts';

const MOST_NEAREST = 3;

/**
 * The four-digit codes that one slip turns into `text`: a wrong, missing or doubled digit, or two digits swapped.
 * Those of the same range come first, then the nearer number; at most three, since a number says little.
 */
export function nearestNumbers(codes: readonly Code[], text: string): readonly Code[] {
  if (!/^\d{3,5}$/.test(text)) return [];
  return codes
    .filter(({ code }) => swapsNeighbours(code, text) || distance(code, text) === 1)
    .map((code) => ({ code, sameRange: code.code.slice(0, 2) === text.slice(0, 2) }))
    .sort((a, b) => Number(b.sameRange) - Number(a.sameRange) || gap(a.code, text) - gap(b.code, text))
    .slice(0, MOST_NEAREST)
    .map(({ code }) => code);
}

function swapsNeighbours(code: string, text: string): boolean {
  if (code.length !== text.length) return false;
  const at = [...code].findIndex((digit, index) => digit !== text[index]);
  const swapped = code.slice(0, at) + code.slice(at + 1, at + 2) + code.slice(at, at + 1) + code.slice(at + 2);
  return at >= 0 && swapped === text;
}

function gap(code: Code, text: string): number {
  return Math.abs(Number(code.code) - Number(text));
}
