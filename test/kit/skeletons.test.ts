import assert from 'node:assert/strict';
import { copyRepository, type RepositoryCopy } from '../harness/repositoryCopy.ts';

const NEW_LANGUAGE = 'scripts/new-language.mjs';
const NEW_RULE = 'scripts/new-rule.mjs';
/** A grammar that is installed, and that no language uses. */
const GRAMMAR = '--grammar=@vscode/tree-sitter-wasm/wasm/tree-sitter-bash.wasm';
/** One in which a text in quotes is nothing of its own. */
const WITHOUT_TEXTS = '--grammar=@vscode/tree-sitter-wasm/wasm/tree-sitter-ini.wasm';
const OPTIONS = [GRAMMAR, '--name=Trial script', '--ending=.trial', '--ending=.trials', '--language-id=trialscript'];
const LANGUAGE = 'server/src/languages/trial/trial.ts';
const ID = 'late-turn-off';
const RULE = `server/src/rules/${ID}.ts`;

describe('skeletons', function () {
  this.timeout(120_000);
  let copy: RepositoryCopy;
  before(() => {
    copy = copyRepository();
  });
  after(() => copy.remove());

  /** Asserts that a script writes nothing, and says why. */
  const refuses = (script: string, args: readonly string[], complaint: RegExp): void => {
    const { status, stdout, stderr } = copy.run(script, ...args);
    assert.equal(status, 1, stderr);
    assert.match(stderr, complaint);
    assert.equal(stdout, '');
    assert.ok(!copy.has(LANGUAGE) && !copy.has(RULE));
  };

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
    it(`npm run new:language refuses ${what}`, () => refuses(NEW_LANGUAGE, args, complaint));
  }

  for (const [what, args, complaint] of [
    ['no id', [], /One rule at a time/],
    ['two ids', ['late-turn-off', 'early-turn-on'], /One rule at a time/],
    ['a single word, which may be one of the language', ['default'], /"default" is no id/],
    ['capitals', ['Late-Turn-Off'], /"Late-Turn-Off" is no id/],
    ['a path', ['../late-turn-off'], /is no id/],
    ['a rule that is there', ['unknown-code'], /"unknown-code" is there already: server\/src\/rules\/unknown-code\.ts/],
    ['the name of what is wrong with a project file', ['project-file'], /"project-file" is taken/],
  ] as const) {
    it(`npm run new:rule refuses ${what}`, () => refuses(NEW_RULE, args, complaint));
  }

  it('npm run new:language writes a language into all that lists them', () => {
    const { status, stderr } = copy.run(NEW_LANGUAGE, 'trial', ...OPTIONS);
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
  });

  it('npm run new:rule writes a rule into all that lists them', () => {
    const { status, stderr } = copy.run(NEW_RULE, ID);
    assert.equal(status, 0, stderr);
    for (const path of ['server/src/rules/registry.ts', 'package.nls.ko.json', 'docs/languages.md', 'docs/rules.md'])
      assert.ok(copy.read(path).includes(ID), path);
    assert.match(copy.read('CHANGELOG.md'), /^## \[Unreleased\]\n(?:(?!^## ).*\n)*- The rule `late-turn-off`\.\n/m);
  });

  it('pass, with everything that is generated', () => {
    const generated = copy.run('scripts/generate.mjs', '--check');
    assert.equal(generated.status, 0, generated.stdout);
    copy.checkSources(LANGUAGE, RULE);
    copy.checkPages(3, 'test/fixtures/languages/trial.md', `test/fixtures/rules/${ID}.md`);
  });
});
