import assert from 'node:assert/strict';
import { stripVTControlCharacters } from 'node:util';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { toFileReport } from '../../server/src/cli/fileReport.ts';
import { inChunks, joined, onLines, terminated } from '../../server/src/report/pieces.ts';
import type { Report } from '../../server/src/report/report.ts';
import { jsonPieces } from '../../server/src/report/reporters/jsonPieces.ts';
import { REPORTERS, type ReporterOptions } from '../../server/src/report/reporters/reporters.ts';
import { LONGEST_SOURCE_LINE_UNITS, sourceLineAt } from '../../server/src/report/sourceLine.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { CodeAction, Diagnostic } from '../../server/src/service/api.ts';
import { reportOf } from '../harness/reports.ts';
import { countUnits } from '../harness/textWork.ts';

const OPTIONS: ReporterOptions = {
  styled: true,
  catalog: createCatalog(loadCatalogData()),
  docsLanguage: 'en',
  rules: RULES,
  version: '0.1.0',
  root: '/project',
  columns: 100,
  fromRepository: '',
};
/** Twice as many findings, on a line that is twice as long, may cost as much as this. */
const GROWTH = 2.2;
const MEGABYTE = 1_000_000;

const NAME = '"TemperatureOutOfRange"';
const ENTRIES = {
  plain: (index: number) =>
    `{"resultCode":${NAME},"smartHomeDevice":{},"deviceId":"d-${String(index).padStart(7, '0')}","x":"yyyyyyyyyyyy"}`,
  'in words of many scripts': (index: number) =>
    `{"resultCode":${NAME},"name":"거실 👩‍🔧 é \t${String(index).padStart(7, '0')}","x":"\u001B[31m 전원 ❤️ ไทย"}`,
};

/** A line of many findings, with a fix for each. */
function lineOf(count: number, entry: (index: number) => string) {
  const text = `{"requestId":"r","data":[${Array.from({ length: count }, (_, index) => entry(index)).join(',')}]}\r\n`;
  const diagnostics: Diagnostic[] = [];
  for (let at = text.indexOf(NAME); at >= 0; at = text.indexOf(NAME, at + 1)) {
    const span = { start: at, end: at + NAME.length };
    const message = '`TemperatureOutOfRange` is not a NUGU result code. Did you mean `TemperatureOutofRange`?';
    diagnostics.push({ rule: 'unknown-code', vendor: 'nugu', severity: 'warning', span, message });
  }
  const actions = diagnostics.map(
    (diagnostic): CodeAction => ({
      title: 'Change to `TemperatureOutofRange`',
      edits: [{ span: diagnostic.span, text: '"TemperatureOutofRange"' }],
      preferred: true,
      safe: true,
      silences: false,
      diagnostic,
    }),
  );
  return { text, diagnostics, actions };
}

function reportOn({ text, diagnostics, actions }: ReturnType<typeof lineOf>, withFormer = false): Report {
  return { files: [toFileReport('a.json', text, diagnostics, actions, withFormer)] };
}

function written(name: string, report: Report): string {
  const pieces = REPORTERS.get(name)?.(report, OPTIONS);
  assert.ok(pieces !== undefined, name);
  return [...pieces].join('');
}

