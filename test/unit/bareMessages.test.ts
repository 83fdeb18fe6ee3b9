import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { factsOf } from '../../server/src/catalog/text.ts';
import { readSettings } from '../../server/src/settings.ts';
import { some } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { readTables } from '../harness/tables.ts';

const PAGE = 'test/fixtures/bare-messages.md';
const SETTINGS = readSettings({}, 'en');
const NOTHING = '–';
const catalog = createCatalog(loadCatalogData());

/** Every message of ThinQ's, as every source has it; with a mode where one is filled in. */
const MESSAGES: readonly string[] = [
  ...new Set(
    catalog.codes
      .filter(({ vendor }) => vendor === 'thinq')
      .flatMap((code) => factsOf(code).flatMap(([, { text }]) => text ?? []))
      .flatMap((text) => (/[({]/.test(text) ? [text, text.replace(/[({].*/, 'HEAT')] : text)),
  ),
];

/** Programs and data about ThinQ, with a place for a comment and one for a string. */
const PROGRAMS: Readonly<Record<string, readonly [comment: string, string: string]>> = {
  ts: ["import { ThinQApi } from 'thinq-connect';\n// @\n", "import { ThinQApi } from 'thinq-connect';\nsay('@');\n"],
  tsx: ['const x: ThinQApiError = e;\n/* @ */\n', 'const x: ThinQApiError = e;\nconst view = <p title="@" />;\n'],
  js: [
    "const { ThinQApi } = require('thinq-connect');\n// @\n",
    "const { ThinQApi } = require('thinq-connect');\nsay(`@`);\n",
  ],
  py: ['from thinqconnect import ThinQApi\n# @\n', 'from thinqconnect import ThinQApi\nTEXT = "@"\n'],
  java: ['class A { ThinQApiError e; /* @ */ }\n', 'class A { ThinQApiError e; String text = "@"; }\n'],
  kt: ['val e: ThinQApiError = x\n// @\n', 'val e: ThinQApiError = x\nval text = "@"\n'],
  cs: ['class A { ThinQApiError e; } // @\n', 'class A { ThinQApiError e; string text = "@"; }\n'],
  go: ['package a\n\nvar e thinq.ApiError // @\n', 'package a\n\nvar e thinq.ApiError\nvar text = "@"\n'],
  rs: ['fn a(e: ThinQApiError) {} // @\n', 'fn a(e: ThinQApiError) { say("@"); }\n'],
  rb: ['raise ThinQ::ApiError\n# @\n', "raise ThinQ::ApiError, '@'\n"],
  php: ['<?php\nthrow new ThinQApiException($x); // @\n', "<?php\nthrow new ThinQApiException('@');\n"],
  swift: ['let e: ThinQApiError = x\n// @\n', 'let e: ThinQApiError = x\nlet text = "@"\n'],
  dart: ['ThinQApiError e; // @\n', "ThinQApiError e; var text = '@';\n"],
  json: [
    '{ "host": "https://api-kic.lgthinq.com" /* @ */ }\n',
    '{ "host": "https://api-kic.lgthinq.com", "message": "@" }\n',
  ],
  yaml: ['host: https://api-kic.lgthinq.com # @\n', 'host: https://api-kic.lgthinq.com\nmessage: "@"\n'],
};

/** Documents and logs that name nobody. */
const DOCUMENTS: readonly (readonly [ending: string, text: string])[] = [
  ['log', '@\n'],
  ['log', '[548103161312] @\n'],
  ['log', 'Validation error: @\n'],
  ['log', '2025-01-01 10:00:00.000 ERROR (MainThread) [homeassistant.components.climate] @\n'],
  ['md', '@\n'],
  ['md', '| # | Text |\n| --- | --- |\n| 1 | @ |\n'],
  ['md', '- @\n'],
  ['md', 'It answers `@`.\n'],
];

describe('messages without their codes', () => {
  let frames = 0;
  const world = createWorld();
  const hoverAt = async (path: string, text: string, offset: number): Promise<readonly string[]> => {
    const hover = await world.service.hover(world.document(root, path, text), offset, SETTINGS);
    return [...(hover?.markdown ?? '').matchAll(/^\*\*`(\w+)`\*\*/gm)].flatMap(([, code = '']) =>
      catalog.findAny(code).length > 0 ? code : [],
    );
  };
  const root = world.project();
  const expectedOf = (message: string): string =>
    catalog
      .byText(message, 'thinq')
      .map(({ code }) => code)
      .toSorted()
      .join(' ');

  it('are as many as the sources have', () => assert.ok(MESSAGES.length >= 64));

  /** Asks at both ends of every message, and in its middle. */
  const explains = (name: string, ending: string, frame: string): void => {
    const messages = some(MESSAGES, 16, frames++);
    it(name, async () => {
      for (const message of messages) {
        const text = frame.replace('@', () => message);
        const start = frame.indexOf('@');
        for (const offset of [start, start + Math.floor(message.length / 2), start + message.length]) {
          const found = (await hoverAt(`a.${ending}`, text, offset)).filter((code) => code.length === 4).toSorted();
          assert.equal(found.join(' '), expectedOf(message), `${JSON.stringify(text)} at ${offset}`);
        }
      }
    });
  };

  for (const [ending, [comment, string]] of Object.entries(PROGRAMS)) {
    explains(`all are explained in a comment (${ending})`, ending, comment);
    explains(`all are explained as a string (${ending})`, ending, string);
    explains(`all are explained in a string (${ending})`, ending, string.replace('@', 'device 7: @'));
  }
  for (const [ending, text] of DOCUMENTS)
    explains(`all are explained in ${JSON.stringify(text)} (${ending})`, ending, text);

  /** Nobody is named but by the code beside the message: `#` stands for it. */
  for (const [turn, [ending, frame]] of (
    [
      ['ts', '// # @\n'],
      ['ts', '// @ (#)\n'],
      ['ts', 'say("#: @");\n'],
      ['py', 'TEXTS = {"#": "@"}\n'],
      ['json', '{\n  "error": {\n    "message": "@",\n    "code": "#"\n  }\n}\n'],
      ['yaml', 'code: "#"\nmessage: @\n'],
      ['md', '| # | @ | 400 |\n'],
      ['html', '<tr><td>#</td><td>@</td></tr>\n'],
      ['log', 'ERROR # - @\n'],
    ] as const
  ).entries()) {
    it(`one is explained beside its code in ${JSON.stringify(frame)} (${ending})`, async () => {
      for (const message of some(MESSAGES, 6, turn)) {
        for (const { code } of catalog.byText(message, 'thinq')) {
          // What is not filled in names one of two.
          if (/[({]/.test(message) && catalog.byText(message, 'thinq').length > 1) continue;
          const text = frame.replace('#', code).replace('@', () => message);
          assert.deepEqual(await hoverAt(`a.${ending}`, text, text.indexOf(message) + 2), [code], text);
        }
      }
    });
  }

  for (const { cells, line } of readTables(readFileSync(PAGE, 'utf8'))) {
    it(cells.get('Text') ?? '', async () => {
      const [, ending = '', written = ''] =
        /^`(\w+)` `(.+)`$/.exec(cells.get('Text') ?? '') ?? assert.fail(`line ${line}: no text`);
      const text = `${written.replaceAll('⏎', '\n')}\n`;
      const codes: string[] = [];
      for (let offset = 0; offset < text.length; offset++)
        codes.push(...(await hoverAt(`file.${ending}`, text, offset)));
      assert.equal([...new Set(codes)].join(' ') || NOTHING, cells.get('Hover'), `${PAGE}:${line}`);
    });
  }
});
