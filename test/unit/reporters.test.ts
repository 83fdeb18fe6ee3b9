import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import Ajv, { type ValidateFunction } from 'ajv';
import Ajv2020 from 'ajv/dist/2020';
import { validateXML } from 'xmllint-wasm';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { harmless } from '../../server/src/catalog/harmless.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { columnsOf, excerptOf, expandTabs, wrap } from '../../server/src/report/columns.ts';
import { mergeReports } from '../../server/src/report/merge.ts';
import type { Report, ReportedFinding } from '../../server/src/report/report.ts';
import { readJsonReport } from '../../server/src/report/reporters/json.ts';
import { REPORTERS, type ReporterOptions } from '../../server/src/report/reporters/reporters.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { readSettings } from '../../server/src/settings.ts';
import { reportOf } from '../harness/reports.ts';

const OPTIONS: ReporterOptions = {
  styled: false,
  catalog: createCatalog(loadCatalogData()),
  docsLanguage: 'en',
  rules: RULES,
  version: '0.1.0',
  root: '/home/kim/my project',
  columns: 100,
  fromRepository: '',
};

/** A file name that needs escaping wherever anything does. */
const STRANGE = '한글 폴더/a b,c:d%20#?.ts';
const FILES = {
  'nugu/answer.json': `{ "requestId": "r-1",
  "data": [
    { "resultCode": "TemperatureOutOfRange", "smartHomeDevice": {} },
    { "resultCode": "NotInAvailableMode", "smartHomeDevice": {} }
  ]
}
`,
  'thinq/errors.ts': `import type { ThinQApiError } from './thinq';
export function report(error: ThinQApiError) {
  switch (error.code) {
    case '1222':
      return 'offline';
  }
}
`,
  [STRANGE]: `import type { ThinQApiError } from './thinq';
export function isGone(error: ThinQApiError) {
\tconst 이름 = '전원 👩‍🔧'; return error.code === 1205; // 100% & <sure> ]]>
}
`,
};

/** Every form a report can have, whether or not a rule of today gives it. */
const ODD: Report = {
  files: [
    { path: 'clean.ts', findings: [] },
    { path: 'long.ts', findings: [], skipped: 'Not checked: 9.0 million characters; the limit is 1.0 million.' },
    {
      path: 'odd.ts',
      findings: [
        odd({ severity: 'error', message: 'one\r\ntwo: [a](http://b) 50%, \u0000\u001B[31m \uD800 ]]> <&">\nthree' }),
        odd({
          severity: 'hint',
          fingerprint: 'hint 1',
          start: { line: 4, character: 2 },
          end: { line: 7, character: 1 },
        }),
        odd({ severity: 'information', fingerprint: 'information 1', rule: 'not-of-ours' }),
      ],
    },
  ],
};

function odd(changes: Partial<ReportedFinding>): ReportedFinding {
  return {
    rule: 'unknown-code',
    vendor: 'thinq',
    severity: 'warning',
    message: 'message',
    start: { line: 0, character: 2 },
    end: { line: 0, character: 6 },
    sourceLine: '\u001B[31m "1234"',
    fingerprint: 'warning 1',
    fixes: [],
    ...changes,
  };
}

const EMPTY: Report = { files: [] };

function render(name: string, report: Report, options: Partial<ReporterOptions> = {}): string {
  const reporter = REPORTERS.get(name);
  assert.ok(reporter, name);
  return [...reporter(report, { ...OPTIONS, ...options })].join('');
}

/** Checks what a reporter writes about every report and in every language. */
async function everyReport(check: (text: (name: string) => string, report: Report) => void): Promise<void> {
  for (const docsLanguage of ['en', 'ko', 'both'] as const) {
    for (const report of [
      await reportOf(FILES, readSettings({ docs: { language: docsLanguage } }, 'en')),
      ODD,
      EMPTY,
    ]) {
      check((name) => render(name, report, { docsLanguage }), report);
    }
  }
}

function assertValid(validate: ValidateFunction, data: unknown): void {
  assert.ok(validate(data), JSON.stringify(validate.errors?.slice(0, 3), undefined, 2));
}

