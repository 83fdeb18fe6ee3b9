import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { Document } from '../../server/src/service/api.ts';
import { readSettings } from '../../server/src/settings.ts';
import { type Watch, watchCalls } from '../harness/entered.ts';
import { createWorld } from '../harness/host.ts';

const SETTINGS = readSettings({}, 'en');
const ABOUT = '// ThinQAPIException smartHomeDevice';
/** What a parser goes back over again and again. */
const TANGLED: readonly (readonly [path: string, text: string])[] = [
  ['numbers.dart', `${ABOUT}\nx = ${'1 '.repeat(4_000)}\n`],
  ['marks.dart', `${ABOUT}\nx = ${'`'.repeat(8_000)}\n`],
  ['Types.kt', `${ABOUT}\nval x = ${'<'.repeat(16_000)}\n`],
  ['Comments.kt', `${ABOUT}\nval x = 1 ${'/*'.repeat(8_000)}\n`],
  ['Comments.swift', `${ABOUT}\nlet x = 1 ${'/*'.repeat(8_000)}\n`],
];

describe('a text that is too tangled', function () {
  this.timeout(60_000);
  let watch: Watch;
  before(async () => {
    watch = await watchCalls(pathToFileURL('dist/test/'));
  });
  after(() => watch.stop());
  const world = createWorld();
  const root = world.project();
  const diagnose = (document: Document) => world.service.diagnose(document, SETTINGS);

  for (const [path, text] of TANGLED) {
    it(`is refused once: ${path}`, async () => {
      const { skipped } = await diagnose(world.document(root, path, text));
      assert.match(skipped?.reason.en ?? '', /nested too deeply/);
      const entered = await watch.during(() => diagnose(world.document(root, path, text)));
      assert.deepEqual(
        entered.filter(({ file }) => file === 'server/src/languages/tree/syntax/treeSitter.ts'),
        [],
      );
    });
  }

  it('is no other one on a machine that is busy', async () => {
    const { now } = performance;
    const text = `${ABOUT}\nconst answer = { resultCode: "DeviceTurnedOf", smartHomeDevice: {} };\n`;
    let calls = 0;
    // An hour goes by whenever somebody looks at the clock.
    performance.now = () => ++calls * 3_600_000;
    try {
      const { diagnostics, skipped } = await diagnose(world.document(root, 'answer.ts', text));
      assert.equal(skipped, undefined);
      assert.equal(diagnostics.length, 1);
    } finally {
      performance.now = now;
    }
  });
});
