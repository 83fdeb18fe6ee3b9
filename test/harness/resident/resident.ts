import { join } from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import { type Answer, plainEnvironment, type Surroundings } from '../commandLine.ts';
import type { Call, Ways } from './thread.ts';

/** Milliseconds after which a call is taken to hang. */
const PATIENCE_MS = 120_000;

/** Makes a process in which calls follow one another. It starts with the first. */
function createResident(): (call: Call) => Answer {
  const { port1: port, port2 } = new MessageChannel();
  const isAnswered = new Int32Array(new SharedArrayBuffer(4));
  const ways: Ways = { port: port2, isAnswered };
  let isStarted = false;
  const start = (): void => {
    const path = join(process.cwd(), 'dist/test/harness/resident/thread.mjs');
    // Nobody waits for it in the end.
    new Worker(path, { workerData: ways, transferList: [port2], execArgv: [] }).unref();
    isStarted = true;
  };
  return (call) => {
    if (!isStarted) start();
    Atomics.store(isAnswered, 0, 0);
    port.postMessage(call);
    const isLate = Atomics.wait(isAnswered, 0, 0, PATIENCE_MS) === 'timed-out';
    if (isLate) {
      port.postMessage(undefined);
      Atomics.wait(isAnswered, 0, 0);
    }
    const answer = receiveMessageOnPort(port)?.message as Answer | Error;
    if (isLate) throw new Error(`no end of ${call.args.join(' ')} within ${PATIENCE_MS} ms`);
    if (answer instanceof Error) throw new Error(`${call.args.join(' ')}: ${answer.message}`);
    return answer;
  };
}

const perform = createResident();

/**
 * Calls the command line as `run` does, but in a process that stays: for whatever is not about the process, such as how it
 * begins and ends, its descriptors and its threads. Its output goes into pipes, and its input is a file.
 */
export function call(
  args: readonly string[],
  { cwd = process.cwd(), input = '', environment = {} }: Omit<Surroundings, 'program' | 'endAfterMs'> = {},
): Answer {
  const variables = Object.entries({ ...plainEnvironment(), ...environment });
  return perform({
    // What is given to a process is UTF-8.
    args: args.map((arg) => Buffer.from(arg).toString()),
    ...{ cwd, input },
    environment: Object.fromEntries(variables.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))),
  });
}
