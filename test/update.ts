// Writes into the fixtures what is the case: npm run test:update [-- part of a path]
// Or into the record of regular expressions: npm run test:update -- expressions
// Or what `export` generates in each language: npm run test:update -- generate
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TARGETS } from '../server/src/generate/targets.ts';
import { fileNameOf, GOLDEN_FOLDER, goldenOf } from './harness/generated.ts';
import { createWorld } from './harness/host.ts';
import { updateExpressions } from './harness/updateExpressions.ts';
import { fixturePages, updateFolder } from './harness/updateFixtures.ts';

const FOLDER = 'test/fixtures';

async function main(part = ''): Promise<void> {
  if (part === 'expressions') {
    const left = await updateExpressions();
    for (const one of left) console.error(`Mend it, or name it in the record with its bound. ${one}`);
    process.exitCode = left.length > 0 ? 1 : 0;
    return;
  }
  if (part === 'generate') {
    for (const target of TARGETS) writeFileSync(join(GOLDEN_FOLDER, fileNameOf(target)), goldenOf(target));
    return;
  }
  if (!fixturePages(FOLDER).some((page) => page.includes(part))) {
    console.error(`No page of fixtures has "${part}" in its path.`);
    process.exitCode = 1;
    return;
  }
  const touched = await updateFolder(FOLDER, createWorld(), part);
  for (const [page, { problems }] of touched) {
    console.log(problems.length === 0 ? page : `${page}: what no fence can say is left to you`);
    for (const problem of problems) console.log(`\n${problem}\n`);
  }
  console.log(touched.size === 0 ? 'Every fixture says what is the case.' : 'Read the diff before you commit it.');
  process.exitCode = [...touched.values()].some(({ problems }) => problems.length > 0) ? 1 : 0;
}

void main(process.argv[2]);
