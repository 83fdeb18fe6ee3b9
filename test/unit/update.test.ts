import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TRIES_ALL } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { fixturePages, updateFolder, updatePage } from '../harness/updateFixtures.ts';

const FOLDER = 'test/fixtures';

/** A page on which everything that can be written holds. */
const PAGE = `# A page

## A test

\`\`\`py a.py
item = {"resultCode": "Already$0TurnedOn", "smartHomeDevice": {}}
#                      ^^^^^^^^^^^^^^^ [unknown-code] warning 💡 "AlreadyTurnOn"
\`\`\`

Words between.

\`\`\`completion
AlreadyTurnOn
...
-OK
\`\`\`

\`\`\`accept AlreadyTurnOn
item = {"resultCode": "AlreadyTurnOn", "smartHomeDevice": {}}
\`\`\`

\`\`\`fix
item = {"resultCode": "AlreadyTurnOn", "smartHomeDevice": {}}
\`\`\`

\`\`\`ts b.ts
export function text(error: ThinQApiError) {
  sw$0itch (error.code) {
  //      ^^^^^^^^^^ [unhandled-device-error] warning 💡
    case '1222':
      return 'offline';
  }
}
\`\`\`

\`\`\`hover
Handles 1 of 27 device-level ThinQ codes; 26 are not handled.
Without an arm of their own:
- tell the user: \`1205\` Not registered device, \`1211\` Not registered device by user, \`1212\` Not owned device, \`1213\` Not registered device, \`1217\` Already device deleted, \`1308\` No control authority, \`2213\` Retry after deleting device, \`2301\` Command not supported in REMOTE OFF, \`2302\` Command not supported in (STATE), \`2303\` Command not supported in ERROR, \`2304\` Command not supported in POWER OFF, \`2305\` Command not supported in (MODE)
- do not retry: \`1210\` Not registered device in service, \`1219\` Not supported model, \`1220\` Not supported feature, \`1221\` Not supported product, \`2101\` Not supported model, \`2201\` Not provided feature, \`2202\` Not supported product, \`2203\` Not existent model JSON
- retry: \`1223\` Invalid status device, \`2205\` Invalid device status, \`2208\` Fail device control, \`2209\` Device response delay, \`2210\` Retry request
- back off, then retry: \`2212\` Syncing
\`\`\`

\`\`\`lenses
2: Handles 1 of 27 device-level ThinQ codes; 26 are not handled
\`\`\`
`;

const MODEL = `## A model

\`\`\`js a.js
class Codes {
  static LOST = '1222';
}
\`\`\`

\`\`\`py a.py
class Codes:
    LOST = "1222"
\`\`\`

\`\`\`model
declaration "1222" produced by LOST as LOST
\`\`\`
`;

