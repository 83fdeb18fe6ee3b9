import { readFileSync } from 'node:fs';

/** Milliseconds in a tick of Linux's clock. */
const TICK_MS = 10;

/**
 * Milliseconds that a process has worked so far, with those it has started and seen end: on a busy machine, the time that
 * passes says nothing.
 *
 * @returns undefined where the system does not tell
 */
export function worked(pid: number | undefined): number | undefined {
  try {
    // What stands in front may hold blanks: the name of the program, in brackets.
    const [, rest = ''] = /^.*\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    const ticks = rest.split(' ').slice(11, 15).map(Number);
    return ticks.reduce((sum, one) => sum + one, 0) * TICK_MS;
  } catch {
    return undefined;
  }
}
