import assert from 'node:assert/strict';
import { folderOf, isAddress, pathOf, uriOf, withFoldersAround } from '../../server/src/lsp/addresses.ts';
import type { EditorFiles } from '../../server/src/lsp/editorFiles.ts';
import { createEditorHost, type Surroundings } from '../../server/src/lsp/editorHost.ts';

/** Addresses as VS Code writes them, and the paths that stand for them. */
const ADDRESSES: readonly (readonly [uri: string, path: string, folder: string])[] = [
  ['vscode-vfs://github/owner/home/a.ts', 'vscode-vfs://github/owner/home/a.ts', 'vscode-vfs://github/owner/home'],
  ['memfs:/a.ts', 'memfs:///a.ts', 'memfs://'],
  ['memfs:/%EC%9A%B0%EB%A6%AC%20%EC%A7%91/a%231.ts', 'memfs:///우리 집/a#1.ts', 'memfs:///우리 집'],
  [
    'vscode-vfs://github%2B7b22/owner/a.ts',
    'vscode-vfs://github%2B7b22/owner/a.ts',
    'vscode-vfs://github%2B7b22/owner',
  ],
];

describe('the address of a file that lies on no disk', () => {
  it('is read as a path, in which names and folders are those that people see', () => {
    for (const [uri, path, folder] of ADDRESSES) {
      assert.equal(pathOf(uri), path);
      assert.equal(folderOf(path), folder);
      assert.ok(isAddress(path));
    }
  });

  it('comes out of its path again', () => {
    for (const [uri, path] of ADDRESSES) assert.equal(pathOf(uriOf(path)), pathOf(uri));
    assert.equal(uriOf('memfs:///우리 집/a#1.ts'), 'memfs:///%EC%9A%B0%EB%A6%AC%20%EC%A7%91/a%231.ts');
    assert.equal(uriOf('memfs://'), 'memfs:///');
  });

  it('has none where it names no file', () => {
    for (const uri of ['untitled:Untitled-1', 'memfs:/a.ts?version=1', 'memfs:/%E0%A4%A', 'a.ts'])
      assert.equal(pathOf(uri), undefined, uri);
    for (const path of ['/home/a.ts', 'C:/home/a.ts', '//server/share/a.ts']) assert.ok(!isAddress(path), path);
  });

  it('has folders around it, up to the topmost', () => {
    assert.deepEqual(withFoldersAround('vscode-vfs://github/owner/home'), [
      'vscode-vfs://github/owner/home',
      'vscode-vfs://github/owner',
      'vscode-vfs://github',
    ]);
  });
});