describe('long lines: many findings on one line', () => {
  for (const [what, entry] of Object.entries(ENTRIES)) {
    const [few, many] = [lineOf(150, entry), lineOf(300, entry)];

    it(`${what}: are put together in steps that grow with them`, () => {
      const [a, b] = [few, many].map((line) => countUnits(() => reportOn(line, true)));
      assert.ok(a !== undefined && b !== undefined && a > 0 && b <= GROWTH * a, `${a} and ${b} units`);
    });

    for (const name of REPORTERS.keys()) {
      it(`${what}: ${name} tells of them in steps and bytes that grow with them`, () => {
        const [a, b] = [few, many].map((line) => {
          const report = reportOn(line);
          let bytes = 0;
          const units = countUnits(() => {
            bytes = Buffer.byteLength(written(name, report));
          });
          return { units, bytes };
        });
        assert.ok(a && b && a.units > 0);
        assert.ok(b.bytes <= GROWTH * a.bytes, `${a.bytes} and ${b.bytes} bytes`);
        assert.ok(b.units <= GROWTH * a.units, `${a.units} and ${b.units} units`);
      });
    }
  }

  it('come to less than 2.5 MB for 1,000 of them on 100 KB, whoever tells of them', async function () {
    this.timeout(20_000);
    const { text } = lineOf(1000, ENTRIES.plain);
    assert.ok(text.length > 100_000);
    const report = await reportOf({ 'a.json': text });
    assert.equal(report.files[0]?.findings.length, 1000);
    for (const name of REPORTERS.keys()) {
      const bytes = Buffer.byteLength(written(name, report));
      assert.ok(1000 * 100 < bytes && bytes < 2.5 * MEGABYTE, `${name}: ${bytes} bytes`);
    }
  });

  it('come in pieces that are no longer for more of them', () => {
    for (const name of REPORTERS.keys()) {
      const [few, many] = [lineOf(50, ENTRIES.plain), lineOf(100, ENTRIES.plain)].map((line) => {
        const pieces = REPORTERS.get(name)?.(reportOn(line), OPTIONS) ?? [];
        assert.notEqual(typeof pieces, 'string', name);
        return [...pieces].map(({ length }) => length);
      });
      assert.ok(few && many && many.length >= few.length + 50, name);
      assert.ok(Math.max(...many) <= Math.max(...few) + 20, name);
    }
  });
});

describe('long lines: the line of a finding', () => {
  const at = (text: string, start: number) => sourceLineAt(text, { start: 0, end: text.length }, start);

  it('is there as a whole where a person could have written it', () => {
    const line = 'x'.repeat(LONGEST_SOURCE_LINE_UNITS);
    assert.deepEqual(at(line, 7), { sourceLine: line });
  });

  it('is cut to what is around it where none has', () => {
    const line = `${'a'.repeat(5000)}HERE${'z'.repeat(5000)}`;
    const { sourceLine, sourceFrom = 0, sourceCut } = at(line, 5000);
    assert.ok(sourceLine.length === LONGEST_SOURCE_LINE_UNITS && sourceCut);
    assert.equal(sourceLine.slice(5000 - sourceFrom, 5004 - sourceFrom), 'HERE');
    assert.equal(line.slice(sourceFrom, sourceFrom + sourceLine.length), sourceLine);
  });

  it('says only of the end that is cut off that it is', () => {
    const line = 'ab'.repeat(5000);
    assert.deepEqual(Object.keys(at(line, 3)), ['sourceLine', 'sourceCut']);
    assert.deepEqual(Object.keys(at(line, line.length - 3)), ['sourceLine', 'sourceFrom']);
  });

  it('has no half of a character', () => {
    const line = '👩'.repeat(3000);
    for (const offset of [0, 1, 2999, 3000, 3001, 5999])
      assert.doesNotMatch(at(line, offset).sourceLine, /\p{Surrogate}/u);
  });

  it('is shown with dots where it goes on, under the same columns', () => {
    const [first, , last] = [0, 1, 2].map((index) => {
      const report = reportOn(lineOf(60, ENTRIES.plain));
      const finding = report.files[0]?.findings.at(index === 2 ? -1 : index);
      return finding && written('pretty', { files: [{ path: 'a.json', findings: [finding] }] });
    });
    const frame = (text = ''): readonly string[] =>
      stripVTControlCharacters(text)
        .split('\n')
        .filter((line) => line.includes(' │ '));
    for (const text of [first, last]) {
      const [line = '', carets = ''] = frame(text);
      assert.equal(line.indexOf(NAME), carets.indexOf('^'));
      assert.equal(carets.trim().slice(1).trim().length, NAME.length);
    }
    assert.match(frame(first)[0] ?? '', /│ .*…$/);
    assert.match(frame(last)[0] ?? '', /│ ….*…$/);
  });

  it('is a region of its own in SARIF', () => {
    const { text, diagnostics, actions } = lineOf(60, ENTRIES.plain);
    const sarif = JSON.parse(written('sarif', reportOn({ text, diagnostics, actions }))) as {
      runs: [{ results: { locations: [{ physicalLocation: Record<string, Record<string, unknown>> }] }[] }];
    };
    const { region, contextRegion } = sarif.runs[0].results[30]?.locations[0].physicalLocation ?? {};
    const around = contextRegion?.snippet as { text: string };
    const [from, to] = [Number(contextRegion?.startColumn) - 1, Number(contextRegion?.endColumn) - 1];
    assert.equal(text.slice(from, to), around.text);
    assert.ok(from < Number(region?.startColumn) && Number(region?.endColumn) < to);
    assert.deepEqual(region?.snippet, { text: NAME });
  });
});

