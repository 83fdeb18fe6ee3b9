import code from '../../prefilter/prefilter.wasm';
import { WINDOWS } from '../evidence/text/prefilter.ts';

/** Finds the few files of a tree that are worth parsing, in their bytes. */
export interface ByteFilter {
  /** Where a piece of a file is to be read to: small enough to stay in the processor's cache. */
  readonly space: Uint8Array;
  /** Whether the first so many bytes of `space` hold one of the words. */
  holds(length: number): boolean;
}

const PAGE = 65_536;
/** Where the tables lie that `prefilter.c` looks into. */
const TABLES = 1024;
const SPACE = 4096;
const SIZE = 4 * PAGE;
/** No word is longer. */
const LONGEST_WORD = 48;
const BLOCK = 16;

/** @param words in any case; each must hold one of `WINDOWS` */
export function createByteFilter(words: RegExp): ByteFilter {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((SPACE + SIZE + 2 * BLOCK) / PAGE) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  const find = exports.find as (start: number, end: number) => number;
  const bytes = new Uint8Array(memory.buffer);
  writeTables(bytes.subarray(TABLES, SPACE));
  const decoder = new TextDecoder('latin1');
  return {
    space: bytes.subarray(SPACE, SPACE + SIZE),
    holds(length) {
      const end = SPACE + length;
      for (let at = find(SPACE, end); at < end; at = find(at + BLOCK, end)) {
        const near = bytes.subarray(Math.max(SPACE, at - LONGEST_WORD), Math.min(end, at + BLOCK + LONGEST_WORD));
        if (words.test(decoder.decode(near))) return true;
      }
      return false;
    },
  };
}

/** Four places, two groups of eight windows, two halves of a byte: see `prefilter.c`. */
function writeTables(tables: Uint8Array): void {
  WINDOWS.forEach((bytesOf, index) => {
    const bit = 1 << (index & 7);
    bytesOf.forEach((units, place) => {
      const table = place * 4 * BLOCK + (index >> 3) * 2 * BLOCK;
      for (const unit of units) {
        const byte = unit.charCodeAt(0);
        tables[table + (byte & 15)] = (tables[table + (byte & 15)] ?? 0) | bit;
        tables[table + BLOCK + (byte >> 4)] = (tables[table + BLOCK + (byte >> 4)] ?? 0) | bit;
      }
    });
  });
}
