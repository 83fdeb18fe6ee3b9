import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** As VS Code reads files without a tsconfig.json. */
const OPTIONS = [
  ...['--ignoreConfig', '--noEmit', '--strict', '--pretty', 'false'],
  ...['--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--jsx', 'react-jsx'],
];

describe('a sample', () => {
  for (const folder of ['test/sample', 'media/walkthrough'])
    it(`holds nothing that TypeScript finds wrong, which Problems would list before ours (${folder})`, () => {
      const programs = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.tsx?$/.test(name),
      );
      assert.ok(programs.length > 1);
      const files = programs.map((name) => join(folder, name));
      const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', ...OPTIONS, ...files], {
        encoding: 'utf8',
      });
      assert.deepEqual([tsc.stdout, tsc.stderr, tsc.status], ['', '', 0]);
    });
});
