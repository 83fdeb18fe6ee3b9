import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { runModel } from '../harness/runFixture.ts';
import { hasNoForm, scenarioId } from '../harness/scenarios.ts';

const FOLDER = 'test/fixtures/model';
/** A dialect that only adds markup to another. */
const MARKUP = ['typescriptreact'];
/** Languages that write programs, each in its first dialect. */
const PROGRAMS = LANGUAGES.filter(isTree).flatMap((one) => {
  const [dialect] = one.languageIds;
  return one.isProgram && dialect !== undefined && !MARKUP.includes(dialect) ? { ...one, dialect } : [];
});

const scenarios = readdirSync(FOLDER)
  .sort()
  .flatMap((file) =>
    readFixtures(readFileSync(join(FOLDER, file), 'utf8')).map((fixture) => ({
      fixture,
      id: scenarioId(file, fixture.heading),
      dialects: fixture.files.map((one) => one.languageId),
    })),
  );

describe('the model is the same in every language', () => {
  const world = createWorld();
  for (const { fixture, id, dialects } of scenarios) {
    it(`model/${id.replace(/\/.*$/, '.md')} › ${fixture.heading}`, async () => {
      assert.notEqual(fixture.model, undefined, 'no `model` fence');
      const problems = await runModel(fixture, world);
      if (problems.length > 0) assert.fail(`\n${problems.join('\n\n')}\n`);
      assert.equal(new Set(dialects).size, dialects.length, 'a language comes twice');
      const absent = PROGRAMS.filter(({ dialect }) => !dialects.includes(dialect));
      assert.deepEqual(
        absent.filter((one) => !hasNoForm(one, id) && !one.isPartial).map((one) => one.id),
        [],
        'languages are missing that do not say to have no such form',
      );
    });
  }

  it('but for what a language has no form for: that is a scenario, and it has no fixture', () => {
    const pages = scenarios.map(({ id }) => id.replace(/\/.*$/, ''));
    for (const { id, dialect, noFormFor = [] } of PROGRAMS) {
      const written = scenarios.filter(({ dialects }) => dialects.includes(dialect));
      for (const name of noFormFor) {
        assert.ok(pages.includes(name) || scenarios.some((one) => one.id === name), `${id}: there is no ${name}`);
        assert.deepEqual(
          written.flatMap((one) => (hasNoForm({ noFormFor: [name] }, one.id) ? one.id : [])),
          [],
          `${id} is said to have no form for it`,
        );
      }
    }
  });

  it('or, in a language on its way, for what is to do', () => {
    for (const one of PROGRAMS.filter(({ isPartial }) => isPartial)) {
      const left = scenarios.filter(({ id, dialects }) => !dialects.includes(one.dialect) && !hasNoForm(one, id));
      assert.notEqual(left.length, 0, `${one.id} has all scenarios: it is no longer partial`);
      console.log(`      ${one.id}, to do: ${left.map(({ id }) => id).join(', ')}`);
    }
  });
});
