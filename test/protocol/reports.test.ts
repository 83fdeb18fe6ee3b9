import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Ajv from 'ajv';
import { parse } from 'jsonc-parser';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { REPORTERS } from '../../server/src/report/reporters/reporters.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import type { Answer } from '../harness/commandLine.ts';
import { reportOf } from '../harness/reports.ts';
import { call } from '../harness/resident/resident.ts';

const PYTHON = `from thinqconnect import ThinQAPIException

def report(exc: ThinQAPIException) -> str:
    match exc.code:
        case "1222":
            return "offline"
        case "2305":
            return "busy"
    raise exc
`;
const ANSWER = `{ "data": [{ "resultCode": "DeviceTurnedOff", "smartHomeDevice": {}, "errorProperties": {} }] }\n`;

/** A folder of its own for each test, which is gone afterwards. */
function inFolder(files: Readonly<Record<string, string>>, test: (folder: Folder) => void | Promise<void>) {
  return async (): Promise<void> => {
    const path = mkdtempSync(join(tmpdir(), 'thinq-nugu 한글 '));
    try {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), text);
      }
      await test({ path, run: (...args) => call(args, { cwd: path, environment: { COLUMNS: '100' } }) });
    } finally {
      rmSync(path, { recursive: true });
    }
  };
}

interface Folder {
  readonly path: string;
  run(...args: readonly string[]): Answer;
}

describe('cli coverage', () => {
  const FILES = {
    '한글/client.py': PYTHON,
    'nugu/answer.json': ANSWER,
    'node_modules/thinq/index.js': "if (ThinQApiError && error.code === '1101') {}",
    'README.md': 'no code',
  };

  it(
    'tells what the files of a folder do with codes, but not those of others',
    inFolder(FILES, ({ run }) => {
      const { status, stdout, stderr } = run('coverage');
      assert.equal(stderr, '');
      assert.equal(status, 0);
      assert.match(stdout, /2 handled · 0 reported · 58 in a fallback · 0 to do · 0 only mentioned · 0 not used/);
      assert.match(stdout, /한글 {2,}2 handled/);
      assert.match(stdout, /○ DeviceTurnedOff/);
    }),
  );

  it(
    'takes what git ignores for foreign',
    inFolder({ ...FILES, '.gitignore': 'generated/\n', 'generated/a.py': PYTHON.replace('1222', '1205') }, (folder) => {
      execFileSync('git', ['init', '-q'], { cwd: folder.path });
      assert.match(folder.run('coverage', '--vendor', 'thinq').stdout, /2 handled/);
    }),
  );

  it(
    'is about the paths that are named',
    inFolder(FILES, ({ run }) => {
      const { stdout } = run('coverage', '한글/client.py', '-r', 'json');
      const { vendors } = JSON.parse(stdout) as { vendors: readonly { vendor: string; percent: number }[] };
      assert.deepEqual(
        vendors.map(({ vendor, percent }) => [vendor, percent]),
        [['thinq', 100]],
      );
    }),
  );

  it(
    'ends with 1 below --fail-under, and says why',
    inFolder({ 'client.py': PYTHON.replace('    raise exc\n', '') }, ({ run }) => {
      assert.equal(run('coverage', '--vendor', 'thinq', '--fail-under', '3.3').status, 0);
      const { status, stdout, stderr } = run('coverage', '--vendor', 'thinq', '--fail-under', '4');
      assert.equal(status, 1);
      assert.match(stdout, /ThinQ/);
      assert.equal(stderr, 'Coverage is 3% (2 of 60 codes), below the required 4%.\n');
    }),
  );

  it(
    'writes a page, and Markdown, in Korean',
    inFolder(FILES, ({ run }) => {
      assert.match(run('coverage', '-r', 'html', '--lang', 'ko').stdout, /^<!doctype html>\n<html lang="ko">/);
      assert.match(run('coverage', '-r', 'markdown', '-l', 'ko').stdout, /^# 오류 코드 커버리지: /);
    }),
  );

  for (const [args, complaint] of [
    [['--reporter', 'xml'], /use pretty, json, markdown or html/],
    [['--fail-under', '101'], /from 0 to 100/],
    [['--fail-under', 'many'], /from 0 to 100/],
    [['--vendor', 'samsung'], /use thinq or nugu/],
    [['--lang', 'fr'], /use en, ko or both/],
    [['not/there'], /not\/there/],
  ] as const) {
    it(
      `refuses ${args.join(' ')}`,
      inFolder({}, ({ run }) => {
        const { status, stdout, stderr } = run('coverage', ...args);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, complaint);
      }),
    );
  }
});

