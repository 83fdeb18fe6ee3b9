import assert from 'node:assert/strict';
import { inTime } from '../../server/src/lsp/inTime.ts';
import { readPieces } from '../../server/src/node/speakingFiles.ts';
import { SPEAKING_LIMIT_BYTES, SPEAKING_LIMIT_MS } from '../../server/src/project/reading.ts';
import { decode, encode } from '../../server/src/scan/decode.ts';

/** Reads a file of so many bytes, in pieces of at most so many. */
function fileOf(
  length: number,
  most = Number.POSITIVE_INFINITY,
): { readonly read: (space: Uint8Array) => number; asked(): number } {
  let left = length;
  let asked = 0;
  return {
    read(space) {
      asked++;
      const count = Math.min(left, most, space.length);
      space.fill(0x20, 0, count);
      left -= count;
      return count;
    },
    asked: () => asked,
  };
}

describe('a file that speaks for a project', () => {
  it('is read to its end, up to the limit', () => {
    const read = readPieces(fileOf(SPEAKING_LIMIT_BYTES).read, SPEAKING_LIMIT_BYTES);
    assert.equal(typeof read === 'string' && read.length, SPEAKING_LIMIT_BYTES);
  });

  it('is read to its end, whatever length it was said to have', () => {
    for (const said of [0, 4095, 100_000]) {
      const read = readPieces(fileOf(10_000).read, said);
      assert.equal(typeof read === 'string' && read.length, 10_000, `${said}`);
    }
  });

  it('without an end is given up at the limit', () => {
    const endless = fileOf(Number.POSITIVE_INFINITY);
    assert.deepEqual(readPieces(endless.read, 0), { refused: 'too large' });
    assert.ok(endless.asked() < 40, `${endless.asked()} reads`);
  });

  it('that comes byte by byte is given up when its time is over', () => {
    let now = 0;
    const slow = fileOf(1000, 1);
    const clock = (): number => (now += 100);
    assert.deepEqual(readPieces(slow.read, 1000, clock), { refused: 'too slow' });
    assert.ok(slow.asked() <= SPEAKING_LIMIT_MS / 100 + 1, `${slow.asked()} reads`);
  });

  it('that never comes does not keep others waiting', async () => {
    assert.equal(await inTime(new Promise<string>(() => {}), 5, 'over'), 'over');
    assert.equal(await inTime(Promise.resolve('done'), 60_000, 'over'), 'done');
  });
});

describe('a text', () => {
  for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
    it(`in ${encoding} is written as it was read`, () => {
      const bytes = encode('집 🏠 "1222"\r\n', { hasMark: true, encoding });
      assert.deepEqual(decode(bytes), { text: '집 🏠 "1222"\r\n', hasMark: true, encoding });
    });
  }
});
