import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Encoding } from '../../server/src/lsp/client.ts';
import { createDocumentFactory } from '../../server/src/lsp/positions.ts';
import { runs } from '../harness/extent.ts';

const SEED = 20_261_129;

/** How many units of an encoding a text has, as Node and the language itself count. */
const WIDTHS: ReadonlyMap<Encoding, (text: string) => number> = new Map([
  ['utf-8', (text) => Buffer.byteLength(text)],
  ['utf-16', (text) => text.length],
  ['utf-32', (text) => [...text].length],
]);

const text = fc
  .array(fc.constantFrom('a', 'é', '방', '😀', '\n', '\r\n', 'ab c'), { maxLength: 30 })
  .map((pieces) => pieces.join(''));

/** Offsets that divide no character and no line end. */
function boundariesOf(whole: string): readonly number[] {
  const found = [0];
  for (const [piece] of whole.matchAll(/\r\n|[\s\S]/gu)) found.push((found.at(-1) ?? 0) + piece.length);
  return found;
}

describe('positions', () => {
  for (const [encoding, widthOf] of WIDTHS) {
    const factory = createDocumentFactory(() => encoding);
    const positionIn = (whole: string, offset: number) => {
      const lines = whole.slice(0, offset).split('\n');
      return { line: lines.length - 1, character: widthOf(lines.at(-1) ?? '') };
    };

    it(`in ${encoding} are those that somebody else counts, there and back, in any order`, () => {
      fc.assert(
        fc.property(text, fc.array(fc.nat(), { maxLength: 20 }), (whole, picks) => {
          const document = factory.create('file:///a', 'text', 1, whole);
          const boundaries = boundariesOf(whole);
          for (const pick of picks) {
            const offset = boundaries[pick % boundaries.length] ?? 0;
            const position = positionIn(whole, offset);
            assert.deepEqual(document.positionAt(offset), position);
            assert.equal(document.offsetAt(position), offset);
          }
        }),
        { seed: SEED, numRuns: runs(100) },
      );
    });

    it(`in ${encoding} hold for edits, one after the other`, () => {
      const edit = fc.tuple(fc.nat(), fc.nat(), text);
      fc.assert(
        fc.property(text, fc.array(edit, { maxLength: 6 }), (started, edits) => {
          let whole = started;
          const document = factory.create('file:///a', 'text', 1, whole);
          const changes = edits.map(([from, to, inserted]) => {
            const boundaries = boundariesOf(whole);
            const [start = 0, end = 0] = [from, to]
              .map((pick) => boundaries[pick % boundaries.length] ?? 0)
              .sort((a, b) => a - b);
            const range = { start: positionIn(whole, start), end: positionIn(whole, end) };
            whole = whole.slice(0, start) + inserted + whole.slice(end);
            return { range, text: inserted };
          });
          assert.equal(factory.update(document, changes, 2).getText(), whole);
          assert.equal(document.version, 2);
        }),
        { seed: SEED, numRuns: runs(100) },
      );
    });
  }

  it('of findings on one line are counted in the line once, not once for each', () => {
    const lookedAt = (findings: number): number => {
      const document = createDocumentFactory(() => 'utf-8').create('file:///a', 'text', 1, '방 '.repeat(findings * 10));
      const { charCodeAt } = String.prototype;
      let looks = 0;
      String.prototype.charCodeAt = function (this: string, index: number) {
        looks++;
        return charCodeAt.call(this, index);
      };
      try {
        for (let finding = 0; finding < findings; finding++) {
          document.positionAt(finding * 20 + 5);
          document.positionAt(finding * 20 + 15);
        }
      } finally {
        String.prototype.charCodeAt = charCodeAt;
      }
      return looks;
    };
    const [once, twice] = [lookedAt(500), lookedAt(1000)];
    assert.ok(once >= 500 * 20 && twice <= 2.2 * once, `${once}, ${twice}`);
  });
});
