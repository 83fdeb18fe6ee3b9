import { Hash } from 'node:crypto';

/** What reads a text from one end to the other, or copies it; each costs as many steps as it is long. */
const READERS = [
  'replace',
  'replaceAll',
  'trim',
  'trimStart',
  'trimEnd',
  'split',
  'matchAll',
  'match',
  'search',
] as const;

type Method = (this: unknown, ...args: readonly unknown[]) => unknown;

/**
 * Counts the UTF-16 units that a piece of work reads or copies by the means of the language, and hashes: a measure of
 * its steps that is the same on every machine. What is read unit by unit is not counted.
 *
 * @param work must end before it returns
 */
export function countUnits(work: () => void): number {
  let units = 0;
  const undo: (() => void)[] = [];
  const watch = (
    owner: object,
    name: string,
    cost: (self: unknown, args: readonly unknown[], result: unknown) => number,
  ) => {
    const own = Object.getOwnPropertyDescriptor(owner, name);
    if (!own) throw new Error(`There is no ${name}.`);
    const method = own.value as Method;
    const counted: Method = function (...args) {
      const result = Reflect.apply(method, this, args);
      units += cost(this, args, result);
      return result;
    };
    Object.defineProperty(owner, name, { ...own, value: counted });
    undo.push(() => Object.defineProperty(owner, name, own));
  };
  const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);
  for (const name of READERS) watch(String.prototype, name, (self) => String(self).length);
  for (const name of ['slice', 'substring']) watch(String.prototype, name, (_self, _args, result) => lengthOf(result));
  watch(RegExp.prototype, 'test', (_self, [text]) => lengthOf(text));
  watch(RegExp.prototype, 'exec', (_self, [text]) => lengthOf(text));
  watch(Intl.Segmenter.prototype, 'segment', (_self, [text]) => lengthOf(text));
  watch(Hash.prototype, 'update', (_self, [data]) => lengthOf(data));
  watch(JSON, 'stringify', (_self, _args, result) => lengthOf(result));
  try {
    work();
  } finally {
    for (const one of undo.toReversed()) one();
  }
  return units;
}