describe('cli init', () => {
  const schema = JSON.parse(readFileSync('server/catalog/project.schema.json', 'utf8')) as object;
  const validate = new Ajv({ strict: false }).compile(schema);
  const FILE = '.thinq-nugu.json';
  const FILES = { 'app/client.py': PYTHON, 'requirements.txt': 'thinqconnect==1.0\n' };

  it(
    'writes a project file that is valid, with the vendors found and a reason for each',
    inFolder(FILES, ({ run, path }) => {
      const { status, stdout } = run('init');
      assert.equal(status, 0);
      assert.match(stdout, /^Wrote .*\.thinq-nugu\.json\.\n$/);
      const text = readFileSync(join(path, FILE), 'utf8');
      const settings = parse(text) as { vendors: unknown; rules: unknown };
      assert.ok(validate(settings), JSON.stringify(validate.errors));
      assert.deepEqual(settings, { vendors: ['thinq'], rules: {} });
      assert.match(text, /Found thinq in app\/client\.py, requirements\.txt\./);
    }),
  );

  it(
    'holds every rule, to be switched by taking away two strokes',
    inFolder({ ...FILES, 'a.json': ANSWER }, ({ run }) => {
      const text = run('init', '--dry-run').stdout.replace(/^( +)\/\/ (?=")/gm, '$1');
      const settings = parse(text) as { vendors: unknown; rules: object };
      assert.ok(validate(settings), JSON.stringify(validate.errors));
      assert.deepEqual(settings.vendors, ['thinq', 'nugu']);
      assert.deepEqual(
        Object.keys(settings.rules),
        RULES.map(({ id }) => id),
      );
    }),
  );

  it(
    'names no vendor where no file speaks of one',
    inFolder({ 'a.py': 'print(1205)\n' }, ({ run }) => {
      const settings = parse(run('init', '--dry-run').stdout) as object;
      assert.ok(validate(settings));
      assert.deepEqual(settings, { rules: {} });
    }),
  );

  it(
    'writes nothing on --dry-run',
    inFolder(FILES, ({ run, path }) => {
      run('init', '--dry-run');
      assert.ok(!existsSync(join(path, FILE)));
    }),
  );

  it(
    'replaces no file unless it is told to',
    inFolder({ ...FILES, [FILE]: '{}' }, ({ run, path }) => {
      const { status, stderr } = run('init');
      assert.equal(status, 2);
      assert.match(stderr, /already exists; --force replaces it/);
      assert.equal(readFileSync(join(path, FILE), 'utf8'), '{}');
      assert.equal(run('init', '--force').status, 0);
      assert.match(readFileSync(join(path, FILE), 'utf8'), /"vendors"/);
    }),
  );

  it(
    'says that a folder is not there',
    inFolder({}, ({ run }) => {
      const { status, stderr } = run('init', 'nowhere');
      assert.equal(status, 2);
      assert.match(stderr, /nowhere/);
    }),
  );
});

describe('cli merge', () => {
  const SOURCES = {
    'a/한글 이름.py': PYTHON.replace('"2305"', '2305'),
    'b.json': ANSWER.replace('TurnedOff', 'TurnOff'),
    'c.py': PYTHON,
  };
  const options = {
    styled: false,
    catalog: createCatalog(loadCatalogData()),
    docsLanguage: 'en',
    rules: RULES,
    columns: 100,
    fromRepository: '',
    version: (JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version,
  } as const;
  const render = async (name: string, files: Readonly<Record<string, string>>, root: string): Promise<string> =>
    [...(REPORTERS.get(name)?.(await reportOf(files), { ...options, root }) ?? [])].join('');

  it(
    'makes of the reports of several machines what one would have written',
    inFolder({}, async ({ path, run }) => {
      const parts = Object.entries(SOURCES).map(([name, text]) => ({ [name]: text }));
      for (const [index, part] of parts.entries())
        writeFileSync(join(path, `part ${index}.json`), await render('json', part, '/another/machine'));
      for (const reporter of REPORTERS.keys()) {
        const { status, stdout } = run('merge', 'part 2.json', 'part 0.json', 'part 1.json', '-r', reporter);
        assert.equal(status, 1, 'there are findings');
        assert.equal(stdout.trimEnd(), await render(reporter, SOURCES, path), reporter);
      }
    }),
  );

  it(
    'ends with 1 for what check would end with 1 for',
    inFolder({}, async ({ path, run }) => {
      writeFileSync(join(path, 'part.json'), await render('json', { 'a.py': SOURCES['a/한글 이름.py'] }, ''));
      assert.equal(run('merge', 'part.json').status, 1);
      assert.equal(run('merge', 'part.json', '--max-warnings=-1').status, 0);
      assert.equal(run('merge', 'part.json', '--fail-on', 'error').status, 0);
      assert.equal(run('merge', 'part.json', '--fail-on', 'never').status, 2);
    }),
  );

  it(
    'ends with 0 where nothing was found',
    inFolder({}, async ({ path, run }) => {
      writeFileSync(join(path, 'clean.json'), await render('json', {}, ''));
      assert.equal(run('merge', 'clean.json').status, 0);
    }),
  );

  for (const [args, complaint] of [
    [[], /name the reports/],
    [['nowhere.json'], /nowhere\.json cannot be read: it does not exist\./],
    [['broken.json'], /broken\.json cannot be used: it is not JSON/],
    [['other.json'], /other\.json cannot be used: it is no report/],
    [['other.json', '-r', 'xml'], /use pretty, json, sarif, github, gitlab or junit/],
  ] as const) {
    it(
      `refuses ${args.join(' ') || 'nothing'}`,
      inFolder({ 'broken.json': '{', 'other.json': '{}' }, ({ run }) => {
        const { status, stdout, stderr } = run('merge', ...args);
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, complaint);
      }),
    );
  }
});
