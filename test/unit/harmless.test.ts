import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { harmless, harmlessLine, harmlessLines, harmlessNotice } from '../../server/src/catalog/harmless.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { coverageOf } from '../../server/src/coverage/coverage.ts';
import { FORMATS } from '../../server/src/coverage/formats/formats.ts';
import { usesOf } from '../../server/src/coverage/uses.ts';
import { codeSpan, escapeMarkdown } from '../../server/src/features/describe/markdown.ts';
import { createLog } from '../../server/src/lsp/log.ts';
import type { Report, ReportedFinding } from '../../server/src/report/report.ts';
import { REPORTERS, type ReporterOptions } from '../../server/src/report/reporters/reporters.ts';
import { renderMarkdown } from '../../server/src/report/terminal.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { newProjectFile } from '../../server/src/service/newProjectFile.ts';
import { readSettings } from '../../server/src/settings.ts';
import { some } from '../harness/extent.ts';
import { createWorld } from '../harness/host.ts';
import { commandsIn, HOSTILE, liveIn, structureOf, TAME } from '../harness/hostile.ts';

const SETTINGS = readSettings({ docs: { language: 'both' }, codeLens: { enabled: true } }, 'en');
const catalog = createCatalog(loadCatalogData());
const world = createWorld();
const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };

/** How a text goes out: what must hold of it differs. */
type Way =
  /** Words on one line, or on one for each language. */
  | 'words'
  | 'markdown'
  /** Lines that a terminal, or the log of a runner, shows. */
  | 'lines'
  /** Lines of which each is a command of ours. */
  | 'commands'
  | 'json'
  | 'html'
  /** What VS Code looks through for links itself. */
  | 'notice';

type Out = readonly [name: string, way: Way, text: string];

/** A project whose team says a text wherever it may say one, and a program that uses its codes. */
async function fromTeam(said: string): Promise<readonly Out[]> {
  const facts = { sources: { team: { text: said, http: 504 } }, description: { en: said, ko: said } };
  const project = {
    catalog: [
      { vendor: 'thinq', code: '9123', ...facts, advice: said },
      { vendor: 'thinq', code: '9124', description: 'd', sdkName: said },
      {
        vendor: 'nugu',
        code: 'TeamGatewayGone',
        ...facts,
        advice: { en: said, ko: said },
        errorProperties: [{ name: said, type: 'string', sample: said }],
        directives: { names: [said] },
      },
    ],
    mapping: { 9123: 'TeamGatewayGone', 1222: 'TeamGatewayGone' },
  };
  const root = world.project(new Map([['.thinq-nugu.json', JSON.stringify(project)]]));
  const text = `import { ThinQApiError } from './thinq';
export function answer(error: ThinQApiError) {
  switch (error.code) {
    case '9123': return { resultCode: 'TeamGatewayGone', smartHomeDevice: device };
    case '1222': return { resultCode: 'DeviceTurnedOff', smartHomeDevice: device };
  }
}
`;
  const document = world.document(root, 'a.ts', text);
  const { service } = world;
  const outs: Out[] = [];
  for (const word of ['9123', 'TeamGatewayGone', '1222', 'DeviceTurnedOff']) {
    const hover = await service.hover(document, text.indexOf(word) + 1, SETTINGS);
    assert.ok(hover, word);
    outs.push([`hover over ${word}`, 'markdown', hover.markdown]);
    outs.push([`hover over ${word}, in a terminal`, 'lines', renderMarkdown(hover.markdown, false)]);
  }
  for (const [vendor, code] of [
    ['thinq', '9123'],
    ['nugu', 'TeamGatewayGone'],
  ] as const) {
    const described = await service.describe(vendor, code, SETTINGS, document.uri);
    outs.push([`documentation of ${code}`, 'markdown', described ?? assert.fail(code)]);
    const items = await service.complete(document, text.indexOf(code) + 1, SETTINGS);
    const item = items.find((one) => one.code === code);
    outs.push([`detail of ${code}`, 'words', item?.detail ?? assert.fail(code)]);
    outs.push([`what ${code} is found by`, 'words', item?.filter ?? assert.fail(code)]);
    for (const { label, detail } of items.filter((one) => one.code === code))
      outs.push([`completion of ${code}`, 'words', `${label} ${detail}`]);
  }
  const { diagnostics } = await service.diagnose(document, SETTINGS);
  for (const { message, rule } of diagnostics) outs.push([`message of ${rule}`, 'words', message]);
  assert.ok(diagnostics.some(({ rule }) => rule === 'missing-error-property'));
  for (const { title } of await service.actions(document, EVERYTHING, SETTINGS))
    outs.push(['title of a fix', 'words', title]);
  for (const { title } of await service.lenses(document, SETTINGS)) outs.push(['title of a lens', 'words', title]);
  assert.ok(outs.some(([name]) => name === 'title of a fix') && outs.some(([name]) => name === 'title of a lens'));
  return outs;
}

