import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createFolder } from '../harness/commandLine.ts';
import { some, TRIES_ALL } from '../harness/extent.ts';

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

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
}

async function fuzz(...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, ['dist/test/fuzz/main.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
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
    it(`${kind} do no harm`, async () => {
      const count = TRIES_ALL ? most : most / 4;
      const { status, stdout } = await fuzz(
        `--kind=${kind}`,
        `--count=${count}`,
        `--folder=${join(folder.path, kind)}`,
      );
      assert.equal(status, 0, stdout);
      const passed = new RegExp(`^(\\d+) ${kind} passed, 0 failed`, 'm').exec(stdout)?.[1];
      assert.ok(Number(passed) >= count, stdout);
    });
  }

  /** What came of a kind that fails, and of the failure when it is repeated. */
  const tryFault = async (kind: string, patience: number): Promise<readonly [found: Ended, again: Ended, Failure]> => {
    const into = join(folder.path, kind);
    const found = await fuzz(`--kind=${kind}`, '--block=0', `--folder=${into}`, `--patience=${patience}`);
    const [failure, ...others] = failuresIn(into);
    assert.ok(failure && others.length === 0, found.stdout);
    const [, file = ''] = /^npm run fuzz -- --repeat=(.*)$/.exec(failure.repeat) ?? [];
    return [found, await fuzz(`--repeat=${file}`, `--patience=${patience}`), failure];
  };

  describe('faults', () => {
    // Every other one, of which none keeps a core busy until it is ended.
    const FAULTS = some(
      [
        ['throws', 'failed', /^Error: there is an x\n {4}at /, PATIENCE],
        ['crashes', 'crashed', /^the process ended with /, PATIENCE],
        ['is slow', 'hung', /^took 1[1-9]\d\d ms/, LONG_PATIENCE],
        ['waits for ever', 'hung', /^no answer within 2000 ms/, PATIENCE],
        ['hangs', 'hung', /^no answer within 2000 ms/, PATIENCE],
      ] as const,
      2,
      1,
    );
    const begun = new Map<string, ReturnType<typeof tryFault>>();
    // These need no core: others are tried meanwhile.
    before(() => {
      for (const [kind] of FAULTS.filter(([, how, , patience]) => how === 'hung' && patience === PATIENCE)) {
        const trial = tryFault(kind, PATIENCE);
        // Who waits for it hears of what goes wrong.
        trial.catch(() => {});
        begun.set(kind, trial);
      }
    });
    after(() => Promise.allSettled(begun.values()));

    for (const [kind, how, problem, patience] of FAULTS) {
      it(`what ${kind} is found, made as small as can be, and found again`, async () => {
        const [found, again, failure] = await (begun.get(kind) ?? tryFault(kind, patience));
        assert.equal(found.status, 1, found.stdout);
        assert.match(found.stdout, new RegExp(`^${kind} ${how}: `, 'm'));
        assert.deepEqual([failure.how, failure.input], [how, 'x']);
        assert.match(failure.problem, problem);
        assert.equal(again.status, 1);
        assert.ok(again.stdout.startsWith(`${kind}: ${how}\n`), again.stdout);
      });
    }
  });

  it('the same seed gives the same inputs, and another one others', async () => {
    const kinds = some(['documents', 'edits', 'messages', 'projects', 'trees'], 3, 2);
    const shown = async (seed: number): Promise<readonly string[]> => {
      const { stdout } = await fuzz(...kinds.map((kind) => `--kind=${kind}`), '--show', `--seed=${seed}`);
      return stdout.trimEnd().split('\n');
    };
    const first = await shown(7);
    assert.equal(first.length, kinds.length * 40);
    assert.deepEqual(await shown(7), first);
    const known = new Set(first);
    assert.ok((await shown(8)).filter((input) => known.has(input)).length < 20);
  });

  it('what is asked for is bounded, and a kind of which nothing was tried has failed', async () => {
    const { status, stdout } = await fuzz('--kind=projects', '--seconds=0');
    assert.equal(status, 1);
    assert.match(stdout, /^0 projects passed, 0 failed/m);
    assert.match((await fuzz('--kind=projects', '--count=1')).stdout, /^(?:[1-9]|[1-3]\d|40) projects passed/m);
  });
});
