import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/settings.ts';
import { abuse, type Ordinary, ordinaryCode } from '../harness/abuse.ts';
import { some, TRIES_ALL } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';

const SETTINGS = readSettings({}, 'en');
/** UTF-16 units of the longest files of many tokens: enough for a parser to get lost in. */
const LENGTH = TRIES_ALL ? 5_000 : 2_500;
/** And of the longest tokens: with all, about as many as are read at all. */
const TOKEN = TRIES_ALL ? 990_000 : 50_000;

describe('every grammar in one process, given what no file should be', function () {
  this.timeout(120_000);
  const world = createWorld();
  const root = world.project();
  const ordinary = ordinaryCode(TRIES_ALL ? 1 : 6);

  const diagnose = async ({ extension }: Ordinary, text: string) => {
    const document = world.document(root, `file${extension}`, text);
    const { diagnostics } = await world.service.diagnose(document, SETTINGS);
    for (const { span } of diagnostics) assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
    return diagnostics.map(({ rule, span }) => `${rule} ${span.start}`);
  };
  const before = new Map<string, readonly string[]>();

  for (const [turn, language] of ordinary.entries()) {
    it(`${language.id} gets through`, async () => {
      before.set(language.id, await diagnose(language, language.code));
      for (const { name, text } of some([...abuse(language, LENGTH, TOKEN)], 8, turn)) {
        try {
          await diagnose(language, text);
        } catch (error) {
          throw new Error(name, { cause: error });
        }
      }
    });
  }

  it('and all of them answer as before', async () => {
    for (const language of ordinary) {
      assert.deepEqual(await diagnose(language, language.code), before.get(language.id), language.id);
    }
    assert.ok([...before.values()].filter((found) => found.length > 0).length >= 14);
  });
});
