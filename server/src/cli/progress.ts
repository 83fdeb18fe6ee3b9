/** Shows how far a long scan has come. */
export interface Progress {
  /** @param done of `total`, both in files */
  show(done: number, total: number): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

/** Milliseconds before anything is shown: what is over by then needs no bar. */
const PATIENCE = 400;
/** Milliseconds between two pictures. */
const PACE = 80;
const WIDTH = 24;

/** A bar on a terminal; nothing in a pipe. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  const start = performance.now();
  let shown = 0;
  return {
    show(done, total) {
      const now = performance.now();
      if (now - start < PATIENCE || now - shown < PACE || total === 0) return;
      shown = now;
      const filled = Math.round((WIDTH * Math.min(done, total)) / total);
      const bar = '━'.repeat(filled) + '─'.repeat(WIDTH - filled);
      stream.write(`\r${bar} ${done.toLocaleString('en')} of ${total.toLocaleString('en')} files `);
    },
    end() {
      if (shown > 0) stream.write(`\r${' '.repeat(WIDTH + 40)}\r`);
    },
  };
}
