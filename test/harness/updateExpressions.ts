import { readFileSync, writeFileSync } from 'node:fs';
import { growthOf, type KnownExpressions, madeExpressions, RECORD, writtenExpressions } from './expressions.ts';

/** Characters at its beginning by which an expression is the one that was named before, with other words in it. */
const SAME_BEGINNING = 60;

/**
 * Brings the record of expressions up to date: what is gone leaves, and what is new and linear comes. What is new and not
 * linear takes the place of one that began alike; otherwise it is for a person to name.
 *
 * @returns what is left to be named
 */
export async function updateExpressions(): Promise<readonly string[]> {
  const known = JSON.parse(readFileSync(RECORD, 'utf8')) as KnownExpressions;
  const found = new Set([...(await writtenExpressions()), ...madeExpressions()]);
  const linear = new Set(known.linear.filter((one) => found.has(one)));
  const bounded = kept(known.bounded, found);
  const excused = kept(known.excused, found);
  const left: string[] = [];
  for (const one of found) {
    if (linear.has(one) || bounded.has(one) || excused.has(one)) continue;
    const was = (entries: object): string | undefined =>
      Object.keys(entries).find(
        (old) => !found.has(old) && old.slice(0, SAME_BEGINNING) === one.slice(0, SAME_BEGINNING),
      );
    const [wasBounded, wasExcused] = [was(known.bounded), was(known.excused)];
    const growth = growthOf(one);
    if (growth === 'linear') linear.add(one);
    else if (growth === 'exponential') left.push(`${growth}: ${one}`);
    else if (wasBounded !== undefined) bounded.set(one, known.bounded[wasBounded] ?? 0);
    else if (wasExcused !== undefined) excused.set(one, known.excused[wasExcused] ?? '');
    else left.push(`${growth}: ${one}`);
  }
  const inOrder = <T>(entries: ReadonlyMap<string, T>) =>
    Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
  const record: KnownExpressions = {
    linear: [...linear].sort(),
    bounded: inOrder(bounded),
    excused: inOrder(excused),
  };
  writeFileSync(RECORD, `${JSON.stringify(record, null, 2)}\n`);
  return left;
}

function kept<T>(entries: { readonly [expression: string]: T }, found: ReadonlySet<string>): Map<string, T> {
  return new Map(Object.entries(entries).filter(([one]) => found.has(one)));
}
