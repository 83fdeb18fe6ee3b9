import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import hints from '../../client/src/common/hints.json';
import { asksForSdk, hasHint, namesVendor } from '../../client/src/common/hints.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { factsOf } from '../../server/src/catalog/text.ts';
import { isManifest, PROJECT_FILE } from '../../server/src/project/fileNames.ts';
import { readSettings } from '../../server/src/settings.ts';
import { growthOf } from '../harness/expressions.ts';
import { TRIES_ALL } from '../harness/extent.ts';
import { type Fixture, type FixtureFile, readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { readTables } from '../harness/tables.ts';

const FOLDER = 'test/fixtures';
const SETTINGS = readSettings({}, 'en');
const NOTHING = '–';
/** Tables of texts, and where in a row it says what a hover has to say. */
const TABLES = [
  { page: 'bare-messages.md', text: 'Text', says: 'Hover' },
  { page: 'spoken.md', text: 'Text', says: 'Hover' },
  { page: 'real-lines.md', text: 'Line', says: 'Codes' },
] as const;
const { codes } = loadCatalogData();

/** Texts in which nothing but a number may be a code, which stands for `@`. */
const NUMBERS: readonly (readonly [ending: string, text: string])[] = [
  ['ts', 'const a = "@";\n'],
  ['ts', 'if (error.code === @) {}\n'],
  ['ts', 'switch (code) {\n  case @:\n    stop();\n}\n'],
  ['ts', 'const codes = { BUSY: @, "@": "busy" };\n'],
  ['ts', '// Code @\n'],
  ['ts', 'say("failed (@)");\n'],
  ['ts', 'const a = "\\x3@";\n'],
  ['ts', 'const a = "\\u003@";\n'],
  ['py', 'if error.code == @:\n    pass\n'],
  ['rb', '%w[@ x]\n'],
  ['go', 'switch code { case @: }\n'],
  ['json', '{ "code": "@" }\n'],
  ['json', '{ "code": @ }\n'],
  ['yaml', 'code: @\n'],
  ['md', 'The code is @.\n'],
  ['md', '오류 코드는 @입니다.\n'],
  ['html', '<p>Code @</p>\n'],
];
/** The same for words, messages and names of the SDK. */
const WORDS: readonly (readonly [ending: string, text: string])[] = [
  ['ts', 'const a = "@";\n'],
  ['ts', '// @\n'],
  ['ts', 'const a = E.@;\n'],
  ['log', '@\n'],
  ['log', '[123456] @\n'],
  ['md', '- `@`: no\n'],
  ['json', '{"a": "@"}\n'],
];
/** How people write a text that they have from elsewhere. */
const FORMS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll(' ', '_'),
  (text) => text.replaceAll(' ', '\n'),
  (text) => text.replace(/[({].*/, 'HEAT'),
  (text) => `\\x${text.charCodeAt(0).toString(16)}${text.slice(1)}`,
];

describe('a hint', function () {
  this.timeout(120_000);
  const world = createWorld();
  const root = world.project();
  const hovers = async (ending: string, text: string): Promise<boolean> => {
    const document = world.document(root, `file.${ending}`, text);
    for (let offset = 0; offset < text.length; offset += 2)
      if (await world.service.hover(document, offset, SETTINGS)) return true;
    return false;
  };

  it('stands in every text about which a fixture expects anything', () => {
    const pages = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.md') && !/^model\b|README/.test(file),
    );
    const asked = pages.flatMap((page) =>
      readFixtures(readFileSync(join(FOLDER, page), 'utf8')).flatMap((fixture) =>
        fixture.files.filter(expectsAnything).map((file) => ({ page, fixture, file })),
      ),
    );
    const missed = asked.filter(({ fixture, file }) => !isHintedAt(fixture, file));
    assert.ok(asked.length > 1_000, `${asked.length} texts`);
    assert.deepEqual(
      missed.map(({ page, fixture, file }) => `${page} › ${fixture.heading}: ${file.path}`),
      [],
    );
  });

  for (const { page, text, says } of TABLES) {
    it(`stands in every text of ${page} that is explained`, () => {
      const rows = readTables(readFileSync(join(FOLDER, page), 'utf8')).filter(
        ({ cells }) => cells.get(says) !== NOTHING,
      );
      const missed = rows.filter(({ cells }) => !hasHint((cells.get(text) ?? '').replaceAll('⏎', '\n')));
      assert.ok(rows.length > 30, `${rows.length} rows`);
      assert.deepEqual(
        missed.map(({ line }) => `${page}:${line}`),
        [],
      );
    });
  }

  for (const [ending, frame] of NUMBERS) {
    it(`stands in ${JSON.stringify(frame)} (${ending}) where a number there is explained`, async () => {
      const numbers = codes.filter(
        ({ vendor, code }, index) => vendor === 'thinq' && (TRIES_ALL || index % 27 === 0 || /000/.test(code)),
      );
      let explained = 0;
      for (const { code } of numbers) {
        const text = frame.replaceAll('@', code);
        if (!(await hovers(ending, text))) continue;
        explained++;
        assert.ok(hasHint(text), text);
      }
      assert.ok(explained > 0, 'none is explained');
    });
  }

  for (const [ending, frame] of WORDS) {
    it(`stands in ${JSON.stringify(frame)} (${ending}) where a text there is explained`, async () => {
      const texts = codes.flatMap((code) => [
        code.code,
        ...(code.sdkName === undefined ? [] : [code.sdkName]),
        ...factsOf(code).flatMap(([, { text }]) => text ?? []),
      ]);
      const some = [...new Set(texts)].filter((_, index) => TRIES_ALL || index % 5 === 0);
      for (const form of FORMS) {
        for (const text of some.map((one) => frame.replaceAll('@', () => form(one))))
          if (!hasHint(text)) assert.ok(!(await hovers(ending, text)), text);
      }
    });
  }

  it('stands in no ordinary program', () => {
    for (const text of [
      'export const sum = (a: number, b: number): number => a + b;\n',
      'setTimeout(render, 1000); const year = 2000; const id = "a1222b"; const part = 12.2305;\n',
      'if (isSyncing) logger.info("invalid", /[\\x00-\\x1f]/);\n',
    ])
      assert.ok(!hasHint(text), text);
  });

  it('takes linear time to look for', () => {
    for (const source of [...hints.text, hints.vendor, hints.manifest])
      assert.equal(growthOf(`/${source}/i`), 'linear', source);
  });
});

function expectsAnything({ annotated, behind }: FixtureFile): boolean {
  if (annotated.expected.length > 0) return true;
  return behind.some(({ body }) => body.split('\n').some((line) => line !== '' && !line.startsWith('-')));
}

/** Whether the server is started for a file of a fixture: because of its text, its project, or another file there. */
function isHintedAt({ project, isProgram, files }: Fixture, { path, text }: FixtureFile): boolean {
  const around = [...project, ...(isProgram ? files.map((file) => [file.path, file.text] as const) : [])];
  const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  return (
    hasHint(text) ||
    nameOf(path) === PROJECT_FILE ||
    around.some(([file, said]) =>
      nameOf(file) === PROJECT_FILE ? true : isManifest(nameOf(file)) ? asksForSdk(said) : namesVendor(said),
    )
  );
}
