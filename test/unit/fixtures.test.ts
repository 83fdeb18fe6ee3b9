import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Description, isContainer, isProse, isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import type { ReadingPolicy } from '../../server/src/service/documents.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { runFixture } from '../harness/runFixture.ts';

const FOLDER = 'test/fixtures';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md') && file !== 'README.md' && !file.startsWith('model/'))
  .sort();

describe('the runner of fixtures', () => {
  const world = createWorld();
  const item = (expectation: string, behind = ''): string =>
    `## A test\n\n\`\`\`py a.py\nitem = {"resultCode": "Already$0TurnedOn", "smartHomeDevice": {}}\n${expectation}\`\`\`\n${behind}`;
  const fence = (info: string, body: string): string => `\n\`\`\`${info}\n${body}\`\`\`\n`;
  const RIGHT = '#                      ^^^^^^^^^^^^^^^ [unknown-code] warning 💡 "AlreadyTurnOn"\n';
  const run = async (markdown: string): Promise<string> => {
    const [fixture] = readFixtures(markdown);
    assert.ok(fixture);
    return (await runFixture(fixture, world)).join('\n');
  };

  it('is content with what is right', async () => assert.equal(await run(item(RIGHT)), ''));

  for (const [what, markdown, problem] of [
    ['a finding that was not expected', item(''), /^\+ .*AlreadyTurnedOn/m],
    ['a finding that does not come', item(RIGHT + RIGHT), /^- .*unknown-code/m],
    ['another column', item(RIGHT.replace('^^', ' ^')), /^- .*\n\+ /m],
    ['another severity', item(RIGHT.replace('warning', 'error')), /^- .*\n\+ /m],
    ['another rule', item(RIGHT.replace('unknown-code', 'code-type')), /^- .*\n\+ /m],
    ['a fix that was not expected', item(RIGHT.replace(' 💡', '')), /^- .*\n\+ /m],
    ['another message', item(RIGHT.replace('"AlreadyTurnOn"', '"Banana"')), /^- .*\n\+ /m],
    ['another text after the fix', item(RIGHT, fence('fix', 'item = {}\n')), /^- item = \{\}$/m],
    ['a fix that is not there', item(RIGHT, fence('fix Banana', '')), /no fix "Banana"/],
    ['a hover that is not there', item(RIGHT, fence('hover', 'Banana\n')), /the hover lacks\n- Banana/],
    ['an item that is not offered', item(RIGHT, fence('completion', 'Banana\n...\n')), /^- Banana/m],
    [
      'an item that must not be offered',
      item(RIGHT, fence('completion', '-AlreadyTurnOn\n')),
      /must not be: AlreadyTurnOn/,
    ],
    ['items where there are to be none', item(RIGHT, fence('completion', '')), /other items than expected/],
    ['another text after an item', item(RIGHT, fence('accept AlreadyTurnOn', 'item = {}\n')), /^- item = \{\}$/m],
  ] as const) {
    it(`finds ${what}`, async () => assert.match(await run(markdown), problem));
  }

  describe('that misses a finding', () => {
    const HINT = /unknown-code\] warning .*\nfound only when nothing is left out: add a cue$/m;
    const runIn = async (policy: ReadingPolicy, markdown: string): Promise<string> => {
      const [fixture] = readFixtures(markdown);
      assert.ok(fixture);
      return (await runFixture(fixture, createWorld(policy))).join('\n');
    };

    it('says so where the text was passed over unparsed', async () =>
      assert.match(await runIn({ mayHaveFindings: () => false }, item(RIGHT)), HINT));

    it('says so where its part of the text was left out', async () => {
      const leavesOutAll = (one: Description): Description =>
        isTree(one) || isProse(one) || isContainer(one)
          ? one
          : { ...one, read: (_, vocabulary) => one.read('', vocabulary) };
      const inJson = item(RIGHT.replace('#  ', '// ')).replace('py a.py\nitem =', 'json a.json\n      ');
      assert.equal(await run(inJson), '');
      assert.match(await runIn({ languages: LANGUAGES.map(leavesOutAll) }, inJson), HINT);
    });

    it('says nothing of the kind where there is none in the whole text either', async () =>
      assert.doesNotMatch(await run(item(RIGHT + RIGHT)), /add a cue/));
  });

  for (const [what, markdown] of [
    ['an expectation with a slip in it', item(RIGHT.replace('warning', 'warnin'))],
    ['a fence of unknown kind', item(RIGHT, fence('hoover', ''))],
    ['a fence that is never closed', item(RIGHT, '\n```hover\n')],
    ['a test without a file', '## A test\n'],
    ['two tests of one name', item(RIGHT) + item(RIGHT)],
  ] as const) {
    it(`refuses ${what}`, () => assert.throws(() => readFixtures(markdown)));
  }
});

describe('fixtures', () => {
  const world = createWorld();
  for (const file of files) {
    for (const fixture of readFixtures(readFileSync(join(FOLDER, file), 'utf8'))) {
      it(`${file} › ${fixture.heading}`, async () => {
        const problems = await runFixture(fixture, world);
        if (problems.length > 0) assert.fail(`\n${problems.join('\n\n')}\n`);
      });
    }
  }
});
