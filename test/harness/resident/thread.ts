import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type MessagePort, workerData } from 'node:worker_threads';
import type { Answer } from '../commandLine.ts';

/** What the program is to do. */
export interface Call {
  readonly args: readonly string[];
  readonly cwd: string;
  /** All variables. */
  readonly environment: Readonly<Record<string, string>>;
  /** What stands in its standard input. */
  readonly input: string;
}

/** A call on its way to the program. */
export interface Sent extends Call {
  /** What is written behind all output. */
  readonly end: string;
}

/** What the thread is given, besides calls. */
export interface Ways {
  /** Calls come here, and answers leave; what is no call ends the process. */
  readonly port: MessagePort;
  /** Set to 1, and told of, when an answer has left. */
  readonly isAnswered: Int32Array;
}

/** A process that waits for calls. */
interface Program {
  /** Rejects where the process ends in the middle of the call. */
  perform(call: Call): Promise<Answer>;
  kill(): void;
}

/** @param ended called when the process is no more */
function start(ended: () => void): Program {
  const path = join(process.cwd(), 'dist/test/harness/resident/program.mjs');
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let [stdout, stderr] = ['', ''];
  let status: number | undefined;
  let look = (): void => {};
  child.stdout?.setEncoding('utf8').on('data', (piece: string) => {
    stdout += piece;
    look();
  });
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    stderr += piece;
    look();
  });
  child.on('message', (message) => {
    status = Number(message);
    look();
  });
  child.once('close', () => {
    ended();
    look();
  });
  return {
    perform: (call) =>
      new Promise((resolve, reject) => {
        const end = randomUUID();
        [stdout, stderr, status] = ['', '', undefined];
        look = () => {
          if (status !== undefined && stdout.endsWith(end) && stderr.endsWith(end))
            resolve({ status, stdout: stdout.slice(0, -end.length), stderr: stderr.slice(0, -end.length) });
          else if (!child.connected) reject(new Error(`the program ended by itself: ${stdout}${stderr}`));
        };
        child.send({ ...call, end } satisfies Sent);
      }),
    kill: () => child.kill('SIGKILL'),
  };
}

/** Hands calls on, and starts another process where one has ended. */
function serve({ port, isAnswered }: Ways): void {
  let program: Program | undefined;
  const answerTo = async (call: Call): Promise<Answer | Error> => {
    program ??= start(() => {
      program = undefined;
    });
    return program.perform(call).catch((error: Error) => error);
  };
  port.on('message', async (call: Call | undefined) => {
    if (!call) return program?.kill();
    port.postMessage(await answerTo(call));
    Atomics.store(isAnswered, 0, 1);
    Atomics.notify(isAnswered, 0);
  });
}

serve(workerData as Ways);
