import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { grammars } from '../harness/host.ts';

/**
 * Bytes of the longest function. V8 13.6 (Node 24) takes memory that grows with the square of this to optimise one:
 * 0.6 GB for 140 kB, 3.5 GB for 430 kB, and ends the process where there is none. See server/grammars/README.md.
 */
const LONGEST = 60_000;

const registry: { grammars: readonly string[] } = JSON.parse(
  readFileSync('server/src/languages/registry.json', 'utf8'),
);

describe('grammars', () => {
  for (const path of registry.grammars) {
    it(`${basename(path)} has no function that the engine chokes on`, async () => {
      const longest = Math.max(...functionLengths(await grammars.read(basename(path))));
      assert.ok(longest > 0 && longest <= LONGEST, `${longest} bytes`);
    });
  }
});

/** The lengths of a wasm module's functions. */
function functionLengths(bytes: Uint8Array): readonly number[] {
  let at = 8;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const length = number();
    const end = at + length;
    if (section === CODE) {
      const lengths = Array.from({ length: number() }, () => {
        const size = number();
        at += size;
        return size;
      });
      assert.equal(at, end);
      return lengths;
    }
    at = end;
  }
  return [];
}

const CODE = 10;
