import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { FileReport, Report } from '../../server/src/report/report.ts';
import { readSettings } from '../../server/src/settings.ts';
import { type Answer, createFolder, type Folder, run } from '../harness/commandLine.ts';
import { some } from '../harness/extent.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { startClient } from '../harness/languageClient.ts';
import { call } from '../harness/resident/resident.ts';
import { filesAround } from '../harness/runFixture.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
const MENDED = WRONG.replace('OutOfRange', 'OutofRange');
const INCOMPLETE = "export const item = { resultCode: 'NotInAvailableMode', smartHomeDevice: device };\n";
const CLEAN = "export const item = { resultCode: 'OK', smartHomeDevice: device };\n";
const UNSURE = "import { ThinQApiError } from './thinq';\nconst RETRY = ['2209', '2210', '2215'];\n";

/** What version 1 wrote for a file `a.ts` of two such lines. */
const FORMER_BASELINE = `{
  "version": 1,
  "findings": [
    { "path": "a.ts", "rule": "unknown-code", "fingerprint": "03b4cdbf21e8d9e2a027cb62f74467f4", "count": 1 },
    { "path": "a.ts", "rule": "unknown-code", "fingerprint": "e87cc040c3eab82ff746b5092d8783c4", "count": 1 }
  ]
}
`;

/** The findings as `path rule line:character`. */
function brief({ files }: Report): readonly string[] {
  return files.flatMap(({ path, findings }) =>
    findings.map(({ rule, start }) => `${path} ${rule} ${start.line}:${start.character}`),
  );
}

