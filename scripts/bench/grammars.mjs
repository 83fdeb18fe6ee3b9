// What each grammar takes when it is given what no file should be: node scripts/bench/grammars.mjs [length]
//   length  UTF-16 units of the longest texts; default: 20000
// Every language in a process of its own, then all in one, with Node 20, 22 and 24. Prints a table for docs/contributing/performance.md.
import { execFileSync, spawnSync } from 'node:child_process';
import { ensureDependencies, root } from '../setup.mjs';
import { ensurePeers } from './peers.mjs';

const length = process.argv[2] ?? '20000';
const NODES = ['20', '22', '24'];

ensureDependencies();
execFileSync(process.execPath, ['esbuild.mjs', '--production', '--bench'], { cwd: root, stdio: 'inherit' });
const peers = ensurePeers();

const all = NODES.map((major) => run(major));
const rows = all[0].languages.map(({ language }) => [
  language,
  ...NODES.map((major) => {
    const { peak, code, languages } = run(major, language);
    return code === 0 ? `${languages[0].total} ms, ${peak} MiB` : `ended with ${code}`;
  }),
]);
rows.push(['all in one process', ...all.map(({ peak, code }) => (code === 0 ? `${peak} MiB` : `ended with ${code}`))]);
console.log(`| Language | ${NODES.map((major) => `Node ${major}`).join(' | ')} |`);
console.log(`| --- |${' ---: |'.repeat(NODES.length)}`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);

function run(major, ...languages) {
  console.error(`Node ${major} ${languages}`);
  const { stdout, status, signal } = spawnSync(peers.node(major), ['dist/bench/grammars.js', length, ...languages], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 600_000,
  });
  const lines = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
  return { code: status ?? signal, languages: lines.filter(({ language }) => language), peak: lines.at(-1)?.peak };
}
