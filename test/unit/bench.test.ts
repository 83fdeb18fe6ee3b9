import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateXML } from 'xmllint-wasm';
import { type BenchCall, HELP, readOptions, UsageError } from '../../scripts/bench/options.mjs';
import { THEMES, toChart } from '../bench/chart.ts';
import { cpuInTimes } from '../bench/children.ts';
import { type Figures, resultOf, resultsOf } from '../bench/figures.ts';
import { describeVerdicts, fails, judge } from '../bench/gate.ts';
import { type Miss, ROWS, type Row } from '../bench/goals.ts';
import { replaced } from '../bench/page.ts';
import { readRun, writeRun } from '../bench/report.ts';
import { median, percentile } from '../bench/statistics.ts';
import { toMisses, toTable, UNEXPLAINED } from '../bench/table.ts';
import { readReport, readStatistics, toComparison } from '../bench/tree.ts';
import { createFolder } from '../harness/commandLine.ts';

/** A line: ours against theirs, at most twice as long. */
const RATIO: Row = {
  ...{ what: 'A thing', part: 'scan', unit: 'ms', ours: 'ours', compare: 'ratio', noise: 'check', goal: 2 },
  peer: { name: 'another', figure: 'theirs' },
};
/** The same thing, twice. */
const TWICE: Row = {
  ...{ what: 'The same, twice', part: 'scan', unit: 'ms', ours: 'once', compare: 'ratio', shows: 'check' },
  peer: { name: 'itself', figure: 'again' },
};
const MISS: Miss = { figure: 3, cause: 'It waits for the moon.', floor: '2.5 ×: the moon comes up that late.' };

/** What a chart is made of, and nothing else: no script, no picture, no link. */
const SVG_PARTS = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="http://www.w3.org/2000/svg"
  targetNamespace="http://www.w3.org/2000/svg" elementFormDefault="qualified">
  <xs:complexType name="part" mixed="true">
    <xs:choice minOccurs="0" maxOccurs="unbounded">
      ${['title', 'desc', 'defs', 'pattern', 'rect', 'g', 'text', 'line', 'path']
        .map((name) => `<xs:element name="${name}" type="part"/>`)
        .join('')}
    </xs:choice>
    <xs:anyAttribute processContents="skip"/>
  </xs:complexType>
  <xs:element name="svg" type="part"/>
