// Everything that must hold before a change is done: npm test. Needs nothing but Node; the rest is installed on the way.
// The last line says how many tests passed and failed. A step without tests of its own counts as one.
//   --all  tries everything, where unit tests otherwise try a part of it
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureDependencies, root } from './setup.mjs';

/** @typedef {{ name: string, passed: number, failed: number, seconds: number, host?: string }} Result */

const temporary = mkdtempSync(join(tmpdir(), 'npm-test-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true }));
const children = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    for (const child of children) child.kill();
    process.exit(1);
  });
}

const all = process.argv.includes('--all') ? ['--all'] : [];

/** What VS Code waits for, and itself: it takes longest. All else comes second on a core that both want. */
const FIRST = ['download', 'build', 'package', 'vscode'];
/** How nice all else is, of 19: it has a third of what VS Code has of a core, where both want it. */
const NICENESS = 5;

/** @type {Result[]} */
const results = [];

try {
  // Needs no dependencies: it runs while they are installed, although nobody looks after it until they are.
  const download = step('download', ['scripts/vscode/download.mjs']);
  ensureDependencies();
  const build = step('build', ['esbuild.mjs', '--production', '--tests']);
  // Two at a time. What reads the sources need not wait for the build.
  await Promise.all([
    (async () => {
      if (!(await build)) return;
      if ((await step('package', ['scripts/package.mjs', '--no-build'])) && (await download)) {
        await tests('vscode', ['scripts/vscode/run-suite.mjs', ...all]);
      }
    })(),
    (async () => {
      await step('types', ['node_modules/typescript/bin/tsc', '-p', '.']);
      await step('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']);
      await step('generated', ['scripts/generate.mjs', '--check']);
      if (!(await build)) return;
      for (const layer of ['unit', 'kit', 'protocol'])
        await tests(layer, ['scripts/run-mocha.mjs', `dist/test/${layer}`, ...all]);
    })(),
  ]);
} catch (error) {
  console.error(error);
  results.push({ name: 'set-up', passed: 0, failed: 1, seconds: 0 });
}

console.log('');
for (const { name, passed, failed, seconds, host } of results) {
  const numbers = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
  console.log(`${name.padEnd(10)}${numbers} ${seconds.toFixed(1).padStart(7)} s${host ? `  (${host})` : ''}`);
}
const failed = sum('failed');
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${sum('passed')} passed, ${failed} failed`);

function sum(key) {
  return results.reduce((total, result) => total + result[key], 0);
}

/**
 * Runs a script as one test.
 *
 * @returns {Promise<boolean>} whether it exited with 0
 */
async function step(name, args) {
  const { ok, seconds } = await run(name, args);
  results.push({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, seconds });
  return ok;
}

/** Runs a script that reports how many tests passed and failed. One that ends otherwise counts as a failed test. */
async function tests(name, args) {
  const report = join(temporary, `${name}.json`);
  const { ok, seconds } = await run(name, [...args, `--report=${report}`]);
  const { passes, failures, host } = numbers(report);
  const crashed = ok ? passes + failures === 0 : failures === 0;
  results.push({ name, passed: passes, failed: failures + (crashed ? 1 : 0), seconds, host });
}

/** @returns {{ passes: number, failures: number, host?: string }} */
function numbers(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { passes: 0, failures: 0 };
  }
}

/** Runs a script, with its name before every line that it prints, for two run at a time. */
async function run(name, args) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  children.add(child);
  // What it starts has the same priority.
  if (child.pid !== undefined && !FIRST.includes(name)) setPriority(child.pid, NICENESS);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => console.log(`${name.padEnd(10)}| ${line}`));
  }
  const code = await new Promise((resolve) => child.once('close', resolve));
  children.delete(child);
  return { ok: code === 0, seconds: (performance.now() - start) / 1000 };
}
