import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, symlinkSync, utimesSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Report } from '../../server/src/report/report.ts';
import { createFolder, type Folder } from '../harness/commandLine.ts';
import { call } from '../harness/resident/resident.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
const CLEAN = "export const item = { resultCode: 'OK', smartHomeDevice: device };\n";
const IDENTITY = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];

/** What a repository can have git run; each leaves a file under its name. */
describe('cli check, in a repository that wants programs run', function () {
  this.timeout(60_000);
  const folders: Folder[] = [];
  let folder: Folder;
  /** Outside the repository: what was run. */
  let traces: Folder;

  const folderOf = (files: Readonly<Record<string, string>> = {}): Folder => {
    const made = createFolder(files);
    folders.push(made);
    return made;
  };
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', folder.path, ...IDENTITY, ...args], { encoding: 'utf8', stdio: 'pipe' });
  /** A program that leaves a trace, as a line for a shell. */
  const trap = (name: string, then = 'true'): string => `touch '${slashed(join(traces.path, name))}'; ${then}`;
  const script = (path: string, name: string): void => {
    folder.write(path, `#!/bin/sh\ntouch '${slashed(join(traces.path, name))}'\nexit 1\n`);
    chmodSync(join(folder.path, path), 0o755);
  };
  const sprung = (): readonly string[] => readdirSync(traces.path).sort();
  /** Files whose times say that they may have changed: git has to read them. */
  const touchAll = (): void => {
    for (const name of ['a.ts', 'b.ts', 'sub/c.ts']) utimesSync(join(folder.path, name), new Date(), new Date(2020, 1));
  };
  const changed = (environment: Readonly<Record<string, string>> = {}, ...args: readonly string[]) => {
    touchAll();
    const answer = call(['check', '-r', 'json', '--changed', ...args], { cwd: folder.path, environment });
    assert.notEqual(answer.stdout, '', answer.stderr);
    return (JSON.parse(answer.stdout) as Report).files.map(({ path }) => path);
  };

  beforeEach(() => {
    traces = folderOf();
    folder = folderOf({
      'a.ts': CLEAN,
      'b.ts': CLEAN,
      'c.txt': 'old',
      '.gitattributes': '*.ts filter=trap diff=trap\n',
    });
    execFileSync('git', ['init', '-q', '-b', 'main', join(folder.path, 'sub')]);
    folder.write('sub/c.ts', CLEAN);
    for (const args of [
      ['add', '.'],
      [...IDENTITY, 'commit', '-qm', 'one'],
    ])
      execFileSync('git', ['-C', join(folder.path, 'sub'), ...args], { stdio: 'pipe' });
    git('init', '-q', '-b', 'main');
    git('-c', 'advice.addEmbeddedRepo=false', 'add', '.');
    git('commit', '-qm', 'one');
    folder.write('a.ts', WRONG);
    folder.write('c.txt', 'new');
    const settings: Readonly<Record<string, string>> = {
      'core.fsmonitor': trap('fsmonitor'),
      'core.hooksPath': join(folder.path, 'hooks'),
      'core.pager': trap('pager'),
      'diff.external': trap('external diff'),
      'diff.trap.command': trap('diff driver'),
      'diff.trap.textconv': trap('text conversion'),
      'filter.trap.clean': trap('clean filter', 'cat'),
      'filter.trap.smudge': 'cat',
      'filter.trap.required': 'true',
      'filter.one more.name.process': trap('filter process'),
    };
    for (const [key, value] of Object.entries(settings)) git('config', key, value);
    execFileSync('git', ['-C', join(folder.path, 'sub'), 'config', 'core.fsmonitor', trap('fsmonitor of a submodule')]);
    script('hooks/post-index-change', 'hook');
  });
  after(() => {
    for (const one of folders) one.remove();
  });

  it('has traps that are sprung by git as people call it', () => {
    touchAll();
    spawnSync('git', ['-C', folder.path, 'diff', 'HEAD'], { stdio: 'pipe' });
    git('config', '--unset', 'diff.external');
    spawnSync('git', ['-C', folder.path, 'diff', 'HEAD'], { stdio: 'pipe' });
    git('config', '--unset', 'diff.trap.command');
    spawnSync('git', ['-C', folder.path, 'diff', 'HEAD'], { stdio: 'pipe' });
    const all = ['clean filter', 'diff driver', 'external diff', 'fsmonitor', 'fsmonitor of a submodule', 'hook'];
    assert.deepEqual(sprung(), [...all, 'text conversion']);
  });

  it('runs none of them, and finds what has changed', () => {
    assert.deepEqual(changed(), ['a.ts']);
    assert.deepEqual(sprung(), []);
  });

  it('runs none for files that git keeps although it ignores them', () => {
    folder.write('.gitignore', 'a.ts\n');
    const { stdout } = call(['check', '-r', 'json'], { cwd: folder.path });
    assert.deepEqual(
      (JSON.parse(stdout) as Report).files.map(({ path }) => path),
      ['a.ts'],
    );
    assert.deepEqual(sprung(), []);
  });

  it('says where git does not tell which files it keeps', () => {
    // Git is asked only where something is ignored.
    folder.write('.gitignore', 'ignored.ts\n');
    folder.write('ignored.ts', 'export {};\n');
    const { status, stderr } = call(['check', 'a.ts', '.'], { cwd: folder.path });
    assert.equal(stderr, '');
    folder.write('.git/config', '[core\n');
    const broken = call(['check', 'a.ts', '.'], { cwd: folder.path });
    assert.equal(broken.status, status);
    assert.match(broken.stderr, /^git does not tell .*config/);
  });

  it('refuses a filter that git cannot be told to leave out', () => {
    git('config', 'filter.a=b.clean', trap('filter'));
    const { status, stderr } = call(['check', '--changed'], { cwd: folder.path });
    assert.equal(status, 2);
    assert.match(stderr, /filter "a=b" cannot be switched off/);
    assert.deepEqual(sprung(), []);
  });

  it('fetches nothing that a partial clone lacks', () => {
    // The commit that HEAD names is not there: git would ask the other side for it.
    const head = git('rev-parse', 'HEAD').trim();
    git('config', 'remote.origin.url', folder.path);
    git('config', 'remote.origin.promisor', 'true');
    git('config', 'remote.origin.uploadpack', trap('upload-pack'));
    git('config', 'core.repositoryformatversion', '1');
    git('config', 'extensions.partialClone', 'origin');
    rmSync(join(folder.path, '.git/objects', head.slice(0, 2), head.slice(2)), { force: true });
    assert.equal(call(['check', '--changed'], { cwd: folder.path }).status, 2);
    assert.deepEqual(sprung(), []);
    spawnSync('git', ['-C', folder.path, 'cat-file', '-p', 'HEAD'], { stdio: 'pipe' });
    assert.ok(sprung().includes('upload-pack'), 'git as people call it fetches');
  });

  it('hands git nothing of its surroundings', () => {
    const settings = {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: trap('settings'),
    };
    const others = folderOf();
    execFileSync('git', ['init', '-q', others.path]);
    const environment = { GIT_EXTERNAL_DIFF: trap('diff'), GIT_DIR: join(others.path, '.git'), GIT_TRACE: '1' };
    assert.deepEqual(changed({ ...settings, ...environment }), ['a.ts']);
    assert.deepEqual(sprung(), []);
  });

  it('takes no git from the folder that is checked, however the way to it is written', () => {
    const name = process.platform === 'win32' ? 'git.exe' : 'git';
    for (const path of ['', 'bin/', 'node_modules/.bin/']) script(path + name, 'git');
    const path = process.env.PATH ?? '';
    const ways = ['.', '', 'bin', folder.path, join(folder.path, 'bin'), join(folder.path, 'node_modules/.bin')];
    for (const way of ways) {
      assert.deepEqual(changed({ PATH: way + delimiter + path }, '--', 'a.ts'), ['a.ts'], way);
      assert.deepEqual(sprung(), [], way);
    }
    // Nor from a folder of packages around it, which npm puts first.
    const outer = folderOf();
    outer.write(`node_modules/.bin/${name}`, `#!/bin/sh\ntouch '${join(traces.path, 'outer')}'\n`);
    chmodSync(join(outer.path, 'node_modules/.bin', name), 0o755);
    changed({ PATH: join(outer.path, 'node_modules/.bin') + delimiter + path });
    assert.deepEqual(sprung(), []);
    // Nor by a link to one.
    const linked = folderOf();
    symlinkSync(join(folder.path, 'bin', name), join(linked.path, name));
    assert.deepEqual(changed({ PATH: linked.path + delimiter + path }, '--', 'a.ts'), ['a.ts']);
    assert.deepEqual(sprung(), []);
    const { status, stderr } = call(['check', '--changed'], { cwd: folder.path, environment: { PATH: folder.path } });
    assert.equal(status, 2);
    assert.match(stderr, /git is not installed/);
    assert.ok(existsSync(join(folder.path, name)));
  });

  it('takes named paths for what they say', () => {
    folder.write('[id].ts', WRONG);
    folder.write('i.ts', WRONG);
    assert.deepEqual(changed({}, '--', '[id].ts'), ['[id].ts']);
  });
});

function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}
