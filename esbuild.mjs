// Builds everything into dist/: node esbuild.mjs [--production] [--watch] [--tests] [--bench]
//   --production  minified and without source maps, as it is shipped
//   --watch       build again whenever a source changes
//   --tests       the tests, too (never minified)
//   --bench       the benchmark with what it runs, such as the empty server that ours is measured against, too
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { build, context } from 'esbuild';
import { queryFiles } from './scripts/queryFiles.mjs';
import { bomOf, noticesOf, partsIn } from './scripts/thirdParty.mjs';

const root = import.meta.dirname;
const require = createRequire(import.meta.url);
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const bench = process.argv.includes('--bench');

/** Every grammar that is shipped: a package and a path in it, or a path in this repository. */
const { grammars } = JSON.parse(readFileSync(join(root, 'server/src/languages/registry.json'), 'utf8'));

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // Some dependencies' `main` is UMD, whose inner requires no bundler can follow.
  mainFields: ['module', 'main'],
  // The ES module entry looks for its files through `import.meta.url`, which a CommonJS bundle does not have.
  alias: { 'web-tree-sitter': require.resolve('web-tree-sitter') },
  loader: { '.wasm': 'binary' },
  plugins: [queryFiles],
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const product = { ...common, minify: production, sourcemap: !production };

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  { ...product, entryPoints: ['client/src/node/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...product, entryPoints: ['server/src/node/server.ts'], outfile: 'dist/server.js' },
  {
    ...product,
    entryPoints: ['server/src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
];
/**
 * Stands above each bundle of tests: what packages expect that are no ES modules; and that there are source maps, which
 * each process has to be told.
 */
const TEST_BANNER = `import { createRequire as createTestRequire } from 'node:module';
const require = createTestRequire(import.meta.url);
const __dirname = import.meta.dirname;
process.setSourceMapsEnabled(true);`;
/** The bundles before those of tests and benchmarks. */
const SHIPPED = builds.length;
/** The bundle that is in the package for npm, too; it is the last of those. */
const COMMAND_LINE = SHIPPED - 1;
const copies = [
  [join(dirname(require.resolve('web-tree-sitter')), 'web-tree-sitter.wasm'), 'dist/grammars/web-tree-sitter.wasm'],
  ...grammars.map((grammar) => [
    [join(root, 'node_modules', grammar), join(root, grammar)].find((path) => existsSync(path)) ?? grammar,
    `dist/grammars/${basename(grammar)}`,
  ]),
];
const grammarFiles = copies.map(([from]) => from);

if (tests) {
  builds.push(
    {
      ...common,
      entryPoints: [
        ...['test/unit', 'test/protocol'].flatMap(testFiles),
        'test/update.ts',
        'test/compilers/main.ts',
        'test/matrix/main.ts',
        'test/fuzz/main.ts',
        'test/fuzz/subject.ts',
      ],
      outbase: 'test',
      outdir: 'dist/test',
      outExtension: { '.js': '.mjs' },
      // What they share is loaded once in a process, and soon runs optimized.
      format: 'esm',
      splitting: true,
      chunkNames: 'shared/[hash]',
      // It starts a worker from a file beside its own.
      external: ['xmllint-wasm'],
      sourcemap: true,
      banner: { js: TEST_BANNER },
    },
    {
      ...common,
      entryPoints: ['test/vscode/suite/index.ts'],
      outfile: 'dist/test/vscode/suite.js',
      // Mocha finds its own files at run time.
      external: ['vscode', 'mocha'],
      sourcemap: true,
    },
  );
  // The suite lies in the extension that runs it: only so does VS Code know whose `vscode` it asks for.
  copies.push(
    ['test/vscode/driver/package.json', 'dist/test/vscode/package.json'],
    ...['package.json', 'language-configuration.json'].map((file) => [
      `test/vscode/peer/${file}`,
      `dist/test/peer/${file}`,
    ]),
  );
}

if (bench) {
  builds.push({
    ...product,
    entryPoints: ['bench', 'emptyServer', 'extensionHost', 'grammars', 'probe'].map((name) => `test/bench/${name}.ts`),
    outdir: 'dist/bench',
  });
}

if (watch) {
  copyAll();
  const plugins = [progress()];
  const contexts = await Promise.all(builds.map((options) => context({ ...options, plugins })));
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const results = await Promise.all(builds.map((options) => build({ ...options, metafile: true })));
  copyAll();
  const inputsOf = (bundles) => bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const shipped = results.slice(0, SHIPPED);
  const inVsix = partsIn([...inputsOf(shipped), ...grammarFiles]);
  const inNpm = partsIn([...inputsOf(shipped.slice(COMMAND_LINE)), ...grammarFiles]);
  writeFileSync(join(root, 'dist/THIRD-PARTY-NOTICES.txt'), noticesOf(inVsix));
  writeFileSync(join(root, 'dist/vsix.cdx.json'), bomOf(inVsix));
  writeFileSync(join(root, 'dist/npm.cdx.json'), bomOf(inNpm));
  if (tests) {
    removeStale(
      'dist/test',
      results.flatMap((result) => Object.keys(result.metafile.outputs)),
    );
  }
}

/**
 * Says when something is being built, and when all is done, for those who wait for it: the task "watch" of
 * .vscode/tasks.json, and people.
 *
 * @returns {import('esbuild').Plugin} one for all builds together
 */
function progress() {
  let running = 0;
  return {
    name: 'progress',
    setup({ onStart, onEnd }) {
      onStart(() => {
        if (running++ === 0) console.log('[watch] build started');
      });
      onEnd(() => {
        if (--running === 0) console.log('[watch] build finished');
      });
    },
  };
}

/** The test files under a folder, which need not exist. */
function testFiles(folder) {
  const path = resolve(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join(folder, file));
}

function copyAll() {
  for (const [from, to] of copies) {
    mkdirSync(dirname(resolve(root, to)), { recursive: true });
    copyFileSync(resolve(root, from), resolve(root, to));
  }
}

/** Removes what an earlier build left: the bundle of a deleted test would run for ever. */
function removeStale(folder, outputs) {
  const kept = new Set([...outputs, ...copies.map(([, to]) => to)].map((file) => resolve(root, file)));
  for (const entry of readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !kept.has(path)) rmSync(path);
  }
}