describe('a host whose files the editor reads', () => {
  it('knows what a project file and a manifest around a file say', async () => {
    const { host } = hostOf({
      '/home/.thinq-nugu.json': '{ "rules": { "unknown-code": "off" }, "exclude": ["우리 집/**"] }',
      '/home/package.json': '{ "dependencies": { "thinq-connect": "1.0.0" } }',
    });
    const facts = await host.projectOf('memfs:/home/src/a.ts');
    assert.deepEqual(facts.rules, { 'unknown-code': 'off' });
    assert.ok(facts.implied.includes('thinq'));
    assert.ok(!facts.isExcluded);
    const { isExcluded } = await host.projectOf('memfs:/home/%EC%9A%B0%EB%A6%AC%20%EC%A7%91/a.ts');
    assert.ok(isExcluded, 'patterns are about names, not about how addresses write them');
  });

  it('knows them until somebody says that they have changed', async () => {
    const { host, files } = hostOf({ '/home/.thinq-nugu.json': '{ "vendors": ["thinq"] }' });
    assert.deepEqual((await host.projectOf('memfs:/home/a.ts')).declared, ['thinq']);
    files['/home/.thinq-nugu.json'] = '{ "vendors": ["nugu"] }';
    assert.deepEqual((await host.projectOf('memfs:/home/a.ts')).declared, ['thinq']);
    host.resetProjects();
    assert.deepEqual((await host.projectOf('memfs:/home/a.ts')).declared, ['nugu']);
  });

  it('says what is wrong with a project file, and where', async () => {
    const { host, warnings } = hostOf({ '/home/.thinq-nugu.json': '{\n  "preset": "loud"\n}' });
    await host.projectOf('memfs:/home/a.ts');
    assert.match(warnings.join('\n'), /^memfs:\/\/\/home\/\.thinq-nugu\.json:2: /);
    assert.equal((await host.checkProjectFile('memfs:/home/.thinq-nugu.json', '{ "preset": "loud" }')).length, 1);
  });

  it('has the program of a project: where it begins, its folders, its files', async () => {
    const { program } = hostOf({
      '/home/package.json': '{}',
      '/home/src/codes.ts': "export const OFFLINE = '1222';",
      '/home/src/plain.ts': 'export {};',
      '/home/src/notes.md': '1222',
      '/home/node_modules/other/codes.ts': "'1222'",
      '/home/src/codes.min.js': "'1222'",
    }).host;
    const root = 'memfs:///home';
    assert.deepEqual(await program.locate('memfs:/home/src/codes.ts'), { root, path: 'src/codes.ts' });
    assert.deepEqual([...((await program.names(root, 'src')) ?? [])].sort(), [
      'codes.min.js',
      'codes.ts',
      'notes.md',
      'plain.ts',
    ]);
    assert.deepEqual(await program.names(root, 'lib'), []);
    assert.deepEqual(await program.search(root, ['.ts', '.js'], ['1222']), ['src/codes.ts']);
    assert.match((await program.read(root, 'src/codes.ts')) ?? '', /OFFLINE/);
    assert.equal(await program.read(root, '../other/codes.ts'), undefined);
  });

  it('takes a folder that is worked in for a project where nothing says more', async () => {
    const { host } = hostOf({ '/home/a.ts': '' });
    assert.equal(await host.program.locate('memfs:/home/a.ts'), undefined);
    host.workIn(['memfs:/home']);
    assert.deepEqual(await host.program.locate('memfs:/home/a.ts'), { root: 'memfs:///home', path: 'a.ts' });
  });

  it('searches nothing where there is too much to ask for', async () => {
    const many = Array.from({ length: 600 }, (_, index) => [`/home/${index}.ts`, '1222'] as const);
    const { host, searches } = hostOf(Object.fromEntries(many));
    assert.equal(await host.program.search('memfs:///home', ['.ts'], ['1222']), undefined);
    assert.deepEqual(searches, []);
  });

  it('reads no catalog from elsewhere than its project', async () => {
    const { host } = hostOf({ '/codes.json': '[]' });
    const [problem] = await host.checkProjectFile('memfs:/home/.thinq-nugu.json', '{ "catalog": "../codes.json" }');
    assert.equal(problem?.severity, 'error');
  });
});

/** A host over files in memory, by their paths; they may change. */
function hostOf(files: Record<string, string>): {
  readonly host: Surroundings;
  readonly files: Record<string, string>;
  readonly warnings: readonly string[];
  /** How many files each search was asked to look through. */
  readonly searches: readonly number[];
} {
  const warnings: string[] = [];
  const searches: number[] = [];
  const at = (uri: string): string => decodeURIComponent(uri.replace(/^memfs:(?:\/\/)?/, ''));
  const editor: EditorFiles = {
    async list(uri) {
      const start = at(uri).replace(/\/?$/, '/');
      const below = Object.keys(files).filter((path) => path.startsWith(start));
      const kinds = below.map((path) => {
        const [name = '', ...rest] = path.slice(start.length).split('/');
        return [name, { name, kind: rest.length > 0 ? ('folder' as const) : ('file' as const) }] as const;
      });
      return [...new Map(kinds).values()];
    },
    read: async (uri) => files[at(uri)],
    async search(uris, words) {
      searches.push(uris.length);
      return uris.filter((uri) => words.some((word) => files[at(uri)]?.includes(word)));
    },
  };
  return { host: createEditorHost(editor, (message) => warnings.push(message)), files, warnings, searches };
}
