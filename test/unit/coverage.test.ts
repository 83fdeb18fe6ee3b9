import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Vendor } from '../../server/src/catalog/types.ts';
import { type Coverage, coverageOf, percentOf, type State } from '../../server/src/coverage/coverage.ts';
import { FORMATS } from '../../server/src/coverage/formats/formats.ts';
import { usesOf } from '../../server/src/coverage/uses.ts';
import { createWorld } from '../harness/host.ts';

const catalog = createCatalog(loadCatalogData());
const { service, project, document } = createWorld();

/** The coverage of files that exist in memory only, by path. */
async function coverage(files: Readonly<Record<string, string>>, vendors?: readonly Vendor[]): Promise<Coverage> {
  const root = project();
  const found = [];
  for (const [path, text] of Object.entries(files)) {
    const reading = await service.resolve(document(root, path, text));
    if (reading) found.push(usesOf(path, text, reading.analysis, reading.isProgram));
  }
  return coverageOf(found, catalog, vendors);
}

/** The codes that are anywhere, each with its state. */
function statesOf({ vendors }: Coverage): Readonly<Record<string, State>> {
  const codes = vendors.flatMap((vendor) => [...vendor.codes, ...vendor.undocumented]);
  return Object.fromEntries(
    codes.filter(({ state }) => state !== 'absent').map(({ code, state }) => [code.code, state]),
  );
}

const THINQ = "import { ThinQApiError } from './thinq';\n";
const NUGU = 'interface Answer { resultCode: string; smartHomeDevice: unknown; }\n';

describe('coverage takes for', () => {
  for (const [what, text, states] of [
    [
      'handled what a switch has an arm for',
      `${THINQ}function f(error: ThinQApiError) { switch (error.code) { case '1222': return 1; case '2304': return 2; default: throw error; } }`,
      { 1222: 'handled', 2304: 'handled' },
    ],
    [
      'handled what is compared',
      `${THINQ}const f = (error: ThinQApiError) => error.code !== '1207';`,
      { 1207: 'handled' },
    ],
    [
      'handled what a map that is looked up has a key for',
      `${THINQ}const ADVICE = { '1222': 'a', '2202': 'b' };\nconst f = (error: ThinQApiError) => ADVICE[error.code];`,
      { 1222: 'handled', 2202: 'handled' },
    ],
    [
      'handled what falls into a range',
      `${THINQ}function f(error: ThinQApiError) { if (error.code.startsWith('110')) return 1; if (error.code === '1222') return 2; return 3; }`,
      { 1101: 'handled', 1102: 'handled', 1103: 'handled', 1104: 'handled', 1222: 'handled' },
    ],
    [
      'mentioned what a map has a key for that nobody looks up',
      `${THINQ}export const ADVICE = { '1222': 'a', '2202': 'b' };`,
      { 1222: 'mentioned', 2202: 'mentioned' },
    ],
    [
      'mentioned what a constant stands for',
      `${THINQ}export const ThinQError = { NOT_CONNECTED: '1222', BUSY: '2210' };`,
      { 1222: 'mentioned', 2210: 'mentioned' },
    ],
    [
      'mentioned what is compared with a number, since codes are strings',
      `${THINQ}const f = (error: ThinQApiError) => error.code === 1205;`,
      { 1205: 'mentioned' },
    ],
    [
      'to do what has an arm that holds nothing but a TODO',
      `${THINQ}function f(error: ThinQApiError) {\n  switch (error.code) {\n    case '1222':\n      return 1;\n    case '2304': // TODO\n    case '2305':\n      // TODO: tell the user\n      break;\n  }\n}`,
      { 1222: 'handled', 2304: 'todo', 2305: 'todo' },
    ],
    [
      'reported what a NUGU answer carries',
      `${NUGU}const f = (device: unknown): Answer => ({ resultCode: 'DeviceTurnedOff', smartHomeDevice: device });`,
      { DeviceTurnedOff: 'reported' },
    ],
    [
      'reported what is answered by a function',
      `${NUGU}const f = (device: unknown) => [fail(device, 'DeviceTurnedOff'), fail(device, 'NoConnectionDevice')];`,
      { DeviceTurnedOff: 'reported', NoConnectionDevice: 'reported' },
    ],
    [
      'the most that is done with a code',
      `${THINQ}const OFFLINE = '1222';\nfunction f(error: ThinQApiError) { if (error.code === OFFLINE) return 1; throw new ThinQApiError('1222'); }`,
      { 1222: 'handled' },
    ],
    [
      'nothing the numbers of a database',
      "import sql from 'mssql';\nif (err.code === '1205' || err.number === 1222) retry();",
      {},
    ],
    [
      'nothing the number with which a socket closes',
      `${THINQ}socket.onclose = (event) => { if (event.code === 1000) return; again(2000); };`,
      {},
    ],
    ['nothing the words of comments', `${THINQ}// 1222 and 2305 are for later\n`, {}],
  ] as const) {
    it(what, async () => assert.deepEqual(statesOf(await coverage({ 'a.ts': text })), states));
  }

  it('mentioned at most what data and documents hold', async () => {
    const answer = `{ "messageId": "1", "timestamp": "2", "error": { "code": "1222", "message": "Not connected device" } }`;
    const files = { 'mock.json': answer, 'README.md': `# ThinQ\n\n\`\`\`json\n${answer}\n\`\`\`\n` };
    const found = await coverage(files);
    assert.deepEqual(statesOf(found), { 1222: 'mentioned' });
    assert.deepEqual(
      found.vendors[0]?.codes
        .find(({ code }) => code.code === '1222')
        ?.places.map(({ path, line }) => `${path}:${line}`),
      ['README.md:3', 'mock.json:0'],
    );
  });

  it('used, but in no document, what has been seen in the field only', async () => {
    const found = await coverage({ 'a.ts': `${THINQ}const f = (error: ThinQApiError) => error.code === '1314';` });
    assert.deepEqual(statesOf(found), { 1314: 'handled' });
    assert.equal(found.tally.covered, 0);
  });
});

