import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import type { Localized } from '../../server/src/catalog/types.ts';
import { createParallelScan } from '../../server/src/node/parallelScan.ts';
import { scanForOthers } from '../../server/src/node/scanForOthers.ts';
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
    bytes: () => bytes.slice(),
  };
  const candidates = Array.from({ length: MANY }, (_, index) => ({ path: `/f${index}.ts`, near: false }));
  const folder = createFolder();
  after(() => folder.remove());

  it('takes the blocks that nobody has taken, until no more come', () => {
    const { port1: here, port2: there } = new MessageChannel();
    for (const block of ['/a.ts\0/b.ts', '/c.ts', '/d.ts\0/e.ts']) here.postMessage(block);
    // The first block is taken; there are three, and one behind twice that says that these are all.
    const counts = new SharedArrayBuffer(8);
    new Int32Array(counts).set([1, 7]);
    const search: FileSystem['search'] = (path) => (path === '/d.ts' ? 'unreadable' : path !== '/c.ts');
    const world = { files: { ...files, search }, byteFilter: createByteFilter(['resultCode']) };
    const reply = scanForOthers({ counts }, there, world);
    here.close();
    assert.deepEqual(reply, { passed: ['/e.ts'], skipped: [['unreadable', '/d.ts']] });
  });

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
      const watch = { onTrouble: (message: Localized) => void told.push(message.en) };
      const scan = createParallelScan(world.byteFilter.words, path);
      // As folders tell of files: those that one thread takes by itself, and then one by one.
      scan.prepare(candidates.slice(0, MANY - 500));
      for (const one of candidates.slice(MANY - 500)) scan.prepare([one]);
      for await (const source of scan.run(candidates, world, watch)) found.add(source.path);
      assert.equal(found.size, MANY);
      assert.equal(told.length, 1);
      assert.match(told[0] ?? '', /second thread has failed \((?:no memory|it ended with 3|Cannot find module)/);
    });
  }
});
