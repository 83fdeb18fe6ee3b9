import fc from 'fast-check';
import type { Kind } from '../kind.ts';

/** What goes wrong with every text that has an `x` in it. */
const FAULTS = {
  throws: () => {
    throw new Error('there is an x');
  },
  hangs: () => {
    // As a loop without an end does, it keeps its thread from all else, but no core from other tests.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  },
  'is slow': () => {
    for (let left = 1_200_000, start = process.cpuUsage(); left > 0; ) {
      const { user, system } = process.cpuUsage(start);
      left = 1_200_000 - user - system;
    }
  },
  'waits for ever': () => new Promise<void>(() => {}),
  crashes: () => process.abort(),
} satisfies Readonly<Record<string, () => void | Promise<void>>>;

/** Kinds that fail, by which `test/protocol/fuzz.test.ts` sees that failures are found and made small. */
export const FAULTY: readonly Kind<string>[] = Object.entries(FAULTS).map(([name, fault]) => ({
  name,
  unit: 'a text',
  share: 0,
  isOrdinary: false,
  inputs: async () => fc.string({ unit: fc.constantFrom('x', ...'abcdefgh'), maxLength: 5 }),
  count: () => 1,
  open: async () => ({
    async attempt(text) {
      if (text.includes('x')) await fault();
      return undefined;
    },
    close: async () => {},
  }),
}));
