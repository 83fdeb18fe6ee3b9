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

/** Files taken at once: enough to make the taking cheap, few enough that both threads end together. */
const BLOCK_FILES = 128;
/** With fewer files a second thread costs more than it saves. */
const FEWEST_FILES_FOR_TWO = 5000;

/**
 * The texts of those candidates that may hold findings: by two threads where there are many, since opening and reading
 * tens of thousands of files is what a scan spends its time on.
 *
 * @param program the file that a second thread runs: it must call `scanForOthers` there
 * @param onProgress told how many candidates have been looked at, every few milliseconds
 */
export async function* scanInParallel(
  candidates: readonly Candidate[],
  world: ScanWorld,
  program: string,
  onProgress: (looked: number) => void,
): AsyncGenerator<Source> {
  const pause = async (looked: number): Promise<void> => {
    onProgress(looked);
    await new Promise<void>((resume) => setImmediate(resume));
  };
  const isFar = ({ near, real }: Candidate): boolean => !near && real === undefined;
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
  for (const [skip, path] of reply?.skipped ?? []) world.onSkip(skip, path);
  // Without its answer nobody knows what it has looked at: then all is looked at again.
  const rest = reply ? reply.passed.map((path) => ({ path, near: true })) : far;
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

/** @returns nothing where the thread could not be had, or came to an end before its time */
function startHelper(task: ParallelScanTask, program: string): Promise<ParallelScanReply | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(program, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
    worker.once('message', (reply: ParallelScanReply) => resolve(reply));
    worker.once('error', () => resolve(undefined));
    worker.once('exit', () => resolve(undefined));
  });
}