</xs:schema>`;

/** Rounds in which ours took so many times as long as theirs. */
const rounds = (...ratios: readonly number[]): readonly Figures[] =>
  ratios.map((ratio, index) => {
    // Every round on a slower machine than the one before.
    const theirs = 10 * (index + 1);
    return new Map([
      ['ours', ratio * theirs],
      ['theirs', theirs],
    ]);
  });

describe('the benchmark: statistics', () => {
  it('take the middle, and what a share does not exceed', () => {
    assert.equal(median([5, 1, 3]), 3);
    assert.equal(median([4, 1, 3, 2]), 2.5);
    assert.equal(median([7]), 7);
    assert.ok(Number.isNaN(median([])));
    assert.equal(percentile([3, 1, 2, 4], 0.5), 2);
    assert.equal(percentile([3, 1, 2, 4], 0.99), 4);
    assert.equal(percentile([3, 1, 2, 4], 0), 1);
  });

  it('compare within a round, then take the median, with how far half of the rounds stay from it', () => {
    const result = resultOf(RATIO, rounds(1, 1.5, 1.2, 9, 1.3));
    assert.equal(result?.relation, 1.3);
    assert.deepEqual(result?.theirs, [10, 20, 30, 40, 50]);
    // 0.3, 0.2, 0.1, 7.7 and 0: one round that went wrong says nothing.
    assert.ok(Math.abs((result?.spread ?? 0) - 0.2) < 1e-9);
  });

  it('leave out a round in which one of the two is missing, and a line that nobody has measured', () => {
    const part: Figures = new Map([['ours', 3]]);
    assert.equal(resultOf(RATIO, [part, ...rounds(1.5)])?.relation, 1.5);
    assert.equal(resultOf(RATIO, [part]), undefined);
    assert.deepEqual(resultsOf([RATIO, TWICE], rounds(1)).length, 1);
  });
});

describe('the benchmark: the table', () => {
  const written = (row: Row, figures: readonly Figures[]): readonly string[] =>
    (toTable(resultsOf([row], figures)).split('\n')[2] ?? '')
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());

  it('shows a ratio and by how much its goal is missed', () => {
    assert.deepEqual(written(RATIO, rounds(2.5, 2.75, 3)), [
      ...['A thing', '55 [25–90] ms', 'another', '20 [10–30] ms', '2.75 ×', '≤ 2 ×', 'no: by 0.75 ×'],
    ]);
  });

  it('shows a difference with its sign', () => {
    const row: Row = { ...RATIO, compare: 'difference', goal: 40 };
    assert.deepEqual(written(row, rounds(2)), ['A thing', '20 ms', 'another', '10 ms', '+10 ms', '≤ +40 ms', 'yes']);
    assert.equal(written(row, rounds(0.5))[4], '−5.0 ms');
  });

  it('shows a figure that stands for itself, and counts without a point', () => {
    const row: Row = { what: 'Server', part: 'server', unit: 'processes', ours: 'ours', compare: 'alone', goal: 0 };
    assert.deepEqual(written(row, [new Map([['ours', 1]])]), [
      ...['Server', '1 processes', '', '', '', '≤ 0 processes', 'no: by 1 processes'],
    ]);
  });

  it('tells the cause and the floor of what is missed, and says where nobody knows', () => {
    assert.equal(toMisses(resultsOf([RATIO], rounds(1))), 'Every goal is met.');
    assert.equal(
      toMisses(resultsOf([{ ...RATIO, miss: MISS }], rounds(2.75))),
      '- **A thing** against another: 2.75 × where 2 × is the goal. It waits for the moon. *Floor:* 2.5 ×: the moon comes up that late.',
    );
    assert.ok(toMisses(resultsOf([RATIO], rounds(2.75))).endsWith(UNEXPLAINED));
  });
});

describe('the benchmark: the chart', () => {
  const rows: readonly Row[] = [
    RATIO,
    { ...RATIO, what: 'Known & <missed>', goal: 0.5 },
    { ...RATIO, what: '`check`, a difference', compare: 'difference', goal: 40 },
    { what: 'Processes', part: 'server', unit: 'processes', ours: 'ours', compare: 'alone', goal: 0 },
    TWICE,
  ];
  const chart = toChart(resultsOf(rows, rounds(1.5)), THEMES.light);
  /** Widths of bars; those that miss are hatched. */
  const bars = [...chart.matchAll(/<rect x="440" [^>]*?width="([\d.]+)"[^>]*?fill="([^"]+)"/g)].map(
    ([, width, fill]) => [Number(width), fill],
  );

  it('has a bar for each line with a goal, as long as its figure is in goals, and cut where it is far beyond', () => {
    const { met } = THEMES.light;
    // 125 pixels are the goal; twice as many are the end of the scale.
    assert.deepEqual(bars, [
      [93.8, met],
      [250, 'url(#missed)'],
      [15.6, met],
      [250, 'url(#missed)'],
    ]);
    assert.equal([...chart.matchAll(/<path /g)].length, 2);
  });

  it('says the same to those who do not see it', () => {
    assert.match(chart, /<svg [^>]*role="img" aria-labelledby="title desc"/);
    assert.match(chart, /<title id="title">[^<]+<\/title>/);
    const [, description] = /<desc id="desc">([^<]+)<\/desc>/.exec(chart) ?? [];
    assert.equal(
      description,
      'Bars end at the figure, in multiples of the goal; shorter is better. 2 of 4 goals are met. Missed: ' +
        'Known &amp; &lt;missed&gt;: 1.50 × another; goal 0.5 ×; Processes: 15 processes; goal 0 processes.',
    );
  });

  it('is XML, in both themes, without anything from elsewhere', async () => {
    for (const theme of Object.values(THEMES)) {
      const contents = toChart(resultsOf(ROWS, everyFigure()), theme);
      assert.deepEqual((await validateXML({ xml: contents, schema: SVG_PARTS })).errors, []);
      assert.doesNotMatch(contents.replace('http://www.w3.org/2000/svg', ''), /https?:|NaN|undefined/);
    }
  });

  it('can be read on either ground', () => {
    for (const [name, { ground, text, faint, met, missed }] of Object.entries(THEMES)) {
      assert.ok(contrast(text, ground) >= 7, name);
      assert.ok(contrast(faint, ground) >= 4.5, name);
      for (const bar of [met, missed]) assert.ok(contrast(bar, ground) >= 3, `${name} ${bar}`);
    }
  });

  it('has room for every name and figure', () => {
    for (const [, x, anchor, written = ''] of toChart(resultsOf(ROWS, everyFigure()), THEMES.light).matchAll(
      /<text x="([\d.]+)" y="[\d.]+"( text-anchor="end")?>([^<]+)</g,
    )) {
      // Letters are 6.2 pixels wide at most, taken together.
      const room = anchor ? Number(x) : 1040 - Number(x);
      assert.ok(written.length * 6.2 <= room, `${written}: ${written.length * 6.2} of ${room}`);
    }
  });
});

describe('the benchmark: what a program takes', () => {
  it('is the second line of what a shell says, user and system together', () => {
    assert.equal(cpuInTimes('0m0.001s 0m0.002s\n0m1.250s 0m0.040s\n'), 1290);
    assert.equal(cpuInTimes('0m0.000000s 0m0.000000s\n2m0.350000s 0m0.010000s\n'), 120_360);
    assert.throws(() => cpuInTimes('0m0.001s 0m0.002s\n'), /the shell says/);
  });
});

describe('the benchmark: a run', () => {
  it('is kept as it is', () => {
    const folder = createFolder();
    try {
      const run = { facts: 'A machine.\nA tree.', figures: rounds(1, 2) };
      writeRun(join(folder.path, 'last.json'), run);
      assert.deepEqual(readRun(join(folder.path, 'last.json')), run);
    } finally {
      folder.remove();
    }
  });
});

describe('the benchmark: the page', () => {
  it('has a place for what was measured, and keeps the rest', () => {
    const page = readFileSync('docs/performance.md', 'utf8');
    const written = replaced(page, 'A table.');
    assert.match(written, /do not edit\. -->\n\nA table\.\n\n<!-- End/);
    assert.equal(replaced(written, 'Another.'), replaced(page, 'Another.'));
    assert.throws(() => replaced('Nothing.', 'A table.'), /has no place/);
  });
});

describe('the page of what was measured', () => {
  it('has the cause of every goal that is missed', () => {
    assert.ok(
      !readFileSync('docs/performance.md', 'utf8').includes(UNEXPLAINED),
      'write `miss` in goals.ts, then --last',
    );
  });
});

describe('the benchmark: a folder of ones own', () => {
  const summary = { errors: 1, warnings: 20, information: 0, hints: 0, filesWithFindings: 1, skippedFiles: 3 };
  const report = readReport(JSON.stringify({ summary }), 'Some note.\n3162 files checked.\nSkipped:\n  1 links\n');
  const statistics = readStatistics('a.ts\nb.ts\n\n9 matches\n2 files contained matches\n3170 files searched\n');

  it('is counted by what both say', () => {
    assert.deepEqual(report, { files: 3162, found: '21 findings in 1 file' });
    assert.deepEqual(statistics, { files: 3170, found: '2 files with a word of ours' });
    assert.throws(() => readReport(JSON.stringify({ summary }), ''), /how many files/);
  });

  it('is shown side by side, with ratios within each round', () => {
    const ours = { name: 'ours', times: [300, 100, 230], cpu: [120, 100, 110], peak: 80, ...report };
    const theirs = { name: 'theirs', times: [100, 50, 100], cpu: [10, 10, 10], peak: 8, ...statistics };
    assert.equal(
      toComparison(ours, theirs),
      `| What                   |                  ours |                      theirs |  Ratio |