/** A project file in which a text stands where a name, a path or a word belongs. */
async function fromProjectFile(said: string): Promise<readonly Out[]> {
  const text = JSON.stringify({
    [`${said} `]: 1,
    preset: `${said} `,
    vendors: [said],
    rules: { [said]: said, 'unknown-code': said },
    catalog: `${said}/../../codes.json`,
    mapping: { [said]: said },
    overrides: [{ files: [said], [said]: {}, rules: { [said]: [said] } }],
  });
  const root = world.project(new Map([['.thinq-nugu.json', text]]));
  const { diagnostics } = await world.service.diagnose(world.document(root, '.thinq-nugu.json', text), SETTINGS);
  assert.ok(diagnostics.length >= 8, `${diagnostics.length}`);
  return diagnostics.map(({ message }) => ['message of a project file', 'words', message]);
}

/** A program in which a text stands where a code, a key or a directive belongs. */
async function fromProgram(said: string): Promise<readonly Out[]> {
  const word = JSON.stringify(`TemperatureOutOfRange${said}`);
  const text = `{ "requestId": "r-1", "data": [
  { "resultCode": ${word}, "smartHomeDevice": {}, "errorProperties": { ${word}: ${word} } },
  { "resultCode": "NotInAvailableMode", "errorProperties": { ${JSON.stringify(said)}: 1 }, "smartHomeDevice": {} },
  { "resultCode": "TemperatureOutofRange${said.length % 2 === 0 ? '' : ' '}", "smartHomeDevice": {} }
] }
`;
  const root = world.project();
  const document = world.document(root, 'a.json', text);
  const outs: Out[] = [];
  const { diagnostics } = await world.service.diagnose(document, SETTINGS);
  assert.ok(diagnostics.length >= 2);
  for (const { message, rule } of diagnostics) outs.push([`message of ${rule}`, 'words', message]);
  for (const { title } of await world.service.actions(document, EVERYTHING, SETTINGS))
    outs.push(['title of a fix', 'words', title]);
  for (const at of [text.indexOf('OutOfRange'), text.lastIndexOf('OutOfRange'), text.indexOf('NotIn')]) {
    const hover = await world.service.hover(document, at, SETTINGS);
    if (hover) outs.push(['hover over a word', 'markdown', hover.markdown]);
  }
  for (const query of [said, `TemperatureOutOfRange${said}`, `${said} 1222`, `오프라인 ${said}`]) {
    const markdown = world.service.explain(query, SETTINGS);
    outs.push(['explanation, in a terminal', 'lines', renderMarkdown(markdown, false)]);
    outs.push(['explanation, in colours', 'lines', stripVTControlCharacters(renderMarkdown(markdown, true))]);
  }
  outs.push([
    'explanation of what is not known',
    'markdown',
    world.service.explain(`zzz${said}`.slice(0, 50), SETTINGS),
  ]);
  return outs;
}

