import assert from 'node:assert/strict';
import { copyBelow } from '../../server/src/lsp/editorCopy.ts';
import type { EditorFiles } from '../../server/src/lsp/editorFiles.ts';

const ROOT = 'vscode-vfs://github/owner/repository';

/** What an editor has in one folder and in one below it. @param read called with each address that is read */
function editorWith(near: number, far: number, read: (uri: string) => string): EditorFiles {
  const filesOf = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `${name}${index}.py`, kind: 'file' as const }));
  return {
    async list(uri) {
      return uri === ROOT
        ? [{ name: 'below', kind: 'folder' }, ...filesOf('near', near)]
        : uri === `${ROOT}/below`
          ? filesOf('far', far)
          : [];
    },
    read: async (uri) => read(uri),
    search: async () => [],
  };
}

describe('a copy of what only the editor can read', () => {
  it('has the files that are nearest to the folder, where there are more than it may hold', async () => {
    const asked = new Set<string>();
    const files = editorWith(4_000, 4_000, (uri) => {
      asked.add(uri);
      return 'text';
    });
    const copy = await copyBelow(ROOT, files, async () => {});
    assert.equal(asked.size, 5_000);
    assert.equal(copy.list(`${ROOT}/below`)?.length, 4_000);
    assert.notEqual(copy.bytes(`${ROOT}/near3999.py`, 100), 'unreadable');
    assert.notEqual(copy.bytes(`${ROOT}/below/far999.py`, 100), 'unreadable');
    assert.equal(copy.bytes(`${ROOT}/below/far1000.py`, 100), 'unreadable');
  });

  it('ends where the texts are longer than it may hold', async () => {
    let asked = 0;
    const text = 'x'.repeat(2_000_000);
    const files = editorWith(200, 0, () => {
      asked++;
      return text;
    });
    const copy = await copyBelow(ROOT, files, async () => {});
    assert.ok(asked >= 50 && asked < 80, `${asked} files of two million characters`);
    assert.equal(copy.bytes(`${ROOT}/near199.py`, 100), 'unreadable');
  });
});
