// Measures us against others: npm run bench -- --help
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { cache } from './bench/cache.mjs';
import { ensureCorpus, SLICES } from './bench/corpus.mjs';
import { HELP, readOptions, UsageError } from './bench/options.mjs';
import { ensurePeers } from './bench/peers.mjs';
import { ensureDependencies, root } from './setup.mjs';

/** Where the figures of the last whole run lie. */
const RECORD = join(cache, 'last.json');

try {
  const call = readOptions(process.argv.slice(2));
  if (call.kind === 'help') console.log(HELP);
  else if (call.kind === 'tree') await compare(call);
  else if (call.kind === 'last') process.exitCode = showLast(call) ? 0 : 1;
  else if (!(await measure(call))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}; see npm run bench -- --help`);
  process.exitCode = 2;
}

/** On a folder of somebody's own. */
async function compare({ tree, rounds, node }) {
  const folder = folderAt(tree);
  const { peers, bench } = prepare();
  await bench.compareTree({ root, rounds, tree: folder, node: nodeOf(node, peers), ripgrep: peers.ripgrep });
}

/** @param path from where npm was called @throws {UsageError} where there is nothing to look through */
function folderAt(path) {
  const whole = resolve(process.env.INIT_CWD ?? '.', path);
  try {
    readdirSync(whole);
    return realpathSync(whole);
  } catch ({ code }) {
    const why = { ENOENT: 'does not exist', ENOTDIR: 'is no folder', EACCES: 'may not be read' }[code];
    throw new UsageError(`${path} ${why ?? `cannot be looked through: ${code}`}`);
  }
}

/** @returns whether all is as it must be, in the last run that has measured all */
function showLast({ write, gate }) {
  if (!existsSync(RECORD)) throw new UsageError('there has been no whole run in this folder');
  return prepare(true).bench.showLast({ root, record: RECORD, write, gate });
}

/** @returns whether all is as it must be */
async function measure(call) {
  const { quick, alone, whole, write, gate, rounds, edits, parts } = call;
  const { peers, bench } = prepare(alone);
  const trees = parts.includes('scan') ? { ...ensureCorpus(), slices: SLICES } : undefined;
  const node = nodeOf(call.node, peers);
  return bench.bench({
    ...{ root, node, rounds, edits, parts, peers, trees, quick, write, gate },
    nodeVersion: execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim(),
    ...(whole && { record: RECORD }),
    ...(parts.includes('size') && { vsix: packaged() }),
  });
}

/** Builds ours, and has the others there. */
function prepare(isAlone = false) {
  ensureDependencies();
  console.error('Building ...');
  run('esbuild.mjs', '--production', '--bench');
  const peers = isAlone ? undefined : ensurePeers();
  return { peers, bench: createRequire(import.meta.url)('../dist/bench/bench.js') };
}

function nodeOf(major, peers) {
  return peers && major !== 'this' ? peers.node(major) : process.execPath;
}

/** @returns MB of the VSIX */
function packaged() {
  run('scripts/package.mjs', '--no-build');
  return statSync(join(root, 'thinq-nugu-codes.vsix')).size / 1e6;
}

function run(script, ...args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
