import code from '../../prefilter/prefilter.wasm';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import { isMarkedUtf16 } from './decode.ts';

/** Bytes that pieces of a file have in common: more than the longest word. */
export const OVERLAP_BYTES = 64;

/** Finds the few files of a tree that are worth parsing, in their bytes. */
export interface ByteFilter {
  /** What it looks for. */
  readonly words: readonly string[];
  /** Where a piece of a file is to be read to: small enough to stay in the processor's cache. */
  readonly space: Uint8Array;
  /** Whether the first so many bytes of `space` hold one of the words, or begin a text in which no byte could tell. */
  holds(length: number): boolean;
}

/** Four neighbouring bytes of a word, at each place those that may stand there: `['t', 'o', 'f', 'R']` of `TimeOutofRange`. */
export type Quad = readonly string[];

/**
 * Quads of the words that are looked for today; for others one of them is widened. They are 16 at most, as many as
 * `prefilter.c` looks for at once, and such that few other words hold one: wherever one is found, the bytes around it
 * are looked at again.
 */
const QUADS: readonly Quad[] = [
  // thinq, messageId and resultCode in any case
  ['hH', 'iI', 'nN', 'qQ'],
  ['gG', 'eE', 'iI', 'dD'],
  ['lL', 'tT', 'cC', 'oO'],
  // smartHome…, SmartHome…
  ['r', 't', 'H', 'o'],
  // errorProperties
  ['o', 'r', 'P', 'r'],
  // nugu/v1
  ['u', 'g', 'u', '/'],
  // x-service-phase, x-message-id
  ['xX', '-', 'sSmM', 'e'],
  // Already…
  ['a', 'd', 'y', 'TACS'],
  // …OutofRange
  ['t', 'o', 'f', 'R'],
  // NotSupport…, DeviceInSleepMode
  ['tn', 'S', 'ul', 'pe'],
  // NotExist…
  ['t', 'E', 'x', 'i'],
  // NoConnectionDevice, NoControlAuthority, Unsupported…
  ['NU', 'on', 'Cs', 'ou'],
  // DeviceTurnedOff
  ['e', 'T', 'u', 'r'],
  // CONNECTED_DEVICE, OWNED_DEVICE, SUPPORTED_IN_
  ['E', 'D', '_', 'DI'],
  // NotAvailable…, NotInAvailable…
  ['t', 'AI', 'vn', 'aA'],
  // ConnectedDevice, OwnedDevice
  ['e', 'd', 'D', 'e'],
];
/** Bytes of a quad. */
const QUAD_BYTES = 4;

const PAGE_BYTES = 65_536;
/** Where the tables lie that `prefilter.c` looks into. */
const TABLES_AT = 1024;
const SPACE_AT = 4096;
const SPACE_BYTES = 4 * PAGE_BYTES;
const BLOCK_BYTES = 16;

/**
 * @param words ASCII, of at least four characters each. They are found as they are spelt, and mostly in other cases of
 * letters as well.
 */
export function createByteFilter(words: readonly string[]): ByteFilter {
  const anyWord = new RegExp(words.map(escapeRegExp).join('|'), 'i');
  const longest = Math.max(...words.map((word) => word.length));
  const memory = new WebAssembly.Memory({
    initial: Math.ceil((SPACE_AT + SPACE_BYTES + 2 * BLOCK_BYTES) / PAGE_BYTES),
  });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  const find = exports.find as (start: number, end: number) => number;
  const bytes = new Uint8Array(memory.buffer);
  writeTables(quadsFor(words), bytes.subarray(TABLES_AT, SPACE_AT));
  const decoder = new TextDecoder('latin1');
  return {
    words,
    space: bytes.subarray(SPACE_AT, SPACE_AT + SPACE_BYTES),
    holds(length) {
      if (isMarkedUtf16(bytes.subarray(SPACE_AT, SPACE_AT + Math.min(length, 2)))) return true;
      const end = SPACE_AT + length;
      for (let at = find(SPACE_AT, end); at < end; at = find(at + BLOCK_BYTES, end)) {
        const near = bytes.subarray(Math.max(SPACE_AT, at - longest), Math.min(end, at + BLOCK_BYTES + longest));
        if (anyWord.test(decoder.decode(near))) return true;
      }
      return false;
    },
  };
}

/**
 * The quads to look for: those above, of which one is widened for each word that holds none, by what lets the fewest
 * other sequences of bytes through.
 *
 * @throws RangeError for a word of fewer than four characters, or of others than ASCII's
 */
export function quadsFor(words: readonly string[]): readonly Quad[] {
  const odd = words.find((word) => !WORD.test(word));
  if (odd !== undefined) throw new RangeError(`No scan finds "${odd}": that takes four or more ASCII characters.`);
  const known = new RegExp(QUADS.map((quad) => quad.map((units) => `[${units}]`).join('')).join('|'));
  return words.reduce((quads, word) => (known.test(word) ? quads : widenedFor(word, quads)), QUADS);
}

const WORD = /^[ -~]{4,}$/;

function widenedFor(word: string, quads: readonly Quad[]): readonly Quad[] {
  const choices = piecesOf(word).flatMap((piece) =>
    quads.map((quad, index) => {
      const wider = quad.map((units, place) => (units.includes(piece.charAt(place)) ? units : units + piece[place]));
      return { index, wider, added: sizeOf(wider) - sizeOf(quad) };
    }),
  );
  const best = choices.reduce((least, next) => (next.added < least.added ? next : least));
  return quads.with(best.index, best.wider);
}

/** Every four neighbouring characters of a word. */
function piecesOf(word: string): readonly string[] {
  return Array.from({ length: word.length - QUAD_BYTES + 1 }, (_, at) => word.slice(at, at + QUAD_BYTES));
}

/** How many sequences of bytes fit a quad. */
function sizeOf(quad: Quad): number {
  return quad.reduce((size, units) => size * units.length, 1);
}

/** Four places, two groups of eight quads, two halves of a byte: see `prefilter.c`. */
function writeTables(quads: readonly Quad[], tables: Uint8Array): void {
  quads.forEach((bytesOf, index) => {
    const bit = 1 << (index & 7);
    bytesOf.forEach((units, place) => {
      const table = place * 4 * BLOCK_BYTES + (index >> 3) * 2 * BLOCK_BYTES;
      for (const unit of units) {
        const byte = unit.charCodeAt(0);
        tables[table + (byte & 15)] = (tables[table + (byte & 15)] ?? 0) | bit;
        tables[table + BLOCK_BYTES + (byte >> 4)] = (tables[table + BLOCK_BYTES + (byte >> 4)] ?? 0) | bit;
      }
    });
  });
}
