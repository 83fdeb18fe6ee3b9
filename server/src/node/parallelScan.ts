import { Worker } from 'node:worker_threads';
import type { Localized } from '../catalog/types.ts';
import { open, passes, type ScanWorld, type Source, scan } from '../scan/scan.ts';
import type { Candidate } from '../scan/walk.ts';
import { COUNTS, Count, type ParallelScanReply, type ParallelScanTask } from './scanForOthers.ts';

/** What is told while a scan goes on. */
export interface ScanWatch {
  /** How many candidates have been looked at, every few milliseconds. */
  onProgress?(looked: number): void;
  /** What has gone wrong, in words for whoever called the program. All files are looked at nevertheless. */
  onTrouble(message: Localized): void;
}

/** Files taken at once: enough to make the taking cheap, few enough that both threads end together. */
const BLOCK_FILES = 128;
/** With fewer files a second thread costs more than it saves. */
const FEWEST_FILES_FOR_TWO = 5000;

/**
 * A scan by two threads where there are many files, since opening and reading tens of thousands of them is what a scan
 * spends its time on. The second thread begins while folders are still being listed.
 */
export interface ParallelScan {
  /** Takes notice of files while others are still looked for: of all that `run` is about to get, or of none. */
  prepare(found: readonly Candidate[]): void;
  /** The texts of those candidates that may hold findings. */
  run(candidates: readonly Candidate[], world: ScanWorld, watch: ScanWatch): AsyncGenerator<Source>;
}

/** @param words what both threads look for @param program the file that a second thread runs: it must call `scanForOthers` there */
export function createParallelScan(words: readonly string[], program: string): ParallelScan {
  let far: string[] = [];
  let helper: Helper | undefined;
  const prepare = (found: readonly Candidate[]): void => {
    for (const one of found) if (isFar(one)) far.push(one.path);
    if (far.length < FEWEST_FILES_FOR_TWO) return;
    helper ??= new Helper(words, program);
    helper.giveFrom(far);
  };
  /** The files that both threads share, and the second one where there are enough of them; the next run begins anew. */
  const takeOver = (candidates: readonly Candidate[]) => {
    if (far.length === 0) prepare(candidates);
    const taken = { paths: far, helper };
    far = [];
    helper = undefined;
    return taken;
  };
  return {
    prepare,
    async *run(candidates, world, watch) {
      const pause = async (looked: number): Promise<void> => {
        watch.onProgress?.(looked);
        await new Promise<void>((resume) => setImmediate(resume));
      };
      const { paths, helper: other } = takeOver(candidates);
      if (!other) {
        yield* scan([candidates], world, pause);
        return;
      }
      other.giveRest(paths);
      yield* scan([candidates.filter((one) => !isFar(one))], world, pause);
      for (let at = other.take() * BLOCK_FILES; at < paths.length; at = other.take() * BLOCK_FILES) {
        for (const path of paths.slice(at, at + BLOCK_FILES)) {
          const source = passes({ path, near: false }, world) ? open({ path }, world, 'bytes') : undefined;
          if (source) yield source;
        }
        await pause(Math.min(paths.length, other.taken * BLOCK_FILES));
      }
      const reply = await other.reply;
      const isAnswered = 'passed' in reply;
      // Without its answer nobody knows what it has looked at: then all is looked at again.
      if (isAnswered) for (const [skip, path] of reply.skipped) world.onSkip(skip, path);
      else
        watch.onTrouble({
          en: `A second thread has failed (${reply.failed}). Its files were looked at by the first.`,
          ko: `두 번째 스레드가 실패하여(${reply.failed}) 해당 파일은 첫 번째 스레드가 검사했습니다.`,
        });
      const passed = isAnswered ? reply.passed : paths.filter((path) => passes({ path, near: false }, world));
      for (const path of passed) {
        const source = open({ path }, world, 'bytes');
        if (source) yield source;
      }
    },
  };
}

/** Whether a file is looked at because of its bytes alone. */
function isFar({ near, real, named }: Candidate): boolean {
  return !near && real === undefined && !named;
}

/** The second thread, as the first one sees it. */
class Helper {
  /** What it has found, or why it could not be had or came to an end before its time. */
  readonly reply: Promise<ParallelScanReply | { readonly failed: string }>;
  private readonly counts = new Int32Array(new SharedArrayBuffer(COUNTS * Int32Array.BYTES_PER_ELEMENT));
  private worker: Worker | undefined;
  private given = 0;

  constructor(words: readonly string[], program: string) {
    this.reply = new Promise((resolve) => {
      const fail = (error: unknown): void =>
        resolve({ failed: error instanceof Error ? error.message : String(error) });
      try {
        const workerData: ParallelScanTask = { words, counts: this.counts.buffer as SharedArrayBuffer };
        this.worker = new Worker(program, { workerData, resourceLimits: { maxYoungGenerationSizeMb: 4 } });
        // Whatever ends the program before all files are known, nobody waits for it until then.
        this.worker.unref();
        this.worker.once('message', resolve);
        this.worker.once('error', fail);
        this.worker.once('exit', (code) => fail(`it ended with ${code}`));
      } catch (error) {
        fail(error);
      }
    });
  }

  /** Hands over the blocks that are full. @param paths all that are known so far */
  giveFrom(paths: readonly string[]): void {
    this.give(paths, Math.floor(paths.length / BLOCK_FILES), 0);
  }

  /** Hands over what is left. No more may come. */
  giveRest(paths: readonly string[]): void {
    this.worker?.ref();
    this.give(paths, Math.ceil(paths.length / BLOCK_FILES), 1);
  }

  private give(paths: readonly string[], blocks: number, isLast: 0 | 1): void {
    for (; this.given < blocks; this.given++)
      this.worker?.postMessage(paths.slice(this.given * BLOCK_FILES, (this.given + 1) * BLOCK_FILES).join('\0'));
    Atomics.store(this.counts, Count.ready, 2 * blocks + isLast);
    Atomics.notify(this.counts, Count.ready);
  }

  /** @returns the number of a block that nobody else takes; there may be none of it */
  take(): number {
    return Atomics.add(this.counts, Count.taken, 1);
  }

  get taken(): number {
    return Atomics.load(this.counts, Count.taken);
  }
}
