import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanInParallel } from '../../server/src/node/parallelScan.ts';
import { createByteFilter } from '../../server/src/scan/byteFilter.ts';
import type { FileSystem } from '../../server/src/scan/walk.ts';
import { createFolder } from '../harness/commandLine.ts';

/** More files than one thread takes by itself. */
const MANY = 6000;

describe('a second thread', () => {
  const bytes = new TextEncoder().encode('resultCode');
  const files: FileSystem = {
    list: () => undefined,
    text: () => undefined,
    search: () => true,
    bytes: () => bytes,
  };
  const candidates = Array.from({ length: MANY }, (_, index) => ({ path: `/f${index}.ts`, near: false }));
  const folder = createFolder();
  after(() => folder.remove());

  for (const [what, program] of [
    ['that throws', 'throw new Error("no memory");'],
    ['that ends without an answer', 'process.exit(3);'],
    ['that is not there', undefined],
  ] as const) {
    it(`${what} is told of, and its files are looked at`, async () => {
      const path = join(folder.path, `${what.replaceAll(' ', '-')}.cjs`);
      if (program !== undefined) writeFileSync(path, program);
      const told: string[] = [];
      const found = new Set<string>();
      const world = { files, byteFilter: createByteFilter(['resultCode']), onSkip: () => {} };
      const watch = { onTrouble: (message: string) => void told.push(message) };
      for await (const source of scanInParallel(candidates, world, path, watch)) found.add(source.path);
      assert.equal(found.size, MANY);
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /second thread has failed \((?:no memory|it ended with 3|Cannot find module)/);
    });
  }
});
