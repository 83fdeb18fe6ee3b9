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

/** Where what a program loads later lies, and what programs share: bundles that belong to no program alone. */
const PARTS = 'parts';

/** A program is a small bundle, so that it starts soon; what it imports when it runs lies in the parts. */
const program = {
  ...product,
  plugins: [...common.plugins, later((path) => `./${PARTS}/${basename(path, '.ts')}.mjs`)],
};

/** Where the library lies. */
const LIBRARY = 'library';

/** Where what speaks the Model Context Protocol lies. */
const MCP = 'mcp';

/** Bundles that share others. @type {import('esbuild').BuildOptions} */
const parts = {
  ...product,
  entryNames: '[name]',
  chunkNames: '[hash]',
  outExtension: { '.js': '.mjs' },
  format: 'esm',
  splitting: true,
  plugins: [...common.plugins, lazyModules(), outsideOfParts()],
  // Some packages are no ES modules. Nobody looks for a file beside himself: the grammars' folder is told.
  define: { __dirname: "''" },
  banner: {
    js: "import{createRequire as $createRequire}from'node:module';const require=$createRequire(import.meta.url);",
  },
};

/** @type {import('esbuild').BuildOptions} */
const web = {
  ...product,
  platform: 'browser',
  target: 'es2022',
  alias: {},
  plugins: [...common.plugins, withoutNode()],
  // The runtime of the grammars would look for its file beside a module; it is given the bytes.
  define: { 'import.meta.url': "''" },
};

/** @type {import('esbuild').BuildOptions[]} */
const builds = [
  {
    ...product,
    entryPoints: ['client/src/node/extension.ts', 'client/src/node/client.ts'],
    outdir: 'dist',
    external: ['vscode'],
    // What is required gets the `vscode` that is the extension's own, in every version.
    supported: { 'dynamic-import': false },
    plugins: [...common.plugins, later((path) => `./${basename(path, '.ts')}.js`)],
  },
  // A browser loads whole scripts: whatever else they import is in them.
  {
    ...web,
    entryPoints: ['client/src/browser/extension.ts'],
    outdir: 'dist/browser',
    format: 'cjs',
    external: ['vscode'],
  },
  { ...web, entryPoints: ['server/src/browser/server.ts'], outdir: 'dist/browser', format: 'iife' },
  { ...program, entryPoints: ['server/src/node/server.ts'], outfile: 'dist/server.js' },
  {
    ...program,
    entryPoints: ['server/src/cli/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
  },
  {
    ...parts,
    entryPoints: ['server/src/node/serve.ts', 'server/src/cli/main.ts', 'server/src/cli/secondThread.ts'],
    outdir: `dist/${PARTS}`,
  },
  // What programs import from the package for npm. If it shared bundles with the others, these would be cut into more of them,
  // each of which takes its time to be loaded.
  {
    ...parts,
    entryPoints: ['server/src/node/library.ts', 'server/src/node/catalogData.ts'],
    outdir: `dist/${LIBRARY}`,
  },
  // The library of the Model Context Protocol, which the package for npm alone has: it is as large as all the rest.
  { ...parts, entryPoints: ['server/src/cli/mcpServer.ts'], outdir: `dist/${MCP}` },
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
/** The builds that are not in the package for npm, since only editors have a use for them; they are the first. */
const EDITORS = 3;
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
        ...['test/unit', 'test/kit', 'test/protocol'].flatMap(testFiles),
        'test/update.ts',
        'test/compilers/main.ts',
        'test/matrix/main.ts',
        'test/fuzz/main.ts',
        'test/fuzz/subject.ts',
        'test/harness/resident/thread.ts',
        'test/harness/resident/program.ts',
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
    {
      ...web,
      minify: false,
      entryPoints: { driver: 'test/vscode/web/driver.ts', suite: 'test/vscode/web/index.ts' },
      outdir: 'dist/test/web',
      format: 'cjs',
      external: ['vscode'],
      alias: { 'node:assert/strict': resolve(root, 'test/vscode/web/assert.ts') },
      // Mocha would take what the bundle exports for its own.
      define: { module: 'undefined', exports: 'undefined' },
      sourcemap: true,
    },
  );
  // The suite lies in the extension that runs it: only so does VS Code know whose `vscode` it asks for.
  copies.push(
    ['test/vscode/driver/package.json', 'dist/test/vscode/package.json'],
    ['test/vscode/web/package.json', 'dist/test/web/package.json'],
    ...['package.json', 'language-configuration.json'].map((file) => [
      `test/vscode/peer/${file}`,
      `dist/test/peer/${file}`,
    ]),
  );
}

if (bench) {
  builds.push({
    ...product,
    entryPoints: [
      'bench',
      'emptyServer',
      'extensionHost',
      'grammars',
      'parsing',
      'parsingServer',
      'probe',
      'reading',
    ].map((name) => `test/bench/${name}.ts`),
    outdir: 'dist/bench',
  });
}

