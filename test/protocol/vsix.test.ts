import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { marked, type Token } from 'marked';

/** What is packed, and what packs it; a release writes the address into package.json. */
const NEEDED = [
  ...['scripts', 'l10n', 'media', 'syntaxes', 'server/catalog'],
  ...['package.json', 'package-lock.json', 'package.nls.json', 'package.nls.ko.json', '.vscodeignore'],
  ...['README.md', 'README.ko.md', 'CHANGELOG.md', 'LICENSE'],
];
/** What is built, for the package of npm as well. */
const BUILT = /^dist(?:\/(?:[\w.-]+\.(?:js|txt|json)|parts|browser|grammars|mcp)(?:\/[^/]+\.(?:mjs|js|wasm))?)?$/;
const REPOSITORY = 'https://github.com/smart-home/codes';

type Package = Readonly<Record<string, Uint8Array>>;

/** Packs a copy of the repository, as a release does where it has an address. */
function pack(repository: string): Package {
  const root = mkdtempSync(join(tmpdir(), 'vsix-'));
  try {
    for (const path of NEEDED) cpSync(path, join(root, path), { recursive: true });
    cpSync('dist', join(root, 'dist'), { recursive: true, filter: (path) => BUILT.test(path.replaceAll('\\', '/')) });
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction');
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<string, unknown>;
    writeFileSync(join(root, 'package.json'), JSON.stringify({ ...manifest, repository }, undefined, 2));
    execFileSync(process.execPath, ['scripts/package.mjs', '--no-build', '--out=a.vsix'], { cwd: root, stdio: 'pipe' });
    return unzipSync(readFileSync(join(root, 'a.vsix')));
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The addresses of a page's links and pictures. */
function addressesIn(text: string): { readonly links: readonly string[]; readonly pictures: readonly string[] } {
  const found = { links: [] as string[], pictures: [] as string[] };
  marked.walkTokens(marked.lexer(text), (token: Token) => {
    if (token.type === 'link') found.links.push(token.href);
    if (token.type === 'image') found.pictures.push(token.href);
    if (token.type === 'html') assert.doesNotMatch(token.text, /<(?:img|a)\b/);
  });
  return found;
}

const PAGES = ['readme.md', 'changelog.md'];

describe('the package of the extension', function () {
  this.timeout(240_000);
  const read = (files: Package, path: string): string => {
    const file = files[`extension/${path}`];
    assert.ok(file, path);
    return strFromU8(file);
  };

  describe('without an address of the repository', () => {
    let files: Package;
    before(() => {
      files = pack('');
    });

    it('has pages of which no link is dead, and no picture broken', () => {
      for (const page of PAGES) {
        const { links, pictures } = addressesIn(read(files, page));
        assert.deepEqual(pictures, [], page);
        for (const link of links) assert.match(link, /^https:\/\//, page);
      }
    });

    it('says in its readme what it is, how to begin, and whose it is not', () => {
      const text = read(files, 'readme.md').replaceAll(/\s+/g, ' ');
      for (const said of ['## Install', 'Open Walkthrough', 'Not affiliated with LG or SK Telecom.'])
        assert.ok(text.includes(said), said);
      for (const said of ['## 설치', '예제 열기', 'LG, SK텔레콤과는 관련이 없습니다.'])
        assert.ok(text.includes(said), said);
      assert.doesNotMatch(text, /npm run|<!--|docs\//);
    });

    it('has the notices and the list of what others have written, and nothing that only the package of npm has', () => {
      for (const name of ['THIRD-PARTY-NOTICES.txt', 'vsix.cdx.json']) assert.ok(files[`extension/dist/${name}`], name);
      assert.ok(existsSync('dist/npm.cdx.json') && existsSync('dist/mcp/mcpServer.mjs'));
      assert.deepEqual(
        Object.keys(files).filter((path) => /npm\.cdx\.json$|\/mcp\//.test(path)),
        [],
      );
    });

    it('has the pictures of its walkthrough, in both languages', () => {
      const strings = ['package.nls.json', 'package.nls.ko.json'].flatMap((file) =>
        Object.entries(JSON.parse(read(files, file)) as Record<string, string>),
      );
      const pictures = strings.flatMap(([key, text]) => (/\.image\.(?!alt$)/.test(key) ? [text] : []));
      assert.equal(new Set(pictures).size, 12);
      for (const picture of pictures) {
        const file = files[`extension/${picture}`];
        assert.deepEqual(
          [...(file?.subarray(1, 4) ?? [])],
          [...'PNG'].map((letter) => letter.charCodeAt(0)),
          picture,
        );
      }
    });
  });

  describe('with the address that a release fills in', () => {
    let files: Package;
    before(() => {
      files = pack(REPOSITORY);
    });

    it('has pages whose links and pictures lead into the repository, where they are', () => {
      for (const page of PAGES) {
        const { links, pictures } = addressesIn(read(files, page));
        for (const link of [...links, ...pictures]) {
          assert.match(link, /^https:\/\//, page);
          const [, kind, path] =
            /^https:\/\/github\.com\/smart-home\/codes\/(blob|raw)\/HEAD\/([^#]+)/.exec(link) ?? [];
          if (link.startsWith(REPOSITORY)) assert.ok(path !== undefined && existsSync(path), link);
          if (pictures.includes(link)) assert.equal(kind, 'raw', link);
        }
      }
      const { links, pictures } = addressesIn(read(files, 'readme.md'));
      assert.equal(pictures.length, 4);
      assert.ok(links.length > 12);
    });
  });
});
