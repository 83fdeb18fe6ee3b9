import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** What the script reads and writes; all else of the repository is of no use to it. */
const NEEDED = [
  ...['scripts', 'server', 'syntaxes', 'docs', 'test/fixtures', 'test/harness'],
  ...['package.json', 'package-lock.json', 'package.nls.json', 'package.nls.ko.json', 'tsconfig.json', 'biome.jsonc'],
  ...['README.md', 'CHANGELOG.md', '.gitignore'],
];
const ID = 'late-turn-off';
const RULE = `server/src/rules/${ID}.ts`;
const PAGE = `test/fixtures/rules/${ID}.md`;

/** Builds the runner of fixtures with the rules of the copy, and runs the new rule's page. */
const RUN_PAGE = `
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
const fixtures = readFixtures(readFileSync('${PAGE}', 'utf8'));
const world = createWorld();
for (const fixture of fixtures) console.error(...(await runFixture(fixture, world)));
console.log(fixtures.length, 'tests');
`;

describe('npm run new:rule', function () {
  this.timeout(120_000);
  const copy = mkdtempSync(join(tmpdir(), 'new-rule-'));
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy, encoding: 'utf8' });
    return { status, stdout, stderr };
  };
  const read = (path: string): string => readFileSync(join(copy, path), 'utf8');

  before(() => {
    for (const path of NEEDED) cpSync(path, join(copy, path), { recursive: true });
    symlinkSync(resolve('node_modules'), join(copy, 'node_modules'), 'junction');
  });
  after(() => rmSync(copy, { recursive: true, force: true }));

  for (const [what, args, complaint] of [
    ['no id', [], /One rule at a time/],
    ['two ids', ['late-turn-off', 'early-turn-on'], /One rule at a time/],
    ['a single word, which may be one of the language', ['default'], /"default" is no id/],
    ['capitals', ['Late-Turn-Off'], /"Late-Turn-Off" is no id/],
    ['a path', ['../late-turn-off'], /is no id/],
    ['a rule that is there', ['unknown-code'], /"unknown-code" is there already: server\/src\/rules\/unknown-code\.ts/],
    ['the name of what is wrong with a project file', ['project-file'], /"project-file" is taken/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const { status, stdout, stderr } = run('scripts/new-rule.mjs', ...args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, complaint);
      assert.equal(stdout, '');
      assert.ok(!existsSync(join(copy, RULE)));
    });
  }

  it('writes a rule that passes, with everything that is generated', () => {
    const { status, stderr } = run('scripts/new-rule.mjs', ID);
    assert.equal(status, 0, stderr);
    for (const path of ['server/src/rules/registry.ts', 'package.nls.ko.json', 'README.md', 'docs/rules.md'])
      assert.ok(read(path).includes(ID), path);
    assert.match(read('CHANGELOG.md'), /^## \[Unreleased\]\n(?:(?!^## ).*\n)*- The rule `late-turn-off`\.\n/m);

    const lint = run('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', RULE);
    assert.equal(lint.status, 0, lint.stderr);
    const project = { extends: './tsconfig.json', include: [RULE, 'server/src/assets.d.ts'] };
    writeFileSync(join(copy, 'rule.json'), JSON.stringify(project));
    const types = run('node_modules/typescript/bin/tsc', '-p', 'rule.json');
    assert.equal(types.status, 0, types.stdout);
    const page = run('--input-type=module', '--eval', RUN_PAGE);
    assert.deepEqual([page.stdout, page.stderr.trim()], ['2 tests\n', '']);
  });
});