| ---------------------- | --------------------: | --------------------------: | -----: |
| Time: median [min–max] |      230 [100–300] ms |             100 [50–100] ms | 2.30 × |
| CPU: median [min–max]  |      110 [100–120] ms |                       10 ms | 11.0 × |
| Peak memory            |                80 MiB |                     8.0 MiB | 10.0 × |
| Files                  |                 3,162 |                       3,170 |        |
| Found                  | 21 findings in 1 file | 2 files with a word of ours |        |`,
    );
  });

  it('lacks what the system does not tell', () => {
    const none = { times: [10], cpu: [], files: 1, found: 'nothing' };
    const table = toComparison({ name: 'ours', ...none }, { name: 'theirs', ...none, peak: 1 });
    assert.doesNotMatch(table, /CPU|memory|NaN/);
  });

  it('must be there, from where npm was called', () => {
    for (const [path, says, from] of [
      ['no/such/folder', 'no/such/folder does not exist'],
      ['package.json', 'package.json is no folder'],
      ['docs', 'docs does not exist', 'docs'],
    ] as const) {
      const { status, stderr } = run(['--tree', path], from && join(process.cwd(), from));
      assert.equal(status, 2);
      assert.equal(stderr, `${says}; see npm run bench -- --help\n`);
    }
  });
});

describe('the benchmark: the gate', () => {
  const stateOf = (row: Row, figures: readonly Figures[]): string => {
    const [verdict] = judge([row, TWICE], resultsOf([row, TWICE], figures));
    assert.ok(verdict);
    return `${verdict.state}${fails(verdict) ? ', fails' : ''}`;
  };
  /** The same thing takes a tenth longer when it is done again. */
  const onNoisyMachine = (figures: readonly Figures[]): readonly Figures[] =>
    figures.map((round) => new Map([...round, ['once', 11], ['again', 10]]));

  it('lets pass what is met, and what misses its goal by no more than the noise', () => {
    assert.equal(stateOf(RATIO, rounds(1.9, 1.9, 1.9)), 'met');
    assert.equal(stateOf(RATIO, rounds(2, 2, 2)), 'met');
    // The row's own: half of the rounds stay within 0.1.
    assert.equal(stateOf(RATIO, rounds(1.95, 2.05, 2.15)), 'within the noise');
    assert.equal(stateOf(RATIO, rounds(2.05, 2.05, 2.05)), 'lost, fails');
    // The machine's: a tenth of the goal.
    assert.equal(stateOf(RATIO, onNoisyMachine(rounds(2.15, 2.15, 2.15))), 'within the noise');
    assert.equal(stateOf(RATIO, onNoisyMachine(rounds(2.25, 2.25, 2.25))), 'lost, fails');
  });

  it('lets a known miss be as it is known, and no notably worse', () => {
    const row = { ...RATIO, miss: MISS };
    assert.equal(stateOf(row, rounds(2.6, 2.6, 2.6)), 'known miss');
    assert.equal(stateOf(row, rounds(3.2, 3.2, 3.2)), 'known miss');
    assert.equal(stateOf(row, rounds(3.4, 3.4, 3.4)), 'worse, fails');
    assert.equal(stateOf(row, rounds(1.9, 1.9, 1.9)), 'met again');
  });

  it('fails where a line with a goal was not measured', () => {
    assert.equal(stateOf(RATIO, []), 'not measured, fails');
  });

  it('says nothing of lines without a goal', () => {
    assert.deepEqual(judge([TWICE], []), []);
  });

  it('names what is not simply met, failures last', () => {
    const lost: Row = { ...RATIO, what: 'Another thing' };
    const known: Row = { ...RATIO, miss: MISS };
    const rows = [lost, known, { ...RATIO, what: 'A third' }];
    const results = [...resultsOf([lost, known], rounds(2.5, 2.5)), ...resultsOf(rows.slice(2), rounds(1))];
    assert.equal(
      describeVerdicts(judge(rows, results)),
      `· known miss: A thing, against another: 2.50 ×, goal 2 ×, noise 0.00 ×, known as 3.00 × and allowed up to 3.30 ×
