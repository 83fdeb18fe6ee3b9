import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { readSettings } from '../../server/src/settings.ts';
import { some, TRIES_ALL } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { SHAPES, type Shape } from '../harness/shapes.ts';
import { countWork, type Work, type WorkCounter } from '../harness/work.ts';

const SETTINGS = readSettings({ codeLens: true }, 'en');
const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** How often what a file is long of comes, in the shorter of two files. */
const SIZE = TRIES_ALL ? 300 : 100;
/** How much more work there may be for twice as much. */
const MOST = 2.2;
/** And for a piece of the work: what is looked up among n takes log n steps. */
const MOST_OF_PIECE = 2.5;
/** Steps for each character of the text below which a piece is no matter: a text of 1,000,000 is read in a second all the same. */
const FEW_STEPS = 4;

describe('twice as much of the same takes twice as long', function () {
  // Counting takes many times as long as what is counted; only what never ends is wrong.
  this.timeout(180_000);
  let counter: WorkCounter;
  before(async () => {
    counter = await countWork(pathToFileURL('dist/test/'));
  });
  after(() => counter.stop());

  // One in seventy-one: another shape in each language. The rest takes minutes.
  for (const shape of some(SHAPES, 71)) {
    it(`${shape.path}: ${shape.name}`, async () => {
      const [once, twice] = [await workOn(shape, SIZE), await workOn(shape, 2 * SIZE)];
      const worst = [...twice.work].filter(
        ([piece, count]) => count > FEW_STEPS * twice.length && count > MOST_OF_PIECE * (once.work.get(piece) ?? 0),
      );
      const ratio = sum(twice.work) / sum(once.work);
      assert.ok(ratio <= MOST, `${ratio.toFixed(2)} times as much`);
      assert.deepEqual(
        worst.map(([piece, count]) => `${piece}: ${once.work.get(piece) ?? 0}, then ${count}`),
        [],
      );
    });
  }

  /** Asks for all there is to say of a file. */
  async function workOn(
    { path, write }: Shape,
    size: number,
  ): Promise<{ readonly work: Work; readonly length: number }> {
    const world = createWorld();
    const root = world.project();
    const { service } = world;
    // What is only done the first time in a process does not count.
    await service.diagnose(world.document(root, path, write(3)), SETTINGS);
    const text = write(size);
    const document = world.document(root, path, text);
    const places = ['1222', 'resultCode'].flatMap((word) => [text.indexOf(word), text.lastIndexOf(word)]);
    const work = await counter.of(async () => {
      const { skipped } = await service.diagnose(document, SETTINGS);
      assert.equal(skipped, undefined);
      for (const place of places) await service.hover(document, place, SETTINGS);
      await service.lenses(document, SETTINGS);
      await service.actions(document, EVERYTHING, SETTINGS);
    });
    return { work, length: text.length };
  }
});

function sum(work: Work): number {
  let all = 0;
  for (const count of work.values()) all += count;
  return all;
}

describe('work', () => {
  it('is counted where it grows too fast', async () => {
    const counter = await countWork(pathToFileURL('dist/test/'));
    const count = (size: number): Promise<Work> =>
      counter.of(async () => {
        const text = 'x'.repeat(size);
        for (let at = 0; at < size; at++) text.indexOf('y', at);
      });
    const [once, twice] = [sum(await count(300)), sum(await count(600))];
    await counter.stop();
    assert.ok(once >= 300 ** 2 / 2 && twice / once > 3.5, `${once}, then ${twice}`);
  });
});
