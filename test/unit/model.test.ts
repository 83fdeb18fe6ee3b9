import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { runModel } from '../harness/runFixture.ts';

const FOLDER = 'test/fixtures/model';
/** Each concept is written in each of these, and at most once in any other: not every language can say everything. */
const LANGUAGES = ['javascript', 'python', 'typescript'];

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
          LANGUAGES.filter((one) => !languages.includes(one)),
          [],
          'a language is missing',
        );
      });
    }
  }
});
