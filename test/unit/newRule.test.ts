import assert from 'node:assert/strict';
import { copyRepository, type RepositoryCopy } from '../harness/repositoryCopy.ts';

const ID = 'late-turn-off';
const RULE = `server/src/rules/${ID}.ts`;
const PAGE = `test/fixtures/rules/${ID}.md`;

describe('npm run new:rule', function () {
  this.timeout(120_000);
  let copy: RepositoryCopy;
  before(() => {
    copy = copyRepository();
  });
  after(() => copy.remove());

  for (const [what, args, complaint] of [
    ['no id', [], /One rule at a time/],
    ['two ids', ['late-turn-off', 'early-turn-on'], /One rule at a time/],
    ['a single word, which may be one of the language', ['default'], /"default" is no id/],
    ['capitals', ['Late-Turn-Off'], /"Late-Turn-Off" is no id/],
    ['a path', ['../late-turn-off'], /is no id/],
    ['a rule that is there', ['unknown-code'], /"unknown-code" is there already: server\/src\/rules\/unknown-code\.ts/],
    ['the name of what is wrong with a project file', ['project-file'], /"project-file" is taken/],
  ] as const) {
    it(`refuses ${what}`, () => {
      const { status, stdout, stderr } = copy.run('scripts/new-rule.mjs', ...args);
      assert.equal(status, 1, stderr);
      assert.match(stderr, complaint);
      assert.equal(stdout, '');
      assert.ok(!copy.has(RULE));
    });
  }

  it('writes a rule that passes, with everything that is generated', () => {
    const { status, stderr } = copy.run('scripts/new-rule.mjs', ID);
    assert.equal(status, 0, stderr);
    for (const path of ['server/src/rules/registry.ts', 'package.nls.ko.json', 'docs/languages.md', 'docs/rules.md'])
      assert.ok(copy.read(path).includes(ID), path);
    assert.match(copy.read('CHANGELOG.md'), /^## \[Unreleased\]\n(?:(?!^## ).*\n)*- The rule `late-turn-off`\.\n/m);

    copy.checkSource(RULE);
    copy.checkPage(PAGE, 2);
  });
});
