import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../server/src/report/report.ts';
import { createFolder, type Folder, run } from '../harness/commandLine.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
/** More than any file may have that speaks for a project, in bytes. */
const TOO_LONG = 2_000_001;
/** Milliseconds that only end a hang. */
const HANG_MS = 60_000;

/** Files that speak for a project or say what is ignored, with a text that each may hold. */
const SPEAKING = [
  ['package.json', '{}'],
  ['requirements.txt', ''],
  ['.gitignore', ''],
  ['.thinq-nugu.json', '{}'],
] as const;

describe('files that speak for a project', function () {
  this.timeout(2 * HANG_MS);
  const folders: Folder[] = [];
  const folderOf = (files: Readonly<Record<string, string>>): Folder => {
    const folder = createFolder(files);
    folders.push(folder);
    return folder;
  };
  const check = (folder: Folder, ...args: readonly string[]) =>
    run(['check', '--reporter', 'json', ...args], { cwd: folder.path, endAfterMs: HANG_MS });
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
      assert.match(files.find(({ path }) => path.endsWith(name))?.skipped ?? '', why);
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
    const coverage = (one: Folder): string => run(['coverage', '-r', 'json'], { cwd: one.path }).stdout;
    assert.equal(coverage(folder), coverage(plain));
  });
});