describe('long lines: fingerprints', () => {
  const of = (line: ReturnType<typeof lineOf>): readonly string[] =>
    reportOn(line).files[0]?.findings.map(({ fingerprint }) => fingerprint) ?? [];
  /** The same line with something put in; findings move along. */
  const changed = (line: ReturnType<typeof lineOf>, offset: number, added: string): ReturnType<typeof lineOf> => {
    const move = (at: number): number => (at >= offset ? at + added.length : at);
    return {
      text: line.text.slice(0, offset) + added + line.text.slice(offset),
      diagnostics: line.diagnostics.map((one) => ({
        ...one,
        span: { start: move(one.span.start), end: move(one.span.end) },
      })),
      actions: [],
    };
  };
  const line = lineOf(200, ENTRIES.plain);
  const before = of(line);

  it('differ within a file, and say their version', () => {
    assert.equal(new Set(before).size, 200);
    for (const one of before) assert.match(one, /^v2:[0-9a-f]{32}$/);
  });

  for (const [what, offset] of [
    ['at the start of the line', 0],
    ['in its middle', line.text.length >> 1],
    ['at its end', line.text.length - 2],
  ] as const) {
    it(`are the same but for the nearest when a byte is put in ${what}`, () => {
      const after = of(changed(line, offset, ' '));
      const others = after.filter((one, index) => one !== before[index]).length;
      assert.ok(others <= 3, `${others} have changed`);
    });
  }

  it('are the same when lines are added above, and when the line is indented otherwise', () => {
    assert.deepEqual(of(changed(line, 0, 'another line\n\n')), before);
    const short = lineOf(1, ENTRIES.plain);
    assert.deepEqual(of(changed(short, 0, '\t  ')), of(short));
  });

  it('are counted where all around is the same', () => {
    const same = lineOf(30, () => ENTRIES.plain(0));
    assert.equal(new Set(of(same)).size, 30);
  });
});

describe('long lines: JSON in pieces', () => {
  const VALUES: readonly object[] = [
    {},
    { a: [], b: {}, c: undefined, d: null },
    {
      files: [
        { path: 'a\n"b"', findings: [{ x: 1, y: [1, [2, { z: true }]] }, {}] },
        { path: '가', findings: [] },
      ],
    },
    [[], [[1]], [{ a: 'b :: #' }]],
  ];
  it('is what JSON.stringify writes, however deep it is taken apart', () => {
    for (const value of VALUES)
      for (let depth = 0; depth < 7; depth++)
        assert.equal([...jsonPieces(value, depth)].join(''), JSON.stringify(value, undefined, 2));
  });

  it('is the same value where leaves have one line', () => {
    for (const value of VALUES)
      for (let depth = 0; depth < 7; depth++)
        assert.deepEqual(
          JSON.parse([...jsonPieces(value, depth, 'lines')].join('')),
          JSON.parse(JSON.stringify(value)),
        );
  });

  it('takes the items of a list one by one', () => {
    const given: number[] = [];
    const items = function* () {
      for (let index = 0; index < 3; index++) {
        given.push(index);
        yield { index };
      }
    };
    const pieces = jsonPieces({ items: items() }, 2);
    const [first] = pieces;
    assert.ok(first?.includes('[') && given.length <= 1, `${given.length}`);
    assert.equal(
      [...jsonPieces({ items: items() }, 1)].join(''),
      JSON.stringify({ items: [{ index: 0 }, { index: 1 }, { index: 2 }] }, undefined, 2),
    );
  });
});

describe('long lines: pieces of a text', () => {
  it('are joined, put on lines, ended and gathered', () => {
    assert.deepEqual([...joined(['a', 'b'], ', ')], ['a', ', b']);
    assert.equal([...onLines([['a', 'b'], [], ['c']])].join(''), 'ab\nc');
    assert.deepEqual([...terminated([])], []);
    assert.equal([...terminated(['a', 'b'])].join(''), 'ab\n');
    const long = Array.from({ length: 1000 }, (_, index) => `${index} `.repeat(50));
    const chunks = [...inChunks(long)];
    assert.equal(chunks.join(''), long.join(''));
    assert.ok(chunks.length > 1 && chunks.length < 10);
    assert.deepEqual([...inChunks([])], []);
  });
});