describe('coverage', () => {
  const FILES = {
    'src/thinq/errors.ts': `${THINQ}export function f(error: ThinQApiError) { switch (error.code) { case '1222': return 1; case '2305': return 2; } }`,
    'src/nugu/answer.ts': `${NUGU}export const f = (d: unknown): Answer => ({ resultCode: 'AlreadyTurnOn', smartHomeDevice: d });`,
    'main.ts': `${THINQ}function again(error: ThinQApiError) { switch (error.code) { case '1222': return 1; case '2210': return 2; default: return 3; } }`,
  };

  it('asks about the error codes that a vendor documents and a program can meet by name', async () => {
    const { vendors, tally } = await coverage({}, ['thinq', 'nugu']);
    assert.deepEqual(
      vendors.map(({ vendor, codes }) => [vendor, codes.length]),
      [
        ['thinq', 60],
        ['nugu', 30],
      ],
    );
    assert.equal(tally.total, 90);
  });

  it('is about the vendors whose codes are used, unless it is told which', async () => {
    const of = async (files: Readonly<Record<string, string>>, vendors?: readonly Vendor[]) =>
      (await coverage(files, vendors)).vendors.map(({ vendor }) => vendor);
    assert.deepEqual(await of(FILES), ['thinq', 'nugu']);
    assert.deepEqual(await of({ 'a.ts': FILES['main.ts'] }), ['thinq']);
    assert.deepEqual(await of({}), ['thinq', 'nugu']);
    assert.deepEqual(await of(FILES, ['nugu']), ['nugu']);
  });

  it('counts what is handled of ThinQ, and what is handled or reported of NUGU', async () => {
    const { tally } = await coverage(FILES);
    assert.deepEqual(tally, { handled: 3, reported: 1, todo: 0, mentioned: 0, absent: 86, covered: 4, total: 90 });
    assert.equal(percentOf(tally), 4);
    assert.equal(percentOf({ covered: 0, total: 0 }), 0);
    assert.equal(percentOf({ covered: 59, total: 60 }), 98);
  });

  it('puts each code into one class and one range, and into every directive that it can answer', async () => {
    const { vendors } = await coverage(FILES);
    for (const { vendor, codes, classes, ranges, directives } of vendors) {
      const all = codes.map(({ code }) => code.code).sort();
      assert.deepEqual(classes.flatMap((group) => group.codes.map(({ code }) => code.code)).sort(), all);
      if (vendor === 'thinq')
        assert.deepEqual(ranges.flatMap((group) => group.codes.map(({ code }) => code.code)).sort(), all);
      else assert.deepEqual(ranges, []);
      assert.equal(directives.length, vendor === 'nugu' ? 40 : 0);
    }
    const turnOn = vendors[1]?.directives.find(({ id }) => id === 'PowerControl.TurnOn');
    assert.ok(turnOn?.codes.some(({ code, covered }) => code.code === 'AlreadyTurnOn' && covered));
  });

  it('says which folders use how many codes', async () => {
    assert.deepEqual(
      (await coverage(FILES)).folders.map(({ path, files, tally }) => [path, files, tally.handled, tally.reported]),
      [
        ['.', 1, 2, 0],
        ['src/nugu', 1, 0, 1],
        ['src/thinq', 1, 2, 0],
      ],
    );
  });

  it('says what dispatches do with the codes that they do not name', async () => {
    assert.deepEqual((await coverage(FILES)).vendors[0]?.dispatches, { handled: 1, dropped: 1, unknown: 0 });
  });

  it('does not depend on the order of files', async () => {
    const reversed = Object.fromEntries(Object.entries(FILES).toReversed());
    assert.deepEqual(await coverage(reversed), await coverage(FILES));
  });

  const OPTIONS = { styled: false, catalog, docsLanguage: 'en', version: '0.1.0', project: '<집> & "co"' } as const;
  const format = async (name: string, docsLanguage: 'en' | 'ko' | 'both' = 'en') =>
    FORMATS.get(name)?.(await coverage(FILES), { ...OPTIONS, docsLanguage }) ?? '';

  it('in JSON has every code with its places', async () => {
    interface Json {
      readonly percent: number;
      readonly vendors: readonly { readonly codes: readonly { readonly code: string; readonly places: unknown }[] }[];
    }
    const { percent, vendors } = JSON.parse(await format('json')) as Json;
    assert.equal(percent, 4);
    assert.deepEqual(vendors[0]?.codes.find(({ code }) => code === '1222')?.places, [
      { path: 'main.ts', line: 1, kind: 'handled' },
      { path: 'src/thinq/errors.ts', line: 1, kind: 'handled' },
    ]);
  });

  it('in a terminal marks every code, and needs no colour for it', async () => {
    const text = await format('pretty');
    assert.match(text, /^LG ThinQ Connect {2}█░{19} {2}5 % handled$/m);
    assert.match(text, /● 1222 · 1223/);
    assert.match(text, /◆ AlreadyTurnOn$/m);
    assert.match(text, /^ {2}2 places decide on codes: 1 with a fallback, 1 without\.$/m);
    assert.ok(!text.includes('\u001B'));
    assert.ok(text.split('\n').every((line) => line.length <= 100));
  });

  it('in Markdown has tables whose rows have as many cells as their heads', async () => {
    for (const language of ['en', 'ko', 'both'] as const) {
      const text = await format('markdown', language);
      assert.match(text, /^# .*: \\<집\\> \\& "co"$/m);
      for (const table of text.split('\n\n').filter((block) => block.startsWith('|'))) {
        const widths = table.split('\n').map((row) => row.split(/(?<!\\)\|/).length);
        assert.equal(new Set(widths).size, 1, table);
      }
    }
  });

  it('as a page asks nobody for anything, and lets nothing in unescaped', async () => {
    for (const language of ['en', 'ko', 'both'] as const) {
      const text = await format('html', language);
      assert.doesNotMatch(text, /\b(?:src|srcset)=|url\(|@import|<link|<(?:iframe|object|embed)|\bfetch\(|XMLHttp/);
      assert.match(text, /default-src 'none'/);
      assert.ok(text.includes('<h1>&lt;집&gt; &amp; &quot;co&quot;</h1>'));
      assert.ok(!text.includes('<집>'));
    }
  });

  it('as a page has a row for every tile, and no id twice', async () => {
    const text = await format('html');
    const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    const targets = [...text.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    assert.equal(targets.length, 90);
    for (const target of targets) assert.ok(ids.includes(target), target);
  });
});
