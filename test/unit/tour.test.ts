import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedEndings } from '../../server/src/languages/registry.json';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';

const SAMPLE = 'test/sample';
/** The sections of both tours, in which each row of a table is about the files that it leads to. */
const TOURS = {
  en: { page: 'README.md', hovers: 'Hover', findings: 'Squiggles and light bulbs', nothing: 'nothing' },
  ko: { page: 'README.ko.md', hovers: '설명', findings: '밑줄과 빠른 수정', nothing: '아무것도 나오지 않습니다' },
} as const;

interface Row {
  readonly files: readonly string[];
  /** What is written as code in the second cell, in order. */
  readonly codes: readonly string[];
  readonly see: string;
}

const read = (file: string): string => readFileSync(join(SAMPLE, file), 'utf8');
const linksIn = (text: string): readonly string[] => [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, to = '']) => to);
const codesIn = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);

function rowsOf(page: string, section: string): readonly Row[] {
  const [, below = ''] = read(page).split(`\n## ${section}\n`);
  const [table = ''] = below.split('\n## ');
  return [...table.matchAll(/^\| (\[.+?) \| (.+?) \| (.+) \|$/gm)].map(([, files = '', at = '', see = '']) => ({
    files: linksIn(files),
    codes: codesIn(at),
    see,
  }));
}

describe('the tour of the sample', () => {
  const names = readdirSync(SAMPLE, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  const programs = names.filter((name) => checkedEndings.some((ending) => name.endsWith(ending)) && name[0] !== '.');
  const world = createWorld();
  const root = world.project(
    new Map([...programs, '.thinq-nugu.json', 'requirements.txt'].map((file) => [file, read(file)])),
  );
  const documentOf = (file: string) => world.document(root, file, read(file));

  for (const [language, { page, hovers, findings, nothing }] of Object.entries(TOURS)) {
    const settings = readSettings({}, language);

    it(`leads to files that are there (${language})`, () => {
      for (const to of linksIn(read(page))) assert.ok(names.includes(to), to);
    });

    it(`has a hover wherever it points at (${language})`, async () => {
      const rows = rowsOf(page, hovers);
      assert.equal(rows.length, 10);
      for (const { files, codes, see } of rows) {
        const [file = ''] = files;
        // The innermost is pointed at: `error.code` in `switch (error.code)`.
        const [at = '', around = at] = [...codes].sort((a, b) => a.length - b.length);
        const text = read(file);
        const whole = text.includes(`directives/${at}`) ? `directives/${at}` : around;
        const start = text.indexOf(whole) + whole.lastIndexOf(at);
        assert.ok(text.includes(whole), `${file}: ${whole}`);
        const hover = await world.service.hover(documentOf(file), start + at.length - 2, settings);
        assert.equal(hover === undefined, see.startsWith(nothing), `${file}: ${at}`);
      }
    });

    it(`names every finding, and no other (${language})`, async () => {
      const named = rowsOf(page, findings).flatMap(({ files, codes: [rule = ''] }) =>
        files.map((file) => `${file} ${rule}`),
      );
      const found = await Promise.all(
        programs.map(async (file) => {
          const { diagnostics } = await world.service.diagnose(documentOf(file), settings);
          return diagnostics.map(({ rule }) => `${file} ${rule}`);
        }),
      );
      assert.deepEqual([...new Set(named)].sort(), [...new Set(found.flat())].sort());
    });
  }
});
