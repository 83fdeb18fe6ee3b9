import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the scripts read and write; all else of the repository is of no use to them. */
const NEEDED = [
  ...['scripts', 'client', 'server', 'syntaxes', 'docs', 'test/fixtures', 'test/harness'],
  ...['package.json', 'package-lock.json', 'package.nls.json', 'package.nls.ko.json', 'tsconfig.json', 'biome.jsonc'],
  ...['CHANGELOG.md', '.gitignore'],
];

/** A copy of the repository in which scripts may write. */
export interface RepositoryCopy {
  /** Runs a program of Node's. */
  run(...args: readonly string[]): { readonly status: number | null; readonly stdout: string; readonly stderr: string };
  /** The text of a file. @param path from the root */
  read(path: string): string;
  has(path: string): boolean;
  /** Asserts that sources have no lint and no error of types. */
  checkSources(...paths: readonly string[]): void;
  /** Asserts that pages of fixtures pass. @param tests how many they have */
  checkPages(tests: number, ...paths: readonly string[]): void;
  remove(): void;
}

/** Makes a copy in a temporary folder. */
export function copyRepository(): RepositoryCopy {
  const root = mkdtempSync(join(tmpdir(), 'repository-'));
  for (const path of NEEDED) cpSync(path, join(root, path), { recursive: true });
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
  const run: RepositoryCopy['run'] = (...args) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  return {
    run,
    read: (path) => readFileSync(join(root, path), 'utf8'),
    has: (path) => existsSync(join(root, path)),
    checkSources(...paths) {
      const lint = run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', ...paths);
      assert.equal(lint.status, 0, lint.stderr);
      const project = { extends: './tsconfig.json', include: [...paths, 'server/src/assets.d.ts'] };
      writeFileSync(join(root, 'source.json'), JSON.stringify(project));
      const types = run('node_modules/typescript/bin/tsc', '-p', 'source.json');
      assert.equal(types.status, 0, types.stdout);
    },
    checkPages(tests, ...paths) {
      const { stdout, stderr } = run('--input-type=module', '--eval', RUN_PAGES, ...paths);
      assert.deepEqual([stdout, stderr.trim()], [`${tests} tests\n`, '']);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Builds the runner of fixtures with the rules and languages of the copy, and runs pages. */
const RUN_PAGES = `
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { queryFiles } from './scripts/queryFiles.mjs';

const contents = ['fixtures', 'host', 'runFixture'].map((name) => \`export * from './test/harness/\${name}.ts';\`).join('');
await build({
  stdin: { contents, resolveDir: '.' },
  outfile: 'page.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  loader: { '.wasm': 'binary' },
  plugins: [queryFiles],
  logLevel: 'error',
});
const { readFixtures, createWorld, runFixture } = await import('./page.mjs');
const fixtures = process.argv.slice(1).flatMap((page) => readFixtures(readFileSync(page, 'utf8')));
const world = createWorld();
for (const fixture of fixtures) console.error(...(await runFixture(fixture, world)));
console.log(fixtures.length, 'tests');
`;