/** A report in which a text stands wherever one may; of another run, since `merge` reads them from anywhere. */
function fromReport(said: string): readonly Out[] {
  const finding: ReportedFinding = {
    rule: said,
    vendor: 'nugu',
    severity: 'warning',
    message: `${said}\n${said}`,
    start: { line: 0, character: 0 },
    end: { line: 0, character: said.length },
    sourceLine: said,
    fingerprint: 'v2:0',
    fixes: [{ title: said, edits: [], preferred: true, safe: true }],
  };
  const report: Report = {
    files: [
      { path: said, findings: [finding, { ...finding, severity: 'hint', rule: 'unknown-code' }] },
      { path: `${said}/b`, findings: [], skipped: said },
    ],
  };
  const write = (name: string, options: Partial<ReporterOptions> = {}): string =>
    [...(REPORTERS.get(name)?.(report, { ...OPTIONS, ...options }) ?? assert.fail(name))].join('');
  const json = [...(REPORTERS.get('json')?.(report, OPTIONS) ?? [])].join('');
  assert.deepEqual((JSON.parse(json) as Report).files, report.files, 'JSON holds what was said');
  return [
    ['pretty', 'lines', write('pretty')],
    ['pretty, in colours', 'lines', stripVTControlCharacters(write('pretty', { styled: true }))],
    ['json', 'json', json],
    ['sarif', 'json', write('sarif')],
    ['gitlab', 'json', write('gitlab')],
    ['junit', 'lines', write('junit')],
    ['github', 'commands', write('github')],
  ];
}

const OPTIONS: ReporterOptions = {
  styled: false,
  catalog,
  docsLanguage: 'both',
  rules: RULES,
  version: '0.1.0',
  root: '/project',
  columns: 100,
  fromRepository: '',
};

/** Coverage of a project that is called by a text, in a file that is. */
async function fromCoverage(said: string): Promise<readonly Out[]> {
  const text = "import { ThinQApiError } from './thinq';\nconst f = (e: ThinQApiError) => e.code === '1222';\n";
  const reading = await world.service.resolve(world.document(world.project(), 'a.ts', text));
  assert.ok(reading);
  const paths = [`${said}/${said}.ts`, `src/${said}/a.ts`];
  const coverage = coverageOf(
    paths.map((path) => usesOf(path, text, reading.analysis, reading.isProgram)),
    catalog,
  );
  const ways: Readonly<Record<string, Way>> = { pretty: 'lines', json: 'json', markdown: 'markdown', html: 'html' };
  assert.deepEqual([...FORMATS.keys()].sort(), Object.keys(ways).sort());
  return [...FORMATS].map(([name, format]) => [
    `coverage as ${name}`,
    ways[name] ?? 'lines',
    format(coverage, { styled: false, catalog, docsLanguage: 'en', columns: 100, version: '0.1.0', project: said }),
  ]);
}

function fromHosts(said: string): readonly Out[] {
  const logged: string[] = [];
  const console = { warn: (text: string) => logged.push(text), error: (text: string) => logged.push(text) };
  const log = createLog({ console } as unknown as Parameters<typeof createLog>[0]);
  log.warn(said);
  log.error(new Error(said));
  return [
    ...logged.map((text): Out => ['log of an editor', 'lines', text]),
    ...(['en', 'ko'] as const).map((language): Out => {
      const reasons = new Map([['nugu', [said, `${said}/b`]]] as const);
      return [
        `project file that init writes (${language})`,
        'lines',
        newProjectFile(reasons, RULES, { schema: './schema.json', isSchemaThere: false, language }),
      ];
    }),
    ['a word', 'words', harmless(said)],
    ['a line', 'lines', harmlessLine(said)],
    ['lines', 'lines', harmlessLines(said)],
    ['Markdown', 'markdown', escapeMarkdown(said)],
    ['Markdown in a line', 'markdown', `a ${escapeMarkdown(said)} b`],
    ['a code span', 'markdown', `**${codeSpan(said)}** — b`],
    ['status item of an editor', 'notice', harmlessNotice(said)],
  ];
}

