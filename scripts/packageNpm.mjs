// Packs what npm installs, the command line and the library: npm run package:npm [-- --no-build] [--out=DIR]
//   --no-build  dist/ is as it should be: `node esbuild.mjs --production` has been run
//   --out       where thinq-nugu-codes-<version>.tgz is written; default: the root
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { npm } from './npm.mjs';
import { ensureDependencies, root } from './setup.mjs';

const { values: options } = parseArgs({ options: { 'no-build': { type: 'boolean' }, out: { type: 'string' } } });

/** What lies in the package, by where it comes from. The extension's package.json and README.md are not for npm. */
const files = () => [
  ['LICENSE', 'LICENSE'],
  ['docs/npm.md', 'README.md'],
  ['server/catalog/project.schema.json', 'schemas/project.schema.json'],
  ['docs/report.schema.json', 'schemas/report.schema.json'],
  ['dist/cli.js', 'dist/cli.js'],
  ['dist/THIRD-PARTY-NOTICES.txt', 'dist/THIRD-PARTY-NOTICES.txt'],
  ['dist/npm.cdx.json', 'dist/npm.cdx.json'],
  ...filesOf('dist/parts', '.mjs'),
  ...filesOf('dist/library', '.mjs'),
  ...filesOf('dist/mcp', '.mjs'),
  ...filesOf('dist/grammars', '.wasm'),
];
/** What programs may import, with the declarations of it. */
const EXPORTS = { '.': 'library', './catalog': 'catalogData' };

ensureDependencies();
if (!options['no-build']) run('esbuild.mjs', '--production');
const types = join(root, 'dist/types');
const stage = join(root, `dist/npm-${process.pid}`);
try {
  for (const [from, to] of files()) {
    mkdirSync(dirname(join(stage, to)), { recursive: true });
    cpSync(join(root, from), join(stage, to));
  }
  writeTypes();
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest(), undefined, 2)}\n`);
  const out = resolve(root, options.out ?? '.');
  npm(['pack', '--ignore-scripts', '--pack-destination', out], stage);
} finally {
  rmSync(stage, { recursive: true, force: true });
}

/** The package's own: what npm needs of ours, and where things lie in it. */
function manifest() {
  const { name, version, license, repository, keywords, engines, bin } = readJson('package.json');
  const { description } = readJson('package.nls.json');
  const entries = Object.entries(EXPORTS).map(([path, entry]) => [
    path,
    { types: `./types/node/${entry}.d.mts`, default: `./dist/library/${entry}.mjs` },
  ]);
  const [[, main]] = entries;
  return {
    ...{ name, version, description, keywords, license },
    ...(repository && { repository }),
    ...{ engines, bin },
    main: main.default,
    types: main.types,
    exports: {
      ...Object.fromEntries(entries),
      './schemas/*.json': './schemas/*.json',
      './package.json': './package.json',
    },
  };
}

/** The declarations that those of the entries name, and no others. An ES module's are called `.d.mts`. */
function writeTypes() {
  rmSync(types, { recursive: true, force: true });
  run('node_modules/typescript/bin/tsc', '-p', 'server/tsconfig.types.json');
  const named = new Set(Object.values(EXPORTS).map((entry) => join(types, `node/${entry}.ts`)));
  for (const source of named) {
    const text = readFileSync(source.replace(/\.ts$/, '.d.ts'), 'utf8');
    for (const [, path] of text.matchAll(/(?:from |import\()'(\.[^']+\.ts)'/g)) named.add(join(dirname(source), path));
    for (const [, path] of text.matchAll(/(?:from |import\()"(\.[^"]+\.ts)"/g)) named.add(join(dirname(source), path));
    const target = join(stage, 'types', relative(types, source)).replace(/\.ts$/, '.d.mts');
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text.replace(/(?<=(?:from |import\()(["'])\.[^"']+)\.ts(?=\1)/g, '.mjs'));
  }
}

function filesOf(folder, ending) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith(ending))
    .map((name) => [`${folder}/${basename(name)}`, `${folder}/${basename(name)}`]);
}

function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

function run(script, ...args) {
  execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}
