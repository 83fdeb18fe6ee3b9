import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { FUNCTION_LIMIT_BYTES, longestFunction } from '../../scripts/wasmFunctions.mjs';
import { grammars } from '../harness/host.ts';

const registry: { grammars: readonly string[] } = JSON.parse(
  readFileSync('server/src/languages/registry.json', 'utf8'),
);

describe('grammars', () => {
  for (const path of registry.grammars) {
    it(`${basename(path)} has no function that the engine chokes on`, async () => {
      const longest = longestFunction(await grammars.read(basename(path)));
      assert.ok(
        longest > 0 && longest <= FUNCTION_LIMIT_BYTES,
        `a function of ${longest} bytes, at most ${FUNCTION_LIMIT_BYTES}: see server/grammars/README.md`,
      );
    });
  }
});
