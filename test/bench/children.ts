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
  /** Beside what this process has. */
  readonly env?: NodeJS.ProcessEnv;
  /** It has probe.ts loaded, and tells what it takes when it is sent a message. */
  readonly isProbed?: true;
}

/** A process with a pipe either way. */
export type Child = ChildProcessByStdio<Writable, Readable, null>;

const living = new Set<ReturnType<typeof spawn> | Child>();

// Whatever ends the run, nothing outlives it.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** Runs a program that one can talk with. */
export function startChild({ file, args, folder, env, isProbed }: Command): Child {
  const stdio = ['pipe', 'pipe', 'inherit', ...(isProbed ? ['ipc' as const] : [])] as ['pipe', 'pipe', 'inherit'];
  const child = spawn(file, args, { stdio, cwd: folder, env: { ...process.env, ...env } });
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

/** What came of a program that has ended. */
export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The greatest memory that it had in RAM, in MiB; only where it was asked for, and where the system tells it. */
  readonly peak?: number;
}

/** Milliseconds between two looks at a program's memory: it grows by little in the last of them. */
const LOOK = 2;

/** Runs a program to its end. @throws when it cannot be run or ends in another way than those that are expected */
export async function ended(
  { file, args, folder }: Command,
  expected: readonly number[],
  { isWeighed = false } = {},
): Promise<Ended> {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], cwd: folder });
  living.add(child);
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
    });
  }
  let peak: number | undefined;
  const looks = isWeighed ? setInterval(() => (peak = peakOf(child.pid ?? 0) ?? peak), LOOK) : undefined;
  const [code, signal] = await once(child, 'close').finally(() => clearInterval(looks));
  living.delete(child);
  if (!expected.includes(code))
    throw new Error(`${file} ${args.join(' ')} ended with ${signal ?? code}: ${said.stderr.slice(-1000)}`);
  return { code, ...said, ...(peak !== undefined && { peak }) };
}

/** The greatest memory that a process has had in RAM so far, in MiB; nothing where the system does not tell. */
function peakOf(pid: number): number | undefined {
  try {
    const kibibytes = /^VmHWM:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) / 1024;
  } catch {
    return undefined;
  }
}

/** What a program that is probed has taken so far, in ms of CPU. */
export async function cpuOf(child: Child): Promise<number> {
  child.send('cpu');
  const [time] = await once(child, 'message');
  return Number(time);
}

/**
 * Runs a program to its end, as `runToEnd` does, and counts what it and its own children have taken.
 *
 * @returns wall time in ms, a shell's start included; ms of CPU, in the steps of the system's clock, but not where there is
 *   no shell of POSIX that tells it
 */
export async function runForCpu(
  command: Command,
  expected: readonly number[],
): Promise<{ readonly time: number; readonly cpu?: number }> {
  if (process.platform === 'win32') return { time: await runToEnd(command, expected) };
  const script = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';
  const start = performance.now();
  const args = ['-c', script, 'sh', command.file, ...command.args];
  const { stdout } = await ended({ ...command, file: 'sh', args }, expected);
  return { time: performance.now() - start, cpu: cpuInTimes(stdout) };
}

/**
 * What the children of a shell have taken, in ms.
 *
 * @param said by its `times`: a line for the shell, another for its children, as `0m1.250s 0m0.040s`
 */
export function cpuInTimes(said: string): number {
  const [, children = ''] = said.trim().split('\n');
  const parts = [...children.matchAll(/(\d+)m([\d.]+)s/g)];
  if (parts.length !== 2) throw new Error(`the shell says: ${said}`);
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000, 0);
}

/** Memory of a process that is in RAM, in MiB. */
export function residentMemory(pid: number): number {
  const kibibytes =
    process.platform === 'linux'
      ? /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kibibytes) / 1024;
}
