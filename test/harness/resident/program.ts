import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sent } from './thread.ts';

/** Has descriptor 0 read a text from its beginning, as behind `<` in a shell. */
function redirectInput(file: string, text: string): void {
  writeFileSync(file, text);
  closeSync(0);
  // Whoever opens a file is given the lowest descriptor that is free.
  if (openSync(file, 'r') !== 0) throw new Error('Something else has become the standard input.');
}

/** @returns what takes away all that listens to the output and does not do so now */
function rememberListeners({ stdout }: NodeJS.Process): () => void {
  const known = new Set(stdout.eventNames().flatMap((name) => stdout.rawListeners(name)));
  return () => {
    for (const name of stdout.eventNames())
      for (const listener of stdout.rawListeners(name))
        if (!known.has(listener)) stdout.off(name, listener as () => void);
  };
}

/**
 * Runs the command line as built, one call after the other, each in a module of its own; what that imports is there already.
 * A call has ended when nothing is left to be done, as any program of Node's.
 */
function serve(): void {
  const main = pathToFileURL('dist/parts/main.mjs').href;
  const { channel, stdout, stderr } = process;
  if (!channel) throw new Error('Only a test can start this.');
  const folder = mkdtempSync(join(tmpdir(), 'resident-'));
  process.once('exit', () => rmSync(folder, { recursive: true }));
  const forgetListeners = rememberListeners(process);
  let count = 0;
  let running: Sent | undefined;
  process.on('message', (call: Sent) => {
    running = call;
    process.chdir(call.cwd);
    for (const name of Object.keys(process.env)) if (!(name in call.environment)) delete process.env[name];
    Object.assign(process.env, call.environment);
    process.argv.splice(2, process.argv.length, ...call.args);
    process.exitCode = undefined;
    redirectInput(join(folder, 'input'), call.input);
    channel.unref();
    import(`${main}?${++count}`);
  });
  process.on('beforeExit', (status) => {
    if (!running) return;
    const { end } = running;
    running = undefined;
    channel.ref();
    forgetListeners();
    stdout.write(end);
    stderr.write(end);
    process.send?.(status);
  });
  process.once('disconnect', () => process.exit());
}

serve();
