import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { explainQuery } from '../../server/src/features/explain/explain.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';
import { type Row, readTables } from '../harness/tables.ts';

const PAGE = 'test/fixtures/real-lines.md';
const SETTINGS = readSettings({}, 'en');
const NOTHING = '–';

describe('logs in the tables of hovers', () => {
  const { catalog } = createWorld().service;
  const rows = ['spoken', 'bare-messages'].flatMap((page) =>
    readTables(readFileSync(`test/fixtures/${page}.md`, 'utf8')),
  );
  const logs = rows.filter(({ cells }) => cells.get('Text')?.startsWith('`log`'));

  it('are explained as they are hovered over', () => {
    assert.ok(logs.length > 100);
    for (const { cells } of logs) {
      const text = (cells.get('Text') ?? '').slice('`log` `'.length, -1).replaceAll('⏎', '\n');
      const { codes } = explainQuery(text, { catalog, rules: RULES }, 'en');
      const named = new Set(codes.map(({ code }) => code));
      assert.equal(
        [...named].toSorted().join(' ') || NOTHING,
        cells.get('Hover')?.split(' ').toSorted().join(' '),
        text,
      );
    }
  });
});

describe('lines from public reports', () => {
  const world = createWorld();
  const { catalog } = world.service;
  const rows = readTables(readFileSync(PAGE, 'utf8'));
  const lineOf = ({ cells, line }: Row): string =>
    /^`(.+)`$/.exec(cells.get('Line') ?? '')?.[1] ?? assert.fail(`line ${line}: no line`);
  const codesOf = (codes: Iterable<string>): string => [...new Set(codes)].toSorted().join(' ') || NOTHING;

  /** The codes that hovers explain anywhere in a log of one line. */
  const hovered = async (line: string): Promise<string> => {
    const document = world.document(world.project(), 'app.log', `${line}\n`);
    const codes: string[] = [];
    for (let offset = 0; offset <= line.length; offset++) {
      const hover = await world.service.hover(document, offset, SETTINGS);
      for (const [, code = '', text = ''] of hover?.markdown.matchAll(/^\*\*`(\w+)`\*\* (.*)/gm) ?? []) {
        const known = catalog.findAny(code).find((one) => one.level !== 'global-level');
        if (known && text.startsWith(catalog.textOf(known).slice(0, 10))) codes.push(code);
      }
    }
    return codesOf(codes);
  };

  it('are more than 60, and a third of them speak of something else', () => {
    assert.ok(rows.length > 60);
    assert.ok(rows.filter(({ cells }) => cells.get('Codes') === NOTHING).length > rows.length / 3);
  });

  for (const row of rows) {
    it(lineOf(row), async () => {
      const expected = codesOf((row.cells.get('Codes') ?? '').split(' '));
      const line = lineOf(row);
      assert.equal(await hovered(line), expected, `hover: ${PAGE}:${row.line}`);
      const { codes } = explainQuery(line, { catalog, rules: RULES }, 'en');
      assert.equal(codesOf(codes.map(({ code }) => code)), expected, `explain: ${PAGE}:${row.line}`);
    });
  }
});
