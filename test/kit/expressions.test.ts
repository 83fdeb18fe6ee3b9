import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readSettings } from '../../server/src/settings.ts';
import { abuse, ordinaryCode } from '../harness/abuse.ts';
import {
  growthOf,
  type KnownExpressions,
  madeExpressions,
  RECORD,
  writtenExpressions,
} from '../harness/expressions.ts';
import { some, TRIES_ALL } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { SHAPES } from '../harness/shapes.ts';

const SETTINGS = readSettings({ codeLens: true }, 'en');
const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };
/** Of what is known to be linear, each so manieth is asked about again. */
const EVERY = TRIES_ALL ? 1 : 400;
/** Milliseconds in which recheck has to come to what it came to before, on a machine that does other things. */
const AGAIN_MS = 100_000;

describe('regular expressions', function () {
  // Recheck takes up to ten seconds for one.
  this.timeout(TRIES_ALL ? 3_600_000 : 300_000);
  const known = JSON.parse(readFileSync(RECORD, 'utf8')) as KnownExpressions;
  let found: ReadonlySet<string>;
  before(async () => {
    found = new Set([...(await writtenExpressions()), ...madeExpressions()]);
  });

  it('take linear time, or are named with what bounds them', () => {
    const named = new Set([...known.linear, ...Object.keys(known.bounded), ...Object.keys(known.excused)]);
    assert.ok(found.size > 1_000);
    const wrong = [...found].flatMap((one) => {
      const growth = named.has(one) ? 'linear' : growthOf(one);
      return growth === 'linear' ? [] : `${growth}: ${one}`;
    });
    assert.deepEqual(wrong, []);
  });

  it('are all there that are named', () => {
    const named = [...known.linear, ...Object.keys(known.bounded), ...Object.keys(known.excused)];
    assert.deepEqual(
      named.filter((one) => !found.has(one)),
      [],
    );
  });

  it('are asked about again', () => {
    const wrong = known.linear.filter((one, index) => index % EVERY === 0 && growthOf(one, AGAIN_MS) !== 'linear');
    assert.deepEqual(wrong, []);
  });

  it('with a bound are given no longer text', async () => {
    const longest = await longestTexts();
    const wrong = Object.entries(known.bounded).flatMap(([one, most]) => {
      const units = longest.get(one) ?? 0;
      return units > most ? `${units} units: ${one}` : [];
    });
    assert.deepEqual(wrong, []);
  });
});

/** The longest text that each expression is given, in files of every shape and with everything that no file should hold. */
async function longestTexts(): Promise<ReadonlyMap<string, number>> {
  const longest = new Map<RegExp | string, number>();
  const { exec } = RegExp.prototype;
  RegExp.prototype.exec = function (text) {
    const units = String(text).length;
    if ((longest.get(this) ?? -1) < units) longest.set(this, units);
    return exec.call(this, text);
  };
  try {
    const world = createWorld();
    const root = world.project();
    for (const { path, text } of longFiles()) {
      const document = world.document(root, path, text);
      await world.service.diagnose(document, SETTINGS);
      for (const word of ['1222', 'resultCode']) {
        const at = text.indexOf(word) + 1;
        await world.service.hover(document, at, SETTINGS);
        await world.service.complete(document, at, SETTINGS);
      }
      await world.service.actions(document, EVERYTHING, SETTINGS);
    }
  } finally {
    RegExp.prototype.exec = exec;
  }
  const bySource = new Map<string, number>();
  for (const [one, units] of longest) bySource.set(String(one), Math.max(units, bySource.get(String(one)) ?? 0));
  return bySource;
}

function* longFiles(): Generator<{ readonly path: string; readonly text: string }> {
  for (const { path, write } of some(SHAPES, 71)) yield { path, text: write(150) };
  for (const language of some(ordinaryCode(), 9)) {
    const path = `file${language.extension}`;
    const code = `// ThinQAPIException smartHomeDevice\n${language.code.slice(0, 5_000)}`;
    yield { path, text: code.replaceAll(/\berror\b/g, `error${'x'.repeat(6_000)}`) };
    yield { path, text: code.replaceAll(/\bcode\b/g, `code${'x'.repeat(3_000)}`) };
    yield { path, text: code.replaceAll(/"([A-Za-z]+)"/g, `"$1${' '.repeat(3_000)}"`) };
    yield { path, text: code.replaceAll(' ', ' '.repeat(40)) };
    if (TRIES_ALL) for (const { text } of abuse(language, 2_500, 6_000)) yield { path, text };
  }
}
