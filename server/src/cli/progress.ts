import { type DocsLanguage, oneOf } from '../features/describe/language.ts';

/** Shows how far a long scan has come. */
export interface Progress {
  /** @param done of `total`, both in files */
  show(done: number, total: number): void;
  /** Leaves the terminal as it was. */
  end(): void;
}

/** Milliseconds before anything is shown: what is over by then needs no bar. */
const SHOWN_AFTER_MS = 400;
/** Milliseconds between two pictures. */
const DRAWN_EVERY_MS = 80;
const BAR_COLUMNS = 24;

/** A bar on a terminal; nothing in a pipe. */
export function createProgress(stream: NodeJS.WriteStream, language: DocsLanguage): Progress {
  if (!stream.isTTY) return { show: () => {}, end: () => {} };
  const start = performance.now();
  let shown = 0;
  return {
    show(done, total) {
      const now = performance.now();
      if (now - start < SHOWN_AFTER_MS || now - shown < DRAWN_EVERY_MS || total === 0) return;
      shown = now;
      const filled = Math.round((BAR_COLUMNS * Math.min(done, total)) / total);
      const bar = '━'.repeat(filled) + '─'.repeat(BAR_COLUMNS - filled);
      const [some, all] = [done.toLocaleString('en'), total.toLocaleString('en')];
      const text = { en: `${some} of ${all} files`, ko: `파일 ${all}개 중 ${some}개` };
      stream.write(`\r${bar} ${oneOf(text, language)} `);
    },
    end() {
      if (shown > 0) stream.write(`\r${' '.repeat(BAR_COLUMNS + 40)}\r`);
    },
  };
}
