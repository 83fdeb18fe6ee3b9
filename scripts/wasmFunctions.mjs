// How long the functions of a grammar's wasm file are, before V8 finds out.

/**
 * Bytes of the longest function that a grammar may have. V8 13.6 (Node 24) takes memory that grows with the square of
 * this to optimise one: 0.6 GB for 140 kB, 3.5 GB for 430 kB, and ends the process where there is none. See
 * server/grammars/README.md.
 */
export const FUNCTION_LIMIT_BYTES = 60_000;

/** The section of a wasm module that holds the bodies of its functions. */
const CODE = 10;

/**
 * The length of a wasm module's longest function in bytes; 0 where it has none.
 *
 * @throws where the sections are not as long as they say
 */
export function longestFunction(bytes) {
  let at = 8;
  const number = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? 0;
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    const section = bytes[at++];
    const length = number();
    const end = at + length;
    if (section !== CODE) {
      at = end;
      continue;
    }
    let longest = 0;
    for (let left = number(); left > 0; left--) {
      const size = number();
      longest = Math.max(longest, size);
      at += size;
    }
    if (at !== end) throw new Error('This is no module of WebAssembly as it should be.');
    return longest;
  }
  return 0;
}
