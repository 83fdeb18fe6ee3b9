import { Worker } from 'node:worker_threads';
import { open, passes, type ScanWorld, type Source, scan } from '../scan/scan.ts';
import type { Candidate, Skip } from '../scan/walk.ts';

/** What the second thread is given. */
export interface ParallelScanTask {
  /** What to look for. */
  readonly words: readonly string[];
  /** Paths, set apart by NUL. */
  readonly paths: string;
  /** The next block that nobody has taken. */
  readonly next: SharedArrayBuffer;
}

/** What it answers when no block is left. */
export interface ParallelScanReply {
  readonly passed: readonly string[];
  readonly skipped: readonly (readonly [Skip, string])[];
}

/** What is told while a scan goes on. */
export interface ScanWatch {
  /** How many candidates have been looked at, every few milliseconds. */
  onProgress?(looked: number): void;
  /** What has gone wrong, in words for whoever called the program. All files are looked at nevertheless. */
  onTrouble(message: string): void;
}

/** Files taken at once: enough to make the taking cheap, few enough that both threads end together. */
const BLOCK_FILES = 128;
/** With fewer files a second thread costs more than it saves. */
const FEWEST_FILES_FOR_TWO = 5000;

/**
 * The texts of those candidates that may hold findings: by two threads where there are many, since opening and reading
 * tens of thousands of files is what a scan spends its time on.
 *
 * @param program the file that a second thread runs: it must call `scanForOthers` there
 */
export async function* scanInParallel(
  candidates: readonly Candidate[],
  world: ScanWorld,
  program: string,
  watch: ScanWatch,
): AsyncGenerator<Source> {
  const pause = async (looked: number): Promise<void> => {
    watch.onProgress?.(looked);
    await new Promise<void>((resume) => setImmediate(resume));
  };
  const isFar = ({ near, real, named }: Candidate): boolean => !near && real === undefined && !named;
  const far = candidates.filter(isFar);
  if (far.length < FEWEST_FILES_FOR_TWO) {
    yield* scan([candidates], world, pause);
    return;
  }
  const paths = far.map(({ path }) => path);
  const next = new SharedArrayBuffer(4);
  const helper = startHelper({ words: world.byteFilter.words, paths: paths.join('\0'), next }, program);
  yield* scan([candidates.filter((one) => !isFar(one))], world, pause);
  for (const block of blocks(paths, next)) {
    for (const path of block) {
      const source = passes({ path, near: false }, world) ? open({ path }, world) : undefined;
      if (source) yield source;
    }
    await pause(Math.min(paths.length, Atomics.load(new Int32Array(next), 0) * BLOCK_FILES));
  }
  const reply = await helper;
  const isAnswered = 'passed' in reply;
  // Without its answer nobody knows what it has looked at: then all is looked at again.
  if (isAnswered) for (const [skip, path] of reply.skipped) world.onSkip(skip, path);
  else watch.onTrouble(`A second thread has failed (${reply.failed}). Its files were looked at by the first.`);
  const rest = isAnswered ? reply.passed.map((path) => ({ path, near: true })) : far;
  yield* scan([rest], world, pause);
}

/** What a second thread does: it takes blocks until there are none, and remembers which files are worth a look. */
export function scanForOthers(
  { paths, next }: Omit<ParallelScanTask, 'words'>,
  world: Omit<ScanWorld, 'onSkip'>,
): ParallelScanReply {
  const skipped: [Skip, string][] = [];
  const passed: string[] = [];
  const own: ScanWorld = { ...world, onSkip: (skip, path) => skipped.push([skip, path]) };
  for (const block of blocks(paths.split('\0'), next)) {
    for (const path of block) if (passes({ path, near: false }, own)) passed.push(path);
  }
  return { passed, skipped };
}

function* blocks(paths: readonly string[], next: SharedArrayBuffer): Generator<readonly string[]> {
  const counter = new Int32Array(next);
  for (
    let at = Atomics.add(counter, 0, 1) * BLOCK_FILES;
    at < paths.length;
    at = Atomics.add(counter, 0, 1) * BLOCK_FILES
  )
    yield paths.slice(at, at + BLOCK_FILES);
}

/** What the second thread has found, or why it could not be had or came to an end before its time. */
function startHelper(
  task: ParallelScanTask,
  program: string,
): Promise<ParallelScanReply | { readonly failed: string }> {
  return new Promise((resolve) => {
    const fail = (error: unknown): void => resolve({ failed: error instanceof Error ? error.message : String(error) });
    try {
      const worker = new Worker(program, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
      worker.once('message', resolve);
      worker.once('error', fail);
      worker.once('exit', (code) => fail(`it ended with ${code}`));
    } catch (error) {
      fail(error);
    }
  });
}
