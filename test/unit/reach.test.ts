import assert from 'node:assert/strict';
import { createLanguages } from '../../server/src/languages/languages.ts';
import { Reach } from '../../server/src/program/reach.ts';
import { grammars } from '../harness/host.ts';

const languages = createLanguages(grammars);
const PATHS = languages.of('typescript', 'a.ts')?.modules?.paths ?? assert.fail('no paths');

/** A reach over files in memory, of which those tell that hold a code; and which of them were read. */
function reachOver(files: Record<string, string>) {
  const read: string[] = [];
  const reach = new Reach({
    reads: { read: async (path) => files[path], search: async () => [] },
    languageOf: (path) => languages.of(undefined, path),
    mayHold: async (path) => path in files,
    read: async (path) => {
      read.push(path);
      return files[path];
    },
    mayTell: (text) => text.includes('1222'),
  });
  const reaches = (path: string) => reach.reaches(path, files[path] ?? assert.fail(path), PATHS);
  return { reach, reaches, read };
}

describe('the reach of a file', () => {
  it('goes as far as files give on what they have', async () => {
    const { reaches } = reachOver({
      'a.ts': "import { A } from './b';",
      'b.ts': "export { A } from './folder';",
      'folder/index.ts': "import A from './codes.js';\nexport default A;",
      'folder/codes.ts': "export const A = '1222';",
    });
    assert.equal(await reaches('a.ts'), true);
  });

  it('ends where a file gives nothing on, and at what lies elsewhere', async () => {
    const { reaches } = reachOver({
      'a.ts': "import { A } from './b';\nimport B from 'elsewhere';\nimport C from './gone';",
      'b.ts': "import A from './codes';",
      'codes.ts': "export const A = '1222';",
      'elsewhere.ts': "export const B = '1222';",
    });
    assert.equal(await reaches('a.ts'), false);
  });

  it('reads each file once, also in a circle', async () => {
    const { reaches, read } = reachOver({
      'a.ts': "import './b';",
      'b.ts': "export * from './c';",
      'c.ts': "export * from './b';\nexport * from './d';",
      'd.ts': 'export const D = 1;',
      'e.ts': "import './c';",
    });
    assert.equal(await reaches('a.ts'), false);
    assert.equal(await reaches('e.ts'), false);
    assert.deepEqual(read.sort(), ['b.ts', 'c.ts', 'd.ts']);
  });

  it('is in doubt about files of which only a parser tells what they import', async () => {
    const { reaches } = reachOver({ 'a.ts': "import './b.py';", 'b.py': '' });
    assert.equal(await reaches('a.ts'), true);
  });

  it('follows files that change, appear or go', async () => {
    const files: Record<string, string> = { 'a.ts': "import './b';", 'b.ts': "export * from './c';" };
    const { reach, reaches } = reachOver(files);
    assert.equal(await reaches('a.ts'), false);
    files['c.ts'] = 'export const C = 1;';
    assert.equal(await reach.change('c.ts', true), true);
    assert.equal(await reaches('a.ts'), false);
    files['c.ts'] = 'export const C = 2;';
    assert.equal(await reach.change('c.ts', false), false, 'others have the same from it');
    files['c.ts'] = "export const C = '1222';";
    assert.equal(await reach.change('c.ts', false), true);
    assert.equal(await reaches('a.ts'), true);
  });

  it('goes by every way to name a module', () => {
    const named = (text: string) => [...(PATHS.namedIn?.(text) ?? [])];
    for (const text of [
      "import { A } from './codes';",
      'import * as codes from "./codes"',
      "import{A}from'./codes'",
      "import type A from\n  './codes';",
      "export * from './codes';",
      "import codes = require('./codes');",
      "const { A } = require( './codes' );",
      'const A = require(`./codes`).A;',
      "module.exports = { ...require(/* ours */ './codes') };",
      "import './codes';",
    ])
      assert.deepEqual(named(text), ['./codes'], text);
  });
});
