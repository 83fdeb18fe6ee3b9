import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is shipped, by its path. */
const bundles = new Map(
  ['dist', 'dist/browser', 'dist/parts', 'dist/library', 'dist/mcp'].flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => /\.m?js$/.test(file))
      .map((file) => [join(folder, file), readFileSync(join(folder, file), 'utf8')] as const),
  ),
);

describe('a bundle', () => {
  it('is ASCII, or V8 would keep twice as many bytes of it', () => {
    assert.ok(bundles.size > 3, `${bundles.size} bundles`);
    const others = [...bundles].flatMap(
      ([path, source]) => /.{0,40}[^\0-\x7f]/.exec(source)?.map((found) => `${path}: ${found}`) ?? [],
    );
    assert.deepEqual(others, []);
  });

  it('that an editor loads for any file holds no more than what looks for hints', () => {
    const source = bundles.get('dist/extension.js') ?? '';
    assert.ok(source !== '' && source.length < 40_000, `${source.length} characters`);
    assert.doesNotMatch(source, /vscode-languageserver-protocol|vscode-jsonrpc/);
    assert.match(source, /require\("\.\/client\.js"\)/);
  });

  it('but one has nothing of the Model Context Protocol', () => {
    const speaking = [...bundles].filter(([, source]) => source.includes('tools/call')).map(([path]) => path);
    assert.deepEqual(speaking, [join('dist/mcp', 'mcpServer.mjs')]);
  });

  it('that starts a program has next to nothing in it', () => {
    for (const program of ['dist/server.js', 'dist/cli.js']) {
      const source = bundles.get(program) ?? '';
      assert.ok(source !== '' && source.length < 16_000, `${program}: ${source.length} characters`);
      assert.doesNotMatch(source, /\brequire\(/, 'what is loaded at once a client waits for');
    }
  });

  it('for a browser is one script that asks for nothing of Node, and makes no code out of texts', () => {
    for (const [program, required] of [
      ['dist/browser/extension.js', ['require("vscode")']],
      ['dist/browser/server.js', []],
    ] as const) {
      const source = bundles.get(program) ?? '';
      assert.notEqual(source, '', program);
      assert.deepEqual([...new Set(source.match(/\brequire\([^)]*\)/g))], required, program);
      assert.doesNotMatch(source, /\bimport\(|\beval\(|\bnew Function\(|\bFunction\("/, program);
      assert.doesNotMatch(
        source,
        /["'`]node:(?:fs|path|process|buffer|crypto|v8|worker_threads)["'`]|--liftoff-only/,
        program,
      );
    }
  });
});