const isUri = (text: string): boolean => URL.canParse(text) && isUriReference(text);
/** The characters that RFC 3986 allows. */
const isUriReference = (text: string): boolean => /^(?:[\w\-.~:/?#[\]@!$&'()*+,;=]|%[0-9A-F]{2})*$/.test(text);

const readSchema = (path: string): object => JSON.parse(readFileSync(path, 'utf8')) as object;

describe('the report of the files that reporters are tested with', () => {
  it('has findings in each, with fixes', async () => {
    const { files } = await reportOf(FILES);
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.map(({ rule, fixes }) => `${rule} ${fixes.length > 0}`)]),
      [
        ['nugu/answer.json', ['unknown-code true', 'missing-error-property true']],
        ['thinq/errors.ts', ['unhandled-device-error true']],
        [STRANGE, ['code-type true']],
      ],
    );
  });
});

describe('reporter json', () => {
  const validate = new Ajv({ strict: false, formats: { uri: isUri } }).compile(readSchema('docs/report.schema.json'));

  it('writes what docs/report.schema.json describes', () =>
    everyReport((text) => assertValid(validate, JSON.parse(text('json')))));

  it('writes what it can read again', () =>
    everyReport((text, report) => assert.deepEqual(readJsonReport(text('json')), { report: onceWritten(report) })));

  it('says what is wrong with a text that it has not written', () => {
    const problem = (text: string): string => {
      const read = readJsonReport(text);
      return 'problem' in read ? read.problem.en : '';
    };
    assert.match(problem('{'), /^it is not JSON$/);
    assert.match(problem('null'), /no report/);
    assert.match(problem('{"runs": []}'), /no report/);
    assert.match(problem('{"version": 2, "files": []}'), /version 2, and only 1/);
    assert.match(problem('{"version": 1, "files": [{"path": "a", "findings": []}, {"path": "b"}]}'), /entry 1 /);
    assert.match(problem('{"version": 1, "files": [{"path": "a", "findings": [{"fixes": [null]}]}]}'), /entry 0 /);
  });

  /** Half of a character is written as an escape, and read as it was. */
  const onceWritten = (report: Report): Report => JSON.parse(JSON.stringify(report)) as Report;
});

describe('reporter sarif', () => {
  const validate = new Ajv2020({
    strict: false,
    formats: { uri: isUri, 'uri-reference': isUriReference, uuid: true, 'date-time': true },
  }).compile(readSchema('test/schemas/sarif-2.1.0.schema.json'));

  interface Sarif {
    readonly runs: readonly {
      readonly originalUriBaseIds: Record<string, { readonly uri?: string }>;
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly invocations: readonly { readonly toolExecutionNotifications: readonly unknown[] }[];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex?: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly partialFingerprints: Record<string, string>;
        readonly fixes?: readonly unknown[];
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string };
              readonly region: Record<string, unknown>;
            };
          },
        ];
      }[];
    }[];
  }

  const runOf = (report: Report, options: Partial<ReporterOptions> = {}) => {
    const [run] = (JSON.parse(render('sarif', report, options)) as Sarif).runs;
    assert.ok(run);
    return run;
  };

  it('is valid against the schema of SARIF 2.1.0', () =>
    everyReport((text) => assertValid(validate, JSON.parse(text('sarif')))));

  it('lists every rule, found or not, so that indices are the same in every part of a run', () => {
    const { tool, results } = runOf(ODD);
    assert.deepEqual(
      tool.driver.rules.map(({ id }) => id),
      RULES.map(({ id }) => id),
    );
    const own = RULES.findIndex(({ id }) => id === 'unknown-code');
    assert.deepEqual(
      results.map(({ ruleIndex }) => ruleIndex),
      [own, own, undefined],
    );
  });

  it('has no level for hints: they are notes', () =>
    assert.deepEqual(
      runOf(ODD).results.map(({ level }) => level),
      ['error', 'note', 'note'],
    ));

  it('counts columns from 1, in UTF-16 units', async () => {
    const { results } = runOf(await reportOf(FILES));
    const found = results.find(({ ruleId }) => ruleId === 'code-type')?.locations[0].physicalLocation.region;
    const line = FILES[STRANGE]?.split('\n')[2] ?? '';
    const startColumn = line.indexOf('1205') + 1;
    const snippet = { text: '1205' };
    assert.deepEqual(found, { startLine: 3, startColumn, endLine: 3, endColumn: startColumn + 4, snippet });
  });

  it('encodes paths', async () => {
    const { results } = runOf(await reportOf(FILES));
    const uri = results.at(-1)?.locations[0].physicalLocation.artifactLocation.uri ?? '';
    assert.match(uri, /^[\w%/.-]+$/);
    assert.equal(decodeURIComponent(uri), STRANGE);
  });

  for (const [root, uri] of [
    ['/home/kim/my project', 'file:///home/kim/my%20project/'],
    ['/', 'file:///'],
    ['/집/코드/', 'file:///%EC%A7%91/%EC%BD%94%EB%93%9C/'],
    ['C:\\Users\\Kim Lee', 'file:///C:/Users/Kim%20Lee/'],
    ['\\\\server\\share\\a#b', 'file://server/share/a%23b/'],
    ['', undefined],
  ] as const) {
    it(`says that the root "${root}" is ${uri}`, () =>
      assert.equal(runOf(EMPTY, { root }).originalUriBaseIds.SRCROOT?.uri, uri));
  }

  it('replaces what a fix replaces', async () => {
    const { results } = runOf(await reportOf(FILES));
    const uri = 'nugu/answer.json';
    assert.deepEqual(results[0]?.fixes, [
      {
        description: { text: 'Change to `TemperatureOutofRange`' },
        artifactChanges: [
          {
            artifactLocation: { uri, uriBaseId: 'SRCROOT' },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 21, endLine: 3, endColumn: 44 },
                insertedContent: { text: '"TemperatureOutofRange"' },
              },
            ],
          },
        ],
      },
    ]);
  });

  it('makes no link of what a source file says', () =>
    assert.match(runOf(ODD).results[0]?.message.text ?? '', /\\\[a\]\(http/));

  it('tells of skipped files', () => assert.equal(runOf(ODD).invocations[0]?.toolExecutionNotifications.length, 1));

  it('of merged parts is that of one run, however the files are split', async () => {
    const whole = mergeReports([await reportOf(FILES), ODD]);
    for (let parts = 1; parts <= 4; parts++) {
      const split = Array.from({ length: parts }, (_, part) => ({
        files: whole.files.filter((_file, index) => index % parts === part),
      }));
      // Through JSON, as from other machines, and in no order.
      const read = split.toReversed().flatMap((part) => {
        const result = readJsonReport(render('json', part));
        return 'report' in result ? [result.report] : [];
      });
      assert.equal(render('sarif', mergeReports(read)), render('sarif', whole), `${parts} parts`);
    }
  });
});

