import assert from 'node:assert/strict';
import type { CancellationToken, Terminal, TerminalLinkContext } from 'vscode';
import { createTerminalLinks } from '../../client/src/common/terminalLinks.ts';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { pageLinksIn } from '../../server/src/features/explain/pageLinks.ts';
import { RULES } from '../../server/src/rules/registry.ts';

const sought = { catalog: createCatalog(loadCatalogData()), rules: RULES };

/** What leads from a line to which page. */
function linksIn(line: string): readonly string[] {
  return pageLinksIn(line, sought, 'en').map(({ start, end, page }) => `${line.slice(start, end)} ${page}`);
}

describe('links of a line of a terminal', () => {
  for (const [line, ...links] of [
    ['ThinQ: Not connected device (1222)', 'Not connected device (1222) thinq-nugu:/thinq/1222.md'],
    [
      '{"error":{"code":"1222","message":"Not connected device"}}',
      '1222 thinq-nugu:/thinq/1222.md',
      'Not connected device thinq-nugu:/thinq/1222.md',
    ],
    ['answer: TemperatureOutofRange', 'TemperatureOutofRange thinq-nugu:/nugu/TemperatureOutofRange.md'],
    ['thinq error 2305, then 1306', '2305 thinq-nugu:/thinq/2305.md', '1306 thinq-nugu:/thinq/1306.md'],
    ['NOT_CONNECTED_DEVICE (1222)', 'NOT_CONNECTED_DEVICE (1222) thinq-nugu:/thinq/1222.md'],
  ] as const)
    it(`are there in ${line}`, () => assert.deepEqual(linksIn(line), links));

  for (const line of [
    '1222',
    '  1222 ',
    'OK',
    '401 Unauthorized',
    '-rw-r--r-- 1 me me 1222 Nov 30 08:00 out.txt',
    'listening on port 1205',
    'Error 1222: out of memory',
    'npm warn 2305 files',
    'ora-1222: lock wait timeout',
    '2024-12-24 12:05:01 all is well',
  ])
    it(`are none in ${line}`, () => assert.deepEqual(linksIn(line), []));

  it('are none at a message that several codes share', () => {
    for (const { codes, basis } of sought.catalog.data.companions.filter((pair) => pair.basis === 'text')) {
      const [code] = codes.flatMap((one) => sought.catalog.find('thinq', one) ?? []);
      assert.deepEqual(linksIn(`ThinQ said: ${code && sought.catalog.textOf(code)}`), [], `${codes} ${basis}`);
    }
  });

  it('say what the code means, in the language that is asked for', () => {
    const [korean] = pageLinksIn('ThinQ 1222', sought, 'ko');
    assert.match(korean?.title ?? '', /^1222: [^a-z]*[가-힣]/);
    assert.match(pageLinksIn('ThinQ 1222', sought, 'en')[0]?.title ?? '', /^1222: [A-Z]/);
  });
});

describe('links of a terminal', () => {
  const context = (line: string): TerminalLinkContext => ({ line, terminal: {} as Terminal });
  /** The lines that the server is asked about, and how many links come of one. */
  const afterLine = async (line: string, isStarted: boolean) => {
    const asked: unknown[] = [];
    const opened: string[] = [];
    const provider = createTerminalLinks(
      async <Answer>(_: string, params: unknown) => {
        asked.push(params);
        return { links: pageLinksIn(line, sought, 'en') } as Answer;
      },
      () => isStarted,
      (page) => opened.push(page),
    );
    const links = (await provider.provideTerminalLinks(context(line), {} as CancellationToken)) ?? [];
    for (const link of links) provider.handleTerminalLink(link);
    return { asked: asked.length, opened };
  };
  const NOTHING = { asked: 0, opened: [] };

  it('cost no request for a line without a hint', async () => {
    for (const line of ['', 'npm install', '42 passing (2s)', 'at Object.<anonymous> (/a/b.js:10:5)'])
      assert.deepEqual(await afterLine(line, true), NOTHING, line);
  });

  it('do not start the server for a number of any tool', async () => {
    for (const line of ['-rw-r--r-- 1 me me 1222 out.txt', 'Not connected device (1222)', 'code: 2305'])
      assert.deepEqual(await afterLine(line, false), NOTHING, line);
    assert.equal((await afterLine('Not connected device (1222)', true)).asked, 1);
  });

  it('open the page of a code', async () =>
    assert.deepEqual(await afterLine('thinqconnect: NOT_CONNECTED_DEVICE (1222)', false), {
      asked: 1,
      opened: ['thinq-nugu:/thinq/1222.md'],
    }));
});
