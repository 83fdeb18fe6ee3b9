import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import type { LanguageService } from '../../server/src/service/api.ts';
import { readSettings } from '../../server/src/settings.ts';
import { some } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { countWork, type Work } from '../harness/work.ts';

const SETTINGS = readSettings({}, 'en');
const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** What holds codes in a text of JSON, in one piece. */
const PIECES: readonly string[] = [
  '{"resultCode":"DeviceTurnedOf","smartHomeDevice":{"id":"1","properties":{"mode":{"a":[{"b":1}]}}}}',
  '{"requestId":"a","data":[{"resultCode":"OK","smartHomeDevice":{"id":"2"},"properties":[{"c":1},{"d":2}]}]}',
  '{"messageId":"m","timestamp":"t","error":{"code":"1222","message":"x"},"rows":[{"e":[1]},{"f":[2]}]}',
  '{"resultCode":"ControlError","smartHomeDevice":{"id":"3"},"errorProperties":[{"property":"a"},[[{"g":1}]]]}',
  '{"a \\"[{ b":"{[","list":[{"h":"]"},"1222",{"code":2305}]}',
];
const nothing = (index: number): string => `{"id":${index},"name":"lamp","size":[1,2,3],"state":{"t":{"c":24}}}`;
/** A list of things that are about nothing, with a piece among every so many. */
const list = (pieces: readonly string[], count: number): string =>
  `[${Array.from({ length: count }, (_, index) => (index % 400 === 7 ? pieces[(index / 400 - 7 / 400) % pieces.length] : nothing(index))).join(',')}]`;

describe('a long text of JSON', function () {
  this.timeout(60_000);
  const world = createWorld();
  const root = world.project();

  const said = async (service: LanguageService, text: string): Promise<readonly string[]> => {
    const document = world.document(root, 'list.json', text);
    const { diagnostics } = await service.diagnose(document, SETTINGS);
    const actions = await service.actions(document, EVERYTHING, SETTINGS);
    return [
      ...diagnostics.map(({ rule, span, message }) => `${rule} ${text.slice(span.start, span.end)} ${message}`),
      ...actions.map(({ title, edits }) => `${title} ${JSON.stringify(edits.map(({ text: written }) => written))}`),
    ];
  };

  it('says of its pieces what a short one says of them', async () => {
    for (const piece of some(PIECES, 3)) {
      const short = await said(world.service, `[${nothing(0)},${piece},${nothing(1)}]`);
      const long = list([piece], 4_000);
      assert.ok(long.length > 200_000);
      const found = await said(world.service, long);
      assert.deepEqual([...new Set(found)], [...new Set(short)], piece);
    }
  });

  it('is read where it is about codes, and skimmed elsewhere', async () => {
    const counter = await countWork(pathToFileURL('dist/test/'));
    const stepsIn = async (text: string): Promise<number> => {
      const fresh = createWorld();
      const document = fresh.document(fresh.project(), 'list.json', text);
      const work: Work = await counter.of(() => fresh.service.diagnose(document, SETTINGS));
      return [...work].reduce((all, [place, count]) => all + (place.includes('/modelBuilder.ts') ? count : 0), 0);
    };
    // Now and then V8 counts some of what came before as well, and never too little.
    const steps = async (text: string): Promise<number> => Math.min(await stepsIn(text), await stepsIn(text));
    const [once, twice] = [
      await steps(list(PIECES, 4_000)),
      await steps(`${list(PIECES, 4_000).slice(0, -1)},${list([nothing(1)], 4_000).slice(1)}`),
    ];
    await counter.stop();
    // A comma for each item that is left out.
    assert.ok(twice - once <= 4_000, `${once} steps, then ${twice}`);
    assert.ok(once < 20_000, `${once} steps`);
  });

  it('whose brackets do not fit is read as a whole', async () => {
    const text = `${list(PIECES, 4_000)}]}`;
    assert.ok((await said(world.service, text)).length > 0);
  });
});
