import assert from 'node:assert/strict';
import { copyRepository, type RepositoryCopy } from '../harness/repositoryCopy.ts';

const SCRIPT = 'scripts/new-language.mjs';
/** A grammar that is installed, and that no language uses. */
const GRAMMAR = '--grammar=@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm';
/** One in which a text in quotes is nothing of its own. */
const WITHOUT_TEXTS = '--grammar=@vscode/tree-sitter-wasm/wasm/tree-sitter-ini.wasm';
const OPTIONS = [GRAMMAR, '--name=Trial script', '--ending=.trial', '--ending=.trials', '--language-id=trialscript'];
const LANGUAGE = 'server/src/languages/trial/trial.ts';
const PAGE = 'test/fixtures/languages/trial.md';

describe('npm run new:language', function () {
  this.timeout(120_000);
  let copy: RepositoryCopy;
  before(() => {
    copy = copyRepository();
  });
  after(() => copy.remove());

  for (const [what, args, complaint] of [
    ['no id', [], /One language at a time/],
    ['two ids', ['trial', 'other', GRAMMAR], /One language at a time/],
    ['capitals', ['Bash', GRAMMAR], /"Bash" is no id of a language/],
    ['a path', ['../trial', GRAMMAR], /is no id/],
    ['a language that is there', ['python', GRAMMAR], /"python" is there already: server\/src\/languages\/python/],
    ['no grammar', ['trial'], /Which grammar\?/],
    ['a grammar that is not there', ['trial', '--grammar=no/such.wasm'], /There is no no\/such\.wasm/],
    ['a grammar without texts', ['trial', WITHOUT_TEXTS], /a text in quotes is no node of its own/],
    ['an ending without a dot', ['trial', GRAMMAR, '--ending=sh'], /"sh" is no ending/],
    ['the ending of another', ['trial', GRAMMAR, '--ending=.py'], /"\.py" is an ending of another language/],
    ['the id of another', ['trial', GRAMMAR, '--language-id=python'], /"python" is another language's id/],
    ['an option that is none', ['trial', '--gramar=x'], /Unknown option '--gramar'/],
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
    const { status, stderr } = copy.run(SCRIPT, 'trial', ...OPTIONS);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /a function of 161555 bytes, and more than 60000 may end Node/);
    assert.match(copy.read('server/src/languages/registry.ts'), /import trial from '\.\/trial\/trial\.ts';/);
    assert.match(copy.read('server/src/languages/registry.json'), /tree-sitter-bash\.wasm/);
    assert.match(copy.read('package.json'), /"onLanguage:trialscript"/);
    assert.match(copy.read('docs/languages.md'), /^\| Trial script \| `trialscript` \| `\.trial`, `\.trials` \|$/m);
    assert.match(copy.read('docs/languages.md'), /^\| Trial script \(partial\) \| ✓ .* \| 0\/16 \| 0\/15 \|/m);
    assert.match(
      copy.read('CHANGELOG.md'),
      /^## \[Unreleased\]\n(?:(?!^## ).*\n)*- Trial script is read, in part\.\n/m,
    );

    const generated = copy.run('scripts/generate.mjs', '--check');
    assert.equal(generated.status, 0, generated.stdout);
    copy.checkSource(LANGUAGE);
    copy.checkPage(PAGE, 1);
  });
});
