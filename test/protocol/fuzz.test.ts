import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder } from '../harness/commandLine.ts';
import { TRIES_ALL } from '../harness/extent.ts';

/** Milliseconds after which something that hangs on purpose is ended, and after which something slow is. */
const PATIENCE = 2000;
const LONG_PATIENCE = 60_000;

/** What stands in the file of a failure. */
interface Failure {
  readonly how: string;
  readonly repeat: string;
  readonly problem: string;
  readonly input: unknown;
}

function fuzz(...args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['dist/test/fuzz/main.mjs', ...args], {
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  return { status, stdout };
}

describe('inputs that nobody would write', function () {
  // Grammars are read, and other programs run meanwhile; only what never ends is wrong.
  this.timeout(180_000);
  const folder = createFolder();
  after(() => folder.remove());
  const failuresIn = (path: string): readonly Failure[] =>
    readdirSync(path)
      .filter((file) => file.endsWith('.json'))
      .map((file) => JSON.parse(readFileSync(join(path, file), 'utf8')) as Failure);

  for (const [kind, most] of [
    ['documents', 160],
    ['edits', 160],
    ['messages', 800],
    ['projects', 400],
    ['trees', 60],
  ] as const) {
    it(`${kind} do no harm`, () => {
      const count = TRIES_ALL ? most : most / 4;
      const { status, stdout } = fuzz(`--kind=${kind}`, `--count=${count}`, `--folder=${join(folder.path, kind)}`);
      assert.equal(status, 0, stdout);
      const passed = new RegExp(`^(\\d+) ${kind} passed, 0 failed`, 'm').exec(stdout)?.[1];
      assert.ok(Number(passed) >= count, stdout);
    });
  }

  for (const [kind, how, problem, patience] of [
    ['throws', 'failed', /^Error: there is an x\n {4}at /, PATIENCE],
    ['crashes', 'crashed', /^the process ended with /, PATIENCE],
    ['hangs', 'hung', /^no answer within 2000 ms/, PATIENCE],
    ['waits for ever', 'hung', /^no answer within 2000 ms/, PATIENCE],
    ['is slow', 'hung', /^took 1[1-9]\d\d ms/, LONG_PATIENCE],
  ] as const) {
    it(`what ${kind} is found, made as small as can be, and found again`, () => {
      const into = join(folder.path, kind);
      const { status, stdout } = fuzz(`--kind=${kind}`, '--block=0', `--folder=${into}`, `--patience=${patience}`);
      assert.equal(status, 1, stdout);
      assert.match(stdout, new RegExp(`^${kind} ${how}: `, 'm'));
      const [failure, ...others] = failuresIn(into);
      assert.ok(failure && others.length === 0);
      assert.deepEqual([failure.how, failure.input], [how, 'x']);
      assert.match(failure.problem, problem);
      const [, file = ''] = /^npm run fuzz -- --repeat=(.*)$/.exec(failure.repeat) ?? [];
      const again = fuzz(`--repeat=${file}`, `--patience=${patience}`);
      assert.equal(again.status, 1);
      assert.ok(again.stdout.startsWith(`${kind}: ${how}\n`), again.stdout);
    });
  }

  it('the same seed gives the same inputs, and another one others', () => {
    const kinds = ['documents', 'edits', 'messages', 'projects', 'trees'];
    const shown = (seed: number): readonly string[] =>
      fuzz(...kinds.map((kind) => `--kind=${kind}`), '--show', `--seed=${seed}`)
        .stdout.trimEnd()
        .split('\n');
    const first = shown(7);
    assert.equal(first.length, kinds.length * 40);
    assert.deepEqual(shown(7), first);
    const known = new Set(first);
    assert.ok(shown(8).filter((input) => known.has(input)).length < 20);
  });

  it('what is asked for is bounded, and a kind of which nothing was tried has failed', () => {
    const { status, stdout } = fuzz('--kind=documents', '--seconds=0');
    assert.equal(status, 1);
    assert.match(stdout, /^0 documents passed, 0 failed/m);
    assert.match(fuzz('--kind=documents', '--count=1').stdout, /^(?:[1-9]|[1-3]\d|40) documents passed/m);
  });
});
