import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND_NAMES } from '../../server/src/cli/table/commands.ts';
import { columnsOf } from '../../server/src/report/columns.ts';
import type { Report } from '../../server/src/report/report.ts';
import { CLI, createFolder, type Folder, plainEnvironment, run } from '../harness/commandLine.ts';
import { call } from '../harness/resident/resident.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
const KOREAN = { LANG: 'ko_KR.UTF-8' };
const HANGUL = /[가-힣]/;

describe('the terminal', function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  const folderOf = (files: Readonly<Record<string, string>>): Folder => {
    const folder = createFolder(files);
    folders.push(folder);
    return folder;
  };
  after(() => {
    for (const folder of folders) folder.remove();
  });

  describe('helps', () => {
    for (const name of COMMAND_NAMES) {
      it(`${name} has its own, by three ways, and says which language it is in`, () => {
        const { status, stdout } = call([name, '--help']);
        assert.equal(status, 0);
        assert.match(stdout, new RegExp(`^Usage: thinq-nugu ${name}\\b`, 'm'));
        assert.equal(call([name, '-h']).stdout, stdout);
        assert.equal(call(['help', name]).stdout, stdout);
        assert.match(
          call([name, '--help'], { environment: KOREAN }).stdout,
          new RegExp(`^사용법: thinq-nugu ${name}\\b`, 'm'),
        );
      });
    }

    it('are where a complaint points to', () => {
      const { status, stderr } = call(['check', '--nope']);
      assert.equal(status, 2);
      assert.match(stderr, /unknown option "--nope"/);
      assert.match(stderr, /Run "thinq-nugu check --help"/);
      assert.match(call(['--nope']).stderr, /Run "thinq-nugu --help"/);
    });
  });

  describe('lines', () => {
    /** Beyond the width only what has no blank to break it at, such as an address. */
    const assertFits = (text: string, columns: number): void => {
      for (const line of text.trimEnd().split('\n'))
        assert.ok(columnsOf(line) <= columns || !/\S \S/.test(line.trim()), `${columns}: ${line}`);
    };

    it('are as long as COLUMNS says, and 80 where nothing does', () => {
      for (const [columns, environment] of [
        [80, {}],
        [60, { COLUMNS: '60' }],
        [132, { COLUMNS: '132' }],
      ] as const) {
        for (const query of ['2305', 'TurnOn', 'unread-error-code']) {
          for (const lang of ['en', 'ko'])
            assertFits(call(['explain', query, '--lang', lang], { environment }).stdout, columns);
        }
        const { path: cwd } = folderOf({ 'a.ts': WRONG });
        assertFits(call(['check'], { cwd, environment }).stdout, columns);
        assertFits(call(['coverage'], { cwd, environment }).stdout, columns);
      }
      const longest = (text: string): number => Math.max(...text.split('\n').map((line) => columnsOf(line)));
      assert.ok(longest(call(['--help'], { environment: { COLUMNS: '132' } }).stdout) > 100);
    });

    it('are as long as a real terminal is wide', () => {
      // The program that makes one is called otherwise on macOS, and Windows has none.
      if (process.platform !== 'linux') return;
      const command = `stty cols 57; '${process.execPath}' '${CLI}' explain 2305`;
      const env = { ...plainEnvironment(), NO_COLOR: '1', COLUMNS: '120', TERM: 'xterm' };
      const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { encoding: 'utf8', env });
      const text = stdout.replaceAll('\r', '');
      assert.match(text, /^2305 /);
      assertFits(text, 57);
    });
  });

  describe('the language', () => {
    it('is that of the environment for all that a person reads', () => {
      const { path: cwd } = folderOf({ 'a.ts': WRONG });
      const { stdout } = call(['check'], { cwd, environment: KOREAN });
      assert.match(stdout, /^a\.ts:1:36 {2}경고/);
      assert.match(stdout, /경고 1개 파일 1개/);
      assert.match(call(['check', '-v'], { cwd, environment: KOREAN }).stderr, /^파일 1개를 검사했습니다\.$/m);
      assert.match(call(['explain', '2305'], { environment: KOREAN }).stdout, /메시지가 아니라 코드로/);
      assert.match(call(['coverage'], { cwd, environment: KOREAN }).stdout, /처리/);
      assert.match(call(['init', '--dry-run'], { cwd, environment: KOREAN }).stdout, /nugu가 나오는 파일: a\.ts/);
      const baseline = ['check', '--baseline', 'b.json', '--update-baseline'];
      assert.match(call(baseline, { cwd, environment: KOREAN }).stderr, /문제 1건을 기준 파일 b\.json에 적었습니다\./);
      assert.match(call(['check', '--fix'], { cwd, environment: KOREAN }).stderr, /^1건을 수정했습니다\.$/m);
    });

    it('is the one that is asked for, whatever the environment says', () => {
      const { path: cwd } = folderOf({ 'a.ts': WRONG });
      assert.doesNotMatch(call(['check', '--lang', 'en'], { cwd, environment: KOREAN }).stdout, HANGUL);
      assert.match(call(['check', '--lang', 'ko'], { cwd, environment: { LC_ALL: 'en_US.UTF-8' } }).stdout, HANGUL);
    });

    it('of formats for programs never depends on it, also beside a report for people', () => {
      const { path: cwd } = folderOf({ 'a.ts': WRONG, 'b.ts': 'x\0' });
      for (const name of ['json', 'sarif', 'github', 'gitlab', 'junit']) {
        const args = ['check', 'a.ts', 'b.ts', '-r', name];
        const { stdout } = call(args, { cwd });
        assert.notEqual(stdout, '');
        assert.equal(call(args, { cwd, environment: KOREAN }).stdout, stdout, name);
        const beside = call(['check', 'a.ts', 'b.ts', '-r', 'pretty', '-r', `${name}=out`], {
          cwd,
          environment: KOREAN,
        });
        assert.match(beside.stdout, HANGUL);
        assert.equal(readFileSync(join(cwd, 'out'), 'utf8'), stdout, name);
      }
      const ofCoverage = ['coverage', '-r', 'json'];
      assert.equal(call(ofCoverage, { cwd, environment: KOREAN }).stdout, call(ofCoverage, { cwd }).stdout);
      const explained = ['explain', '2305', '--format', 'json'];
      assert.equal(call(explained, { environment: KOREAN }).stdout, call(explained).stdout);
      const baselineIn = (environment: Readonly<Record<string, string>>): string => {
        call(['check', '--baseline', 'b.json', '--update-baseline'], { cwd, environment });
        return readFileSync(join(cwd, 'b.json'), 'utf8');
      };
      assert.equal(baselineIn(KOREAN), baselineIn({}));
    });

    it('is that of complaints, of wrong calls as well', () => {
      for (const [args, complaint] of [
        [[], /명령이 없습니다/],
        [['chekc'], /알 수 없는 명령 "chekc"입니다\. "check" 아닌가요\?/],
        [['check', '--fix', '--fix-dry-run'], /둘 중 하나만/],
        [
          ['check', '--changed', 'no-such-branch'],
          /--changed no-such-branch: (?:git 저장소가 아닙니다|그런 커밋이 없습니다)/,
        ],
        [['explain'], /설명할 것을 적으세요/],
        [['merge'], /보고서를 적으세요/],
        [['coverage', '--fail-under', 'x'], /0부터 100까지/],
        [['init', 'a', 'b'], /폴더를 하나만/],
      ] as const) {
        const { status, stderr } = call(args, { environment: KOREAN });
        assert.equal(status, 2, args.join(' '));
        assert.match(stderr, complaint);
        assert.match(stderr, /thinq-nugu .*--help"에 나옵니다\./);
      }
    });
  });

  describe('what the system says', () => {
    for (const [args, en, ko] of [
      [
        ['--baseline', 'absent.json'],
        /--baseline absent\.json cannot be read: it does not exist\./,
        /읽을 수 없습니다\. 존재하지 않습니다\./,
      ],
      [
        ['--baseline', 'folder'],
        /--baseline folder cannot be read: it is a folder\./,
        /읽을 수 없습니다\. 폴더입니다\./,
      ],
      [['--files-from', 'folder'], /--files-from folder cannot be read: it is a folder\./, /폴더입니다\./],
      [
        ['--files-from', 'a.ts/b'],
        /cannot be read: a part of its path is no folder\./,
        /경로 중간에 폴더가 아닌 것이 있습니다\./,
      ],
      [['--config', 'absent.json'], /--config absent\.json cannot be read: it does not exist\./, /존재하지 않습니다\./],
      [['absent'], /absent does not exist\./, /absent: 존재하지 않습니다\./],
      [
        ['-r', 'json=folder'],
        /folder was not written: it is no regular file\./,
        /folder: 쓰지 않았습니다\. 일반 파일이 아닙니다\./,
      ],
      [['-r', 'json=no/such'], /no\/such was not written: its folder does not exist\./, /폴더가 존재하지 않습니다\./],
    ] as const) {
      it(`is put into our words: check ${args.join(' ')}`, () => {
        const { path: cwd } = folderOf({ 'a.ts': '', 'folder/b.ts': '' });
        for (const [environment, words] of [
          [{}, en],
          [KOREAN, ko],
        ] as const) {
          const { status, stderr } = call(['check', ...args], { cwd, environment });
          assert.equal(status, 2);
          assert.match(stderr, words);
          assert.doesNotMatch(stderr, /\bE[A-Z]{4,}\b|no such file|illegal operation/);
        }
      });
    }

    it('a baseline is no stream that is open already', () => {
      if (process.platform === 'win32') return;
      const { path: cwd } = folderOf({ 'a.ts': WRONG });
      const { status, stdout, stderr } = run(['check', '--baseline', '/dev/stdout', '--update-baseline'], { cwd });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /a baseline is read before it is replaced, so name a file/);
    });

    it('of a report that is a folder', () => {
      const { path: cwd } = folderOf({ 'folder/b.ts': '' });
      assert.match(call(['merge', 'folder'], { cwd }).stderr, /folder cannot be read: it is a folder\./);
      assert.match(call(['init', 'absent'], { cwd }).stderr, /its folder does not exist|does not exist/);
    });
  });

  describe('standard input', () => {
    it('holds a query on each line, and a response on several', () => {
      const log = [
        '12:00 ERROR 1222 Not connected device',
        '12:01 INFO all is well',
        '{ "error": {',
        '  "code": "1307" } }',
        '12:02 ERROR 1222 Not connected device',
      ].join('\n');
      const { status, stdout, stderr } = run(['explain', '-'], { input: log });
      assert.equal(status, 0);
      const headings = stdout.split('\n').filter((line) => line.startsWith('» '));
      assert.deepEqual(headings, ['» 12:00 ERROR 1222 Not connected device', '» { "error": { "code": "1307" } }']);
      assert.match(stdout, /^ {2}and 1 more line\n1222 /m);
      assert.match(stdout, /^1307 /m);
      assert.equal(stderr, 'Nothing found in 1 of 4 lines.\n');
    });

    it('of which nothing is known ends with 1', () => {
      const { status, stdout, stderr } = run(['explain', '-'], { input: 'hello\nworld\n' });
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.equal(stderr, 'Nothing found in 2 of 2 lines.\n');
    });

    it('is explained as JSON, one entry for each query, in both languages', () => {
      interface Entry {
        readonly query: string;
        readonly found: boolean;
        readonly markdown: { readonly en: string; readonly ko: string };
        readonly codes: readonly { readonly code: string; readonly judgement: { readonly basis: string } }[];
      }
      const { status, stdout } = run(['explain', '-', '--format', 'json'], { input: '1222\nhello world\nTurnOn\n' });
      assert.equal(status, 0);
      const entries = JSON.parse(stdout) as readonly Entry[];
      assert.deepEqual(
        entries.map(({ query, found, codes }) => [query, found, codes.map(({ code }) => code)]),
        [
          ['1222', true, ['1222']],
          ['hello world', false, []],
          ['TurnOn', true, []],
        ],
      );
      for (const { markdown } of entries) assert.ok(!HANGUL.test(markdown.en) && HANGUL.test(markdown.ko));
      assert.equal(entries[0]?.codes[0]?.judgement.basis, 'our judgement');
      assert.equal(call(['explain', '--format', 'json', 'hello world']).status, 1);
    });

    it('is checked in the place of a file, and merged in that of a report', () => {
      const { path: cwd } = folderOf({});
      const { status, stdout } = run(['check', '-', '--stdin-filename', 'src/a.ts', '-r', 'json'], {
        cwd,
        input: WRONG,
      });
      assert.equal(status, 1);
      assert.deepEqual(
        (JSON.parse(stdout) as Report).files.map(({ path }) => path),
        ['src/a.ts'],
      );
      assert.match(run(['check', '-'], { cwd, input: WRONG }).stderr, /--stdin-filename PATH/);
      assert.match(call(['check', '-', 'b.ts', '--stdin-filename', 'a.ts'], { cwd }).stderr, /name no files/);
      const merged = run(['merge', '-'], { cwd, input: stdout });
      assert.equal(merged.status, 1);
      assert.match(merged.stdout, /^src\/a\.ts:1:36/);
    });
  });

  describe('--config', () => {
    const QUIET = '{ "rules": { "unknown-code": "off" } }';
    const json = (folder: Folder, ...args: readonly string[]): readonly string[] =>
      (JSON.parse(call(['check', '-r', 'json', ...args], { cwd: folder.path }).stdout) as Report).files.flatMap(
        ({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`),
      );

    it('counts instead of every other project file', () => {
      const folder = folderOf({
        'a.ts': WRONG,
        'b/c.ts': WRONG,
        'b/.thinq-nugu.json': QUIET,
        'ci/loud.json': '{}',
        'ci/quiet.json': QUIET,
      });
      assert.deepEqual(json(folder), ['a.ts unknown-code']);
      assert.deepEqual(json(folder, '--config', 'ci/quiet.json'), []);
      assert.deepEqual(json(folder, '--config', 'ci/loud.json'), ['a.ts unknown-code', 'b/c.ts unknown-code']);
    });

    it('excludes from the folder that is worked in, and may name a catalog beside it', () => {
      const folder = folderOf({
        'src/a.ts': WRONG,
        'gen/a.ts': WRONG,
        'ci/own.json': '{ "vendors": ["nugu"], "exclude": "/gen/", "catalog": "codes.json" }',
        'ci/codes.json':
          '[{ "vendor": "nugu", "code": "TemperatureOutOfRange", "text": "Ours", "action": "tell-user" }]',
      });
      const { stdout, stderr } = call(['check', '-r', 'json', '--config', 'ci/own.json'], { cwd: folder.path });
      const paths = (JSON.parse(stdout) as Report).files.map(({ path }) => path);
      assert.ok(!paths.some((path) => path.startsWith('gen/')), stdout);
      assert.doesNotMatch(stderr, /codes\.json.*cannot be read/);
    });

    it('that is broken is said by its own name, and ends with 2', () => {
      const folder = folderOf({ 'a.ts': WRONG, 'ci/broken.json': '{ "rules": [' });
      for (const command of ['check', 'coverage']) {
        const { status, stderr } = call([command, '--config', 'ci/broken.json'], { cwd: folder.path });
        assert.equal(status, 2, command);
        assert.match(stderr, /ci\/broken\.json:1: /);
      }
    });

    it('speaks for files of other folders, too', () => {
      const folder = folderOf({ 'here/a.txt': '', 'there/a.ts': WRONG, 'quiet.json': QUIET });
      const cwd = join(folder.path, 'here');
      assert.equal(call(['check', '../there', '--config', '../quiet.json'], { cwd }).status, 0);
      assert.equal(call(['check', '../there'], { cwd }).status, 1);
    });
  });

  describe('a repository', () => {
    const repositoryOf = (files: Readonly<Record<string, string>>): Folder => {
      const folder = folderOf(files);
      execFileSync('git', ['-C', folder.path, 'init', '-q']);
      return folder;
    };

    it('is where the paths of annotations and of issues begin, also from a folder within', () => {
      const { path } = repositoryOf({ 'packages/app/src/a.ts': WRONG, 'packages/lib/b.ts': WRONG });
      const app = join(path, 'packages/app');
      const annotated = call(['check', '-r', 'github', '.', '../lib'], { cwd: app }).stdout;
      assert.match(annotated, /^::warning file=packages\/app\/src\/a\.ts,/m);
      assert.match(annotated, /^::warning file=packages\/lib\/b\.ts,/m);
      const issues = (cwd: string) => JSON.parse(call(['check', '-r', 'gitlab'], { cwd }).stdout) as readonly object[];
      assert.deepEqual(issues(app), issues(path).slice(0, 1));
      const report = call(['check', '-r', 'json'], { cwd: app }).stdout;
      assert.match(report, /"path": "src\/a\.ts"/);
      assert.match(
        call(['merge', '-', '-r', 'github'], { cwd: app, input: report }).stdout,
        /file=packages\/app\/src\/a\.ts,/,
      );
    });

    it('that is not there leaves paths as they are', () => {
      const { path } = folderOf({ 'app/a.ts': WRONG });
      mkdirSync(join(path, 'other'));
      assert.match(call(['check', '-r', 'github'], { cwd: join(path, 'app') }).stdout, /file=a\.ts,/);
    });
  });

  describe('what is named and not read', () => {
    it('says so of a .gs file that nothing shows to be Apps Script', () => {
      const folder = folderOf({ 'Code.gs': WRONG, 'gas/appsscript.json': '{}', 'gas/Code.gs': WRONG });
      const { status, stdout, stderr } = call(['check', 'Code.gs'], { cwd: folder.path });
      assert.equal(status, 2);
      assert.match(`${stdout}${stderr}`, /Code\.gs: Not checked: .*appsscript\.json or \.clasp\.json/);
      assert.equal(call(['coverage', 'Code.gs'], { cwd: folder.path }).status, 2);
      assert.equal(call(['check', '-', '--stdin-filename', 'Code.gs'], { cwd: folder.path, input: WRONG }).status, 2);
      assert.equal(call(['check', 'gas/Code.gs'], { cwd: folder.path }).status, 1);
      // Whoever hands over all that has changed means it for no reason of its own.
      assert.equal(call(['check', 'Code.gs', '--ignore-unknown'], { cwd: folder.path }).status, 0);
      assert.equal(call(['check', '--files-from', '-'], { cwd: folder.path, input: 'Code.gs\n' }).status, 0);
    });

    it('is counted as people count', () => {
      const folder = folderOf({ 'a.ts': WRONG, 'b.txt': '' });
      const { stderr } = call(['check', '-v'], { cwd: folder.path });
      assert.match(stderr, /^1 file checked\.$/m);
      assert.match(stderr, /^ {2}1 file in no supported language$/m);
    });
  });

  describe('init', () => {
    it('says that a file claims nothing, where no file names a vendor', () => {
      const folder = folderOf({ 'a.ts': 'export {};\n' });
      const { status, stdout, stderr } = call(['init'], { cwd: folder.path });
      assert.equal(status, 0);
      assert.match(stdout, /^Wrote /);
      assert.match(stderr, /No file in this folder mentions ThinQ or NUGU, so "vendors" is left out/);
      assert.match(call(['init', '--dry-run'], { cwd: folder.path, environment: KOREAN }).stderr, /"vendors"를 비워/);
    });

    it('names the schema of the package, where it is installed in or around the folder', () => {
      const schema = 'node_modules/thinq-nugu-codes/schemas/project.schema.json';
      const folder = folderOf({ [schema]: '{}', 'packages/app/a.ts': WRONG });
      call(['init'], { cwd: folder.path });
      call(['init', 'packages/app'], { cwd: folder.path });
      const read = (path: string): string => readFileSync(join(folder.path, path), 'utf8');
      assert.match(read('.thinq-nugu.json'), new RegExp(`^ {2}"\\$schema": "./${schema}",$`, 'm'));
      assert.match(read('packages/app/.thinq-nugu.json'), new RegExp(`^ {2}"\\$schema": "../../${schema}",$`, 'm'));
      assert.equal(call(['check'], { cwd: folder.path }).status, 1, 'the files are taken as they were written');
    });

    it('has it as a comment, where it lies nowhere', () => {
      const { path: cwd } = folderOf({ 'a.ts': WRONG });
      assert.match(call(['init', '--dry-run'], { cwd }).stdout, /^ {2}\/\/ "\$schema": "\.\/node_modules\//m);
    });
  });
});
