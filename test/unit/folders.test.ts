import assert from 'node:assert/strict';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { nodeFiles } from '../../server/src/node/files.ts';
import { findInputs } from '../../server/src/node/inputs.ts';
import { createProgramFiles } from '../../server/src/node/programFiles.ts';
import type { ProgramFiles } from '../../server/src/program/files.ts';
import { NO_PROJECT } from '../../server/src/project/facts.ts';
import { createLanguageService } from '../../server/src/service/service.ts';
import { readSettings } from '../../server/src/settings.ts';
import { createFolder } from '../harness/commandLine.ts';
import { createWorld, grammars } from '../harness/host.ts';

const ROOT = 'memory:/1';
/** How deep the file with the imports lies, in folders. */
const DEPTH = 20;
const FOLDER = Array.from({ length: DEPTH }, (_, index) => `d${index}`).join('/');

/** A file of each language whose imports name files, with so many that name files nobody has. */
const LANGUAGES: Readonly<Record<string, (imports: number) => string>> = {
  'a.py': (imports) =>
    `${lines(imports, (index) => `from m${index}.n import NAME${index}`)}from codes import OFFLINE\nif error.code == OFFLINE: pass\n`,
  'a.ts': (imports) =>
    `${lines(imports, (index) => `import { NAME${index} } from './m${index}/n';`)}import { OFFLINE } from './codes';\nif (error.code === OFFLINE) stop();\n`,
  'a.dart': (imports) =>
    `${lines(imports, (index) => `import 'm${index}/n.dart';`)}import 'codes.dart';\nvoid f(error) { if (error.code == OFFLINE) stop(); }\n`,
  'a.php': (imports) =>
    `<?php\n${lines(imports, (index) => `$m${index} = require __DIR__ . '/m${index}/n.php';`)}$codes = require __DIR__ . '/codes.php';\nif ($error->code === $codes['OFFLINE']) stop();\n`,
};

function lines(count: number, line: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => `${line(index)}\n`).join('');
}

/** How often the disk is asked while a file with so many imports is checked. */
async function asked(name: string, imports: number): Promise<number> {
  const path = `${FOLDER}/${name}`;
  const evidence = `${FOLDER}/codes.${name.split('.')[1]}`;
  const texts = new Map([
    [path, LANGUAGES[name]?.(imports) ?? ''],
    [evidence, 'ThinQApiError OFFLINE = "1222"\n'],
  ]);
  let count = 0;
  const program: ProgramFiles = {
    locate: async (uri) => ({ root: ROOT, path: uri.slice(ROOT.length + 1) }),
    async read(_, wanted) {
      count++;
      return texts.get(wanted);
    },
    async names(_, folder) {
      count++;
      const start = folder === '' ? '' : `${folder}/`;
      const below = [...texts.keys()].filter((one) => one.startsWith(start));
      return below.map((one) => one.slice(start.length).split('/', 1).join());
    },
    search: async () => [evidence],
  };
  const service = createLanguageService({
    assets: grammars,
    program,
    projectOf: async () => ({ ...NO_PROJECT, declared: ['thinq'] }),
    checkProjectFile: async () => [],
  });
  const document = { uri: `${ROOT}/${path}`, version: 1, text: texts.get(path) ?? '' };
  await service.diagnose(document, readSettings({}, 'en'));
  return count;
}

describe('the folders of a project', () => {
  for (const name of Object.keys(LANGUAGES)) {
    it(`are asked for once, however many imports name nothing: ${name}`, async () => {
      const [few, many] = [await asked(name, 50), await asked(name, 100)];
      assert.ok(few > 0, 'other files are looked at');
      assert.ok(many <= few * 2.2, `${few} and ${many} times`);
      // Each folder around the file, and the few files that there are.
      assert.ok(many <= DEPTH + 10, `${many} times`);
    });
  }

  /** So many folders beside one another, deep below the root. */
  const deep = (folders: number): readonly string[] =>
    Array.from({ length: folders }, (_, index) => `/${FOLDER}/f${index}`);

  it('are looked into once for where projects begin', async () => {
    const listed = async (folders: number): Promise<number> => {
      let count = 0;
      const list = async (): Promise<readonly string[]> => {
        count++;
        return [];
      };
      const program = createProgramFiles(fileURLToPath, () => [], { read: async () => undefined, names: list });
      for (const folder of deep(folders)) await program.locate(pathToFileURL(`${folder}/a.ts`).href);
      return count;
    };
    assert.ok((await listed(200)) <= 2.2 * (await listed(100)));
    assert.ok((await listed(200)) <= 200 + DEPTH + 1);
  });

  it('are looked into once for what speaks for the files of a list', async () => {
    const looked = async (folders: number): Promise<number> => {
      let count = 0;
      const folder = createFolder(
        Object.fromEntries(deep(folders).map((path) => [`${path.slice(1)}/a.ts`, ''] as const)),
      );
      folder.write(
        'list',
        deep(folders)
          .map((path) => `${path.slice(1)}/a.ts\n`)
          .join(''),
      );
      const files = {
        ...nodeFiles,
        list(path: string) {
          count++;
          return nodeFiles.list(path);
        },
        text(path: string) {
          count++;
          return nodeFiles.text(path);
        },
      };
      try {
        await findInputs(folder.path, { paths: [], filesFrom: `${folder.path}/list` }, files, { onSkip: () => {} });
      } finally {
        folder.remove();
      }
      return count;
    };
    const [few, many] = [await looked(50), await looked(100)];
    assert.ok(many <= 2.2 * few, `${few} and ${many}`);
    assert.ok(many <= 100 + DEPTH + 10, `${many} times`);
  });

  it('hold a file that is made later', async () => {
    const codes = "export const OFFLINE = '1222';\nexport const MODE = '2305';\n";
    const user =
      "import { ThinQApiError } from 'thinq';\nimport { MODE, OFFLINE } from './shared/codes';\nfunction f(error: ThinQApiError) {\n  switch (error.code) {\n    case OFFLINE: return 1;\n    case MODE: return 2;\n  }\n}\n";
    const { service, project, document, changeFile } = createWorld();
    const root = project(
      new Map([
        ['.thinq-nugu.json', '{ "vendors": ["thinq"] }'],
        ['b.ts', "const a = 'ThinQApiError';"],
      ]),
    );
    const found = async () =>
      (await service.diagnose(document(root, 'a.ts', user), readSettings({}, 'en'))).diagnostics.map(
        ({ rule }) => rule,
      );
    assert.deepEqual(await found(), []);
    assert.equal(await changeFile(root, 'shared/codes.ts', codes), true);
    assert.deepEqual(await found(), ['unhandled-device-error']);
  });
});
