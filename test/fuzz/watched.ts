import { type ChildProcess, fork } from 'node:child_process';
import { HANG_MS } from './kind.ts';

/** What the process that tries inputs is sent. */
export interface Attempt {
  readonly kind: string;
  readonly input: unknown;
}

/** What it says when it is ready to try: loading grammars is no part of any input. */
export const READY = 'ready';

/** And what it answers: what is wrong, if anything, and milliseconds of work. */
export interface Attempted {
  readonly problem?: string;
  readonly took: number;
}

/** What became of an input. */
export interface Outcome {
  readonly how: 'passed' | 'failed' | 'hung' | 'crashed';
  /** What is wrong, for a person. */
  readonly problem: string;
}

/** As built; everything runs in the root of the repository. */
const SUBJECT = 'dist/test/fuzz/subject.mjs';

const PASSED: Outcome = { how: 'passed', problem: '' };

/** How much sooner a process is given up where many inputs of its sort are tried, to find the smallest one. */
const SEARCHING = 4;

/** Milliseconds that a process has for getting ready. */
const STARTING_MS = 60_000;
/** Milliseconds that a process has for ending what it has started. */
const ENDING_MS = 1000;

/** How often what was slow is tried: a compiler of V8 or another program may have had the machine. */
const SLOW_ATTEMPTS = 3;

/** Tries inputs in another process, and ends it when it hangs. */
export interface Watched {
  attempt(kind: string, input: unknown, isSearch?: boolean): Promise<Outcome>;
  /** Ends the process: the next input is tried in one that knows nothing of earlier ones. */
  renew(): Promise<void>;
}

/**
 * Starts no process before the first input.
 *
 * @param patience milliseconds after which a process that does not answer is ended; on a busy machine, many times those
 *   of work that an input may take
 */
export function createWatched(patience: number): Watched {
  let child: ChildProcess | undefined;
  let errors = '';

  const start = (): ChildProcess => {
    const started = fork(SUBJECT, { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    errors = '';
    started.stderr?.on('data', (data) => {
      errors = (errors + String(data)).slice(-4000);
    });
    return started;
  };
  const ask = (attempt: Attempt, patience: number): Promise<Attempted | Outcome> =>
    new Promise((resolve, reject) => {
      let isReady = false;
      child ??= start();
      const asked = child;
      const settle = (answer: Attempted | Outcome): void => {
        clearTimeout(limit);
        asked.off('message', onMessage);
        asked.off('exit', onExit);
        resolve(answer);
      };
      const giveUp = (): void => {
        settle({ how: 'hung', problem: `no answer within ${patience} ms` });
        end().catch(() => {});
      };
      const onMessage = (answer: unknown): void => {
        clearTimeout(limit);
        isReady = answer === READY;
        if (isReady) limit = setTimeout(giveUp, patience);
        else settle(answer as Attempted);
      };
      const onExit = (code: number | null, signal: string | null): void => {
        child = undefined;
        // One that never tried anything says nothing of the input.
        if (!isReady) reject(new Error(`${SUBJECT} ended with ${signal ?? code}\n${errors}`));
        settle({ how: 'crashed', problem: `the process ended with ${signal ?? code}\n${errors}`.trim() });
      };
      let limit = setTimeout(giveUp, STARTING_MS);
      asked.on('message', onMessage);
      asked.on('exit', onExit);
      asked.send(attempt);
    });
  const end = async (): Promise<void> => {
    const ended = child;
    child = undefined;
    if (!ended?.connected) return;
    const exited = new Promise((resolve) => ended.once('exit', resolve));
    // It ends what it has started, and then itself; unless it can do nothing any more.
    ended.disconnect();
    const limit = setTimeout(() => ended.kill('SIGKILL'), ENDING_MS);
    await exited;
    clearTimeout(limit);
  };

  return {
    async attempt(kind, input, isSearch = false) {
      for (let attempts = 1; ; attempts++) {
        const answer = await ask({ kind, input }, isSearch ? patience / SEARCHING : patience);
        // What others do on the machine may have kept it from answering.
        if ('how' in answer && (answer.how !== 'hung' || isSearch || attempts > 1)) return answer;
        if ('how' in answer) continue;
        if (answer.problem !== undefined) return { how: 'failed', problem: answer.problem };
        if (answer.took <= HANG_MS) return PASSED;
        if (attempts === SLOW_ATTEMPTS || isSearch)
          return { how: 'hung', problem: `took ${Math.round(answer.took)} ms` };
      }
    },
    renew: end,
  };
}