describe('reporter github', () => {
  it('writes one command a line, with its properties escaped', async () => {
    assert.deepEqual(
      render('github', await reportOf(FILES))
        .split('\n')
        .at(-1)
        ?.split('::'),
      [
        '',
        'warning file=한글 폴더/a b%2Cc%3Ad%2520#?.ts,line=3,endLine=3,col=47,endColumn=51,title=code-type',
        'ThinQ sends this code as the string "1205", not as a number.',
      ],
    );
  });

  it('keeps lines of a message within its command', () => {
    const lines = render('github', ODD).split('\n');
    assert.deepEqual(
      lines.map((line) => /^::(\w+) file=([^,]+)/.exec(line)?.slice(1)),
      [
        ['notice', 'long.ts'],
        ['error', 'odd.ts'],
        ['notice', 'odd.ts'],
        ['notice', 'odd.ts'],
      ],
    );
    assert.match(lines[1] ?? '', /::one%0Atwo: \[a\]\(http:\/\/b\) 50%25, .*%0Athree$/);
  });

  it('gives no columns where an annotation goes on over lines', () =>
    assert.match(render('github', ODD).split('\n')[2] ?? '', /line=5,endLine=8,title=/));

  it('says nothing where there is nothing to say', () => assert.equal(render('github', EMPTY), ''));
});

describe('reporter gitlab', () => {
  /** What GitLab's own schema and its documentation of Code Quality reports ask of an entry. */
  const validate = new Ajv().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string' },
        fingerprint: { type: 'string' },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\.?/)' },
            lines: {
              type: 'object',
              required: ['begin'],
              properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
            },
          },
        },
      },
    },
  });

  it('is what GitLab asks for', () => everyReport((text) => assertValid(validate, JSON.parse(text('gitlab')))));

  it('has a fingerprint for each finding, also where two files say the same', async () => {
    const text = FILES['nugu/answer.json'];
    const report = await reportOf({ 'a.json': text, 'b.json': text });
    const issues = JSON.parse(render('gitlab', report)) as readonly { readonly fingerprint: string }[];
    assert.equal(issues.length, 4);
    assert.equal(new Set(issues.map(({ fingerprint }) => fingerprint)).size, 4);
  });
});