describe('cli check', function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  const folderOf = (files: Readonly<Record<string, string>>): Folder => {
    const folder = createFolder(files);
    folders.push(folder);
    return folder;
  };
  const json = (folder: Folder, ...args: readonly string[]): Report => {
    const { stdout, stderr } = call(['check', '--reporter', 'json', ...args], { cwd: folder.path });
    assert.notEqual(stdout, '', stderr);
    return JSON.parse(stdout) as Report;
  };
  const git = (folder: Folder, ...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', ['-C', folder.path, ...identity, ...args], { stdio: 'pipe' });
  };
  after(function () {
    // Thousands of small files take their time on a busy disk.
    this.timeout(300_000);
    for (const folder of folders) folder.remove();
  });

  it('looks into files that hold programs, and tells them apart from others of their ending', () => {
    const item = (quote: string): string => `item = { ${quote}resultCode${quote}: ${quote}AlreadyTurnedOn${quote}, `;
    const script = `${item("'")}smartHomeDevice: {} };`;
    const cell = JSON.stringify(`${item('"')}"smartHomeDevice": {} }`);
    const folder = folderOf({
      'gas/appsscript.json': '{}',
      'gas/lib/Code.gs': `${script}\n`,
      'shaders/Code.gs': `${script}\n`,
      'web/A.svelte': `<script>\n${script}\n</script>\n`,
      'web/A.vue': `<template/>\n<script lang="ts">\n${script}\n</script>\n`,
      'web/a.html': `<p>ThinQ</p><script>${script}</script>\n`,
      'web/b.html': '<p>resultCode: "AlreadyTurnedOn", smartHomeDevice</p>\n',
      'web/notes.ipynb': `{\n "cells": [\n  { "cell_type": "code", "source": [\n   ${cell}\n  ] }\n ]\n}\n`,
    });
    assert.deepEqual(brief(json(folder)), [
      'gas/lib/Code.gs unknown-code 0:24',
      'web/A.svelte unknown-code 1:24',
      'web/A.vue unknown-code 2:24',
      'web/a.html unknown-code 0:44',
      'web/notes.ipynb unknown-code 3:31',
    ]);
  });

  describe('exit codes', () => {
    it('0 where there is nothing', () => {
      const { status, stdout } = run(['check'], { cwd: folderOf({ 'a.ts': CLEAN }).path });
      assert.equal(status, 0);
      assert.match(stdout, /No findings/);
    });
    it('1 for a warning, 0 for information, unless told so', () => {
      const wrong = folderOf({ 'a.ts': WRONG });
      const unsure = folderOf({ 'a.ts': UNSURE });
      const status = (folder: Folder, ...args: string[]) => call(['check', ...args], { cwd: folder.path }).status;
      assert.equal(status(wrong), 1);
      assert.equal(status(unsure), 0);
      assert.equal(status(unsure, '--fail-on', 'information'), 1);
      assert.equal(status(unsure, '--rule', 'unknown-code=warning'), 1);
      assert.equal(status(wrong, '--max-warnings', '1'), 0);
      assert.equal(status(wrong, '--max-warnings=-1'), 0);
      assert.equal(status(wrong, '--rule', 'unknown-code=error', '--max-warnings', '1'), 1);
      assert.equal(status(wrong, '--rule', 'unknown-code=off'), 0);
    });
    for (const [args, complaint] of [
      [['--reportr', 'json'], /did you mean --reporter/],
      [['--reporter', 'jsno'], /Did you mean json/],
      [['--rule', 'unknwon-code=off'], /Did you mean unknown-code/],
      [['--rule', 'unknown-code=loud'], /off, hint, information, warning or error/],
      [['--lang', 'fr'], /en, ko or both/],
      [['--fix', '--fix-dry-run'], /one of them/],
      [['--stdin'], /--stdin-filename/],
      [['absent'], /absent does not exist/],
      [['--baseline', 'absent.json'], /absent\.json/],
      [['--update-baseline'], /--baseline FILE/],
      [['--changed', 'HEAD'], /--changed HEAD/],
      [['--files-from', 'absent.txt'], /absent\.txt/],
      [['--max-warnings', 'many'], /whole number/],
    ] as const) {
      it(`2 for ${args.join(' ')}`, () => {
        const { status, stdout, stderr } = call(['check', ...args], { cwd: folderOf({ 'a.ts': CLEAN }).path });
        assert.equal(status, 2);
        assert.equal(stdout, '');
        assert.match(stderr, complaint);
      });
    }
  });

  describe('what to look at', () => {
    it('everything below, but for what is ignored', () => {
      const folder = folderOf({
        'a.ts': WRONG,
        'src/deep/b.ts': WRONG,
        'node_modules/x/c.ts': WRONG,
        'dist/d.js': WRONG,
        'tmp/e.ts': WRONG,
        '.gitignore': 'tmp/\n',
        'notes.txt': WRONG,
      });
      assert.deepEqual(brief(json(folder)), ['a.ts unknown-code 0:35', 'src/deep/b.ts unknown-code 0:35']);
      assert.equal(json(folder, '--no-ignore').files.length, 5);
      assert.deepEqual(brief(json(folder, 'src')), ['src/deep/b.ts unknown-code 0:35']);
      assert.equal(json(folder, 'tmp/e.ts', 'tmp', 'src', 'src/deep').files.length, 2);
      const { stderr } = call(['check', '--verbose'], { cwd: folder.path });
      assert.match(stderr, /2 files checked/);
      assert.match(stderr, /1 file or folder ignored by \.gitignore/);
      assert.match(stderr, /1 folder of dependencies/);
      assert.match(stderr, /1 folder of build output/);
    });
    it('what git keeps although it is ignored', () => {
      const folder = folderOf({ '.gitignore': 'gen/\n', 'gen/a.ts': WRONG, 'dist/b.ts': WRONG, 'gen/c.ts': WRONG });
      git(folder, 'init', '-q');
      git(folder, 'add', '-f', 'gen/a.ts', 'dist/b.ts');
      assert.deepEqual(brief(json(folder)), ['dist/b.ts unknown-code 0:35', 'gen/a.ts unknown-code 0:35']);
    });
    it('a list of files, by line or by NUL', () => {
      const folder = folderOf({
        'a.ts': WRONG,
        'b c.ts': WRONG,
        'd.ts': WRONG,
        'list.txt': 'a.ts\r\nb c.ts\nlist.txt\n',
      });
      assert.equal(json(folder, '--files-from', 'list.txt').files.length, 2);
      const { stdout } = run(['check', '-r', 'json', '--files-from', '-'], {
        cwd: folder.path,
        input: 'b c.ts\0d.ts\0',
      });
      assert.deepEqual(
        (JSON.parse(stdout) as Report).files.map(({ path }) => path),
        ['b c.ts', 'd.ts'],
      );
    });
    it('what has changed', () => {
      const folder = folderOf({ 'a.ts': WRONG, 'b.ts': CLEAN, 'c.ts': CLEAN });
      git(folder, 'init', '-q', '-b', 'main');
      git(folder, 'add', '.');
      git(folder, 'commit', '-qm', 'one');
      git(folder, 'checkout', '-q', '-b', 'work');
      folder.write('b.ts', WRONG);
      git(folder, 'commit', '-qam', 'two');
      folder.write('c.ts', WRONG);
      folder.write('new.ts', WRONG);
      const paths = (...args: string[]) => json(folder, ...args).files.map(({ path }) => path);
      assert.deepEqual(paths('--changed'), ['c.ts', 'new.ts']);
      assert.deepEqual(paths('--changed', 'main'), ['b.ts', 'c.ts', 'new.ts']);
      assert.deepEqual(paths('--changed=main', 'b.ts'), ['b.ts']);
    });
    it('a text from standard input', () => {
      const folder = folderOf({ '.thinq-nugu.json': '{ "rules": { "unknown-code": "error" } }' });
      const { status, stdout } = run(['check', '-r', 'json', '--stdin', '--stdin-filename', 'src/a.ts'], {
        cwd: folder.path,
        input: WRONG,
      });
      assert.equal(status, 1);
      const [file] = (JSON.parse(stdout) as Report).files;
      assert.equal(file?.path, 'src/a.ts');
      assert.equal(file?.findings[0]?.severity, 'error');
    });
    it('says why a file that was named is not looked at, and one that may hold findings', () => {
      const folder = folderOf({ 'a.txt': WRONG });
      folder.write('b.ts', Buffer.concat([Buffer.from(WRONG), Buffer.from([0xff, 0xfe])]));
      folder.write('c.ts', Buffer.from([0xff, 0xfe]));
      const { files } = json(folder, 'a.txt', '.');
      assert.deepEqual(
        files.map(({ path, skipped }) => [path, skipped !== undefined]),
        [
          ['a.txt', true],
          ['b.ts', true],
        ],
      );
    });
  });

  describe('project files', () => {
    it('count as in an editor, and their problems are findings', () => {
      const folder = folderOf({
        '.thinq-nugu.json': '{ "rules": { "unknown-code": "error", "unknwon": "off" }, "exclude": ["b.ts"] }',
        'a.ts': WRONG,
        'b.ts': WRONG,
      });
      const { files } = json(folder);
      assert.deepEqual(
        files.flatMap(({ path, findings }) => findings.map(({ rule, severity }) => `${path} ${rule} ${severity}`)),
        ['.thinq-nugu.json project-file warning', 'a.ts unknown-code error'],
      );
    });
    it("with codes of a team's own have these found where nothing else in a text speaks of any", () => {
      const catalog = [
        { vendor: 'thinq', code: '2399', description: 'd', sources: { team: { text: 'Gateway gave up' } } },
      ];
      const folder = folderOf({
        '.thinq-nugu.json': JSON.stringify({ vendors: ['thinq'], catalog }),
        'src/a.ts': "if (error.message === 'gateway gave up') show('offline');\n",
      });
      for (const path of ['.', 'src', 'src/a.ts'])
        assert.deepEqual(
          json(folder, path).files.map(({ findings }) => findings.map(({ rule }) => rule)),
          [['message-match']],
        );
    });
    it('that are not looked at themselves have their problems told beside', () => {
      const folder = folderOf({ '.thinq-nugu.json': '{ "vendors": "thinq" }', 'src/a.ts': WRONG });
      const { stderr, stdout } = call(['check', '-r', 'json', 'src'], { cwd: folder.path });
      assert.match(stderr, /\.thinq-nugu\.json:1: `vendors` must be an array/);
      assert.equal((JSON.parse(stdout) as Report).files.length, 1);
    });
  });

  describe('fixing', () => {
    it('applies what is safe, and keeps line ends and the byte order mark', () => {
      const folder = folderOf({ 'a.ts': WRONG, 'b.ts': INCOMPLETE });
      folder.write('c.ts', `\uFEFF// 한글\r\n${WRONG.replace('\n', '\r\n')}`);
      const before = readdirSync(folder.path);
      const { status, stderr } = call(['check', '--fix'], { cwd: folder.path });
      assert.match(stderr, /2 fixes applied/);
      assert.equal(status, 1);
      assert.equal(readFileSync(join(folder.path, 'a.ts'), 'utf8'), MENDED);
      assert.equal(readFileSync(join(folder.path, 'b.ts'), 'utf8'), INCOMPLETE);
      assert.equal(readFileSync(join(folder.path, 'c.ts'), 'utf8'), `\uFEFF// 한글\r\n${MENDED.replace('\n', '\r\n')}`);
      assert.deepEqual(readdirSync(folder.path), before);
    });
    it('prints a diff that git applies', () => {
      const folder = folderOf({ 'src/a.ts': `// 1\n// 2\n// 3\n// 4\n${WRONG}// 6`, 'b.ts': WRONG });
      const { stdout } = call(['check', '--fix-dry-run'], { cwd: folder.path });
      assert.ok(readFileSync(join(folder.path, 'b.ts'), 'utf8') === WRONG);
      folder.write('fix.diff', stdout);
      execFileSync('git', ['init', '-q', folder.path]);
      execFileSync('git', ['-C', folder.path, 'apply', 'fix.diff'], { stdio: 'pipe' });
      assert.equal(readFileSync(join(folder.path, 'b.ts'), 'utf8'), MENDED);
      assert.equal(readFileSync(join(folder.path, 'src/a.ts'), 'utf8'), `// 1\n// 2\n// 3\n// 4\n${MENDED}// 6`);
    });
    it('makes strings of numbers only where the other side is surely none', () => {
      const answer = (code: string): string =>
        `{ "messageId": "m", "timestamp": "t", "error": { "message": "Not connected device", "code": ${code} } }\n`;
      const parsed = (code: string): string =>
        `import './thinq-connect';\nconst body = await res.json();\nif (body.error.code === ${code}) stop();\n`;
      const typed = 'export const isOffline = (error: ThinQApiError) => error.code === 1222;\n';
      const java = 'class A { boolean f(ThinQApiException error) { return error.code == 1222; } }\n';
      const folder = folderOf({ 'a.json': answer('1222'), 'b.js': parsed('1222'), 'c.ts': typed, 'D.java': java });
      assert.match(call(['check', '--fix'], { cwd: folder.path }).stderr, /2 fixes applied/);
      const read = (path: string): string => readFileSync(join(folder.path, path), 'utf8');
      assert.deepEqual(['a.json', 'b.js', 'c.ts', 'D.java'].map(read), [
        answer('"1222"'),
        parsed("'1222'"),
        typed,
        java,
      ]);
    });
    it('writes nothing outside', () => {
      const outside = folderOf({ 'a.ts': WRONG });
      const folder = folderOf({ 'b.ts': CLEAN });
      symlinkSync(outside.path, join(folder.path, 'link'), 'junction');
      // Windows makes links to files in its developer mode only.
      symlinkSync(join(outside.path, 'a.ts'), join(folder.path, 'c.ts'));
      const { stderr } = call(['check', '--fix', 'link/a.ts', 'link', 'c.ts', '.'], { cwd: folder.path });
      assert.match(stderr, /is outside/);
      assert.equal(readFileSync(join(outside.path, 'a.ts'), 'utf8'), WRONG);
    });
  });

  describe('reports', () => {
    it('go to files as well', () => {
      const folder = folderOf({ 'a.ts': WRONG });
      const { stdout } = call(['check', '-r', 'pretty', '-r', 'json=out.json', '-r', 'sarif=out.sarif'], {
        cwd: folder.path,
      });
      assert.match(stdout, /a\.ts:1:36/);
      assert.equal((JSON.parse(readFileSync(join(folder.path, 'out.json'), 'utf8')) as Report).files.length, 1);
      assert.match(readFileSync(join(folder.path, 'out.sarif'), 'utf8'), /"2\.1\.0"/);
    });
    it('leave out what is in the baseline', () => {
      const folder = folderOf({ 'a.ts': WRONG });
      const baseline = ['--baseline', 'known.json'];
      assert.equal(call(['check', ...baseline, '--update-baseline'], { cwd: folder.path }).status, 0);
      assert.equal(call(['check', ...baseline], { cwd: folder.path }).status, 0);
      folder.write('b.ts', WRONG);
      assert.deepEqual(brief(json(folder, ...baseline)), ['b.ts unknown-code 0:35']);
      folder.write('a.ts', `// A line above.\n${WRONG}`);
      assert.deepEqual(brief(json(folder, ...baseline)), ['b.ts unknown-code 0:35']);
    });
    it('tell of a project file that is broken, whatever a baseline says', () => {
      const folder = folderOf({ 'a.ts': WRONG, '.thinq-nugu.json': '{ "vendors": "nugu" }' });
      const baseline = ['--baseline', 'known.json'];
      call(['check', ...baseline, '--update-baseline'], { cwd: folder.path });
      assert.ok(!readFileSync(join(folder.path, 'known.json'), 'utf8').includes('project-file'));
      const told = json(folder, ...baseline).files.flatMap(({ path, findings }) =>
        findings.map(({ rule }) => [path, rule]),
      );
      assert.deepEqual(told, [['.thinq-nugu.json', 'project-file']]);
    });
    it('leave out what is in a baseline of version 1, which an update brings to today', () => {
      const folder = folderOf({ 'a.ts': WRONG + WRONG, 'known.json': FORMER_BASELINE });
      const baseline = ['--baseline', 'known.json'];
      const checked = call(['check', ...baseline], { cwd: folder.path });
      assert.equal(checked.status, 0, checked.stdout);
      assert.doesNotMatch(checked.stderr, /no longer found/);
      folder.write('a.ts', WRONG + WRONG + WRONG);
      assert.deepEqual(brief(json(folder, ...baseline)), ['a.ts unknown-code 2:35']);
      assert.ok(!JSON.stringify(json(folder, ...baseline)).includes('formerFingerprint'));
      // What an update does not look at stays as it is.
      folder.write('b.ts', WRONG);
      assert.equal(call(['check', 'b.ts', ...baseline, '--update-baseline'], { cwd: folder.path }).status, 0);
      assert.deepEqual(brief(json(folder, ...baseline)), ['a.ts unknown-code 2:35']);
      assert.equal(call(['check', ...baseline, '--update-baseline'], { cwd: folder.path }).status, 0);
      const written = readFileSync(join(folder.path, 'known.json'), 'utf8');
      assert.equal(written.match(/"fingerprint": "v2:/g)?.length, 4);
      assert.equal(call(['check', ...baseline], { cwd: folder.path }).status, 0);
    });
    it('are in the language that is asked for', () => {
      const folder = folderOf({ 'a.ts': WRONG });
      assert.match(call(['check', '--lang', 'ko'], { cwd: folder.path }).stdout, /NUGU 결과 코드가 아니어서/);
    });
    it('leave out the quiet ones', () => {
      const folder = folderOf({ 'a.ts': UNSURE, 'b.ts': WRONG });
      assert.equal(json(folder).files.length, 2);
      assert.equal(json(folder, '--quiet').files.length, 1);
    });
  });

  it('shows help of its own', () => {
    for (const args of [
      ['check', '--help'],
      ['help', 'check'],
    ]) {
      const { status, stdout } = call(args);
      assert.equal(status, 0);
      assert.match(stdout, /--fix-dry-run/);
    }
    assert.match(call(['chekc']).stderr, /Did you mean "check"/);
  });

  describe('on several machines', () => {
    const contents = [WRONG, CLEAN, INCOMPLETE, UNSURE, WRONG + WRONG];
    /** Folders and names that somebody would stumble over. */
    const names = ['파일', '이름 with blanks', "it's", '100% [x]', '-r', 'e\u0301', '#1', '{a,b}', '😀', '&lt;'];
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `src/${['0', '1', '2', '한글 폴더'][index % 4]}/${names[index % names.length]}${index}.ts`,
        contents[index % contents.length] ?? '',
      ]),
    );
    const list = Object.keys(files);
    let folder: Folder;

    before(() => {
      folder = folderOf({
        ...files,
        'src/1/.thinq-nugu.json': '{ "rules": { "unknown-code": "error" } }',
        'src/2/package.json': '{ "dependencies": { "thinqconnect": "1" } }',
      });
    });

    const check = (paths: readonly string[], reporter: string): Answer =>
      call(['check', '--files-from', '-', '--reporter', reporter], { cwd: folder.path, input: paths.join('\n') });

    for (const machines of [2, 3, 7]) {
      it(`${machines} reports become, to the letter, that of one`, () => {
        const parts = Array.from({ length: machines }, (_, machine) => {
          const { status, stdout } = check(
            list.filter((_, index) => index % machines === machine),
            'json',
          );
          assert.ok(status === 0 || status === 1, `exit code ${status}`);
          folder.write(`parts/${machines} of 기계 ${machine}.json`, stdout);
          return `parts/${machines} of 기계 ${machine}.json`;
        });
        for (const reporter of ['sarif', 'json']) {
          const whole = check(list, reporter);
          assert.equal(whole.status, 1);
          const merged = call(['merge', ...parts.toReversed(), '--reporter', reporter], { cwd: folder.path });
          assert.equal(merged.stdout, whole.stdout);
          assert.equal(merged.status, whole.status);
        }
      });
    }

    it('find in every kind of path what lies there', () => {
      const found = new Set((JSON.parse(check(list, 'json').stdout) as Report).files.map(({ path }) => path));
      for (const [path, text] of Object.entries(files))
        if (text !== CLEAN && text !== UNSURE) assert.ok(found.has(path), path);
    });
  });

  it('finds with two threads what it finds with one', () => {
    const many = Object.fromEntries(
      Array.from({ length: 6000 }, (_, index) => [
        `src/${index % 50}/f${index}.ts`,
        index % 1000 === 7 ? WRONG : '// nothing\n',
      ]),
    );
    const { stdout } = run(['check', '--reporter', 'json'], { cwd: folderOf(many).path });
    assert.equal(brief(JSON.parse(stdout) as Report).length, 6);
  });

  it('agrees with the editor on every fixture', async function () {
    this.timeout(300_000);
    const FIXTURES = 'test/fixtures';
    const world = createWorld();
    const settings = readSettings({}, 'en');
    const folder = folderOf({});
    const pages = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
      .filter((page) => page.endsWith('.md') && page !== 'README.md' && !page.startsWith('model'))
      .sort();
    const tests = pages.flatMap((page) => readFixtures(readFileSync(join(FIXTURES, page), 'utf8')));
    const files = tests.flatMap((test) => test.files.map((file) => ({ ...test, file, around: filesAround(test) })));
    const all = some(files, 24);
    assert.ok(all.length > 125, `${all.length} files`);
    const wanted = new Map<string, unknown>();
    for (const [index, { file, around, crlf }] of all.entries()) {
      const name = `f${String(index).padStart(5, '0')}`;
      // A project of its own, which knows nothing of the others.
      folder.write(`${name}/.git`, '');
      for (const [path, text] of around) folder.write(`${name}/${path}`, text);
      const text = crlf ? file.text.replaceAll('\n', '\r\n') : file.text;
      folder.write(`${name}/${file.path}`, text);
      const document = world.document(world.project(around), file.path, text);
      const { diagnostics, skipped } = await world.service.diagnose(document, settings);
      if (diagnostics.length === 0 && !skipped) continue;
      wanted.set(
        `${name}/${file.path}`,
        diagnostics.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`),
      );
    }
    const { stdout } = run(['check', '--reporter', 'json', '--no-ignore'], { cwd: folder.path });
    const report = JSON.parse(stdout) as Report;
    // Of files that see one another each is asked about in a folder of its own.
    const asked = new Set(all.map(({ file }, index) => `f${String(index).padStart(5, '0')}/${file.path}`));
    // A project file with problems is a finding here wherever it lies; an editor shows it where it is opened.
    const tested = report.files.filter(
      ({ path }) => wanted.has(path) || (asked.has(path) && !path.endsWith('.thinq-nugu.json')),
    );
    const found = tested.map(({ path, findings }: FileReport) => [
      path,
      findings.map(({ rule, severity, message }) => `${rule} ${severity} ${message}`),
    ]);
    assert.deepEqual(Object.fromEntries(found), Object.fromEntries(wanted));
  });
});

describe('cli lsp', () => {
  it('is the language server', async () => {
    const client = await startClient({}, ['dist/cli.js', 'lsp', '--stdio']);
    await client.open('file:///a.ts', 'typescript', WRONG);
    const [first] = await client.published('file:///a.ts');
    assert.equal(first?.code, 'unknown-code');
    assert.equal(await client.stop(), 0);
  });
});
