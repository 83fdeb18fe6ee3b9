// Asks compilers about the programs of the fixtures, before and after each fix, and about what `export` generates: npm run test:compilers [-- its options]
//   --only     only these languages, as editors name them, set apart by commas
//   --grep     only files with this in their names: page › heading › file
//   --require  a compiler that is not installed is a failure
import { parseArgs } from 'node:util';
import { createWorld } from '../harness/host.ts';
import { casesOf } from './cases.ts';
import { COMPILERS, unasked } from './compilers.ts';
import { generatedCases } from './generated.ts';
import { ask, casesFor } from './run.ts';

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      only: { type: 'string' },
      grep: { type: 'string', default: '' },
      require: { type: 'boolean', default: false },
    },
  });
  const only = options.only?.split(',') ?? COMPILERS.flatMap(({ languageIds }) => languageIds);
  const asked = COMPILERS.filter(({ languageIds }) => languageIds.some((id) => only.includes(id)));
  const wanted = new Set(asked.flatMap(({ languageIds }) => languageIds));
  const ofFixtures = await casesOf(wanted, createWorld(), options.grep);
  const cases = [...ofFixtures, ...generatedCases(wanted, options.grep)];
  const summary: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const compiler of asked) {
    const { name, languageIds, asks, install } = compiler;
    const language = languageIds.join(', ').padEnd(29);
    const version = compiler.version();
    if (version === undefined) {
      const mine = casesFor(compiler, cases);
      const fixes = mine.reduce((sum, one) => sum + one.fixes.length, 0);
      summary.push(
        `${language}ABSENT: ${name}, so ${mine.length} programs and ${fixes} fixes were not looked at: ${install}`,
      );
      if (options.require) failed++;
      continue;
    }
    const start = performance.now();
    const result = await ask(compiler, cases);
    const none = result.programs === 0 && options.grep === '' ? ['no fixture in this language has a fix'] : [];
    const problems = [...result.problems, ...none];
    for (const problem of problems) console.log(`${problem}\n`);
    passed += result.passed;
    failed += problems.length;
    const numbers = `${result.programs} programs and ${result.fixes} fixes, ${problems.length} wrong`;
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    summary.push(`${language}${asks} of ${numbers}: ${name} (${version}), ${seconds} s`);
  }
  if (options.only === undefined)
    summary.push(`${'the rest'.padEnd(29)}no compiler is asked about ${unasked().join(', ')}`);
  for (const line of summary) console.log(line);
  console.log(`${passed} passed, ${failed} failed`);
  // Who has looked at nothing has not found it to be right.
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
});
