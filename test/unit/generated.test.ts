import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { replaceBlock } from '../../scripts/generate/files.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { SEVERITIES } from '../../server/src/settings.ts';

const FOLDER = 'server/src/rules';
const ids = RULES.map(({ id }) => id);

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: {
        readonly 'thinqNugu.rules': { readonly properties: Record<string, { enum: string[]; description: string }> };
      };
    };
  };
}

/** What the changelog says about each version; what is not released yet is the next minor one, since a rule is something new. */
const versions = new Map<string, string>();
for (const section of readFileSync('CHANGELOG.md', 'utf8').split(/^## /m).toReversed()) {
  const [, name] = /^\[?(\d+\.\d+\.\d+|Unreleased)\b/.exec(section) ?? [];
  if (name === undefined) continue;
  const [major, minor] = ([...versions.keys()].at(-1) ?? '0.0.0').split('.');
  versions.set(name === 'Unreleased' ? `${major}.${Number(minor) + 1}.0` : name, section);
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

describe('a rule', () => {
  it('lies in a file of its name, and every such file is registered', () => {
    const files = readdirSync(FOLDER)
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => readFileSync(`${FOLDER}/${file}`, 'utf8').includes('export default defineRule'));
    assert.deepEqual([...ids].sort(), files.map((file) => file.replace(/\.ts$/, '')).sort());
  });

  it('is there since the version under which the changelog names it', () => {
    for (const { id, since } of RULES) {
      const section = versions.get(since);
      assert.ok(section !== undefined, `${id}: the changelog has no version ${since}, nor is it the next`);
      assert.ok(section.includes(`\`${id}\``), `${id}: the changelog does not name it under ${since}`);
    }
  });

  it('has an id in kebab-case, which no other rule has', () => {
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it('is a property of the setting, with a description in both languages', () => {
    const { contributes } = readJson<Manifest>('package.json');
    const { properties } = contributes.configuration.properties['thinqNugu.rules'];
    assert.deepEqual(Object.keys(properties), ids);
    for (const strings of ['package.nls.json', 'package.nls.ko.json']) {
      const texts = readJson<Record<string, string>>(strings);
      for (const [id, { enum: severities, description }] of Object.entries(properties)) {
        assert.deepEqual(severities, SEVERITIES);
        assert.ok(texts[description.replaceAll('%', '')], `${id} in ${strings}`);
      }
    }
  });

  it('is a property of the project file', () => {
    interface Schema {
      readonly definitions: { readonly rules: { readonly properties: Record<string, unknown> } };
    }
    const schema = readJson<Schema>('server/catalog/project.schema.json');
    assert.deepEqual(Object.keys(schema.definitions.rules.properties), ids);
  });

  it('has a heading in docs/rules.md, and fixtures', () => {
    const headings = [...readFileSync('docs/rules.md', 'utf8').matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings, ids);
    const fixtures = readdirSync('test/fixtures/rules').map((file) => file.replace(/\.md$/, ''));
    assert.deepEqual(
      ids.filter((id) => !fixtures.includes(id)),
      [],
    );
  });
});

describe('a generated block', () => {
  const text = 'above\n<!-- generated: rules -->\nold\n<!-- /generated -->\nbelow\n';

  it('is replaced between its marks only', () => {
    const replaced = replaceBlock(text, 'rules', 'new');
    assert.equal(replaced, 'above\n<!-- generated: rules -->\n\nnew\n\n<!-- /generated -->\nbelow\n');
    assert.equal(replaceBlock(replaced, 'rules', 'new'), replaced);
  });

  it('whose marks are missing is an error', () => {
    assert.throws(() => replaceBlock(text, 'codes', 'new'), /generated: codes/);
    assert.throws(() => replaceBlock('<!-- generated: rules -->', 'rules', 'new'), /generated: rules/);
  });
});
