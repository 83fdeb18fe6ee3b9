// Tries what nobody would write, for as long as somebody likes: npm run fuzz [-- its options]
//   --count    inputs of all kinds together; default 20,000
//   --seconds  for all kinds together; default 3,600
//   --kind     only this kind; may be given more than once
//   --seed     the same seed gives the same inputs; default 1
//   --block    only this block of the seed, as a failure names it
//   --show     prints the inputs of a block, and tries none
//   --repeat   tries what a file of a failure holds, once more
//   --patience milliseconds after which a process that gives no answer is ended; default 20,000
//   --folder   where failures are written to; default dist/fuzz
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Found, fuzz, inputsOf, type Tried } from './fuzz.ts';
import type { Kind } from './kind.ts';
import { KINDS } from './kinds.ts';
import { createWatched } from './watched.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '20000' },
    seconds: { type: 'string', default: '3600' },
    kind: { type: 'string', multiple: true },
    seed: { type: 'string', default: '1' },
    block: { type: 'string' },
    show: { type: 'boolean', default: false },
    repeat: { type: 'string' },
    patience: { type: 'string', default: '20000' },
    folder: { type: 'string', default: 'dist/fuzz' },
  },
});

/** A whole number of at least 0 from the command line. */
function numberOf(name: 'count' | 'seconds' | 'seed' | 'block' | 'patience'): number {
  const value = Number(options[name]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} must be a whole number`);
  return value;
}

function wantedKinds(): readonly Kind[] {
  const { kind: names } = options;
  if (!names) return KINDS.filter(({ isOrdinary }) => isOrdinary);
  return names.map((name) => {
    const kind = KINDS.find((one) => one.name === name);
    if (!kind) throw new Error(`There is no kind ${name}; there are ${KINDS.map((one) => one.name).join(', ')}.`);
    return kind;
  });
}

/** Writes what failed into a file, with how to try it again. @returns its path */
function write(found: Found, kind: Kind): string {
  const { seed, block, how, failsAlone, problem, input } = found;
  mkdirSync(options.folder, { recursive: true });
  const path = join(options.folder, `${kind.name.replaceAll(' ', '-')}-${seed}-${block}.json`);
  const repeat = failsAlone
    ? `npm run fuzz -- --repeat=${relative('.', path)}`
    : `npm run fuzz -- --kind="${kind.name}" --seed=${seed} --block=${block}`;
  writeFileSync(path, `${JSON.stringify({ kind: kind.name, how, repeat, seed, block, problem, input }, null, 2)}\n`);
  if (kind.show) writeFileSync(path.replace(/json$/, 'md'), kind.show(input));
  return path;
}

/** Tries one input of a file, and says what came of it. */
async function repeat(path: string): Promise<boolean> {
  const { kind, input } = JSON.parse(readFileSync(path, 'utf8')) as { kind: string; input: unknown };
  const watched = createWatched(numberOf('patience'));
  const { how, problem } = await watched.attempt(kind, input);
  await watched.renew();
  console.log(`${kind}: ${how}${problem === '' ? '' : `\n${problem}`}`);
  return how === 'passed';
}

async function show(kinds: readonly Kind[]): Promise<boolean> {
  const block = options.block === undefined ? 0 : numberOf('block');
  for (const kind of kinds)
    for (const input of await inputsOf(kind, numberOf('seed'), block)) console.log(JSON.stringify(input));
  return true;
}

async function tryKind(kind: Kind, share: number): Promise<Tried> {
  const seed = numberOf('seed');
  const isOneBlock = options.block !== undefined;
  const extent = {
    inputs: isOneBlock ? Number.POSITIVE_INFINITY : Math.ceil(numberOf('count') * share),
    seconds: numberOf('seconds') * share,
    ...(isOneBlock && { blocks: 1 }),
  };
  let told = performance.now();
  const onBlock = (inputs: number, found: number): void => {
    if (performance.now() - told < 60_000) return;
    told = performance.now();
    console.log(`… ${inputs} ${kind.name}, ${found} failed`);
  };
  const tried = await fuzz(
    kind,
    seed,
    extent,
    createWatched(numberOf('patience')),
    isOneBlock ? numberOf('block') : 0,
    onBlock,
  );
  for (const found of tried.found) {
    const [first = ''] = found.problem.split('\n');
    console.log(`${kind.name} ${found.how}: ${first}\n  ${write(found, kind)}`);
  }
  const { inputs, seconds } = tried;
  console.log(
    `${inputs} ${kind.name} passed, ${tried.found.length} failed, in ${seconds.toFixed(0)} s (${kind.unit} each)`,
  );
  return tried;
}

async function main(): Promise<boolean> {
  if (options.repeat !== undefined) return repeat(options.repeat);
  const kinds = wantedKinds();
  if (options.show) return show(kinds);
  const shares = kinds.reduce((sum, { share }) => sum + share, 0);
  console.log(`Node ${process.version}, seed ${numberOf('seed')}`);
  let passed = 0;
  let failed = 0;
  let isEmpty = false;
  for (const kind of kinds) {
    const { inputs, found } = await tryKind(kind, shares === 0 ? 1 / kinds.length : kind.share / shares);
    passed += inputs;
    failed += found.length;
    isEmpty ||= inputs + found.length === 0;
  }
  console.log(`${passed} inputs passed, ${failed} failed`);
  // A kind of which nothing was tried has shown nothing.
  return failed === 0 && !isEmpty;
}

main().then(
  (isRight) => {
    process.exitCode = isRight ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
