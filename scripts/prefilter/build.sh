#!/bin/sh
# Builds server/prefilter/prefilter.wasm with clang and wasm-ld of LLVM 14 or newer.
set -e
cd "$(dirname "$0")/../../server/prefilter"
clang --target=wasm32 -O3 -msimd128 -nostdlib -ffreestanding -c -o prefilter.o prefilter.c
wasm-ld --no-entry --import-memory --strip-all -o prefilter.wasm prefilter.o
rm prefilter.o
