import type fc from 'fast-check';

/** A kind of inputs. Inputs are plain data: they go to another process, and into files. */
export interface Kind<T = unknown> {
  readonly name: string;
  /** What counts as one input. */
  readonly unit: string;
  /** How many of a hundred inputs are of this kind, where not every kind costs the same. */
  readonly share: number;
  /** Whether `npm run fuzz` tries it unasked. */
  readonly isOrdinary: boolean;
  /** What to try. The same seed gives the same inputs. */
  inputs(seed: number): Promise<fc.Arbitrary<T>>;
  /** How many inputs one of these holds. */
  count(input: T): number;
  /** Makes what is tried, in a process of its own. */
  open(): Promise<Subject<T>>;
  /** The input with less in it, the least first; for what a generator does not know how to leave out. */
  smaller?(input: T): Iterable<T>;
  /** What a person needs to see of an input that failed, as Markdown. */
  show?(input: T): string;
}

/** What inputs are given to. */
export interface Subject<T = unknown> {
  /**
   * Rejects with what is wrong.
   *
   * @returns milliseconds that it took, where the process's own work does not tell
   */
  attempt(input: T): Promise<number | undefined>;
  close(): Promise<void>;
}

/** Milliseconds of work for one input beyond which it counts as a hang. */
export const HANG_MS = 1000;
