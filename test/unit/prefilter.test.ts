import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { createPrefilter, WINDOWS } from '../../server/src/evidence/text/prefilter.ts';
import { createSignalReader } from '../../server/src/evidence/text/signals.ts';
import { NO_PROJECT } from '../../server/src/project/facts.ts';
import { createByteFilter } from '../../server/src/scan/byteFilter.ts';
import { readFixtures } from '../harness/fixtures.ts';

describe('the question before parsing', () => {
  const data = loadCatalogData();
  const readSignals = createSignalReader(createCatalog(data));
  const { words, mayHaveFindings } = createPrefilter(data);
  const byteFilter = createByteFilter(words);
  const holds = (bytes: Uint8Array): boolean => {
    byteFilter.space.set(bytes);
    return byteFilter.holds(bytes.length);
  };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const alternatives = words.source.split('|').map((word) => word.replaceAll('\\', ''));

  it('has a window for every word', () => {
    const windows = WINDOWS.map((sets) => new RegExp(sets.map((set) => `[${set}]`).join('')));
    for (const word of alternatives)
      assert.ok(
        windows.some((one) => one.test(word)),
        word,
      );
    assert.ok(WINDOWS.length <= 16);
  });

  it('finds a word wherever it stands, up to the last byte', () => {
    const filler = encode('const a = "한글 readyState"; // toContain Unsubscribe testSuite\n'.repeat(40));
    assert.equal(holds(filler), false);
    for (const word of alternatives) {
      for (let at = 0; at < 40; at++) {
        const bytes = Uint8Array.from([...filler.slice(0, 200 + at), ...encode(word), ...filler.slice(0, at)]);
        assert.ok(holds(bytes), `${word} at ${200 + at}`);
        assert.ok(holds(Uint8Array.from([...filler.slice(0, at), ...encode(word)])), `${word} at the end`);
      }
    }
  });

  it('does not see what an earlier file has left behind', () => {
    assert.equal(holds(encode(`${' '.repeat(100)}errorProperties`)), true);
    assert.equal(holds(encode(' '.repeat(100))), false);
    assert.equal(holds(encode(`${' '.repeat(100)}errorProp`)), false);
  });

  it('lets the bytes of every text through that the service would parse', () => {
    const folder = 'test/fixtures';
    let count = 0;
    for (const page of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!page.endsWith('.md') || page === 'README.md') continue;
      for (const { files } of readFixtures(readFileSync(`${folder}/${page}`, 'utf8'))) {
        for (const { text, path } of files) {
          const { found } = readSignals(text);
          assert.ok((found.thinq.length === 0 && found.nugu.length === 0) || words.test(text), `${page}: ${path}`);
          if (!mayHaveFindings(text, NO_PROJECT, () => readSignals(text))) continue;
          count++;
          assert.ok(holds(encode(text)), `${page}: ${path}`);
        }
      }
    }
    assert.ok(count > 300, `${count}`);
  });
});
