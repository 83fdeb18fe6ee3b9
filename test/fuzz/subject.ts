// The process that tries inputs, one after the other, for the one that watches it.

import type { Subject } from './kind.ts';
import { KINDS } from './kinds.ts';
import { type Attempt, type Attempted, READY } from './watched.ts';

const subjects = new Map<string, Promise<Subject>>();

/** Milliseconds that this process has worked so far, on all its threads. */
function worked(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function attempt({ kind: name, input }: Attempt): Promise<Attempted> {
  const kind = KINDS.find((one) => one.name === name);
  if (!kind) throw new Error(`no kind is called ${name}`);
  const opening = subjects.get(name) ?? kind.open();
  subjects.set(name, opening);
  const subject = await opening;
  process.send?.(READY);
  const start = worked();
  try {
    const took = await subject.attempt(input);
    return { took: took ?? worked() - start };
  } catch (error) {
    return { took: worked() - start, problem: String(error instanceof Error ? (error.stack ?? error) : error) };
  }
}

process.on('message', (asked) => {
  attempt(asked as Attempt).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      // Nothing was tried: whoever watches hears of it as of a crash.
      console.error(error);
      process.exit(1);
    },
  );
});
// Whoever watches is gone, or has seen enough: nothing that was started is left behind.
process.on('disconnect', async () => {
  for (const subject of subjects.values()) await (await subject).close();
  process.exit();
});
