// Measures us against others, and writes one table: npm run bench [-- --rounds=5] [--only=scan,server] [--write]
//   --rounds  how often everything is done with all; default: 5, with --quick 1
//   --only    scan (whole trees), server (the editor's side), size (the VSIX), set apart by commas; default: all
//   --edits   edits before memory is read again, an even number; default: 1000, with --quick 100
//   --node    the Node to run, 22 or 24, or `this`; default: 24
//   --quick   fewer requests in a round: enough to see that something broke, not to quote
//   --alone   against the empty server only: nothing is downloaded, and nothing is scanned
//   --write   puts the table into docs/contributing/performance.md
import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureCorpus, SLICES } from './bench/corpus.mjs';
import { ensurePeers } from './bench/peers.mjs';
import { ensureDependencies, root } from './setup.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    only: { type: 'string', default: 'scan,server,size' },
    edits: { type: 'string' },
    node: { type: 'string', default: '24' },
    quick: { type: 'boolean', default: false },
    alone: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 1 : 5));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1 up');
const edits = Number(options.edits ?? (options.quick ? 100 : 1000));
if (!Number.isInteger(edits / 2) || edits < 100) throw new Error('--edits takes an even number from 100 up');
const only = options.alone ? ['server'] : options.only.split(',');
if (only.some((name) => !['scan', 'server', 'size'].includes(name))) throw new Error('--only takes scan, server, size');

ensureDependencies();
console.error('Building ...');
run('esbuild.mjs', '--production', '--bench');
const peers = options.alone ? undefined : ensurePeers();
const trees = only.includes('scan') ? { ...ensureCorpus(), slices: SLICES } : undefined;
const node = peers && options.node !== 'this' ? peers.node(options.node) : process.execPath;
const { bench } = createRequire(import.meta.url)('../dist/bench/bench.js');
await bench({
  ...{ root, node, rounds, edits, peers, trees, quick: options.quick, write: options.write },
  nodeVersion: execFileSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim(),
  servers: only.includes('server'),
  ...(only.includes('size') && { vsix: packaged() }),
});

/** @returns MB of the VSIX */
function packaged() {
  run('scripts/package.mjs', '--no-build');
  return statSync(join(root, 'thinq-nugu-codes.vsix')).size / 1e6;
}

function run(script, ...args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
