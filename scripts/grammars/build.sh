#!/bin/sh
# Builds a grammar of server/grammars/ from the C source in its npm package: scripts/grammars/build.sh swift | kotlin
# Needs node, npm, and clang, lld (14 or later) and wasi-libc: on Debian, apt-get install clang lld wasi-libc
set -eu
language=${1:-}
case $language in
  swift) package=tree-sitter-swift@0.7.1 ;;
  kotlin) package=@tree-sitter-grammars/tree-sitter-kotlin@1.1.0 ;;
  *) sed -n 2p "$0" >&2 && exit 2 ;;
esac
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../server/grammars
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
tar xzf "$(npm pack --silent "$package")"
cd package/src

node "$here/split-lexer.mjs" parser.c >split.c

if [ "$language" = swift ]; then
  # The scanner's state is given no memory at all, and writes over what lies behind; and it keeps the state of the text
  # before where it is told that there is none.
  sed -i \
    -e 's/calloc(0, sizeof(struct ScannerState))/calloc(1, sizeof(struct ScannerState))/' \
    -e '/if (length < 4) {/a\        tree_sitter_swift_external_scanner_reset(payload);' \
    scanner.c
  grep -q 'calloc(1, sizeof(struct ScannerState))' scanner.c
  test "$(grep -c 'tree_sitter_swift_external_scanner_reset(payload)' scanner.c)" = 1
fi

for file in split scanner; do
  # The emscripten target is the one for which clang writes code that can be linked at run time; the headers are all
  # that is taken from wasi-libc.
  clang --target=wasm32-unknown-emscripten -isystem /usr/include/wasm32-wasi -D__wasi__ -I . \
    -std=c11 -Os -fPIC -fvisibility=hidden -Wno-everything -c "$file.c" -o "$file.o"
done
wasm-ld --shared --experimental-pic --no-entry --allow-undefined --strip-all \
  "--export=tree_sitter_$language" -o "$out/tree-sitter-$language.wasm" split.o scanner.o
cp ../LICENSE "$out/tree-sitter-$language.LICENSE"
