import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** What `npm start` says before it does anything, and the code that it ends with. */
function start(...args: readonly string[]): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  // Something has been begun.
  const timer = setTimeout(() => child.kill(), 20_000);
  return new Promise((resolve) =>
    child.once('close', (status) => {
      clearTimeout(timer);
      resolve({ status, ...said });
    }),
  );
}

describe('npm start', function () {
  this.timeout(30_000);

  it('answers --help', async () => {
    const { status, stdout } = await start('--help');
    assert.equal(status, 0);
    for (const word of ['folder', '--port', '--host']) assert.match(stdout, new RegExp(`^ {2}${word}\\b`, 'm'));
    assert.doesNotMatch(stdout, /Building/);
  });

  for (const [args, complaint] of [
    [['no/such/folder'], /no\/such\/folder is no folder/],
    [['package.json'], /package\.json is no folder/],
    [['a', 'b'], /name one folder/],
    [['--port=many'], /--port=many: a port is a number/],
    [['--port=70000'], /--port=70000: a port is a number/],
    [['--host=phone'], /--host=phone: use desktop or browser/],
    [['--prot=1'], /Unknown option '--prot'\.\n/],
  ] as const) {
    it(`refuses ${args.join(' ')} at once`, async () => {
      const { status, stdout, stderr } = await start(...args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, complaint);
      assert.match(stderr, /npm start -- --help/);
    });
  }

  it('refuses a port that is taken at once', async () => {
    const server = createServer();
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    try {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      const { status, stdout, stderr } = await start(`--port=${port}`);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, new RegExp(`port ${port} is taken`));
    } finally {
      server.close();
    }
  });
});
