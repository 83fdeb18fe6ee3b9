import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Vendor } from '../../server/src/catalog/types.ts';
import { type Coverage, coverageOf, percentByName, percentOf, type State } from '../../server/src/coverage/coverage.ts';
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

/** The codes that are named anywhere, each with its state. */
function statesOf({ vendors }: Coverage): Readonly<Record<string, State>> {
  const codes = vendors.flatMap((vendor) => [...vendor.codes, ...vendor.undocumented]);
  return Object.fromEntries(
    codes.filter(({ state }) => state !== 'absent' && state !== 'caught').map(({ code, state }) => [code.code, state]),
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

describe('coverage of a correct program', () => {
  const share = async (files: Readonly<Record<string, string>>, vendor: Vendor): Promise<readonly [number, number]> => {
    const { tally } = await coverage(files, [vendor]);
    return [percentOf(tally), percentByName(tally)];
  };
  const switchWith = (rest: string): string =>
    `${THINQ}function f(error: ThinQApiError) { switch (error.code) { case '1222': return 1; case '2305': return 2; ${rest}} }`;

  it('of ThinQ is whole where all that has no arm ends in a fallback', async () => {
    assert.deepEqual(await share({ 'a.ts': switchWith('default: throw error; ') }, 'thinq'), [100, 3]);
    assert.deepEqual(await share({ 'a.ts': switchWith('') }, 'thinq'), [3, 3]);
  });
  it('is not, where a fallback does nothing', async () => {
    assert.deepEqual(await share({ 'a.ts': switchWith('default: break; ') }, 'thinq'), [3, 3]);
  });
  it('is not, where another place lets codes run past that an editor underlines', async () => {
    const files = { 'a.ts': switchWith('default: throw error; '), 'b.ts': switchWith('') };
    const [covered] = await share(files, 'thinq');
    assert.ok(covered > 3 && covered < 100, `${covered}%`);
    // A condition by itself decides on one code, and leaves all others to what stands below.
    const lone = `${THINQ}const f = (error: ThinQApiError) => { if (error.code === '1222') stop(); };`;
    assert.deepEqual(await share({ ...files, 'b.ts': lone }, 'thinq'), [100, 3]);
  });
  it('says where a code ends that no arm names, and leaves out what is still to do', async () => {
    const text = switchWith("case '2304': // TODO\n break; default: throw error; ");
    const [thinq] = (await coverage({ 'a.ts': text }, ['thinq'])).vendors;
    const stateOf = (wanted: string) => thinq?.codes.find(({ code }) => code.code === wanted);
    assert.deepEqual(stateOf('1101')?.places, [{ path: 'a.ts', line: 1, kind: 'caught' }]);
    assert.equal(stateOf('1101')?.covered, true);
    assert.equal(stateOf('1101')?.named, false);
    assert.equal(stateOf('2304')?.state, 'todo');
    assert.equal(stateOf('2304')?.covered, false);
  });
  it('in every language', async () => {
    const others: Readonly<Record<string, string>> = {
      'a.py': `from thinqconnect import ThinQAPIException\ndef f(error: ThinQAPIException):\n    if error.code == "1222":\n        return 1\n    elif error.code == "2305":\n        return 2\n    else:\n        raise error\n`,
      'A.java': `class A { int f(ThinQApiException error) { switch (error.getCode()) { case "1222": return 1; case "2305": return 2; default: throw error; } } }`,
      'a.go': `package a\nfunc f(err *ThinQApiError) int {\n\tswitch err.Code {\n\tcase "1222":\n\t\treturn 1\n\tcase "2305":\n\t\treturn 2\n\tdefault:\n\t\tpanic(err)\n\t}\n}\n`,
      'a.kt': `fun f(error: ThinQApiException): Int = when (error.code) { "1222" -> 1; "2305" -> 2; else -> throw error }`,
    };
    for (const [path, text] of Object.entries(others))
      assert.deepEqual(await share({ [path]: text }, 'thinq'), [100, 3], path);
  });

  const SERVER = `import express from 'express';
const app = express();
app.post('/nugu/v1/capabilities/PowerControl/directives/TurnOn', (req, res) => {
  res.json({ directiveResponses: [{ resultCode: 'AlreadyTurnOn', smartHomeDevice: req.body.device }] });
});
app.post('/nugu/v1/capabilities/PowerControl/directives/TurnOff', (req, res) => {
  res.json({ directiveResponses: [{ resultCode: 'NoConnectionDevice', smartHomeDevice: req.body.device }] });
});
`;
  const MAPPING = `export function toNugu(error: ThinQApiError): string {
  switch (error.code) {
    case '1222': return 'NoConnectionDevice';
    case '2207': return 'NotSupportedInCurrentMode';
    default: return 'NotInAvailableMode';
  }
}
`;

  it('of NUGU is about the directives that are served', async () => {
    const [nugu] = (await coverage({ 'a.ts': SERVER }, ['nugu'])).vendors;
    assert.deepEqual(
      nugu?.directives.map(({ id }) => id),
      ['PowerControl.TurnOn', 'PowerControl.TurnOff'],
    );
    assert.ok((nugu?.codes.length ?? 0) < 30, `${nugu?.codes.length} codes`);
    const ofDirectives = new Set(nugu?.directives.flatMap(({ codes }) => codes.map(({ code }) => code)));
    for (const { code, named } of nugu?.codes ?? []) assert.ok(named || ofDirectives.has(code), code.code);
  });
  it('of NUGU counts for a directive what its own code answers, and what may be for any', async () => {
    const coveredIn = async (files: Readonly<Record<string, string>>) => {
      const [nugu] = (await coverage(files, ['nugu'])).vendors;
      return Object.fromEntries(
        (nugu?.directives ?? []).map(({ id, codes }) => [
          id,
          codes.filter(({ covered }) => covered).map(({ code }) => code.code),
        ]),
      );
    };
    assert.deepEqual(await coveredIn({ 'a.ts': SERVER }), {
      'PowerControl.TurnOn': ['AlreadyTurnOn'],
      'PowerControl.TurnOff': ['NoConnectionDevice'],
    });
    const helper = `${NUGU}export const f = (d: unknown): Answer => ({ resultCode: 'NoConnectionDevice', smartHomeDevice: d });`;
    const both = await coveredIn({ 'a.ts': SERVER, 'b.ts': helper });
    assert.ok(both['PowerControl.TurnOn']?.includes('NoConnectionDevice'));
  });
  it('of NUGU is whole where whatever fails gets an answer', async () => {
    const files = { 'a.ts': SERVER, 'b.ts': `${THINQ}${NUGU}${MAPPING}` };
    const [covered, named] = await share(files, 'nugu');
    assert.equal(covered, 100);
    assert.ok(named < 50, `${named}% by name`);
    const without = { ...files, 'b.ts': files['b.ts'].replace(/ *default.*\n/, '') };
    assert.ok((await share(without, 'nugu'))[0] < 50);
  });
  it('of NUGU counts nothing that is served in a test', async () => {
    const test = SERVER.replace('const app', "describe('a mock', () => {});\nconst app");
    const [nugu] = (await coverage({ 'a.test.ts': test }, ['nugu'])).vendors;
    assert.deepEqual(nugu?.directives, []);
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

  it('counts what is handled of ThinQ or reported of NUGU, and what ends in a fallback, by name beside it', async () => {
    const { tally } = await coverage(FILES);
    assert.deepEqual(tally, {
      handled: 3,
      reported: 1,
      caught: 33,
      todo: 0,
      mentioned: 0,
      absent: 53,
      covered: 37,
      named: 4,
      total: 90,
    });
    assert.equal(percentOf(tally), 41);
    assert.equal(percentByName(tally), 4);
    assert.equal(percentOf({ covered: 0, total: 0 }), 0);
    assert.equal(percentOf({ covered: 59, total: 60 }), 98);
  });

  it('puts each code into one class and one range, and into no directive that nobody serves', async () => {
    const { vendors } = await coverage(FILES);
    for (const { vendor, codes, classes, ranges, directives } of vendors) {
      const all = codes.map(({ code }) => code.code).sort();
      assert.deepEqual(classes.flatMap((group) => group.codes.map(({ code }) => code.code)).sort(), all);
      if (vendor === 'thinq')
        assert.deepEqual(ranges.flatMap((group) => group.codes.map(({ code }) => code.code)).sort(), all);
      else assert.deepEqual(ranges, []);
      assert.deepEqual(directives, []);
    }
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

  const OPTIONS = {
    styled: false,
    catalog,
    docsLanguage: 'en',
    columns: 100,
    version: '0.1.0',
    project: '<집> & "co"',
  } as const;
  const format = async (name: string, docsLanguage: 'en' | 'ko' | 'both' = 'en') =>
    FORMATS.get(name)?.(await coverage(FILES), { ...OPTIONS, docsLanguage }) ?? '';

  it('in JSON has every code with its places', async () => {
    interface Json {
      readonly percent: number;
      readonly percentByName: number;
      readonly vendors: readonly { readonly codes: readonly { readonly code: string; readonly places: unknown }[] }[];
    }
    const { percent, percentByName, vendors } = JSON.parse(await format('json')) as Json;
    assert.equal(percent, 41);
    assert.equal(percentByName, 4);
    assert.deepEqual(vendors[0]?.codes.find(({ code }) => code === '1222')?.places, [
      { path: 'main.ts', line: 1, kind: 'handled' },
      { path: 'src/thinq/errors.ts', line: 1, kind: 'handled' },
    ]);
  });

  it('in a terminal marks every code, and needs no colour for it', async () => {
    const text = await format('pretty');
    assert.match(text, /^LG ThinQ Connect {2}█▚{11}░{8} {2}60% handled or in a fallback, 5% by name$/m);
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