✗ lost: Another thing, against another: 2.50 ×, goal 2 ×, noise 0.00 ×
3 goals: 1 met, 1 known misses, 1 failures.`,
    );
  });
});

describe('the benchmark: the goals', () => {
  it('stand in one table without two lines of the same name', () => {
    const names = ROWS.map(({ what, peer }) => `${what}, ${peer?.name}`);
    assert.deepEqual(
      names.filter((name, index) => names.indexOf(name) !== index),
      [],
    );
  });

  it('have a miss only where there is a goal that its figure misses, with sentences for readers', () => {
    for (const { what, goal = Number.POSITIVE_INFINITY, miss } of ROWS) {
      if (!miss) continue;
      assert.ok(miss.figure > goal, what);
      for (const sentence of [miss.cause, miss.floor]) assert.match(sentence, /^[A-Z0-9+`].*\.$/, what);
    }
  });

  it('show the noise of every kind that a line has', () => {
    const shown = new Set(ROWS.map(({ shows }) => shows));
    for (const { what, noise } of ROWS) assert.ok(noise === undefined || shown.has(noise), what);
  });
});

describe('the benchmark: what it is asked for', () => {
  const WHOLE: BenchCall = {
    ...{ kind: 'table', rounds: 5, edits: 1000, node: '24', parts: ['scan', 'server', 'size'] },
    ...{ quick: false, alone: false, whole: true, write: false, gate: false },
  };

  it('is a whole run, or a part of it', () => {
    assert.deepEqual(readOptions([]), WHOLE);
    assert.deepEqual(readOptions(['--quick']), { ...WHOLE, quick: true, whole: false, rounds: 1, edits: 100 });
    assert.deepEqual(readOptions(['--only=size,scan']), { ...WHOLE, whole: false, parts: ['size', 'scan'] });
    assert.deepEqual(readOptions(['--alone', '--node', 'this']), {
      ...{ ...WHOLE, alone: true, whole: false, parts: ['server'], node: 'this' },
    });
    assert.deepEqual(readOptions(['--gate', '--write', '--rounds=7']), {
      ...{ ...WHOLE, gate: true, write: true, rounds: 7 },
    });
    assert.deepEqual(readOptions(['--gate', '--only=scan']), { ...WHOLE, whole: false, gate: true, parts: ['scan'] });
  });

  it('is the last run once more', () => {
    assert.deepEqual(readOptions(['--last']), { kind: 'last', write: false, gate: false });
    assert.deepEqual(readOptions(['--last', '--gate', '--write']), { kind: 'last', write: true, gate: true });
  });

  it('is a folder of ones own', () => {
    assert.deepEqual(readOptions(['--tree', 'a b']), { kind: 'tree', tree: 'a b', rounds: 5, node: '24' });
    assert.deepEqual(readOptions(['--tree=x', '--rounds=2', '--node=22']), {
      ...{ kind: 'tree', tree: 'x', rounds: 2, node: '22' },
    });
  });

  for (const [args, says] of [
    [['--rounds=0'], /--rounds takes a whole number from 1 up/],
    [['--rounds='], /--rounds takes a whole number/],
    [['--edits=101'], /--edits takes an even number/],
    [['--edits=50'], /--edits takes a whole number from 100 up/],
    [['--only=scan,everything'], /--only takes scan, server, size/],
    [['--node=18'], /--node takes one of 20, 22, 24, this/],
    [['--wirte'], /--wirte/],
    [['folder'], /folder/],
    [['--write', '--only=scan'], /--write takes a whole run/],
    [['--write', '--alone'], /--write takes a whole run/],
    [['--write', '--quick'], /--write takes a whole run/],
    [['--gate', '--rounds=2'], /--gate takes a run .* of 3 rounds or more/],
    [['--gate', '--quick'], /--gate takes a run without --quick/],
    [['--tree='], /--tree takes a folder/],
    [['--tree'], /--tree/],
    [['--last', '--rounds=3'], /--last goes with --write and --gate, not with --rounds/],
    [['--last', '--tree=x'], /not with --tree/],
    [['--tree=x', '--gate'], /not with --gate/],
    [['--tree=x', '--only=scan'], /not with --only/],
  ] as const) {
    it(`is refused: ${args.join(' ')}`, () => {
      assert.throws(
        () => readOptions(args),
        (error: unknown) => error instanceof UsageError && says.test(error.message),
      );
    });
  }

  it('is help, which names every option and builds nothing', () => {
    assert.deepEqual(readOptions(['--help', '--tree=x']), { kind: 'help' });
    const { status, stdout } = run(['--help']);
    assert.equal(status, 0);
    assert.equal(stdout.trim(), HELP.trim());
    for (const name of ['rounds', 'only', 'edits', 'node', 'quick', 'alone', 'write', 'gate', 'last', 'tree', 'help'])
      assert.match(HELP, new RegExp(`--${name}\\b`));
  });

  it('ends with 2 and a sentence where it cannot be done', () => {
    const { status, stderr } = run(['--rounds=none']);
    assert.equal(status, 2);
    assert.equal(stderr, '--rounds takes a whole number from 1 up; see npm run bench -- --help\n');
  });
});

/** @param from the folder in which somebody has called npm, which changes to that of package.json */
function run(args: readonly string[], from = process.cwd()) {
  const env = { ...process.env, INIT_CWD: from };
  return spawnSync(process.execPath, ['scripts/bench.mjs', ...args], { encoding: 'utf8', env });
}

/** A round in which everything was measured, with figures as long as they get. */
function everyFigure(): readonly Figures[] {
  const figures = ROWS.flatMap(({ ours, peer }) => [[ours, 1234.5] as const, [peer?.figure ?? '', 23.4] as const]);
  return [new Map(figures)];
}

/** Of two colours, as WCAG reckons it. */
function contrast(one: string, another: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(another)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
