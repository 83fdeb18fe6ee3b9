// Finds where a text may hold one of a few words: npm run build:wasm builds it.
//
// Every word is represented by four neighbouring bytes of it. For each of the four places there are two tables of 16
// bytes for each of two groups of eight words: bit b of entry n says whether word b can have, at that place, a byte with
// the low (or high) half n. A block of 16 bytes in which some place has a bit left in all eight look-ups is a candidate.
// The tables lie at TABLES and are written by server/src/scan/byteFilter.ts, which also decides on each candidate.
#include <wasm_simd128.h>

#define TABLES 1024
#define PLACES 4

// The first candidate block between two addresses, or `end`. Reads up to 19 bytes beyond `end`.
__attribute__((export_name("find"))) const unsigned char *find(const unsigned char *at, const unsigned char *end) {
  const v128_t *table = (const v128_t *)TABLES;
  const v128_t low = wasm_i8x16_splat(15);
  for (; at < end; at += 16) {
    v128_t first = wasm_i8x16_splat(-1), second = first;
    for (int place = 0; place < PLACES; place++) {
      const v128_t bytes = wasm_v128_load(at + place);
      const v128_t l = wasm_v128_and(bytes, low), h = wasm_u8x16_shr(bytes, 4);
      const v128_t *t = table + 4 * place;
      first = wasm_v128_and(first, wasm_v128_and(wasm_i8x16_swizzle(t[0], l), wasm_i8x16_swizzle(t[1], h)));
      second = wasm_v128_and(second, wasm_v128_and(wasm_i8x16_swizzle(t[2], l), wasm_i8x16_swizzle(t[3], h)));
    }
    if (wasm_v128_any_true(wasm_v128_or(first, second))) return at;
  }
  return end;
}
