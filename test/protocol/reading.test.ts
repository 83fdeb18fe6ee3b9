import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LogMessageNotification } from 'vscode-languageserver/node';
import type { Report } from '../../server/src/report/report.ts';
import { createFolder, type Folder } from '../harness/commandLine.ts';
import { startClient } from '../harness/languageClient.ts';
import { call } from '../harness/resident/resident.ts';

const CLEAN = "export const item = { resultCode: 'OK', smartHomeDevice: device };\n";
const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
/** More than any file may have that speaks for a project, in bytes. */
const TOO_LONG = 2_000_001;
/** Milliseconds that only end a hang, longer than the patience with a call. */
const HANG_MS = 200_000;

/** Files that speak for a project or say what is ignored, with a text that each may hold. */
const SPEAKING = [
  ['package.json', '{}'],
  ['requirements.txt', ''],
  ['.gitignore', ''],
  ['.thinq-nugu.json', '{}'],
] as const;

describe('files that speak for a project', function () {
  this.timeout(HANG_MS);
  const folders: Folder[] = [];
  const folderOf = (files: Readonly<Record<string, string>>): Folder => {
    const folder = createFolder(files);
    folders.push(folder);
    return folder;
  };
  const check = (folder: Folder, ...args: readonly string[]) =>
    call(['check', '--reporter', 'json', ...args], { cwd: folder.path });
  after(() => {
    for (const folder of folders) folder.remove();
  });

  for (const [name, text] of SPEAKING) {
    const broken = name === '.thinq-nugu.json';
    const says = (folder: Folder, why: RegExp): void => {
      const { status, stdout, stderr } = check(folder, 'src');
      assert.equal(status, broken ? 2 : 1, stderr);
      assert.match(stderr, new RegExp(`${name.replaceAll('.', '\\.')}.*${why.source}`));
      const { files } = JSON.parse(stdout) as Report;
      // What can be read as a text all the same is underlined.
      const told = files.find(({ path }) => path.endsWith(name));
      assert.match(told?.skipped ?? told?.findings[0]?.message ?? '', why);
      assert.equal(files.find(({ path }) => path === 'src/a.ts')?.findings.length, 1);
    };

    it(`${name} that is a device by a link is not read, and that is said`, () => {
      const folder = folderOf({ 'src/a.ts': WRONG });
      symlinkSync('/dev/zero', join(folder.path, 'src', name));
      says(folder, /no regular file/);
    });
    it(`${name} that is a fifo is not waited for`, () => {
      const folder = folderOf({ 'src/a.ts': WRONG });
      execFileSync('mkfifo', [join(folder.path, 'src', name)]);
      says(folder, /no regular file/);
    });
    it(`${name} that is too long is not read`, () => {
      const folder = folderOf({ 'src/a.ts': WRONG, [`src/${name}`]: text.padEnd(TOO_LONG, '\n') });
      says(folder, /longer than 2 MB/);
    });
    it(`${name} that a link puts outside is not read`, () => {
      const outside = folderOf({ secret: text });
      const folder = folderOf({ 'src/a.ts': WRONG });
      symlinkSync(join(outside.path, 'secret'), join(folder.path, 'src', name));
      says(folder, /leads out of its folder/);
    });
    it(`${name} that a link finds in the same repository is read`, () => {
      const folder = folderOf({ 'src/a.ts': WRONG, 'shared/one': text, '.git/HEAD': 'ref: refs/heads/main\n' });
      symlinkSync('../shared/one', join(folder.path, 'src', name));
      const { status, stderr } = check(folder, 'src');
      assert.equal(stderr, '');
      assert.equal(status, 1);
    });
  }

  it("a team's catalog that is none is told of where it is named", () => {
    const catalogs: Readonly<Record<string, readonly [(path: string) => void, RegExp]>> = {
      device: [(path) => symlinkSync('/dev/zero', path), /no regular file/],
      fifo: [(path) => execFileSync('mkfifo', [path]), /no regular file/],
      outside: [(path) => symlinkSync('/etc/hostname', path), /leads out of its folder/],
    };
    for (const [make, why] of Object.values(catalogs)) {
      const folder = folderOf({ '.thinq-nugu.json': '{\n  "catalog": "codes.json"\n}\n', 'src/a.ts': WRONG });
      make(join(folder.path, 'codes.json'));
      const { status, stderr } = check(folder, 'src');
      assert.equal(status, 2, stderr);
      assert.match(stderr, /\.thinq-nugu\.json:2: /);
      assert.match(stderr, why);
    }
    const folder = folderOf({
      '.thinq-nugu.json': '{\n  "catalog": "codes.json"\n}\n',
      'codes.json': '[]'.padEnd(TOO_LONG, ' '),
      'a.ts': WRONG,
    });
    const { files } = JSON.parse(check(folder).stdout) as Report;
    const [finding] = files.find(({ path }) => path === '.thinq-nugu.json')?.findings ?? [];
    assert.equal(finding?.start.line, 1);
    assert.match(finding?.message ?? '', /longer than 2 MB/);
  });

  it('a project file that is too long says so itself', () => {
    const folder = folderOf({ '.thinq-nugu.json': '{}'.padEnd(TOO_LONG, '\n'), 'a.ts': WRONG });
    const { status, stdout } = check(folder);
    assert.equal(status, 2);
    const { files } = JSON.parse(stdout) as Report;
    const [finding] = files.find(({ path }) => path === '.thinq-nugu.json')?.findings ?? [];
    assert.match(finding?.message ?? '', /longer than 2 MB/);
  });

  it('manifests as PowerShell writes them count', () => {
    const folder = folderOf({ 'src/a.ts': "const RETRY = error.code === '2210';\n" });
    folder.write('requirements.txt', Buffer.from('\uFEFFthinqconnect==1.0\r\n', 'utf16le'));
    const plain = folderOf({
      'src/a.ts': "const RETRY = error.code === '2210';\n",
      'requirements.txt': 'thinqconnect==1.0\n',
    });
    const coverage = (one: Folder): string => call(['coverage', '-r', 'json'], { cwd: one.path }).stdout;
    assert.equal(coverage(folder), coverage(plain));
  });
});

