import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { nodeFiles } from '../../server/src/node/files.ts';
import { wordsIn } from '../../server/src/program/words.ts';
import { type ProjectSearch, sourcesBehind } from '../../server/src/scan/behind.ts';
import { createByteFilter } from '../../server/src/scan/byteFilter.ts';
import type { Candidate, FileSystem } from '../../server/src/scan/walk.ts';
import { createWordFilter } from '../../server/src/scan/wordFilter.ts';
import { createFolder } from '../harness/commandLine.ts';
import { readFixtures } from '../harness/fixtures.ts';

const space = new Uint8Array(1 << 20);

function holds(text: string, words: Iterable<string>): boolean {
  const bytes = new TextEncoder().encode(text);
  space.set(bytes);
  return createWordFilter(words, space).holds(bytes.length);
}

describe('the words of a text in its bytes', () => {
  it('are found as whole words only', () => {
    assert.equal(holds('const a = OFFLINE;', ['OFFLINE']), true);
    assert.equal(holds('const a = codes.OFFLINE', ['OFFLINE']), true);
    assert.equal(holds('"$baseUrl/devices"', ['baseUrl']), true, 'behind a sign');
    assert.equal(holds('3d', ['d']), true, 'behind a digit, where no word begins');
    for (const text of ['WENT_OFFLINE', 'OFFLINE2', 'offline', '']) assert.equal(holds(text, ['OFFLINE']), false, text);
    assert.equal(holds('a-b', ['a-b']), false, 'nothing is called so');
    assert.equal(holds('anything at all', []), false);
  });

  it('are found by their ASCII where they have other letters', () => {
    assert.equal(holds('switch (오류.기기_OFFLINE한)', ['기기_OFFLINE한']), true);
    assert.equal(holds('switch (오류코드)', ['오류코드']), true);
    assert.equal(holds('switch (code)', ['오류코드']), false);
  });

  it('are found in every text that has them', () => {
    const letters = fc.constantFrom(...'aB_$0é한', ' ', '.', '\u{1F600}');
    const text = fc.string({ unit: letters, maxLength: 30 });
    fc.assert(
      fc.property(text, (written) => {
        for (const word of wordsIn(written)) assert.ok(holds(written, [word]), JSON.stringify([written, word]));
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('are found in the texts of the fixtures', () => {
    for (const page of readdirSync('test/fixtures').filter((name) => name.endsWith('.md') && name !== 'README.md')) {
      for (const { files } of readFixtures(readFileSync(`test/fixtures/${page}`, 'utf8'))) {
        for (const { text } of files) {
          const words = [...new Set(wordsIn(text))];
          for (const word of [words[0], words[words.length >> 1], words.at(-1)])
            if (word !== undefined) assert.ok(holds(text, [word]), `${page}: ${word}`);
        }
      }
    }
  });

  it('are found across the pieces of a file, however long they are', () => {
    const folder = createFolder();
    const small = new Uint8Array(256);
    for (const length of [1, 31, 32, 33, 63, 64, 65, 100]) {
      const word = `w${'x'.repeat(length - 1)}`;
      const filter = createWordFilter([word], small);
      for (let before = 100; before < 700; before += 7) {
        folder.write('a.ts', `${'ab '.repeat(before / 3)} ${word} ${'cd '.repeat(200)}`);
        const path = join(folder.path, 'a.ts');
        assert.equal(nodeFiles.search(path, small, filter.holds), true, `${length} behind ${before}`);
      }
    }
    folder.remove();
  });
});

describe('files behind others', () => {
  const MOST_FILES = 5;
  const words = ['OFFLINE'];
  const texts: Readonly<Record<string, string>> = {
    '/p/codes.ts': "import { ThinQApi } from 'thinqconnect'; export const OFFLINE = '1222';",
    '/p/uses.ts': "import { OFFLINE } from './codes';",
    '/p/other.ts': 'export const a = 1;',
    '/p/page.md': 'OFFLINE',
    '/elsewhere/uses.ts': "import { OFFLINE } from './codes';",
  };
  /** What was opened, and how often a disk was searched. */
  const run = async (
    behind: readonly string[],
    more: readonly Candidate[] = [],
  ): Promise<{ readonly opened: readonly string[]; readonly searched: readonly string[] }> => {
    const searched: string[] = [];
    const byteFilter = createByteFilter(['thinq']);
    const encoder = new TextEncoder();
    const files: FileSystem = {
      list: () => [],
      text: () => undefined,
      search(path, into, isIt) {
        searched.push(path);
        const bytes = encoder.encode(texts[path]);
        into.set(bytes);
        return isIt(bytes.length);
      },
      bytes: (path) => encoder.encode(texts[path]),
    };
    const projects: ProjectSearch = {
      rootOf: async (path) => (path.startsWith('/p/') ? '/p' : undefined),
      mayName: async () => false,
      wordsBehind: async () => new Set(behind),
      isOfProgram: (path) => path.endsWith('.ts'),
      mostFiles: MOST_FILES,
    };
    const candidates = [...Object.keys(texts).map((path) => ({ path, near: false })), ...more];
    const own = '/p/codes.ts';
    const scanned = { folders: ['/'], named: [], candidates, looked: new Set([own]), naming: [own], unsure: [] };
    const opened: string[] = [];
    const world = { files, byteFilter, onSkip: () => {} };
    for await (const { path } of sourcesBehind(scanned, projects, world)) opened.push(path);
    return { opened, searched };
  };

  it('are opened where they name what one that is about a vendor declares', async () => {
    assert.deepEqual(await run(words), { opened: ['/p/uses.ts'], searched: ['/p/uses.ts', '/p/other.ts'] });
  });

  it('are not even read where nothing is to be had', async () => {
    assert.deepEqual(await run([]), { opened: [], searched: [] });
  });

  it('are not read where a project has more files than anybody looks through', async () => {
    const many = Array.from({ length: MOST_FILES }, (_, at) => ({ path: `/p/${at}.ts`, near: false }));
    assert.deepEqual(await run(words, many), { opened: [], searched: [] });
    const passedOver = many.map(({ path }) => ({ path: path.replace('/p/', '/p/dist/'), near: false }));
    assert.equal((await run(words, passedOver)).opened.includes('/p/uses.ts'), true);
  });

  it('are looked at as often, however many projects there are', async () => {
    const looksAt = async (count: number): Promise<number> => {
      const folders = Array.from({ length: count }, (_, at) => `/many/${at}`);
      let looks = 0;
      const candidates = folders.map((folder) => ({
        near: false,
        get path(): string {
          looks++;
          return `${folder}/uses.ts`;
        },
      }));
      const naming = folders.map((folder) => `${folder}/codes.ts`);
      const projects: ProjectSearch = {
        rootOf: async (path) => path.slice(0, path.lastIndexOf('/')),
        mayName: async () => true,
        wordsBehind: async () => new Set(),
        isOfProgram: () => true,
        mostFiles: MOST_FILES,
      };
      const files: FileSystem = {
        list: () => [],
        text: () => undefined,
        search: () => false,
        bytes: () => new Uint8Array(),
      };
      const world = { files, byteFilter: createByteFilter(['thinq']), onSkip: () => {} };
      const scanned = { folders: ['/'], named: [], candidates, looked: new Set(naming), naming, unsure: [] };
      for await (const { path } of sourcesBehind(scanned, projects, world)) assert.fail(path);
      return looks / count;
    };
    assert.equal(await looksAt(200), await looksAt(20));
  });
});
