import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';
import { type Row, readTables } from '../harness/tables.ts';

const PAGE = 'test/fixtures/spoken.md';
const SETTINGS = readSettings({}, 'en');
const NOTHING = '–';

/** Every text that might name a code: hovered over wherever it stands as a word. */
const NAMES = new RegExp(
  `(?<![A-Za-z0-9_])(?:${loadCatalogData()
    .codes.filter(({ level }) => level !== 'global-level' && level !== 'success')
    .flatMap(({ code, sdkName }) => [code, ...(sdkName === undefined ? [] : [sdkName])])
    .join('|')})(?![A-Za-z0-9_])`,
  'g',
);

describe('what texts speak of', () => {
  const world = createWorld();
  const rows = readTables(readFileSync(PAGE, 'utf8'));

  const explainedIn = async ({ cells, line }: Row): Promise<string> => {
    const [, ending = '', written = ''] =
      /^`(\w+)` `(.+)`$/.exec(cells.get('Text') ?? '') ?? assert.fail(`line ${line}: no text`);
    const text = `${written.replaceAll('⏎', '\n')}\n`;
    const document = world.document(world.project(), `file.${ending}`, text);
    const codes: string[] = [];
    for (const { index } of text.matchAll(NAMES)) {
      const hover = await world.service.hover(document, index + 1, SETTINGS);
      if (hover) codes.push(...[...hover.markdown.matchAll(/^\*\*`(\w+)`\*\*/gm)].map(([, code = '']) => code));
    }
    return [...new Set(codes)].join(' ') || NOTHING;
  };

  it('is told of 100 texts about others, and of 60 about codes', () => {
    const isSilent = ({ cells }: Row): boolean => cells.get('Hover') === NOTHING;
    assert.ok(rows.filter(isSilent).length >= 100);
    assert.ok(rows.filter((row) => !isSilent(row)).length >= 60);
  });

  for (const row of rows) {
    it(row.cells.get('Text') ?? '', async () => {
      assert.equal(await explainedIn(row), row.cells.get('Hover'), `${PAGE}:${row.line}`);
    });
  }
});