describe('the server', function () {
  this.timeout(HANG_MS);

  it('waits for no device and no fifo, says so in its log, and underlines a project file that is too long', async () => {
    const folder = createFolder({ 'a/x.ts': WRONG, 'b/x.ts': WRONG, 'c/x.ts': WRONG });
    symlinkSync('/dev/zero', join(folder.path, 'a', 'package.json'));
    execFileSync('mkfifo', [join(folder.path, 'b', 'requirements.txt')]);
    execFileSync('mkfifo', [join(folder.path, 'c', '.thinq-nugu.json')]);
    const client = await startClient();
    const log: string[] = [];
    client.connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
    const uriOf = (path: string): string => pathToFileURL(join(folder.path, path)).href;
    try {
      for (const path of ['a/x.ts', 'b/x.ts', 'c/x.ts']) {
        await client.open(uriOf(path), 'typescript', WRONG);
        assert.equal((await client.published(uriOf(path))).length, 1, path);
      }
      for (const name of ['a/package.json', 'b/requirements.txt', 'c/.thinq-nugu.json'])
        assert.ok(
          log.some((message) => message.includes(name) && message.includes('no regular file')),
          `${name} in ${log.join()}`,
        );
      await client.open(uriOf('.thinq-nugu.json'), 'json', '{}'.padEnd(TOO_LONG, '\n'));
      const [first] = await client.published(uriOf('.thinq-nugu.json'));
      assert.match(String(first?.message), /longer than 2 MB/);
    } finally {
      await client.stop();
      folder.remove();
    }
  });
});

