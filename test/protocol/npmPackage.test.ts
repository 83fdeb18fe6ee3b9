import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../server/src/report/report.ts';
import { createFolder, type Folder, run } from '../harness/commandLine.ts';

const WRONG = "export const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n";
const ROOT = process.cwd();

/** What a program may do with the package, as ES module and, but for its types, as JavaScript. */
const PROGRAM = `import { pathToFileURL } from 'node:url';
import { catalog, createLanguageService, DEFAULT_SETTINGS } from 'thinq-nugu-codes';

const service = createLanguageService({ folders: [process.cwd()] });
const text = ${JSON.stringify(WRONG)};
const document = { uri: pathToFileURL('a.ts').href, version: 1, text };
const { diagnostics } = await service.diagnose(document, DEFAULT_SETTINGS);
const hover = await service.hover(document, text.indexOf('Temperature'), { ...DEFAULT_SETTINGS, docsLanguage: 'ko' });
const [found] = diagnostics;
const code = catalog.codes.find((one) => one.code === '1222');
console.log(JSON.stringify([found?.rule, found?.span, hover?.markdown.includes('TemperatureOutofRange'), code?.judgement.basis]));
`;

/** What only a program with types may say. */
const TYPED = `${PROGRAM}
import type { ExportedCatalog, LanguageService } from 'thinq-nugu-codes';
import { catalog as same } from 'thinq-nugu-codes/catalog';
const codes: ExportedCatalog['codes'] = same.codes;
const vendor: 'thinq' | 'nugu' | undefined = codes[0]?.vendor;
const isMissed = (service: LanguageService): Promise<unknown> =>
  // @ts-expect-error there is no such question
  service.analyse();
export { isMissed, vendor };
`;

describe('the package for npm', function () {
  this.timeout(240_000);
  let folder: Folder;
  let home: string;
  const inPackage = (...path: readonly string[]): string => join(home, 'node_modules/thinq-nugu-codes', ...path);
  const read = (path: string): string => readFileSync(inPackage(path), 'utf8');
  const npm = (args: readonly string[], cwd: string): void => {
    execFileSync('npm', [...args, '--offline', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd,
      // npm is a .cmd file on Windows, which only a shell can run.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, npm_config_cache: join(folder.path, 'cache') },
    });
  };

  before(() => {
    folder = createFolder({
      'project/src/a.ts': WRONG,
      'project/src/b.py': 'x = {"resultCode": "TemperatureOutOfRange", "smartHomeDevice": d}\n',
      'home/package.json': '{ "type": "module" }',
      'home/program.js': PROGRAM,
      'home/program.ts': TYPED,
    });
    home = join(folder.path, 'home');
    execFileSync(process.execPath, ['scripts/packageNpm.mjs', '--no-build', `--out=${folder.path}`], { stdio: 'pipe' });
    const archive = readdirSync(folder.path).find((name) => name.endsWith('.tgz')) ?? '';
    assert.ok(statSync(join(folder.path, archive)).size < 4_000_000);
    // Nothing can be fetched: what it needs, it has.
    npm(['install', join(folder.path, archive)], home);
  });
  after(() => folder.remove());

  it('brings nothing but itself, and nothing that is not of use', () => {
    const installed = readdirSync(join(home, 'node_modules')).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['thinq-nugu-codes']);
    const files = readdirSync(inPackage(), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => statSync(inPackage(file)).isFile());
    const kinds = new Set(
      files.map((file) =>
        file.replace(/(?<=\/)[^/]+(?=\.(?:wasm|mjs|schema\.json)$)|(?<=^types\/).*(?=\.d\.mts$)/, '*'),
      ),
    );
    assert.deepEqual(
      [...kinds].sort(),
      [
        ...['LICENSE', 'README.md', 'package.json', 'schemas/*.schema.json', 'types/*.d.mts'],
        ...[
          'dist/THIRD-PARTY-NOTICES.txt',
          'dist/cli.js',
          'dist/npm.cdx.json',
          'dist/grammars/*.wasm',
          'dist/library/*.mjs',
          'dist/mcp/*.mjs',
          'dist/parts/*.mjs',
        ],
      ].sort(),
    );
  });

  it('names in its package.json what is in it', () => {
    interface Manifest {
      readonly bin: Readonly<Record<string, string>>;
      readonly main: string;
      readonly types: string;
      readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
    }
    const { bin, main, types, exports, ...rest } = JSON.parse(read('package.json')) as Manifest;
    const targets = Object.values(exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    for (const target of [...Object.values(bin), main, types, ...targets].filter((one) => !one.includes('*')))
      assert.ok(existsSync(inPackage(target)), target);
    for (const field of ['contributes', 'activationEvents', 'devDependencies', 'scripts', 'private'])
      assert.ok(!(field in rest), field);
  });

  it('has a readme that links to nothing outside of it', () => {
    for (const [, target = ''] of read('README.md').matchAll(/\]\(([^)]+)\)/g))
      assert.ok(/^(?:https:|#)/.test(target), target);
  });

  it('has schemas that can be found by its name', () => {
    const program = `import schema from 'thinq-nugu-codes/schemas/project.schema.json' with { type: 'json' };
console.log(schema.title);`;
    const title = execFileSync(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
      cwd: home,
      encoding: 'utf8',
    });
    assert.match(title, /settings of a project/);
    assert.deepEqual(readdirSync(inPackage('schemas')).sort(), ['project.schema.json', 'report.schema.json']);
  });

  it('checks a project', () => {
    const program = inPackage('dist/cli.js');
    const { status, stdout } = run(['check', '-r', 'json'], { cwd: join(folder.path, 'project'), program });
    assert.equal(status, 1);
    const found = (JSON.parse(stdout) as Report).files.map(({ path, findings }) => [
      path,
      findings.map(({ rule }) => rule),
    ]);
    assert.deepEqual(found, [
      ['src/a.ts', ['unknown-code']],
      ['src/b.py', ['unknown-code']],
    ]);
    assert.ok(readdirSync(join(home, 'node_modules/.bin')).some((name) => name.startsWith('thinq-nugu')));
    assert.match(run(['check', '--help'], { cwd: home, program }).stdout, /^Usage: thinq-nugu check/m);
  });

  it('can be imported', () => {
    const said = execFileSync(process.execPath, ['program.js'], { cwd: home, encoding: 'utf8' });
    const start = WRONG.indexOf("'Temperature");
    const span = { start, end: start + "'TemperatureOutOfRange'".length };
    const [rule, place, isExplained, basis] = JSON.parse(said) as readonly [string, typeof span, boolean, string];
    assert.equal(rule, 'unknown-code');
    assert.ok(start <= place.start && place.end <= span.end, said);
    assert.deepEqual([isExplained, basis], [true, 'our judgement']);
  });

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    it(`can be imported with its types, resolved as ${moduleResolution}`, () => {
      const options = {
        ...{ module, moduleResolution, target: 'es2022', strict: true, noEmit: true, skipLibCheck: false },
        ...{ types: ['node'], typeRoots: [join(ROOT, 'node_modules/@types')] },
      };
      folder.write('home/tsconfig.json', JSON.stringify({ compilerOptions: options, files: ['program.ts'] }));
      execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', home], { stdio: 'inherit' });
    });
  }
});
