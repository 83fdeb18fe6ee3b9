// Runs bundled tests and counts them: node scripts/run-mocha.mjs folder [--grep=text] [--all] [--jobs=number] [--files] [--report=file]
//   --grep    only tests with this in their names
//   --all     tries everything, where tests otherwise try a part of it (test/harness/extent.ts)
//   --jobs    processes that files of tests are shared out to; default: one for each core. 1: here, for a debugger
//   --files   says of each file how many tests it has, and how long they took
//   --report  where to put the numbers of tests passed and failed, as JSON
import { readdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

/** Files that take longest come first: what is begun last must not be what the others wait for. */
const LONGEST = [
  ...['fixtures', 'skeletons', 'matrix', 'badInput', 'excerpt', 'endurance', 'patterns', 'expressions', 'growth'],
  ...['mutations', 'thirdParty', 'properties', 'compilers', 'harmless', 'officialSamples'],
  ...['check', 'fuzz', 'writing', 'npmPackage', 'handshake', 'superseded', 'resident', 'glance', 'vsix', 'workspace'],
];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    all: { type: 'boolean', default: false },
    jobs: { type: 'string', default: String(availableParallelism()) },
    files: { type: 'boolean', default: false },
    report: { type: 'string' },
  },
});
// Processes of tests have the environment of this one.
if (options.all) process.env.TRY_ALL = '1';
const jobs = Number(options.jobs);
// Tests make trees and models by the thousand, which die young: where there is room for them, collecting them is cheap. The
// cores are for tests: a function is optimized when it has run for longer, and nothing is collected beside.
process.execArgv.push('--max-semi-space-size=64', '--interrupt-budget=400000', '--single-threaded-gc');
/** What has failed, in the end: a dot for each test takes longer than many a test. */
class Failures extends Mocha.reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => this.epilogue());
  }
}

const mocha = new Mocha({
  ui: 'bdd',
  reporter: Failures,
  // Only what never ends is wrong: other layers run beside this one, on machines of any kind.
  timeout: 60_000,
  forbidOnly: true,
  forbidPending: true,
  jobs,
  parallel: jobs > 1,
});
if (options.grep) mocha.fgrep(options.grep);
for (const file of positionals.flatMap(testFiles)) mocha.addFile(file);

/** @type {Map<string, { tests: number, milliseconds: number }>} */
const byFile = new Map();
const runner = mocha.run((failed) => {
  const { passes, failures } = runner.stats;
  if (options.report) writeFileSync(options.report, JSON.stringify({ passes, failures }));
  if (options.files) printFiles();
  const isNone = passes + failures === 0;
  if (isNone) console.error(options.grep ? `No test has "${options.grep}" in its name.` : 'There is no test.');
  // A handle that a test has left open must not keep us.
  process.exit(failed > 0 || isNone ? 1 : 0);
});
runner.on('test end', ({ file, duration = 0 }) => {
  const { tests, milliseconds } = byFile.get(file) ?? { tests: 0, milliseconds: 0 };
  byFile.set(file, { tests: tests + 1, milliseconds: milliseconds + duration });
});

/** The bundled tests of a folder, in the order in which they are begun. */
function testFiles(folder) {
  const rank = (file) => {
    const at = LONGEST.indexOf(basename(file, '.test.mjs'));
    return at < 0 ? LONGEST.length : at;
  };
  return readdirSync(resolve(folder), { recursive: true })
    .filter((file) => file.endsWith('.test.mjs'))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((file) => join(resolve(folder), file));
}

function printFiles() {
  for (const [file, { tests, milliseconds }] of [...byFile].sort(([, a], [, b]) => b.milliseconds - a.milliseconds)) {
    console.log(`${String(tests).padStart(6)} ${(milliseconds / 1000).toFixed(1).padStart(6)} s  ${basename(file)}`);
  }
}