describe('reporter junit', () => {
  const schema = readFileSync('test/schemas/jenkins-junit.xsd', 'utf8');

  it("is valid against Jenkins' schema", async () => {
    const xml: string[] = [];
    await everyReport((text) => xml.push(text('junit')));
    assert.deepEqual((await validateXML({ xml, schema })).errors, []);
    const wrong = xml.map((text) => text.replaceAll('<testcase', '<test').replaceAll('</testcase', '</test'));
    assert.ok((await validateXML({ xml: wrong, schema })).errors.length >= wrong.length);
  });

  it('holds nothing that XML forbids', () =>
    everyReport((text) => {
      const xml = text('junit');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      assert.doesNotMatch(xml, /[\u0000-\u0008\u000B\u000C\u000E-\u001F]|\p{Surrogate}/u);
      assert.doesNotMatch(xml.replace(/&(?:amp|lt|gt|quot|#\d+);/g, ''), /&|="[^"]*[<\n]/);
    }));

  it('counts as failed what is a warning at least', () => {
    const xml = render('junit', ODD);
    assert.match(xml, /<testsuites name="thinq-nugu" tests="4" failures="1" errors="0">/);
    assert.equal(xml.match(/<failure /g)?.length, 1);
    assert.equal(xml.match(/<system-out>/g)?.length, 2);
    assert.equal(xml.match(/<skipped>/g)?.length, 1);
  });

  it('has a test that has passed where nothing was found', () =>
    assert.match(render('junit', EMPTY), /tests="1" failures="0"[\s\S]*<testcase [^>]*name="no findings"\/>/));
});

describe('reporter pretty', () => {
  it('shows the line, what is underlined in it, why, what to do, and where to read on', async () => {
    assert.equal(
      render('pretty', await reportOf({ 'answer.json': FILES['nugu/answer.json'] })),
      `answer.json:3:22  warning  unknown-code
  \`TemperatureOutOfRange\` is not a NUGU result code, so NUGU silently ignores it. Did you mean
  \`TemperatureOutofRange\`?

  3 │     { "resultCode": "TemperatureOutOfRange", "smartHomeDevice": {} },
    │                      ^^^^^^^^^^^^^^^^^^^^^
  why  NUGU silently ignores a response whose \`resultCode\` is misspelt.
  fix  Change to \`TemperatureOutofRange\` (applied by --fix)
  see  https://developers-doc.nugu.co.kr/nugu-play/smarthome-play/smarthomeerror

answer.json:4:22  warning  missing-error-property
  \`NotInAvailableMode\` needs \`mode\` in \`errorProperties\`. Without it NUGU cannot tell the user the
  mode.

  4 │     { "resultCode": "NotInAvailableMode", "smartHomeDevice": {} }
    │                      ^^^^^^^^^^^^^^^^^^
  why  NUGU's page asks for \`errorProperties\` with four codes. Without them the speaker cannot tell
       the user the range or the mode.
  fix  Add \`mode\` to \`errorProperties\`
  see  https://developers-doc.nugu.co.kr/nugu-play/smarthome-play/smarthomeerror

2 warnings in 1 file · 1 fixable with --fix`,
    );
  });

  it('tells the reasons of a rule once for each vendor', async () => {
    const thinq = `from thinqconnect import ThinQAPIException

def advise(error: ThinQAPIException) -> str:
    if error.code == "1222":
        return "offline"
    elif error.code == "1215":
        return "gone"
    elif error.code == "2211":
        return "late"
    else:
        raise error
`;
    const nugu = '{ "requestId": "r", "data": [{ "resultCode": "AlreadyTurnedOn", "smartHomeDevice": {} }] }';
    const lines = render('pretty', await reportOf({ 'a.py': thinq, 'b.json': nugu })).split('\n');
    assert.equal(lines.filter((line) => line.includes('  unknown-code')).length, 3);
    const whys = lines.filter((line) => line.startsWith('  why'));
    assert.equal(whys.length, 2);
    assert.match(whys[0] ?? '', /ThinQ never sends/);
    assert.match(whys[1] ?? '', /NUGU silently ignores/);
  });

  it('underlines what it means behind tabs, Korean and emoji', async () => {
    const lines = render('pretty', await reportOf({ 'a.ts': FILES[STRANGE] ?? '' })).split('\n');
    const at = lines.findIndex((line) => line.includes('=== 1205'));
    const [line = '', carets = ''] = lines.slice(at, at + 2);
    assert.equal(columnsOf(line.slice(0, line.indexOf('1205'))), carets.indexOf('^'));
    assert.equal(carets.trim(), '│'.padEnd(carets.indexOf('^') - carets.indexOf('│')).concat('^^^^'));
  });

  it('lets no file move the cursor or turn the text', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    assert.doesNotMatch(render('pretty', ODD), /[\u0000-\u0009\u000B-\u001F\u202E]/);
  });

  it('has colours only where they are wanted, and the same words', () => {
    const styled = render('pretty', ODD, { styled: true });
    assert.ok(styled.includes('\u001B[31merror\u001B[39m'));
    assert.equal(stripVTControlCharacters(styled), render('pretty', ODD).replaceAll('`', ''));
  });

  it('is Korean where Korean is read', async () => {
    const report = await reportOf(FILES, readSettings({}, 'ko'));
    assert.match(render('pretty', report, { docsLanguage: 'ko' }), /^ {2}이유 {2}.*\n[\s\S]*경고 4개 파일 3개/m);
  });

  it('says that there is nothing', () => assert.equal(render('pretty', EMPTY), 'No findings.'));
});

describe('columns', () => {
  it('counts those of a terminal', () => {
    for (const [text, columns] of [
      ['', 0],
      ['abc', 3],
      ['가나', 4],
      ['가', 2],
      ['é', 1],
      ['👩‍🔧', 2],
      ['🇰🇷', 2],
      ['❤️', 2],
      ['❤', 1],
      ['Ａ、', 4],
      ['│…–', 3],
      ['\t', 4],
      ['ab\tc', 5],
      ['가나\t', 8],
    ] as const)
      assert.equal(columnsOf(text), columns, JSON.stringify(text));
  });

  it('expands tabs to where they go', () => assert.equal(expandTabs('a\t가\tb'), 'a   가  b'));

  it('cuts a line around what is looked at, and never its width short', () => {
    const line = `${'가나다 '.repeat(30)}HERE${' 라마바'.repeat(30)}`;
    for (const room of [40, 41, 42, 80, 120]) {
      const { before, marked, after } = excerptOf(line, 120, 124, room);
      assert.equal(marked, 'HERE');
      assert.ok(columnsOf(before + marked + after) <= room);
      assert.ok(before.startsWith('…') && after.endsWith('…'));
    }
    const all = excerptOf(line, 0, line.length, 40);
    assert.ok(columnsOf(all.before + all.marked + all.after) <= 40);
  });

  it('wraps at blanks', () =>
    assert.deepEqual(wrap('가나 다라 abcdefghijk m', 5), ['가나', '다라', 'abcdefghijk', 'm']));

  it('shows control characters as pictures', () => assert.equal(harmless('\u001B[0m\t\u202E'), '␛[0m\t\uFFFD'));
});

describe('a finding in a line that is a whole bundle', () => {
  const line = `${'다x\t'.repeat(700_000)}"1234"${'👩‍🔧 '.repeat(300_000)}`;
  const start = { line: 0, character: 2_100_000 };
  const found = odd({ sourceLine: line, start, end: { line: 0, character: start.character + 6 } });
  /** As an earlier version has written it, and this one reads it. */
  const read = readJsonReport(render('json', { files: [{ path: 'bundle.js', findings: [found] }] }));
  assert.ok('report' in read);
  const { report } = read;

  for (const name of ['pretty', 'sarif', 'github', 'gitlab', 'junit']) {
    it(`is told by ${name} without the line`, () => assert.ok(render(name, report).length < 100_000));
  }

  it('is shown with what is around it', () =>
    assert.match(render('pretty', report), /│ ….*x +"1234"👩.*…\n +│ +\^{6}\n/));
});

describe('merged reports', () => {
  it('hold each file once, in the order of paths', async () => {
    const { files } = await reportOf(FILES);
    const merged = mergeReports([{ files: files.slice(1) }, { files: files.slice(0, 2) }, { files: [] }]);
    assert.deepEqual(merged, { files });
  });

  it('hold a file as looked at where one run has looked at it', () => {
    const skipped: Report = { files: [{ path: 'a', findings: [], skipped: 'too long' }] };
    const seen: Report = { files: [{ path: 'a', findings: [odd({})] }] };
    assert.deepEqual(mergeReports([skipped, seen]), seen);
    assert.deepEqual(mergeReports([seen, skipped]), seen);
    assert.deepEqual(mergeReports([skipped, skipped]), skipped);
  });

  it('hold findings that only one run has found', () => {
    const [a, b] = [odd({ start: { line: 3, character: 0 } }), odd({ fingerprint: 'other' })];
    const merged = mergeReports([
      { files: [{ path: 'x', findings: [a] }] },
      { files: [{ path: 'x', findings: [a, b] }] },
    ]);
    assert.deepEqual(merged.files[0]?.findings, [b, a]);
  });
});
