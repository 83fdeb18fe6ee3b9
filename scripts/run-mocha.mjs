// Runs bundled tests and counts them: node scripts/run-mocha.mjs folder [--grep=text] [--report=file]
//   --report  where to put the numbers of tests passed and failed, as JSON
import { readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Mocha from 'mocha';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, report: { type: 'string' } },
});

process.setSourceMapsEnabled(true);
const mocha = new Mocha({ ui: 'bdd', reporter: 'dot', timeout: 20_000, forbidOnly: true });
if (options.grep) mocha.fgrep(options.grep);
for (const folder of positionals) {
  const files = readdirSync(resolve(folder), { recursive: true }).filter((file) => file.endsWith('.test.js'));
  for (const file of files.sort()) mocha.addFile(join(resolve(folder), file));
}

const runner = mocha.run((failed) => {
  const { passes, failures } = runner.stats;
  if (options.report) writeFileSync(options.report, JSON.stringify({ passes, failures }));
  // A handle that a test has left open must not keep us.
  process.exit(failed > 0 ? 1 : 0);
});
