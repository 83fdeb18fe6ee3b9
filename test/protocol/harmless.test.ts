import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, CLI, createFolder, type Folder } from '../harness/commandLine.ts';
import { commandsIn, HOSTILE, liveIn } from '../harness/hostile.ts';
import { call } from '../harness/resident/resident.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
/** What can stand in an argument. */
const TEXTS = Object.values(HOSTILE).filter((said) => !said.includes('\0'));
const ALL = TEXTS.join('\n');
/** What can be the name of a file, and what is a path for a program: none goes up. */
const NAMES = TEXTS.filter((said) => !said.includes('/') && Buffer.byteLength(said) < 200).map((said) => `${said}.ts`);

describe('what a workspace says, on the command line', function () {
  this.timeout(60_000);
  let folder: Folder;
  before(() => {
    folder = createFolder({
      'broken.json': ALL,
      'report.json': JSON.stringify({ version: ALL, files: [] }),
      '.thinq-nugu.json': JSON.stringify({ catalog: `${ALL.replaceAll('/', '')}.json`, rules: { [ALL]: ALL } }),
      ...Object.fromEntries(NAMES.map((name) => [name, WRONG])),
    });
  });
  after(() => folder.remove());

  const assertHarmless = ({ stdout, stderr }: Answer, name: string): void => {
    for (const text of [stdout, stderr]) {
      assert.equal(liveIn(text), undefined, name);
      assert.deepEqual(commandsIn(text), [], name);
    }
  };

  for (const [what, args, status] of [
    ['a path that is not there', ['check', ALL], 2],
    ['a rule', ['check', '--rule', `${ALL}=off`], 2],
    ['a severity', ['check', '--fail-on', ALL], 2],
    ['a list of files', ['check', '--files-from', ALL], 2],
    ['a reporter', ['check', '-r', ALL], 2],
    ['a baseline that is not there', ['check', '--baseline', ALL], 2],
    ['a baseline that is none', ['check', '--baseline', 'broken.json'], 2],
    ['a commit', ['check', '--changed', ALL], 2],
    ['an option', ['check', `--${ALL}`], 2],
    ['a command', [ALL], 2],
    ['a report that is none', ['merge', 'broken.json'], 2],
    ['a report of another version', ['merge', 'report.json'], 2],
    ['a format', ['coverage', '-r', ALL], 2],
    ['a question', ['explain', ALL.slice(0, 400)], undefined],
    ['a question without an answer', ['explain', `zzzz\n${ALL}`], undefined],
    ['names of files, told of to people', ['check', '-v', '--no-ignore'], 1],
    ['names of files, in JSON', ['check', '-r', 'json'], 1],
    ['names of files, in SARIF', ['check', '-r', 'sarif'], 1],
    ["names of files, in JUnit's XML", ['check', '-r', 'junit'], 1],
    ['names of files and codes', ['coverage'], 2],
    ['names of files that init names', ['init', '--dry-run'], 0],
  ] as const) {
    it(`is harmless in ${what}`, () => {
      const answer = call(args, { cwd: folder.path });
      if (status !== undefined) assert.equal(answer.status, status, answer.stderr);
      assertHarmless(answer, what);
    });
  }

  it('is looked at, whatever the file is called', () => {
    const { stdout } = call(['check', '-r', 'json'], { cwd: folder.path });
    const { files } = JSON.parse(stdout) as { readonly files: readonly { readonly path: string }[] };
    assert.deepEqual(
      files
        .filter(({ path }) => path.endsWith('.ts'))
        .map(({ path }) => path)
        .sort(),
      [...NAMES].sort(),
    );
  });

  it('is one annotation a finding for GitHub', () => {
    const { stdout } = call(['check', ...NAMES.map((name) => `./${name}`), '-r', 'github'], { cwd: folder.path });
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, NAMES.length);
    for (const line of lines)
      assert.match(line, /^::warning file=[^:,]+,line=1,endLine=1,col=36,endColumn=57,title=unknown-code::/);
    assert.equal(liveIn(stdout), undefined);
  });

  describe('in a diff', () => {
    const text = `/*\n ::add-mask::a\n \u001B[2J */\n${WRONG}// ::stop-commands::b ##[add-mask]c\n`;
    const dry = (env: Readonly<Record<string, string>>): string => {
      folder.write('patched/a.ts', text);
      return spawnSync(process.execPath, [CLI, 'check', 'a.ts', '--fix-dry-run'], {
        cwd: join(folder.path, 'patched'),
        encoding: 'utf8',
        env: { ...process.env, GITHUB_ACTIONS: '', ...env },
      }).stdout;
    };
    const applied = (diff: string): string => {
      execFileSync('git', ['apply', '--unsafe-paths', '-'], { cwd: join(folder.path, 'patched'), input: diff });
      return readFileSync(join(folder.path, 'patched/a.ts'), 'utf8');
    };
    const mended = text.replace('OutOfRange', 'OutofRange');

    it('is as it is in a pipe, since it is to be applied', () => {
      const diff = dry({});
      assert.match(diff, /^diff --git a\//);
      assert.ok(!diff.endsWith('\n\n'));
      assert.equal(applied(diff), mended);
    });

    it("is not obeyed in the log of GitHub's runner, and can be applied nevertheless", () => {
      const diff = dry({ GITHUB_ACTIONS: 'true' });
      const lines = diff.trimEnd().split('\n');
      const [, token = ''] = /^::stop-commands::([\w-]{20,})$/.exec(lines[0] ?? '') ?? assert.fail(lines[0]);
      assert.equal(lines.at(-1), `::${token}::`);
      assert.ok(!lines.slice(1, -1).some((line) => line.includes(token)));
      assert.equal(applied(diff), mended);
    });
  });
});
