import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { passes, type ScanWorld } from '../scan/scan.ts';
import type { Skip } from '../scan/walk.ts';

/** What the second thread is given at its start. */
export interface ParallelScanTask {
  /** What to look for. */
  readonly words: readonly string[];
  /** What both threads count in, see `Count`. */
  readonly counts: SharedArrayBuffer;
}

/** What it answers when no block is left. */
export interface ParallelScanReply {
  readonly passed: readonly string[];
  readonly skipped: readonly (readonly [Skip, string])[];
}

/** Where both threads count: the next block that nobody has taken; and twice the blocks there are, and one if no more come. */
export const Count = { taken: 0, ready: 1 } as const;
export const COUNTS = 2;

/**
 * What a second thread does: it takes blocks until there are none, and remembers which files are worth a look.
 *
 * @param port where blocks come from
 */
export function scanForOthers(
  { counts }: Pick<ParallelScanTask, 'counts'>,
  port: MessagePort,
  world: Omit<ScanWorld, 'onSkip'>,
): ParallelScanReply {
  const skipped: [Skip, string][] = [];
  const passed: string[] = [];
  const own: ScanWorld = { ...world, onSkip: (skip, path) => skipped.push([skip, path]) };
  for (const block of blocksFrom(port, new Int32Array(counts))) {
    for (const path of block.split('\0')) if (passes({ path, near: false }, own)) passed.push(path);
  }
  return { passed, skipped };
}

function* blocksFrom(port: MessagePort, counts: Int32Array): Generator<string> {
  let received = 0;
  for (;;) {
    const at = Atomics.add(counts, Count.taken, 1);
    let ready = Atomics.load(counts, Count.ready);
    for (; at >= ready >> 1; ready = Atomics.load(counts, Count.ready)) {
      if (ready & 1) return;
      Atomics.wait(counts, Count.ready, ready);
    }
    let block = '';
    for (; received <= at; received++) block = receiveMessageOnPort(port)?.message ?? '';
    yield block;
  }
}