describe('writing what is the case into fixtures', function () {
  this.timeout(60_000);
  const world = createWorld();
  const update = async (markdown: string): Promise<string> => (await updatePage(markdown, world)).markdown;

  it('changes nothing where all is well', async () => {
    const copy = mkdtempSync(join(tmpdir(), 'fixtures-'));
    try {
      cpSync(FOLDER, copy, { recursive: true });
      // That other words than these would be written is what running any fixture finds, too.
      const part = TRIES_ALL ? '' : 'legacy-success';
      assert.deepEqual([...(await updateFolder(copy, world, part)).keys()], []);
      const pages = fixturePages(FOLDER);
      assert.ok(pages.length > 40 && pages.some((page) => page.includes(part)));
      for (const page of pages)
        assert.equal(readFileSync(join(copy, page), 'utf8'), readFileSync(join(FOLDER, page), 'utf8'), page);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });

  it('knows the page that is broken here as right', async () => assert.equal(await update(PAGE), PAGE));

  for (const [what, right, wrong] of [
    ['carets', '                      ^^^^^^^^^^^^^^^ ', '             ^^ '],
    ['a severity', '] warning 💡 "AlreadyTurnOn"', '] error 💡 "AlreadyTurnOn"'],
    ['a mark for a fix', ' 💡 "AlreadyTurnOn"', ' "AlreadyTurnOn"'],
    [
      'an expectation without words',
      '  //      ^^^^^^^^^^ [unhandled-device-error] warning 💡\n',
      '  //      ^ [unhandled-device-error] hint\n',
    ],
    ['an expectation too many', "    case '1222':\n", "    // [unknown-code] error\n    case '1222':\n"],
    ['labels', 'AlreadyTurnOn\n...\n', 'Banana\n...\nAlreadyTurnOn\n'],
    ['a label that must not be offered', '...\n-OK', '...\n-AlreadyTurnOn\n-OK'],
    ['the text after an item', 'accept AlreadyTurnOn\nitem = {"resultCode"', 'accept AlreadyTurnOn\nitem = {"x"'],
    ['the text after a fix', 'fix\nitem = {"resultCode": "AlreadyTurnOn"', 'fix\nitem = {"resultCode": "'],
    [
      'a line of a hover',
      'Handles 1 of 27 device-level ThinQ codes; 26 are not handled.\n',
      'Handles 7 of 30 codes; are not handled.\n',
    ],
    ['a hover that was taken for none', /```hover\nHandles 1 of 27 [\s\S]*?\n```\n/, '```hover\n```\n'],
    ['lenses', '2: Handles 1 of 27 device-level ThinQ codes; 26 are not handled\n', '2: Handles 9\n'],
  ] as const) {
    it(`mends ${what}`, async () => {
      const broken = PAGE.replace(right, wrong);
      assert.notEqual(broken, PAGE);
      assert.equal(await update(broken), PAGE);
    });
  }

  it('writes an expectation that was missing, with the whole message', async () => {
    const broken = PAGE.replace(/^# {2}.*\n/m, '');
    assert.match(
      await update(broken),
      /^# {22}\^{15} \[unknown-code\] warning 💡 ".*AlreadyTurnedOn.*AlreadyTurnOn.*"$/m,
    );
  });

  it('keeps the words of a message only where they are still said', async () => {
    const broken = PAGE.replace('💡 "AlreadyTurnOn"', '💡 "Banana"');
    assert.doesNotMatch(await update(broken), /Banana/);
  });

  it('adds no fence', async () => {
    const bare = PAGE.replaceAll(/```(?:completion|accept|fix|hover|lenses)[^`]*```\n+/g, '');
    assert.equal(await update(bare), bare);
  });

  it('makes the marks of a fence longer where its text needs it', async () => {
    const answer = '```json\n{ "resultCode": "AlreadyTurnedOn", "smartHomeDevice": {} }\n```\n';
    const updated = await update(`## A\n\n\`\`\`\`md a.md\n${answer}\`\`\`\`\n\n\`\`\`fix\nBanana\n\`\`\`\n`);
    assert.ok(updated.endsWith(`\n\`\`\`\`fix\n${answer.replace('Turned', 'Turn')}\`\`\`\`\n`), updated);
    assert.equal(await update(updated), updated);
  });

  it('mends a model that all languages agree on', async () => {
    assert.equal(await update(MODEL), MODEL);
    assert.equal(await update(MODEL.replace('produced by', 'listed by')), MODEL);
  });

  it('leaves a model that they do not agree on, and says so', async () => {
    const broken = MODEL.replace('LOST = "1222"', 'LOST = "1205"');
    const { markdown, problems } = await updatePage(broken, world);
    assert.equal(markdown, broken);
    assert.match(problems.join(), /A model: a\.py: another model than expected/);
  });

  it('says what no fence can', async () => {
    const page = PAGE.replace('```fix\n', '```fix Banana\n');
    const { markdown, problems } = await updatePage(page, world);
    assert.equal(markdown, page);
    assert.match(problems.join(), /A test: a\.py: no fix "Banana"/);
  });
});
