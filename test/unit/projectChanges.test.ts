import assert from 'node:assert/strict';
import { changeProjectFile, NEW_PROJECT_FILE, type ProjectChange } from '../../server/src/project/changes.ts';
import { readProjectFile } from '../../server/src/project/projectFile.ts';
import { whatIsKnown } from '../../server/src/service/service.ts';

const KNOWN = whatIsKnown();

/** The text with a change in it. */
function changed(text: string, change: ProjectChange): string {
  const edit = changeProjectFile(text, change) ?? assert.fail('it can be changed');
  return text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
}

/** What a project file says of a file, without anything wrong in it. */
function factsIn(text: string, path: string) {
  const file = readProjectFile(text, KNOWN);
  assert.deepEqual(file.problems, [], text);
  return file.factsOf(path);
}

const COMMENTED = `{
  // Ours since the spring.
  "vendors": ["nugu"],
  "exclude": "legacy/",
  "overrides": [
    { "files": ["/a.ts"], "rules": { "code-type": "off" } }
  ]
}
`;

describe('a change of the project file', () => {
  for (const [name, text] of Object.entries({ 'a new file': NEW_PROJECT_FILE, 'a file with comments': COMMENTED })) {
    it(`says whose the project is: ${name}`, () => {
      const facts = factsIn(changed(text, { kind: 'vendors', vendors: ['thinq'] }), 'b.ts');
      assert.deepEqual(facts.declared, ['thinq']);
    });

    it(`says whose one file is, and no other: ${name}`, () => {
      for (const file of ['a.ts', 'src/[id]/b*.ts']) {
        const once = changed(text, { kind: 'vendors', vendors: ['thinq'], file });
        assert.deepEqual(factsIn(once, file).declared, ['thinq']);
        assert.notDeepEqual(factsIn(once, 'src/i/bc.ts').declared, ['thinq']);
        const twice = changed(once, { kind: 'vendors', vendors: ['nugu'], file });
        assert.deepEqual(factsIn(twice, file).declared, ['nugu']);
        assert.equal(twice.split('"files"').length, once.split('"files"').length, 'nothing is said twice');
      }
    });

    it(`leaves a file out, and takes it in again: ${name}`, () => {
      const out = changed(text, { kind: 'vendors', vendors: [], file: 'b.ts' });
      assert.deepEqual([factsIn(out, 'b.ts').isExcluded, factsIn(out, 'sub/b.ts').isExcluded], [true, false]);
      assert.equal(changed(out, { kind: 'vendors', vendors: [], file: 'b.ts' }), out);
      assert.equal(
        factsIn(changed(out, { kind: 'vendors', vendors: ['thinq'], file: 'b.ts' }), 'b.ts').isExcluded,
        false,
      );
    });

    it(`leaves everything out: ${name}`, () => {
      const out = changed(text, { kind: 'vendors', vendors: [] });
      assert.ok(factsIn(out, 'sub/b.ts').isExcluded && factsIn(out, 'b.ts').isExcluded);
      assert.equal(factsIn(changed(out, { kind: 'vendors', vendors: ['thinq'] }), 'b.ts').isExcluded, false);
    });

    it(`turns a rule off: ${name}`, () => {
      const off = changed(text, { kind: 'rule off', rule: 'unknown-code' });
      assert.equal(factsIn(off, 'b.ts').rules['unknown-code'], 'off');
    });
  }

  it('leaves comments and what was left out as they are', () => {
    const text = changed(COMMENTED, { kind: 'vendors', vendors: [], file: 'b.ts' });
    assert.ok(text.includes('// Ours since the spring.'));
    assert.ok(factsIn(text, 'legacy/c.ts').isExcluded);
    assert.equal(factsIn(text, 'a.ts').rules['code-type'], 'off');
  });

  for (const text of ['', '{', '[]', '{ "rules": [] }'])
    it(`is not made in ${JSON.stringify(text)}`, () =>
      assert.equal(changeProjectFile(text, { kind: 'rule off', rule: 'unknown-code' }), undefined));
});
