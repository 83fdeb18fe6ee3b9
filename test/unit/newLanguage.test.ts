import assert from 'node:assert/strict';
import { copyRepository, type RepositoryCopy } from '../harness/repositoryCopy.ts';

const SCRIPT = 'scripts/new-language.mjs';
/** A grammar that is installed, and that no language uses. */
const GRAMMAR = '--grammar=@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm';
/** One in which a text in quotes is nothing of its own. */
const WITHOUT_TEXTS = '--grammar=@vscode/tree-sitter-wasm/wasm/tree-sitter-ini.wasm';
const OPTIONS = [GRAMMAR, '--name=Shell script', '--ending=.sh', '--ending=.bash', '--language-id=shellscript'];
const LANGUAGE = 'server/src/languages/bash/bash.ts';
const PAGE = 'test/fixtures/languages/bash.md';

describe('npm run new:language', function () {
  this.timeout(120_000);
  let copy: RepositoryCopy;
  before(() => {
    copy = copyRepository();
  });
  after(() => copy.remove());

  for (const [what, args, complaint] of [
    ['no id', [], /One language at a time/],
    ['two ids', ['bash', 'fish', GRAMMAR], /One language at a time/],
    ['capitals', ['Bash', GRAMMAR], /"Bash" is no id of a language/],
    ['a path', ['../bash', GRAMMAR], /is no id/],
    ['a language that is there', ['python', GRAMMAR], /"python" is there already: server\/src\/languages\/python/],
    ['no grammar', ['bash'], /Which grammar\?/],
    ['a grammar that is not there', ['bash', '--grammar=no/such.wasm'], /There is no no\/such\.wasm/],
    ['a grammar without texts', ['bash', WITHOUT_TEXTS], /a text in quotes is no node of its own/],
    ['an ending without a dot', ['bash', GRAMMAR, '--ending=sh'], /"sh" is no ending/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const { status, stdout, stderr } = copy.run(SCRIPT, ...args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, complaint);
      assert.equal(stdout, '');
      assert.ok(!copy.has(LANGUAGE));
    });
  }

  it('writes a language that passes, with everything that is generated', () => {
    const { status, stderr } = copy.run(SCRIPT, 'bash', ...OPTIONS);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /a function of 161555 bytes, and more than 60000 may end Node/);
    assert.match(copy.read('server/src/languages/registry.ts'), /import bash from '\.\/bash\/bash\.ts';/);
    assert.match(copy.read('server/src/languages/registry.json'), /tree-sitter-bash\.wasm/);
    assert.match(copy.read('package.json'), /"onLanguage:shellscript"/);
    assert.match(copy.read('README.md'), /^\| Shell script \| `shellscript` \| `\.sh`, `\.bash` \|$/m);
    assert.match(copy.read('README.md'), /^\| Shell script \(partial\) \| ✓ .* \| 0\/16 \| 0\/15 \|/m);
    assert.match(
      copy.read('CHANGELOG.md'),
      /^## \[Unreleased\]\n(?:(?!^## ).*\n)*- Shell script is read, in part\.\n/m,
    );

    const generated = copy.run('scripts/generate.mjs', '--check');
    assert.equal(generated.status, 0, generated.stdout);
    copy.checkSource(LANGUAGE);
    copy.checkPage(PAGE, 1);
  });
});
