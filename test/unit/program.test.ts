import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';

const settings = readSettings({}, 'en');
const CODES = "export const OFFLINE = '1222';\nexport const MODE = '2305';\n";
const decide = (imports: string): string => `${imports}
export function decide(error: ThinQApiError): void {
  switch (error.code) {
    case OFFLINE:
      notify('offline');
      break;
    case MODE:
      notify('mode');
      break;
  }
}
`;
const UNHANDLED = ['unhandled-device-error'];

/** A program in memory: what is found in its files, in whatever order they are asked for. */
function programOf(files: Readonly<Record<string, string>>) {
  const world = createWorld();
  const root = world.project(new Map(Object.entries(files)));
  return {
    async rulesIn(path: string): Promise<readonly string[]> {
      const text = world.text(root, path) ?? assert.fail(path);
      const { diagnostics } = await world.service.diagnose(world.document(root, path, text), settings);
      return diagnostics.map(({ rule }) => rule);
    },
    change: (path: string, text: string | undefined) => world.change(root, path, text),
    changed: (path: string, text: string) => world.changeFile(root, path, text),
  };
}

describe('a program', () => {
  it('says the same of a file whatever was asked before', async () => {
    const files = {
      'codes.ts': CODES,
      'index.ts': "export * from './codes';\n",
      'a.ts': decide("import { MODE, OFFLINE } from './index';"),
      'b.ts': decide("import { MODE } from './codes';\nimport { OFFLINE } from './index';"),
    };
    for (const order of [
      ['codes.ts', 'index.ts', 'a.ts', 'b.ts'],
      ['b.ts', 'a.ts', 'index.ts', 'codes.ts'],
      ['a.ts'],
    ]) {
      const program = programOf(files);
      for (const path of order)
        assert.deepEqual(await program.rulesIn(path), path.length === 4 ? UNHANDLED : [], `${path} of ${order}`);
    }
  });

  it('follows a file that changes', async () => {
    const program = programOf({
      'codes.ts': 'export {};\n',
      'a.ts': decide("import { MODE, OFFLINE } from './codes';"),
    });
    assert.deepEqual(await program.rulesIn('a.ts'), []);
    assert.equal(await program.changed('codes.ts', CODES), true);
    assert.deepEqual(await program.rulesIn('a.ts'), UNHANDLED);
    assert.equal(await program.changed('codes.ts', `${CODES}// later\n`), false, 'others have the same from it');
    program.change('codes.ts', undefined);
    assert.deepEqual(await program.rulesIn('a.ts'), []);
  });

  describe('that claims a vendor', () => {
    const CLAIM = { '.thinq-nugu.json': '{ "vendors": ["thinq"] }' };
    /** Nothing in it says by itself that it is about codes. */
    const SILENT = decide("import { MODE, OFFLINE } from './given';").replace('ThinQApiError', 'Failure');

    it('follows names from file to file, in a circle as well', async () => {
      const program = programOf({
        ...CLAIM,
        'codes.ts': `import './a';\n${CODES}`,
        'given.ts': "export * from './more';\n",
        'more.ts': "export * from './given';\nexport { MODE, OFFLINE } from './codes';\n",
        'a.ts': SILENT,
      });
      assert.deepEqual(await program.rulesIn('a.ts'), UNHANDLED);
    });

    it('notices when there are codes where there were none', async () => {
      const program = programOf({
        ...CLAIM,
        'given.ts': "export { MODE, OFFLINE } from './codes';\n",
        'codes.ts': 'export const MODE = 1;\nexport const OFFLINE = 2;\n',
        'a.ts': SILENT,
      });
      assert.deepEqual(await program.rulesIn('a.ts'), []);
      assert.equal(await program.changed('codes.ts', CODES), true);
      assert.deepEqual(await program.rulesIn('a.ts'), UNHANDLED);
      assert.equal(await program.changed('codes.ts', 'export const MODE = 1;\n'), true);
      assert.deepEqual(await program.rulesIn('a.ts'), []);
    });

    it('notices a file that was not there', async () => {
      const program = programOf({ ...CLAIM, 'given.ts': "export { MODE, OFFLINE } from './codes';\n", 'a.ts': SILENT });
      assert.deepEqual(await program.rulesIn('a.ts'), []);
      assert.equal(await program.changed('codes.ts', CODES), true);
      assert.deepEqual(await program.rulesIn('a.ts'), UNHANDLED);
    });

    it('notices what a file imports of late', async () => {
      const program = programOf({ ...CLAIM, 'codes.ts': CODES, 'given.ts': 'export {};\n', 'a.ts': SILENT });
      assert.deepEqual(await program.rulesIn('a.ts'), []);
      assert.equal(await program.changed('given.ts', "export * from './codes';\n"), true);
      assert.deepEqual(await program.rulesIn('a.ts'), UNHANDLED);
    });
  });

  for (const [what, files] of [
    ['stands for two things', { 'codes.ts': `${CODES}export const OFFLINE = '1223';\n` }],
    [
      'comes from two files',
      {
        'codes.ts': "export * from './x';\nexport * from './y';\n",
        'x.ts': CODES,
        'y.ts': CODES.replace('1222', '1223'),
      },
    ],
    ['goes in a circle', { 'codes.ts': "export * from './x';\n", 'x.ts': "export * from './codes';\n" }],
    ['is not there', {}],
    ['is made by a call', { 'codes.ts': "export const OFFLINE = load('1222');\nexport const MODE = '2305';\n" }],
  ] as const) {
    it(`is silent where a name ${what}`, async () => {
      const program = programOf({ ...files, 'a.ts': decide("import { MODE, OFFLINE } from './codes';") });
      assert.deepEqual(await program.rulesIn('a.ts'), []);
    });
  }

  for (const [what, module, files] of [
    [
      'paths',
      '@codes/device',
      {
        'tsconfig.json':
          '{ /* paths */ "compilerOptions": { "baseUrl": ".", "paths": { "@codes/*": ["./src/codes/*"], } } }',
        'src/codes/device.ts': CODES,
      },
    ],
    [
      'a base',
      'codes/device',
      {
        'tsconfig.json': '{ "extends": "./tsconfig.base.json" }',
        'tsconfig.base.json': '{ "compilerOptions": { "baseUrl": "src" } }',
        'src/codes/device.ts': CODES,
      },
    ],
    [
      'a package of the workspace',
      '@home/codes',
      {
        'package.json': '{ "workspaces": ["packages/*"] }',
        'packages/error-codes/package.json': '{ "name": "@home/codes", "main": "dist/index.js" }',
        'packages/error-codes/src/index.ts': CODES,
      },
    ],
    [
      'a file of a package',
      '@home/codes/device',
      {
        'package.json': '{}',
        'pnpm-workspace.yaml': 'packages: [libs/*]',
        'libs/codes/package.json': '{ "name": "@home/codes" }',
        'libs/codes/src/device.ts': CODES,
      },
    ],
  ] as const) {
    it(`finds modules by ${what}`, async () => {
      const program = programOf({ ...files, 'app/a.ts': decide(`import { MODE, OFFLINE } from '${module}';`) });
      assert.deepEqual(await program.rulesIn('app/a.ts'), UNHANDLED);
    });
  }

  it('takes no package of elsewhere for one of its own', async () => {
    const program = programOf({
      'package.json': '{}',
      'libs/codes/package.json': '{ "name": "codes" }',
      'libs/codes/index.ts': CODES,
      'a.ts': decide("import { MODE, OFFLINE } from 'codes';"),
    });
    assert.deepEqual(await program.rulesIn('a.ts'), []);
  });

  it('reads nothing outside of a project', async () => {
    const program = programOf({ 'a.ts': decide("import { MODE, OFFLINE } from '../../codes';"), 'codes.ts': CODES });
    assert.deepEqual(await program.rulesIn('a.ts'), []);
  });

  it('has codes of its own in a project that claims a vendor', async () => {
    const text = decide("import { MODE, OFFLINE } from './codes';").replace('ThinQApiError', 'ApiError');
    const files = { 'codes.ts': CODES, 'a.ts': text };
    assert.deepEqual(await programOf(files).rulesIn('a.ts'), []);
    const claimed = programOf({ ...files, '.thinq-nugu.json': '{ "vendors": ["thinq"] }' });
    assert.deepEqual(await claimed.rulesIn('a.ts'), UNHANDLED);
  });

  it('has evidence along imports, and not from a neighbour', async () => {
    const client = "export const BASE = 'https://api-kic.lgthinq.com';\nexport class ApiError extends Error {}\n";
    const view = decide("import { MODE, OFFLINE } from './codes';").replace('ThinQApiError', 'ApiError');
    const files = { 'client.ts': client, 'codes.ts': CODES };
    const importing = programOf({ ...files, 'view.ts': `import { ApiError } from './client';\n${view}` });
    assert.deepEqual(await importing.rulesIn('view.ts'), UNHANDLED);
    const beside = programOf({ ...files, 'view.ts': `import { ApiError } from './elsewhere';\n${view}` });
    assert.deepEqual(await beside.rulesIn('view.ts'), []);
  });
});