if (watch) {
  copyAll();
  const telling = progress();
  const contexts = await Promise.all(
    builds.map((options) => context({ ...options, plugins: [...(options.plugins ?? []), telling] })),
  );
  await Promise.all(contexts.map((each) => each.watch()));
} else {
  const results = await Promise.all(builds.map((options) => build({ ...options, metafile: true })));
  copyAll();
  const inputsOf = (bundles) => bundles.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  const shipped = results.slice(0, SHIPPED);
  // The bundle that is not in the VSIX is the last.
  const inVsix = partsIn([...inputsOf(shipped.slice(0, -1)), ...grammarFiles]);
  const inNpm = partsIn([...inputsOf(shipped.slice(EDITORS)), ...grammarFiles]);
  writeFileSync(
    join(root, 'dist/THIRD-PARTY-NOTICES.txt'),
    noticesOf(partsIn([...inputsOf(shipped), ...grammarFiles])),
  );
  writeFileSync(join(root, 'dist/vsix.cdx.json'), bomOf(inVsix));
  writeFileSync(join(root, 'dist/npm.cdx.json'), bomOf(inNpm));
  const written = results.flatMap(({ metafile }) => Object.keys(metafile.outputs));
  for (const bundle of shipped.flatMap(({ metafile }) => Object.keys(metafile.outputs))) escapeIn(bundle);
  for (const folder of [PARTS, LIBRARY, MCP]) removeStale(`dist/${folder}`, written);
  if (tests) removeStale('dist/test', written);
}

/**
 * Leaves what a bundle imports when it runs to another one.
 *
 * @param {(path: string) => string} bundleOf where that of a source lies, from the bundle
 * @returns {import('esbuild').Plugin}
 */
function later(bundleOf) {
  return {
    name: 'later',
    setup({ onResolve }) {
      onResolve({ filter: /\.ts$/ }, ({ kind, path }) =>
        kind === 'dynamic-import' ? { path: bundleOf(path), external: true } : undefined,
      );
    },
  };
}

/**
 * Takes out of the runtime of the grammars what a browser has no use for: where it would load modules of Node, which are
 * empty then, and where it would evaluate texts out of a grammar, which no grammar has.
 *
 * @returns {import('esbuild').Plugin}
 */
function withoutNode() {
  return {
    name: 'without Node',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(?:fs|fs\/promises|module|path|url)$/ }, ({ path }) => ({ path, namespace: 'none' }));
      onLoad({ filter: /^/, namespace: 'none' }, () => ({ contents: 'export {};' }));
      onLoad({ filter: /[\\/]web-tree-sitter\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replaceAll(/\beval\(func\)/g, 'undefined'),
      }));
    },
  };
}

/**
 * Leaves what speaks the Model Context Protocol to its own bundle.
 *
 * @returns {import('esbuild').Plugin}
 */
function outsideOfParts() {
  return {
    name: 'outside of parts',
    setup({ onResolve }) {
      onResolve({ filter: /\/mcpServer\.ts$/ }, ({ kind }) =>
        kind === 'dynamic-import' ? { path: `../${MCP}/mcpServer.mjs`, external: true } : undefined,
      );
    },
  };
}

/**
 * Has modules of Node loaded at their first use which packages ask for at once, and then hardly ever need: together they
 * take half as long as Node itself.
 *
 * @returns {import('esbuild').Plugin}
 */
function lazyModules() {
  return {
    name: 'lazy modules',
    setup({ onResolve, onLoad }) {
      // Our own sources say `node:crypto`.
      onResolve({ filter: /^(?:crypto|child_process)$/ }, ({ path }) => ({ path, namespace: 'lazy' }));
      onLoad({ filter: /^/, namespace: 'lazy' }, ({ path }) => ({
        contents: `module.exports = new Proxy({}, { get: (_, name) => require('node:${path}')[name] });`,
      }));
    },
  };
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

/**
 * Writes the characters of a bundle that are not ASCII as escapes. esbuild leaves some in regular expressions, and a single
 * one has V8 keep two bytes for every character of a source.
 */
function escapeIn(bundle) {
  if (bundle.endsWith('.map')) return;
  const path = resolve(root, bundle);
  const source = readFileSync(path, 'utf8');
  const escaped = source.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  if (escaped !== source) writeFileSync(path, escaped);
}

/** Removes what an earlier build left: bundles are called by what is in them, and that of a deleted test would run for ever. */
function removeStale(folder, outputs) {
  const kept = new Set([...outputs, ...copies.map(([, to]) => to)].map((file) => resolve(root, file)));
  for (const entry of readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !kept.has(path)) rmSync(path);
  }
}
