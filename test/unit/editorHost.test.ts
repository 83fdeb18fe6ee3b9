import assert from 'node:assert/strict';
import { isChecked } from '../../server/src/languages/endings.ts';
import { folderOf, isAddress, pathOf, uriOf, withFoldersAround } from '../../server/src/lsp/addresses.ts';
import type { EditorFiles } from '../../server/src/lsp/editorFiles.ts';
import { createEditorHost, type Surroundings } from '../../server/src/lsp/editorHost.ts';
import { walk } from '../../server/src/scan/walk.ts';

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

  it('has a copy of a folder that is looked through as a disk is', async () => {
    const long = `${' '.repeat(300_000)}"1222"`;
    const { host, reads } = hostOf({
      '/home/.gitignore': 'written/\n',
      '/home/package.json': '{ "dependencies": { "thinq-connect": "1.0.0" } }',
      '/home/a.ts': '1222',
      '/home/src/b.ts': '1222',
      '/home/written/c.ts': '1222',
      '/home/node_modules/theirs/d.ts': '1222',
      '/home/picture.png': '1222',
      '/home/e.min.js': '1222',
      '/home/long.json': long,
    });
    const files = await host.workspace.filesBelow('memfs:///home', async () => {});
    const options = { around: [], top: 'memfs:///home', everything: false, isWanted: isChecked, onSkip: () => {} };
    const found = [...walk('memfs:///home', files, options)].flat();
    assert.deepEqual(
      found.map(({ path, near }) => [path.slice('memfs:///home/'.length), near]).sort(),
      ['a.ts', 'long.json', 'package.json', 'src/b.ts'].map((path) => [path, true]),
    );
    assert.ok(!reads.some((path) => /theirs|png|min/.test(path)), 'what nobody looks at is not asked for');

    const space = new Uint8Array(70_000);
    const holds = (length: number) => new TextDecoder().decode(space.subarray(0, length)).includes('1222');
    assert.equal(files.search('memfs:///home/long.json', space, holds), true);
    assert.equal(files.search('memfs:///home/package.json', space, holds), false);
    assert.equal(files.search('memfs:///home/gone.ts', space, holds), 'unreadable');
    assert.equal(new TextDecoder().decode(files.bytes('memfs:///home/a.ts', 4) as Uint8Array), '1222');
    assert.equal(files.bytes('memfs:///home/a.ts', 3), 'too large');
  });

  it('fetches no more for a copy that nobody wants any longer', async () => {
    const { host, reads } = hostOf({ '/home/a.ts': '', '/home/src/b.ts': '' });
    const over = new Error('over');
    const fetching = host.workspace.filesBelow('memfs:///home', () => Promise.reject(over));
    await assert.rejects(fetching, over);
    assert.deepEqual(reads, []);
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
  /** The paths of files that were asked for. */
  readonly reads: readonly string[];
} {
  const warnings: string[] = [];
  const searches: number[] = [];
  const reads: string[] = [];
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
    async read(uri) {
      reads.push(at(uri));
      return files[at(uri)];
    },
    async search(uris, words) {
      searches.push(uris.length);
      return uris.filter((uri) => words.some((word) => files[at(uri)]?.includes(word)));
    },
  };
  return { host: createEditorHost(editor, (message) => warnings.push(message)), files, warnings, searches, reads };
}
