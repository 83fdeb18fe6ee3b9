import { parseArgs } from 'node:util';

/** What `--help` prints. */
export const HELP = `Measures the product against others, all in one run, and prints one table.

Usage: npm run bench -- [options]

  --rounds=N       how often everything is done with all; 5 if not given, 1 with --quick
  --only=PARTS     scan (whole trees), server (the editor's side), size (the VSIX), set apart by commas
  --edits=N        edits before memory is read again, an even number; 1000 if not given, 100 with --quick
  --node=N         the Node that runs ours and theirs: 20, 22 or 24, or "this"; 24 if not given
  --quick          fewer requests in a round, and nothing that takes minutes: enough to see that something broke, not
                   to quote
  --alone          the server against the empty one only: downloads nothing, scans nothing
  --write          puts table and chart into docs/
  --gate           ends with 1, and names the lines, where a goal that was met is missed by more than the noise, or a
                   known miss is notably worse
  --help           this

Usage: npm run bench -- --last [--write] [--gate]

  The last whole run once more, next to the goals as they are now: nothing is measured.

Usage: npm run bench -- --tree=DIR [--rounds=N] [--node=N]

  Measures "check" on a folder of yours against ripgrep, which looks for the words that "check" looks for first.
  Writes nothing into it.

What it is measured against comes from npm, pinned, into .bench/. Machines differ: quote ratios, not times.
`;

/** Somebody has asked for what there is not. */
export class UsageError extends Error {}

const PARTS = ['scan', 'server', 'size'];
const NODES = ['20', '22', '24', 'this'];
/** What a folder of one's own is measured with. */
const WITH_TREE = new Set(['tree', 'rounds', 'node']);
/** What can be done with a run that is over. */
const WITH_LAST = new Set(['last', 'write', 'gate']);
/** What a goal was made for. */
const FULL_EDITS = 1000;
/** Fewer rounds do not tell what is noise. */
const GATE_ROUNDS = 3;

/**
 * Reads what stands behind `npm run bench --`.
 *
 * @param {readonly string[]} args
 * @returns {import('./options.mjs').BenchCall}
 * @throws {UsageError} for what cannot be
 */
export function readOptions(args) {
  const given = parse(args);
  if (given.help) return { kind: 'help' };
  if (given.last) {
    refuseOthers(given, '--last goes with --write and --gate', WITH_LAST);
    return { kind: 'last', write: given.write ?? false, gate: given.gate ?? false };
  }
  const rounds = wholeNumber('rounds', given.rounds ?? (given.quick ? '1' : '5'), 1);
  const node = given.node ?? '24';
  if (!NODES.includes(node)) throw new UsageError(`--node takes one of ${NODES.join(', ')}`);
  if (given.tree !== undefined) {
    refuseOthers(given, '--tree goes with --rounds and --node', WITH_TREE);
    if (given.tree === '') throw new UsageError('--tree takes a folder');
    return { kind: 'tree', tree: given.tree, rounds, node };
  }
  const edits = wholeNumber('edits', given.edits ?? (given.quick ? '100' : String(FULL_EDITS)), 100);
  if (edits % 2 !== 0) throw new UsageError('--edits takes an even number');
  const { quick = false, alone = false, write = false, gate = false } = given;
  const parts = alone ? ['server'] : partsOf(given.only);
  const isPart = alone || quick || edits !== FULL_EDITS;
  const whole = !isPart && parts.length === PARTS.length;
  if (write && !whole) throw new UsageError('--write takes a whole run');
  if (gate && (isPart || rounds < GATE_ROUNDS))
    throw new UsageError(`--gate takes a run without --quick, --alone and --edits, of ${GATE_ROUNDS} rounds or more`);
  return { kind: 'table', rounds, edits, node, parts, quick, alone, whole, write, gate };
}

function refuseOthers(given, says, known) {
  const other = Object.keys(given).find((name) => !known.has(name));
  if (other !== undefined) throw new UsageError(`${says}, not with --${other}`);
}

function parse(args) {
  const text = { type: 'string' };
  const flag = { type: 'boolean' };
  const options = { rounds: text, only: text, edits: text, node: text, tree: text };
  const flags = { quick: flag, alone: flag, write: flag, gate: flag, last: flag, help: flag };
  try {
    return parseArgs({ args: [...args], options: { ...options, ...flags } }).values;
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function wholeNumber(name, text, least) {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < least)
    throw new UsageError(`--${name} takes a whole number from ${least} up`);
  return value;
}

function partsOf(only) {
  const parts = only === undefined ? PARTS : [...new Set(only.split(','))];
  if (parts.some((name) => !PARTS.includes(name))) throw new UsageError(`--only takes ${PARTS.join(', ')}`);
  return parts;
}
