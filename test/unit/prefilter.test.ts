import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { claimedText } from '../../server/src/evidence/text/claimedText.ts';
import type { CommentMarks } from '../../server/src/evidence/text/comments.ts';
import { joinCues } from '../../server/src/evidence/text/cues.ts';
import { createPrefilter } from '../../server/src/evidence/text/prefilter.ts';
import { SearchedText } from '../../server/src/evidence/text/searchedText.ts';
import { createSignalReader } from '../../server/src/evidence/text/signals.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { escapeRegExp } from '../../server/src/model/escapeRegExp.ts';
import { NO_PROJECT, type ProjectFacts } from '../../server/src/project/facts.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { createByteFilter, quadsFor } from '../../server/src/scan/byteFilter.ts';
import { CUES, createScreen, wordsToScanFor } from '../../server/src/service/cues.ts';
import { readFixtures } from '../harness/fixtures.ts';

describe('the question before parsing', () => {
  const data = loadCatalogData();
  const readSignals = createSignalReader(createCatalog(data));
  const { words, mayHaveFindings } = createPrefilter(data, CUES);
  const byteFilter = createByteFilter(words);
  const holds = (bytes: Uint8Array, filter = byteFilter): boolean => {
    filter.space.set(bytes);
    return filter.holds(bytes.length);
  };
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const anyWord = new RegExp(words.map(escapeRegExp).join('|'), 'i');
  /** As many as `prefilter.c` looks for at once. */
  const MOST_QUADS = 16;

  it('looks for what every rule lives on', () => {
    assert.deepEqual(wordsToScanFor(), words);
    const lines = { codes: '"1222"', texts: 'Not connected device', vendors: 'smart_home', responses: 'request_id' };
    const project: ProjectFacts = { ...NO_PROJECT, implied: ['thinq', 'nugu'] };
    const isParsed = (text: string, facts = project): boolean =>
      mayHaveFindings(new SearchedText(text, {}).search, facts, () => readSignals(new SearchedText(text, {})));
    assert.equal(isParsed('const nothing = "of note";'), false);
    for (const { id, cues } of RULES) {
      assert.ok(cues.anywhere || cues.shared || cues.words, `${id} lives on nothing`);
      for (const word of cues.anywhere ?? []) {
        assert.ok(words.includes(word), `${id}: ${word}`);
        assert.ok(isParsed(`// ${word}`, NO_PROJECT), `${id}: ${word}`);
      }
      for (const name of cues.shared ?? []) {
        const line = { ...lines, directives: 'directive' }[name];
        assert.ok(isParsed(line), `${id}: ${name}`);
      }
    }
  });

  describe('takes the word of a project for what somebody has written', () => {
    const project: ProjectFacts = { ...NO_PROJECT, declared: ['thinq'] };
    const MARKS = { line: '//', block: ['/*', '*/'] } as const;
    const isParsed = (text: string, { isProgram = true, onlyDeclares = false, marks = MARKS as CommentMarks } = {}) => {
      const asked = new SearchedText(text, marks);
      const claimed = { text: () => claimedText(text, marks, isProgram), onlyDeclares };
      return mayHaveFindings(asked.search, project, () => readSignals(asked), claimed);
    };
    const LONG = 'x'.repeat(20_000);

    for (const text of [
      "if (code === '1222') {",
      "report('// 1222', '1222')",
      "url.replace(/\\/*$/, '');\nif (code === '1222') {",
      "test(/^https?:\\/\\//); if (code === '1222') {",
      `const type = 'image/*' + kind;\nif (code === '1222') {`,
      "<input type=file accept=image/*>\nif (code === '1222') {",
      "/* never closed\nif (code === '1222') {",
      "/* 1 */ if (code === '1222') {",
      "const ignored = `\n/*.log\n`;\nif (code === '1222') {\n/* 1 */",
      `const icon = '${LONG}';\nif (code === '1222') {`,
      'return { messageId, error };',
    ])
      it(`as in ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(isParsed(text), true));

    for (const text of [
      "// '1222'\nif (code) {",
      "  /* '1222'\n   * '2305' */\nif (code) {",
      `${LONG} if (code === '1222') {`,
    ])
      it(`and not for ${JSON.stringify(text.slice(0, 60))}`, () => assert.equal(isParsed(text), false));

    it('so that data may stand on one line', () =>
      assert.equal(isParsed(`[${LONG}, { "code": "1222" }]`, { isProgram: false }), true));

    it('but not for keys where nothing is sent', () => {
      const declares = { onlyDeclares: true };
      assert.equal(isParsed('export interface Answer { messageId: string }', declares), false);
      assert.equal(isParsed("export type Code = '1222' | '2305';", declares), true);
    });

    it('which is not needed where the text names a vendor', () =>
      assert.equal(isParsed(`// ${LONG}\nimport { ThinQApi } from 'thinqconnect';`), true));
  });

  it('takes a word that makes a text worth parsing for one that keeps a function, too', () => {
    const { anywhere, inProjects, inFunctions } = joinCues([
      { words: ['due_?date'], inFunctions: ['later'] },
      { words: ['due_?date'], anywhere: ['x.y/z'] },
    ]);
    assert.deepEqual(anywhere, ['x.y/z']);
    assert.deepEqual(inProjects, ['due_?date', 'x\\.y\\/z']);
    assert.deepEqual(inFunctions, ['due_?date', 'x\\.y\\/z', 'later']);
  });

  it('finds a word wherever it stands, up to the last byte', () => {
    const filler = encode('const a = "한글 readyState"; // toContain Unsubscribe testSuite\n'.repeat(40));
    const more = ['turnOffAfter', 'zzzz', '~~{}'];
    const wider = createByteFilter([...words, ...more]);
    assert.ok(quadsFor([...words, ...more]).length <= MOST_QUADS);
    assert.equal(holds(filler), false);
    assert.equal(holds(filler, wider), false);
    const spellings = [...words, 'ThinQ', 'THINQ', 'messageid', 'MESSAGEID', 'RESULTCODE'];
    for (const [filter, all] of [
      [byteFilter, spellings],
      [wider, more],
    ] as const) {
      for (const word of all) {
        for (let at = 0; at < 40; at++) {
          const bytes = Uint8Array.from([...filler.slice(0, 200 + at), ...encode(word), ...filler.slice(0, at)]);
          assert.ok(holds(bytes, filter), `${word} at ${200 + at}`);
          const last = Uint8Array.from([...filler.slice(0, at), ...encode(word)]);
          assert.ok(holds(last, filter), `${word} at the end`);
        }
      }
    }
  });

  it('refuses what no search through bytes would find', () => {
    for (const word of ['abc', '', '한글한글']) assert.throws(() => createByteFilter([word]), RangeError, word);
  });

  it('does not see what an earlier file has left behind', () => {
    assert.equal(holds(encode(`${' '.repeat(100)}errorProperties`)), true);
    assert.equal(holds(encode(' '.repeat(100))), false);
    assert.equal(holds(encode(`${' '.repeat(100)}errorProp`)), false);
  });

  /** Every text of the fixtures, with what tells it from others. */
  const texts = readdirSync('test/fixtures', { recursive: true, encoding: 'utf8' })
    .filter((page) => page.endsWith('.md') && page !== 'README.md')
    .flatMap((page) =>
      readFixtures(readFileSync(`test/fixtures/${page}`, 'utf8')).map(({ files }) => ({ page, files })),
    )
    .flatMap(({ page, files }) => files.map(({ text, path }) => ({ text, path, where: `${page}: ${path}` })));

  it('lets the bytes of every text through that the service would parse', () => {
    let count = 0;
    for (const { text, where } of texts) {
      const signals = readSignals(new SearchedText(text, {}));
      assert.ok((signals.found.thinq.length === 0 && signals.found.nugu.length === 0) || anyWord.test(text), where);
      if (!mayHaveFindings(new SearchedText(text, {}).search, NO_PROJECT, () => signals)) continue;
      count++;
      assert.ok(holds(encode(text)), where);
    }
    assert.ok(count > 300, `${count}`);
  });

  it('screens no text out that the service would parse, or that is about a vendor', () => {
    const screen = createScreen();
    const project: ProjectFacts = { ...NO_PROJECT, declared: ['thinq', 'nugu'] };
    for (const { text, path, where } of texts) {
      const language = LANGUAGES.find(({ extensions }) => extensions.some((one) => path.endsWith(one)));
      const signals = readSignals(new SearchedText(text, language?.comment ?? {}));
      const { thinq, nugu } = signals.found;
      if (thinq.length > 0 || nugu.length > 0) assert.ok(screen.mayName(text), where);
      if (mayHaveFindings(new SearchedText(text, {}).search, NO_PROJECT, () => signals))
        assert.ok(screen.mayHaveFindings(text, path, 'of nobody'), where);
      if (mayHaveFindings(new SearchedText(text, {}).search, project, () => signals))
        assert.ok(screen.mayHaveFindings(text, path, 'of vendors'), where);
    }
  });
});
