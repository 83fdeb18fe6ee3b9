import assert from 'node:assert/strict';
import {
  applyBaseline,
  type Baseline,
  listsFormer,
  printBaseline,
  readBaseline,
  toBaseline,
} from '../../server/src/report/baseline.ts';
import type { FileReport, Report, ReportedFinding } from '../../server/src/report/report.ts';

function finding(fingerprint: string, line = 0): ReportedFinding {
  return {
    rule: 'unknown-code',
    vendor: 'nugu',
    severity: 'warning',
    message: `message of ${fingerprint}`,
    start: { line, character: 0 },
    end: { line, character: 1 },
    sourceLine: 'x',
    fingerprint,
    fixes: [],
  };
}

const file = (path: string, ...fingerprints: readonly string[]): FileReport => ({
  path,
  findings: fingerprints.map((one, line) => finding(one, line)),
});
const report = (...files: readonly FileReport[]): Report => ({ files });
const listed = (baseline: Pick<Baseline, 'entries'>): readonly string[] =>
  baseline.entries.map(({ path, fingerprint, count }) => `${path} ${fingerprint} ${count}`);

const YESTERDAY = report(file('b.ts', 'two', 'one'), file('가.ts', 'same', 'same'));
const BASELINE = toBaseline(YESTERDAY);

describe('a baseline', () => {
  it('lists what a report has, sorted and counted', () =>
    assert.deepEqual(listed(BASELINE), ['b.ts one 1', 'b.ts two 1', '가.ts same 2']));

  it('leaves nothing of the report it was made from', () => {
    const { report: left, stale, suppressed } = applyBaseline(YESTERDAY, BASELINE);
    assert.deepEqual(left, report(file('b.ts'), file('가.ts')));
    assert.deepEqual(stale, []);
    assert.equal(suppressed, 4);
  });

  it('lets new findings through, also one more of a kind', () => {
    const today = report(
      file('b.ts', 'one', 'two', 'three'),
      file('c.ts', 'one'),
      file('가.ts', 'same', 'same', 'same'),
    );
    const { report: left } = applyBaseline(today, BASELINE);
    assert.deepEqual(
      left.files.map(({ path, findings }) => [path, findings.map(({ start }) => start.line)]),
      [
        ['b.ts', [2]],
        ['c.ts', [0]],
        ['가.ts', [2]],
      ],
    );
  });

  it('knows a finding of one rule from one of another', () => {
    const today = report({ path: 'b.ts', findings: [{ ...finding('one'), rule: 'code-type' }] });
    assert.equal(applyBaseline(today, BASELINE).suppressed, 0);
  });

  it('names what is not found any more, with how many of it', () => {
    const { stale } = applyBaseline(report(file('b.ts', 'one'), file('가.ts', 'same')), BASELINE);
    assert.deepEqual(listed({ entries: stale }), ['b.ts two 1', '가.ts same 1']);
  });

  it('calls nothing stale in files that nobody has looked at', () => {
    const skipped: FileReport = { path: 'b.ts', findings: [], skipped: 'too long' };
    assert.deepEqual(applyBaseline(report(skipped), BASELINE, (path) => path === 'b.ts').stale, []);
    assert.deepEqual(applyBaseline(report(), BASELINE, () => false).stale, []);
    assert.equal(applyBaseline(report(), BASELINE).stale.length, 3);
  });

  it('is brought up to date for the files of a run, and kept for others', () => {
    const today = report(file('b.ts', 'three'));
    assert.deepEqual(listed(toBaseline(today, BASELINE, (path) => path === 'b.ts')), ['b.ts three 1', '가.ts same 2']);
    assert.deepEqual(listed(toBaseline(today, BASELINE)), ['b.ts three 1']);
  });
});

describe('a baseline of version 1', () => {
  const former = (fingerprint: string, formerFingerprint: string): ReportedFinding => ({
    ...finding(fingerprint),
    formerFingerprint,
  });
  const today = report({ path: 'b.ts', findings: [former('v2:new', 'one'), former('v2:two', 'two')] });
  const read = readBaseline(
    '{ "version": 1, "findings": [{ "path": "b.ts", "rule": "unknown-code", "fingerprint": "one", "count": 1 }] }',
  );
  const baseline = 'baseline' in read ? read.baseline : { entries: [] };

  it('is read, and asks for the fingerprints of then', () => {
    assert.deepEqual(listed(baseline), ['b.ts one 1']);
    assert.ok(listsFormer(baseline));
    assert.ok(!listsFormer(toBaseline(today)));
  });

  it('leaves out what it lists, and no more', () => {
    const { report: left, stale, suppressed } = applyBaseline(today, baseline);
    assert.deepEqual([stale, suppressed], [[], 1]);
    assert.deepEqual(left, report({ path: 'b.ts', findings: [finding('v2:two')] }));
  });

  it('takes a finding out once, where fingerprints of both versions are listed', () => {
    const both: Baseline = { entries: [...baseline.entries, ...toBaseline(today).entries] };
    const { suppressed, stale } = applyBaseline(today, both);
    assert.equal(suppressed, 2);
    assert.deepEqual(listed({ entries: stale }), ['b.ts one 1']);
  });

  it('is brought to today', () =>
    assert.deepEqual(listed(toBaseline(today, baseline)), ['b.ts v2:new 1', 'b.ts v2:two 1']));
});

describe('the file of a baseline', () => {
  it('has one entry a line, and ends with a line break', () =>
    assert.equal(
      printBaseline(BASELINE),
      `{
  "version": 2,
  "findings": [
    { "path": "b.ts", "rule": "unknown-code", "fingerprint": "one", "count": 1 },
    { "path": "b.ts", "rule": "unknown-code", "fingerprint": "two", "count": 1 },
    { "path": "가.ts", "rule": "unknown-code", "fingerprint": "same", "count": 2 }
  ]
}
`,
    ));

  it('is read as it was written, in any order', () => {
    assert.deepEqual(readBaseline(printBaseline(BASELINE)), { baseline: BASELINE });
    const shuffled = { version: 2, findings: BASELINE.entries.toReversed() };
    assert.deepEqual(readBaseline(JSON.stringify(shuffled)), { baseline: BASELINE });
    assert.deepEqual(readBaseline(printBaseline({ entries: [] })), { baseline: { entries: [] } });
  });

  for (const [what, text, problem] of [
    ['is cut off', '{ "version": 1, "findings": [', /^it is not JSON$/],
    ["is somebody else's secret, behind a link", 'token-1234567', /^it is not JSON$/],
    ['is empty', '', /^it is not JSON/],
    ['is another file', '[]', /not a baseline of version 2/],
    ['is of a later version', '{ "version": 3, "findings": [] }', /not a baseline of version 2/],
    [
      'has a broken entry',
      '{ "version": 1, "findings": [{ "path": "a", "rule": "b", "fingerprint": "c", "count": 0 }] }',
      /^entry 1 .*"count" of at least 1/,
    ],
    ['has an entry that is none', '{ "version": 1, "findings": [null] }', /^entry 1 /],
  ] as const) {
    it(`that ${what} is refused with the reason`, () => {
      const read = readBaseline(text);
      assert.match('problem' in read ? read.problem.en : '', problem);
    });
  }
});