const SOURCES: Readonly<Record<string, (said: string) => readonly Out[] | Promise<readonly Out[]>>> = {
  'the catalog of a team': fromTeam,
  'a project file': fromProjectFile,
  'a program': fromProgram,
  'a report': fromReport,
  'coverage of a project': fromCoverage,
  'the hosts': fromHosts,
};

/** As in VS Code's `linkedText.ts`. */
const LINK_OF_NOTICE = /\[[^\]]+\]\((?:https?:\/\/|command:|file:)[^)\s]+(?: (["']).+?\1)?\)/i;

describe('what a workspace says is harmless', function () {
  this.timeout(60_000);

  for (const [turn, [source, outsOf]] of Object.entries(SOURCES).entries()) {
    let tame: readonly Out[] = [];
    before(async () => {
      tame = await outsOf(TAME);
    });

    for (const [tries, said] of some(Object.entries(HOSTILE), 6, turn)) {
      it(`in ${source}: ${tries}`, async () => {
        const outs = await outsOf(said);
        for (const [index, [name, way, text]] of outs.entries()) check(name, way, text, tame[index]);
      });
    }
  }

  function check(name: string, way: Way, text: string, tame: Out | undefined): void {
    assert.equal(liveIn(text), undefined, name);
    if (way === 'commands') checkCommands(text);
    else if (way !== 'words' && way !== 'notice')
      assert.deepEqual(commandsIn(text), [], `${name}: ${JSON.stringify(text)}`);
    if (way === 'words') assert.ok(text.split('\n').length <= 2, `${name}: ${JSON.stringify(text)}`);
    if (way === 'notice') assert.doesNotMatch(text, LINK_OF_NOTICE, name);
    if (way === 'json') JSON.parse(text);
    if (way === 'html') assert.doesNotMatch(text, /<img|<script>alert|javascript:/);
    if (way === 'markdown' && tame?.[0] === name)
      assert.equal(structureOf(text), structureOf(tame[2]), `${name}: ${text}`);
  }

  /** One for each finding and each file that was skipped, and none of its own. */
  function checkCommands(text: string): void {
    const lines = text.split('\n');
    assert.equal(lines.length, 3);
    for (const line of lines) {
      assert.match(line, /^::(?:warning|notice) file=[^:,]+(?:,\w+=[^:,]*)*::/);
      assert.equal(/##\w*\[/.test(line.replace(/[\p{Cf}]/gu, '').replace(/^::.*?::/, '')), false, line);
    }
  }
});

describe('the oracles of what is harmless', () => {
  /** Texts that only do something within a format of ours, or where a line is broken. */
  const SUBTLE = [
    'a line of its own',
    'a command of GitHub where a message is wrapped',
    'properties of a command',
    'entities',
    'icons of VS Code',
    'backslashes',
  ];
  it('see every other text do something', () => {
    for (const [tries, said] of Object.entries(HOSTILE)) {
      const isSeen =
        liveIn(said) !== undefined || commandsIn(said).length > 0 || structureOf(said) !== structureOf(TAME);
      assert.equal(isSeen, !SUBTLE.includes(tries), tries);
    }
  });
});

describe('the ways out', () => {
  const files = readdirSync('server/src', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?:lsp|node|cli)\/.*\.ts$/.test(file));
  const using = (used: RegExp): readonly string[] =>
    files.filter((file) => used.test(readFileSync(`server/src/${file}`, 'utf8'))).sort();

  it('to the log of an editor is one', () => {
    assert.deepEqual(using(/\bconsole\b[^\n]*\.(?:log|info|warn|error)\(|\.console\b/), ['lsp/log.ts']);
    assert.deepEqual(using(/\.window\.show|showErrorMessage|showWarningMessage|showInformationMessage/), []);
  });
  it('to a terminal is one', () =>
    assert.deepEqual(using(/process\.(?:stdout|stderr)\.write|pipeline\(/), ['cli/main.ts', 'node/complain.ts']));
});
