// Measures our server against an empty one: npm run bench [-- --rounds=7] [--quick] [--write]
//   --rounds  how often everything is done with both; default: 7, with --quick 2
//   --edits   edits before memory is read again, an even number; default: 1000, with --quick 100
//   --quick   fewer requests in a round: enough to see that something broke, not to quote
//   --write   puts the table into docs/performance.md
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from './setup.mjs';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string' },
    edits: { type: 'string' },
    quick: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const rounds = Number(options.rounds ?? (options.quick ? 2 : 7));
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a whole number from 1 up');
const edits = Number(options.edits ?? (options.quick ? 100 : 1000));
if (!Number.isInteger(edits / 2) || edits < 100) throw new Error('--edits takes an even number from 100 up');

ensureDependencies();
console.error('Building ...');
execFileSync(process.execPath, ['esbuild.mjs', '--production', '--bench'], { cwd: root, stdio: 'inherit' });
const { bench } = createRequire(import.meta.url)('../dist/bench/bench.js');
await bench({ root, rounds, edits, quick: options.quick, write: options.write });
