import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** A program to run. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
  /** The folder that it runs in; ours, if there is none. */
  readonly folder?: string;
}

/** A process with a pipe either way. */
export type Child = ChildProcessByStdio<Writable, Readable, null>;

const living = new Set<ReturnType<typeof spawn> | Child>();

// Whatever ends the run, nothing outlives it.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** Runs a program that one can talk with. */
export function startChild({ file, args, folder }: Command): Child {
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'], cwd: folder });
  living.add(child);
  child.once('exit', () => living.delete(child));
  return child;
}

/**
 * Runs a program to its end; what it prints is thrown away.
 *
 * @param expected its exit codes when all went well
 * @param env beside those of this process
 * @returns wall time in ms, from before the start of the process until it is known to have ended
 * @throws when it cannot be run or ends in another way
 */
export async function runToEnd(
  { file, args, folder }: Command,
  expected: readonly number[],
  env: NodeJS.ProcessEnv = {},
): Promise<number> {
  const start = performance.now();
  const child = spawn(file, args, { stdio: 'ignore', cwd: folder, env: { ...process.env, ...env } });
  living.add(child);
  const [code, signal] = await once(child, 'exit');
  const time = performance.now() - start;
  living.delete(child);
  if (!expected.includes(code)) throw new Error(`${file} ${args.join(' ')} ended with ${signal ?? code}`);
  return time;
}

/** Memory of a process that is in RAM, in MiB. */
export function residentMemory(pid: number): number {
  const kibibytes =
    process.platform === 'linux'
      ? /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kibibytes) / 1024;
}
