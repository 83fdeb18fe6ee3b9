import fc from 'fast-check';
import type { Kind } from './kind.ts';
import type { Outcome, Watched } from './watched.ts';

/** How much is tried of a kind: what is reached first ends it. */
export interface Extent {
  readonly inputs: number;
  readonly seconds: number;
  readonly blocks?: number;
}

/** An input that failed, made as small as can be. */
export interface Found {
  readonly kind: string;
  readonly seed: number;
  /** Which block of the seed it was found in. */
  readonly block: number;
  readonly how: Outcome['how'];
  readonly problem: string;
  readonly input: unknown;
  /** Whether it fails in a process that has tried nothing before; if not, the block has to be run again. */
  readonly failsAlone: boolean;
}

/** What came of a kind. */
export interface Tried {
  readonly kind: string;
  readonly inputs: number;
  readonly blocks: number;
  readonly seconds: number;
  readonly found: readonly Found[];
}

/** Values that are generated from one number: small enough that a failure is soon made again. */
const BLOCK_VALUES = 40;
/** Blocks after which the process that tries inputs is replaced, which also shows what depends on a fresh one. */
const RENEWED_BLOCKS = 100;
/** Milliseconds in which an input that failed is made smaller; and again, in the kind's own way. */
const SEARCH_MS = 60_000;
/** Failures after which a kind is given up: they are likely to be one. */
const MOST_FOUND = 5;

/** Tries inputs of a kind. @param first the block to begin with @param onBlock told of inputs and failures so far */
export async function fuzz(
  kind: Kind,
  seed: number,
  extent: Extent,
  watched: Watched,
  first = 0,
  onBlock: (inputs: number, found: number) => void = () => {},
): Promise<Tried> {
  const start = performance.now();
  const passed = (): number => (performance.now() - start) / 1000;
  const arbitrary = await kind.inputs(seed);
  const found: Found[] = [];
  let inputs = 0;
  let block = first;
  const isEnough = (): boolean => inputs >= extent.inputs || passed() >= extent.seconds;
  const end = first + (extent.blocks ?? Number.POSITIVE_INFINITY);
  for (; block < end && !isEnough() && found.length < MOST_FOUND; block++) {
    if (block % RENEWED_BLOCKS === 0) await watched.renew();
    let last: Outcome | undefined;
    let until = Number.POSITIVE_INFINITY;
    const property = fc.asyncProperty(arbitrary, async (input) => {
      // Of inputs that fail, the smallest one so far is taken.
      if (last ? performance.now() > until : isEnough()) throw new fc.PreconditionFailure(true);
      const outcome = await watched.attempt(kind.name, input, last !== undefined);
      if (outcome.how === 'passed') inputs += last ? 0 : kind.count(input);
      // Not every step on the way to the smallest input is to fail in the same way, as long as it fails.
      else {
        if (!last) until = performance.now() + SEARCH_MS;
        last = outcome;
      }
      return outcome.how === 'passed';
    });
    const ran = await fc.check(property, { seed: mixed(seed, kind.name, block), numRuns: BLOCK_VALUES });
    if (ran.failed && last && ran.counterexample) {
      const input = await smallest(kind, ran.counterexample[0], watched);
      await watched.renew();
      const again = await watched.attempt(kind.name, input);
      const { how, problem } = again.how === 'passed' ? last : again;
      found.push({ kind: kind.name, seed, block, how, problem, input, failsAlone: again.how !== 'passed' });
    }
    onBlock(inputs, found.length);
  }
  await watched.renew();
  return { kind: kind.name, inputs, blocks: block - first, seconds: passed(), found };
}

/** The inputs of a block. */
export async function inputsOf(kind: Kind, seed: number, block: number): Promise<readonly unknown[]> {
  return fc.sample(await kind.inputs(seed), { seed: mixed(seed, kind.name, block), numRuns: BLOCK_VALUES });
}

/** Leaves out of an input what it also fails without. */
async function smallest(kind: Kind, failing: unknown, watched: Watched): Promise<unknown> {
  const until = performance.now() + SEARCH_MS;
  let input = failing;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const smaller of kind.smaller?.(input) ?? []) {
      if (performance.now() > until) return input;
      if ((await watched.attempt(kind.name, smaller, true)).how === 'passed') continue;
      input = smaller;
      isSmaller = true;
      break;
    }
  }
  return input;
}

/** The number that a block's inputs are generated from. */
function mixed(seed: number, name: string, block: number): number {
  let hash = seed | 0;
  for (const unit of `${name} ${block}`) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

/** A text with fewer lines, the fewest first; one of a single line with fewer characters. */
export function* shorter(text: string): Generator<string> {
  const lines = text.split(/(?<=\n)/);
  const parts = lines.length > 1 ? lines : text.length > 400 ? (text.match(/.{1,40}/gsu) ?? []) : [...text];
  for (let size = Math.ceil(parts.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < parts.length; at += size) yield [...parts.slice(0, at), ...parts.slice(at + size)].join('');
  }
}
