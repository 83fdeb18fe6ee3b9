import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** A step of a request: a file below the server's sources, and a function in it. */
interface Step {
  readonly file: string;
  readonly name: string;
  /** It stands behind an arrow. */
  readonly leads: boolean;
}

/** What each request may cost whoever reads it: how often it goes on into another room. */
const MOST_HOPS: ReadonlyMap<string, number> = new Map([
  ['One hover', 4],
  ['One diagnostic', 6],
]);

describe('ARCHITECTURE.md', () => {
  const page = readFileSync('ARCHITECTURE.md', 'utf8');
  const sourceOf = (file: string): string => readFileSync(`server/src/${file}`, 'utf8');
  const roomOf = (file: string): string => file.slice(0, file.indexOf('/'));

  for (const [heading, most] of MOST_HOPS) {
    it(`walks ${heading.toLowerCase()} through functions that there are, and at most ${most} times into another room`, () => {
      const steps = stepsUnder(page, heading);
      assert.ok(steps.length > most, `${steps.length} steps`);
      let hops = 0;
      for (const [index, { file, name, leads }] of steps.entries()) {
        const called = new RegExp(`\\b${name}\\b`);
        assert.match(sourceOf(file), called, `${file} has no ${name}`);
        const above = steps.slice(0, index);
        const isCalled = above.some((step) => called.test(sourceOf(step.file)));
        assert.ok(index === 0 || isCalled, `nothing above calls ${name}`);
        const isOther = index > 0 && roomOf(file) !== roomOf(above.at(-1)?.file ?? '');
        assert.equal(leads, isOther, `${name}: an arrow, or none`);
        if (isOther) hops++;
      }
      assert.ok(hops <= most, `${hops} hops`);
    });
  }
});

function stepsUnder(page: string, heading: string): readonly Step[] {
  const section = page.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^\d+\. (→ )?`([^`]+)` `(\w+)`/gm)].map(([, arrow, file = '', name = '']) => ({
    file,
    name,
    leads: arrow !== undefined,
  }));
}
