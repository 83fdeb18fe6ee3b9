// Builds the WebAssembly files of this repository from their pinned sources: npm run build:wasm [-- --check]
//   --check  writes nothing, and fails where what comes out is not what lies here
// server/wasm.json has the hashes of all such files that are shipped, and says what they are made of. Without --check it is
// written anew. Needs clang, wasm-ld and the headers of wasi-libc, in the versions that are named there: on Debian 12,
// apt-get install clang lld wasi-libc
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { splitLexer } from './grammars/splitLexer.mjs';
import { npm } from './npm.mjs';
import { ensureDependencies, root } from './setup.mjs';

const RECORD = join(root, 'server/wasm.json');
const PREFILTER = 'server/prefilter/prefilter.wasm';
const HEADERS = '/usr/include/wasm32-wasi';

/** What is mended in a source, beside its lexer. */
const MENDED = { 'server/grammars/tree-sitter-swift.wasm': mendSwift };

const isCheck = process.argv.includes('--check');
const { tools, files } = JSON.parse(readFileSync(RECORD, 'utf8'));
ensureDependencies();
for (const [tool, version] of Object.entries(tools)) {
  const found = /\d+\.\d+\.\d+/.exec(execFileSync(tool, ['--version'], { encoding: 'utf8' }))?.[0];
  if (found !== version) console.warn(`${tool} is ${found}; with another than ${version} other bytes may come out.`);
}

const work = mkdtempSync(join(tmpdir(), 'wasm-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
const differing = [];
for (const [path, recorded] of Object.entries(files)) {
  const made = make(path, recorded.source);
  const bytes = readFileSync(made);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const isSame = sha256 === recorded.sha256;
  console.log(`${isSame ? 'as recorded' : 'OTHER'}  ${path}`);
  if (!isSame) differing.push(path);
  recorded.sha256 = sha256;
  if (!isCheck && path.startsWith('server/')) writeFileSync(join(root, path), bytes);
}
if (!isCheck) writeFileSync(RECORD, `${JSON.stringify({ tools, files }, null, 2)}\n`);
else if (differing.length > 0) process.exitCode = 1;

/** @returns {string} where a file lies when it has been made, or as its package has it */
function make(path, source) {
  if (path === PREFILTER) return makePrefilter();
  if (!source) return join(root, 'node_modules', path);
  const folder = unpack(source);
  return source.isCompiled ? makeGrammar(path, folder) : join(folder, basename(path));
}

/**
 * The files of a package from npm.
 *
 * @returns {string} their folder
 * @throws where it is not the package that it was
 */
function unpack({ name, version, integrity }) {
  const folder = join(work, name.replaceAll('/', '+'));
  mkdirSync(folder);
  npm(['pack', `${name}@${version}`, '--pack-destination', folder], folder);
  const [archive] = readdirSync(folder);
  const hash = createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64');
  if (`sha512-${hash}` !== integrity)
    throw new Error(`${name}@${version} is not the package that it was: sha512-${hash}`);
  execFileSync('tar', ['xzf', archive], { cwd: folder });
  return join(folder, 'package');
}

/** Compiles the C source of a grammar, with a lexer that V8 can optimise. */
function makeGrammar(path, folder) {
  const cwd = join(folder, 'src');
  const language = basename(path, '.wasm').replace('tree-sitter-', '');
  writeFileSync(join(cwd, 'split.c'), splitLexer(readFileSync(join(cwd, 'parser.c'), 'utf8')));
  const scanner = readFileSync(join(cwd, 'scanner.c'), 'utf8');
  writeFileSync(join(cwd, 'scanner.c'), MENDED[path]?.(scanner) ?? scanner);
  for (const file of ['split', 'scanner']) {
    // The emscripten target is the one for which clang writes code that can be linked at run time; the headers are all
    // that is taken from wasi-libc.
    const target = ['--target=wasm32-unknown-emscripten', '-isystem', HEADERS, '-D__wasi__', '-I', '.'];
    const options = ['-std=c11', '-Os', '-fPIC', '-fvisibility=hidden', '-Wno-everything'];
    execFileSync('clang', [...target, ...options, '-c', `${file}.c`, '-o', `${file}.o`], { cwd });
  }
  const options = ['--shared', '--experimental-pic', '--no-entry', '--allow-undefined', '--strip-all'];
  const out = join(folder, basename(path));
  execFileSync('wasm-ld', [...options, `--export=tree_sitter_${language}`, '-o', out, 'split.o', 'scanner.o'], { cwd });
  return out;
}

/** The search through bytes, of which the source is ours. */
function makePrefilter() {
  copyFileSync(join(root, PREFILTER.replace(/\.wasm$/, '.c')), join(work, 'prefilter.c'));
  const options = ['--target=wasm32', '-O3', '-msimd128', '-nostdlib', '-ffreestanding'];
  execFileSync('clang', [...options, '-c', '-o', 'prefilter.o', 'prefilter.c'], { cwd: work });
  const out = join(work, basename(PREFILTER));
  execFileSync('wasm-ld', ['--no-entry', '--import-memory', '--strip-all', '-o', out, 'prefilter.o'], { cwd: work });
  return out;
}

/**
 * The state of Swift's scanner is given no memory at all, and writes over what lies behind; and it keeps the state of the
 * text before where it is told that there is none.
 */
function mendSwift(scanner) {
  const mended = scanner
    .replace('calloc(0, sizeof(struct ScannerState))', 'calloc(1, sizeof(struct ScannerState))')
    .replace(/^.*if \(length < 4\) \{.*\n/m, '$&        tree_sitter_swift_external_scanner_reset(payload);\n');
  if (mended.length !== scanner.length + 59) throw new Error('This is not the scanner that it was.');
  return mended;
}
