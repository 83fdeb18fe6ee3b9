import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { runModel } from '../harness/runFixture.ts';

const FOLDER = 'test/fixtures/model';
/** Languages that write programs, each in its first dialect. */
const PROGRAMS = LANGUAGES.filter((one) => isTree(one) && one.isProgram).flatMap(
  ({ languageIds }) => languageIds[0] ?? [],
);
/** A dialect that only adds markup to another. */
const MARKUP = ['typescriptreact'];

describe('the model is the same in every language', () => {
  const world = createWorld();
  for (const file of readdirSync(FOLDER).sort()) {
    for (const fixture of readFixtures(readFileSync(join(FOLDER, file), 'utf8'))) {
      it(`model/${file} › ${fixture.heading}`, async () => {
        assert.notEqual(fixture.model, undefined, 'no `model` fence');
        const problems = await runModel(fixture, world);
        if (problems.length > 0) assert.fail(`\n${problems.join('\n\n')}\n`);
        const languages = fixture.files.map((one) => one.languageId);
        assert.equal(new Set(languages).size, languages.length, 'a language comes twice');
        assert.deepEqual(
          PROGRAMS.filter((one) => !MARKUP.includes(one) && !languages.includes(one)).toSorted(),
          fixture.without.toSorted(),
          'a language is missing, or there though it is said to have no such form',
        );
      });
    }
  }
});
