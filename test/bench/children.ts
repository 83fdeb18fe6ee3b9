import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Readable, Writable } from 'node:stream';

/** A process with a pipe either way. */
export type Child = ChildProcessByStdio<Writable, Readable, null>;

const living = new Set<Child>();

// Whatever ends the run, no server outlives it.
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});

/** Runs a script with this Node. */
export function startChild(args: readonly string[]): Child {
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  living.add(child);
  child.once('exit', () => living.delete(child));
  return child;
}

/** Memory of a process that is in RAM, in MiB. */
export function residentMemory(pid: number): number {
  const kibibytes =
    process.platform === 'linux'
      ? /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
      : execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(kibibytes) / 1024;
}