describe('what was named', function () {
  this.timeout(HANG_MS);
  const folders: Folder[] = [];
  const folderOf = (files: Readonly<Record<string, string>> = {}): Folder => {
    const folder = createFolder(files);
    folders.push(folder);
    return folder;
  };
  const check = (folder: Folder, ...args: readonly string[]) =>
    call(['check', '--reporter', 'json', ...args], { cwd: folder.path });
  const listed = (folder: Folder, list: string, ...args: readonly string[]) =>
    call(['check', '--reporter', 'json', '--files-from', '-', ...args], { cwd: folder.path, input: list });
  const reportOf = ({ stdout }: { readonly stdout: string }): Report => JSON.parse(stdout) as Report;
  const rules = (answer: { readonly stdout: string }): readonly string[] =>
    reportOf(answer).files.flatMap(({ path, findings }) => findings.map(({ rule }) => `${path} ${rule}`));
  const git = (folder: Folder, ...args: readonly string[]): void => {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', ['-C', folder.path, ...identity, ...args], { stdio: 'pipe' });
  };
  after(() => {
    for (const folder of folders) folder.remove();
  });

  it('by a link is looked at', () => {
    const outside = folderOf({ 'x.ts': WRONG });
    const folder = folderOf({ 'real/a.ts': WRONG });
    symlinkSync('real/a.ts', join(folder.path, 'b.ts'));
    symlinkSync(join(outside.path, 'x.ts'), join(folder.path, 'c.ts'));
    const named = check(folder, 'b.ts', 'c.ts');
    assert.deepEqual(rules(named), ['b.ts unknown-code', 'c.ts unknown-code']);
    assert.equal(named.status, 1);
    const list = listed(folder, 'b.ts\nc.ts\n');
    assert.deepEqual(rules(list), ['b.ts unknown-code']);
    assert.match(reportOf(list).files.find(({ path }) => path === 'c.ts')?.skipped ?? '', /leads out/);
    assert.equal(list.status, 2);
  });

  it('and lies in a folder that is looked through is no link', () => {
    const folder = folderOf({ 'src/a.ts': WRONG });
    symlinkSync('a.ts', join(folder.path, 'src', 'b.ts'));
    assert.deepEqual(rules(check(folder, 'src')), ['src/a.ts unknown-code']);
  });

  it('in UTF-16 with a mark is looked at, wherever it lies, and mended as it is', () => {
    for (const bigEndian of [false, true]) {
      const bytes = Buffer.from(`\uFEFF// 집\r\n${WRONG}`, 'utf16le');
      const folder = folderOf();
      folder.write('src/a.ts', bigEndian ? bytes.swap16() : bytes);
      for (const name of ['src/a.ts', 'src', '.']) {
        const answer = check(folder, name);
        assert.deepEqual(rules(answer), ['src/a.ts unknown-code'], name);
        assert.equal(answer.status, 1);
      }
      call(['check', '--fix', 'src/a.ts'], { cwd: folder.path });
      const mended = readFileSync(join(folder.path, 'src/a.ts'));
      const text = (bigEndian ? mended.swap16() : mended).toString('utf16le');
      assert.equal(text, `\uFEFF// 집\r\n${WRONG.replace('OutOfRange', 'OutofRange')}`);
    }
  });

  for (const [what, make, why] of [
    ['cannot be read', (path: string) => makeUnreadable(path), /cannot be read|leads out/],
    ['is a fifo', (path: string) => execFileSync('mkfifo', [path]), /no regular file/],
    ['is a device', (path: string) => symlinkSync('/dev/zero', path), /no regular file|leads out/],
    ['is longer than 8 MB', (path: string) => writeFileSync(path, WRONG.padEnd(8_000_001, '\n')), /longer than 8 MB/],
    ['is UTF-16 without a mark', (path: string) => writeFileSync(path, Buffer.from(WRONG, 'utf16le')), /binary/],
    ['is in no encoding', (path: string) => writeFileSync(path, `${WRONG}\xff`, 'latin1'), /UTF-8/],
    [
      'is a broken UTF-16',
      (path: string) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x20, 0x00])),
      /UTF-16/,
    ],
  ] as const) {
    it(`and ${what} is reported, and ends with 2`, () => {
      const folder = folderOf({ 'b.ts': WRONG, '.thinq-nugu.json': '{}' });
      make(join(folder.path, 'a.ts'));
      for (const answer of [check(folder, 'a.ts', 'b.ts'), listed(folder, 'a.ts\nb.ts\n')]) {
        assert.equal(answer.status, 2, answer.stderr);
        assert.match(answer.stderr, /a\.ts: Not checked/);
        assert.match(reportOf(answer).files.find(({ path }) => path === 'a.ts')?.skipped ?? '', why);
        assert.deepEqual(rules(answer), ['b.ts unknown-code']);
      }
      folder.write('.thinq-nugu.json', '{ "exclude": ["a.ts"] }');
      const excluded = listed(folder, 'a.ts\nb.ts\n');
      assert.equal(excluded.status, 1, excluded.stderr);
      assert.equal(excluded.stderr, '');
    });
  }

  it('and is in UTF-16 or UTF-32 that nobody can tell is reported, although no byte of it names a vendor', () => {
    const wide = Buffer.from(WRONG, 'utf16le');
    const wider = Buffer.from([...WRONG].flatMap((char) => [char.charCodeAt(0), 0, 0, 0]));
    const texts = {
      'UTF-16': wide,
      'UTF-16, the other way round': Buffer.from(wide).swap16(),
      'UTF-32 with a mark': Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), wider]),
      'UTF-32, the other way round': Buffer.concat([Buffer.from([0, 0, 0xfe, 0xff]), Buffer.from(wider).swap32()]),
    };
    for (const [what, bytes] of Object.entries(texts)) {
      const folder = folderOf();
      folder.write('src/a.ts', bytes);
      for (const answer of [check(folder, 'src/a.ts'), listed(folder, 'src/a.ts\n')]) {
        assert.equal(answer.status, 2, what);
        assert.match(answer.stderr, /a\.ts: Not checked/);
      }
      assert.equal(check(folder, 'src').status, 0, `${what}: what lies in a folder was not named`);
    }
    const text = folderOf({ 'a.ts': 'export const nothing = 1;\n'.padEnd(8_000_001, '\n') });
    assert.equal(check(text, 'a.ts').status, 0, 'what names no vendor is looked through whatever its length');
  });

  it('by a text without a letter is an error', () => {
    const folder = folderOf({ 'a.ts': WRONG });
    for (const args of [[''], ['a.ts', ''], ['--changed='], ['--changed', '']]) {
      const { status, stderr } = check(folder, ...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, /empty/);
    }
    assert.equal(call(['coverage', ''], { cwd: folder.path }).status, 2);
  });

  it('and has a name that is not UTF-8 is reported, and ends with 2', () => {
    const folder = folderOf({ 'b.ts': WRONG });
    const name = Buffer.concat([Buffer.from(`${folder.path}/a`), Buffer.from([0xff]), Buffer.from('.ts')]);
    try {
      writeFileSync(name, WRONG);
    } catch {
      // A file system that has no such names cannot be asked about them.
      assert.notEqual(process.platform, 'linux');
      return;
    }
    const listing = Buffer.concat([name.subarray(folder.path.length + 1), Buffer.from('\nb.ts\n')]);
    writeFileSync(join(folder.path, 'list'), listing);
    const list = check(folder, '--files-from', 'list');
    assert.equal(list.status, 2);
    assert.match(list.stderr, /name is not valid UTF-8/);
    assert.deepEqual(rules(list), ['b.ts unknown-code']);
    const walked = check(folder);
    assert.deepEqual(rules(walked), ['b.ts unknown-code']);
    assert.ok(reportOf(walked).files.some(({ skipped }) => skipped?.includes('name is not valid UTF-8')));
    git(folder, 'init', '-q');
    git(folder, 'add', 'b.ts');
    git(folder, 'commit', '-qm', 'one');
    const changed = check(folder, '--changed');
    assert.equal(changed.status, 2);
    assert.match(changed.stderr, /name is not valid UTF-8/);
    const shell = execFileSync(
      'sh',
      ['-c', '"$0" "$1" check a*.ts 2>&1; echo "ended with $?"', process.execPath, join(process.cwd(), 'dist/cli.js')],
      { cwd: folder.path, encoding: 'utf8' },
    );
    assert.match(shell, /name is not valid UTF-8/);
    assert.match(shell, /ended with 2$/m);
  });

  it('and is a folder that cannot be read ends with 2', () => {
    const folder = folderOf({ 'src/a.ts': WRONG });
    if (process.getuid?.() === 0) {
      // Who may read everything is told so by a folder that is gone.
      assert.equal(check(folder, 'gone').status, 2);
      return;
    }
    chmodSync(join(folder.path, 'src'), 0);
    const { status, stderr } = check(folder, 'src');
    chmodSync(join(folder.path, 'src'), 0o755);
    assert.equal(status, 2);
    assert.match(stderr, /src: Not checked: it cannot be read/);
  });

  it('in no language is said and ends with 2, but in a list it is passed over in silence', () => {
    const folder = folderOf({ 'a.txt': WRONG, 'b.ts': CLEAN, 'c.png': '\0', 'sub/.git': '', 'd/e.ts': WRONG });
    const named = check(folder, 'a.txt', 'b.ts');
    assert.equal(named.status, 2);
    assert.match(named.stderr, /a\.txt: Not checked: nothing is looked for/);
    for (const answer of [
      listed(folder, 'a.txt\nb.ts\nc.png\nsub\n'),
      check(folder, '--ignore-unknown', 'a.txt', 'b.ts'),
    ]) {
      assert.equal(answer.status, 0, answer.stderr);
      assert.equal(answer.stderr, '');
      assert.deepEqual(reportOf(answer).files, []);
    }
    const withFolder = listed(folder, 'b.ts\nd\n');
    assert.equal(withFolder.status, 2);
    assert.match(withFolder.stderr, /d: Not checked: this is a folder/);
  });

  it('and is excluded is said where it is named by itself', () => {
    const folder = folderOf({ '.thinq-nugu.json': '{ "exclude": ["a.ts"] }', 'a.ts': WRONG, 'b.ts': CLEAN });
    const { status, stderr } = check(folder, 'a.ts');
    assert.equal(status, 2);
    assert.match(stderr, /a\.ts: Not checked: a project file excludes it/);
    for (const answer of [listed(folder, 'a.ts\n'), check(folder, '--ignore-unknown', 'a.ts'), check(folder)])
      assert.equal(answer.status, 0, answer.stderr);
  });

  it('as the name of a text in no language is said', () => {
    const folder = folderOf();
    const ask = (...args: string[]) =>
      call(['check', '-r', 'json', '--stdin', ...args], { cwd: folder.path, input: WRONG });
    assert.equal(ask('--stdin-filename', 'a.txt').status, 2);
    assert.equal(ask('--stdin-filename', 'a.txt', '--ignore-unknown').status, 0);
  });

  it('and a broken project file above it end with 2', () => {
    const others = { 'src/a.ts': CLEAN, 'lib/empty.ts': '', 'lib/b.ts': 'export {};\n' };
    const folder = folderOf({ '.thinq-nugu.json': '{ "vendors": "thinq" }', ...others });
    // Though nothing in a file may be a finding, as in those of lib, somebody has meant something by it.
    for (const named of ['src', 'src/a.ts', 'lib', 'lib/b.ts']) {
      const { status, stderr } = check(folder, named);
      assert.equal(status, 2);
      assert.match(stderr, /must be an array/);
    }
    assert.equal(listed(folder, 'src/a.ts\n').status, 2);
    const coverage = call(['coverage', 'src'], { cwd: folder.path });
    assert.equal(coverage.status, 2);
    assert.match(coverage.stderr, /must be an array/);
    folder.write('.thinq-nugu.json', '{ "rules": { "unknwon": "off" } }');
    assert.equal(check(folder, 'src').status, 0, 'a warning does not break it');
  });

  it('and could not be read is said by coverage', () => {
    const folder = folderOf({ 'a.txt': '' });
    execFileSync('mkfifo', [join(folder.path, 'b.ts')]);
    for (const named of ['a.txt', 'b.ts']) {
      const { status, stderr } = call(['coverage', named], { cwd: folder.path });
      assert.equal(status, 2, stderr);
      assert.match(stderr, new RegExp(`${named}: Not checked`));
    }
  });

  describe('behind --changed', () => {
    const repository = (files: Readonly<Record<string, string>>): Folder => {
      const folder = folderOf(files);
      git(folder, 'init', '-q', '-b', 'main');
      git(folder, 'add', '.');
      git(folder, 'commit', '-qm', 'one');
      git(folder, 'checkout', '-q', '-b', 'work');
      return folder;
    };

    it('is the commit where nothing else has its name', () => {
      const folder = repository({ 'a.ts': CLEAN });
      folder.write('a.ts', WRONG);
      git(folder, 'commit', '-qam', 'two');
      assert.deepEqual(rules(check(folder, '--changed', 'main')), ['a.ts unknown-code']);
    });
    it('is an error where it may be a commit or a path', () => {
      const folder = repository({ 'main/a.ts': CLEAN, 'b.ts': CLEAN });
      folder.write('b.ts', WRONG);
      git(folder, 'commit', '-qam', 'two');
      const { status, stdout, stderr } = call(['check', '--changed', 'main'], { cwd: folder.path });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /--changed=main/);
      assert.deepEqual(rules(check(folder, '--changed=main')), ['b.ts unknown-code']);
      assert.deepEqual(rules(check(folder, '--changed', './main')), []);
    });
    it('is the path where git knows no such commit', () => {
      const folder = repository({ 'src/a.ts': CLEAN, 'b.ts': CLEAN });
      folder.write('src/a.ts', WRONG);
      folder.write('b.ts', WRONG);
      assert.deepEqual(rules(check(folder, '--changed', 'src')), ['src/a.ts unknown-code']);
    });
    it('is an error where git knows two of its name', () => {
      const folder = repository({ 'a.ts': CLEAN });
      git(folder, 'tag', 'release', 'main');
      git(folder, 'config', 'core.warnAmbiguousRefs', 'false');
      assert.equal(check(folder, '--changed=release').status, 0);
      git(folder, 'branch', 'release', 'main');
      for (const word of ['release', '--changed=release']) {
        const { status, stderr } = check(folder, ...(word === 'release' ? ['--changed', word] : [word]));
        assert.equal(status, 2);
        assert.match(stderr, /refs\/tags\/release.*refs\/heads\/release|more than one/);
      }
      assert.equal(check(folder, '--changed=refs/heads/release').status, 0);
      assert.equal(check(folder, '--changed=heads/release').status, 0);
    });
    it('has nothing in common with what is checked, which is said', () => {
      const folder = repository({ 'a.ts': CLEAN });
      git(folder, 'checkout', '-q', '--orphan', 'other');
      git(folder, 'commit', '-qm', 'other');
      const { status, stderr } = check(folder, '--changed=main');
      assert.equal(status, 2);
      assert.match(stderr, /nothing in common/);
    });
    it('is not there', () => {
      const folder = repository({ 'a.ts': CLEAN });
      for (const args of [['--changed', 'gone'], ['--changed=HEAD', 'gone.ts'], ['--changed=gone']])
        assert.equal(check(folder, ...args).status, 2, args.join(' '));
    });
  });

  /** A file that nobody may read, whoever asks. */
  function makeUnreadable(path: string): void {
    if (process.getuid?.() !== 0) {
      writeFileSync(path, WRONG);
      chmodSync(path, 0);
      return;
    }
    // Who may read everything cannot read this one of the system's: reading its beginning is an error.
    symlinkSync('/proc/self/mem', path);
  }
});
