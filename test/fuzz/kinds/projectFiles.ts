import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyBaseline, printBaseline, readBaseline, toBaseline } from '../../../server/src/report/baseline.ts';
import { RULES } from '../../../server/src/rules/registry.ts';
import { PRESETS, readSettings, SEVERITIES } from '../../../server/src/settings.ts';
import { createWorld } from '../../harness/host.ts';
import { shorter } from '../fuzz.ts';
import type { Kind } from '../kind.ts';
import { NOISE } from '../programs.ts';
import { place } from './documents.ts';

/** The files by which a project says how it is to be checked. */
interface ProjectTexts {
  readonly project: string;
  readonly catalog: string;
  readonly manifest: readonly [name: string, text: string];
  readonly baseline: string;
}

const SETTINGS = readSettings({}, 'en');
const DOCUMENT = `const item = { resultCode: 'TemperatureOutOfRange', smartHomeDevice: device };\n`;

/** JSON, with what people and attackers write for it. */
function jsonTexts(keys: readonly string[], values: readonly fc.Arbitrary<unknown>[]): fc.Arbitrary<string> {
  const { value } = fc.letrec<{ value: string; object: string; list: string; leaf: string }>((tie) => ({
    value: fc.oneof({ depthSize: 'small', withCrossShrink: true }, tie('leaf'), tie('object'), tie('list')),
    leaf: fc
      .oneof(...values, fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
      .map((one) => JSON.stringify(one) ?? 'null'),
    list: fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(', ')}]`),
    object: fc
      .array(
        fc.tuple(fc.oneof(fc.constantFrom(...keys), fc.constantFrom('', '__proto__', 'constructor')), tie('value')),
        { maxLength: 5 },
      )
      .map(toObject),
  }));
  return value;
}

function toObject(entries: readonly (readonly [string, string])[]): string {
  return `{${entries.map(([key, text]) => `\n  ${JSON.stringify(key)}: ${text}`).join(',')}\n}`;
}

/** A text, now and then damaged. */
function damaged(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const damage = fc.record({
    where: place,
    removed: fc.nat(8),
    mark: fc.constantFrom('', ...NOISE),
  });
  return fc
    .tuple(text, fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, fc.array(damage, { maxLength: 3 })))
    .map(([whole, damages]) =>
      damages.reduce((now, { where, removed, mark }) => {
        const offset = Math.floor(where * now.length);
        return now.slice(0, offset) + mark + now.slice(offset + removed);
      }, whole),
    );
}

const pattern = fc.oneof(
  fc
    .array(fc.constantFrom('*', '**', '/', 'a', 'b', '?', '[', ']', '[!a-z]', '!', '\\', '{a,b}', '.', ' ', '#'), {
      maxLength: 24,
    })
    .map((parts) => parts.join('')),
  fc.constantFrom('**/*.ts', 'src/', '!src/a.ts', '*a*a*a*a*a*a*a*a*b', '/**/a/**/b/**/c/**'),
);
const vendor = fc.constantFrom('thinq', 'nugu', 'THINQ', 'matter');
const code = fc.constantFrom('1222', '2305', 'TEAM_7', 'DeviceTurnedOff', 'TemperatureOutofRange', 'AlreadyTurnOn', '');
const rule = fc.constantFrom(...RULES.map(({ id }) => id), 'unknown-cod', 'constructor');
const severity = fc.constantFrom(...SEVERITIES, 'loud');

/** A project file that means something: the form is right, or nearly. */
function projectTexts(): fc.Arbitrary<string> {
  const json = (value: unknown): string => JSON.stringify(value) ?? 'null';
  const rules = fc.dictionary(rule, severity, { maxKeys: 4 }).map(json);
  const patterns = fc.oneof(pattern, fc.array(pattern, { maxLength: 4 })).map(json);
  const team = fc.array(fc.record({ vendor, code, meaning: fc.string({ maxLength: 20 }) }, { requiredKeys: [] }), {
    maxLength: 4,
  });
  const known: Readonly<Record<string, fc.Arbitrary<string>>> = {
    $schema: fc.webUrl().map(json),
    vendors: fc.array(vendor, { maxLength: 3 }).map(json),
    preset: fc.constantFrom(...PRESETS, 'mild').map(json),
    rules,
    include: patterns,
    exclude: patterns,
    overrides: fc
      .array(
        fc.record(
          { files: fc.array(pattern, { maxLength: 3 }), rules: fc.dictionary(rule, severity, { maxKeys: 2 }) },
          { requiredKeys: [] },
        ),
        { maxLength: 3 },
      )
      .map(json),
    catalog: fc
      .oneof(fc.constantFrom('codes.json', './codes.json', '../codes.json', '/etc/passwd', 'a/b', ''), team)
      .map(json),
    mapping: fc.dictionary(code, code, { maxKeys: 3 }).map(json),
  };
  const junk = jsonTexts(Object.keys(known), [pattern, vendor, code, rule, severity]);
  const entry = fc
    .constantFrom(...Object.keys(known))
    .chain((key) =>
      fc.tuple(
        fc.constant(key),
        fc.oneof({ weight: 5, arbitrary: known[key] ?? junk }, { weight: 1, arbitrary: junk }),
      ),
    );
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(entry, { maxLength: 6 }).map(toObject) },
    { weight: 1, arbitrary: junk },
  );
}

const MANIFESTS = [
  'package.json',
  'requirements.txt',
  'pyproject.toml',
  'pubspec.yaml',
  'go.mod',
  'Cargo.toml',
  'build.gradle',
  'Gemfile',
];

/** A project: what its files say is told or used, and does no harm. */
export const projectFiles: Kind<ProjectTexts> = {
  name: 'projects',
  unit: "a project's files",
  share: 40,
  isOrdinary: true,
  async inputs() {
    const codeKeys = [
      'codes',
      'vendor',
      'code',
      'meaning',
      'level',
      'message',
      'en',
      'ko',
      'properties',
      'directives',
      '$schema',
    ];
    const baselineKeys = ['version', 'findings', 'path', 'rule', 'fingerprint', 'count'];
    const entries = fc.array(
      fc.record(
        {
          path: fc.constantFrom('a.ts', 'b/한.ts', ''),
          rule,
          fingerprint: fc.string({ maxLength: 8 }),
          count: fc.integer({ min: -1, max: 4 }),
        },
        { requiredKeys: ['path', 'rule', 'fingerprint'] },
      ),
      { maxLength: 5 },
    );
    const baseline = entries.map((findings) => JSON.stringify({ version: 1, findings }));
    const manifest = fc.array(
      fc.constantFrom(
        'thinqconnect',
        '==1.0',
        '"dependencies": {',
        '}',
        '[tool.poetry]',
        '\n',
        ' ',
        '"',
        '# ',
        'x',
        ...NOISE,
      ),
      { maxLength: 30 },
    );
    return fc.record({
      project: damaged(projectTexts()),
      catalog: damaged(jsonTexts(codeKeys, [vendor, code])),
      manifest: fc.tuple(
        fc.constantFrom(...MANIFESTS),
        manifest.map((parts) => parts.join('')),
      ),
      baseline: damaged(fc.oneof(baseline, jsonTexts(baselineKeys, [rule, fc.integer()]))),
    });
  },
  count: () => 1,
  async open() {
    const world = createWorld();
    const { service } = world;
    const root = world.project();
    return {
      async attempt({ project, catalog, manifest: [name, manifest], baseline }) {
        world.change(root, 'codes.json', catalog);
        for (const one of MANIFESTS) world.change(root, one, one === name ? manifest : undefined);
        world.change(root, '.thinq-nugu.json', project);
        const file = world.document(root, '.thinq-nugu.json', project);
        for (const { span, message } of (await service.diagnose(file, SETTINGS)).diagnostics)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= project.length && message !== '', message);
        for (const path of ['a.ts', `src/${'a'.repeat(46)}.ts`, 'a/b/c/a/b/c.ts']) {
          const document = world.document(root, path, DOCUMENT);
          await service.diagnose(document, SETTINGS);
          await service.hover(document, DOCUMENT.indexOf('Temp') + 1, SETTINGS);
          service.forget(document.uri);
        }
        tryBaseline(baseline);
        return undefined;
      },
      close: async () => {},
    };
  },
  *smaller(input) {
    for (const project of shorter(input.project)) yield { ...input, project };
    for (const catalog of shorter(input.catalog)) yield { ...input, catalog };
    for (const baseline of shorter(input.baseline)) yield { ...input, baseline };
  },
};

/** What a baseline says is kept, as it was or in order. */
function tryBaseline(text: string): void {
  const read = readBaseline(text);
  if ('problem' in read) {
    assert.ok(read.problem.en !== '' && read.problem.ko !== '');
    return;
  }
  const { baseline } = read;
  const { suppressed, stale } = applyBaseline({ files: [] }, baseline, () => true);
  assert.ok(suppressed === 0 && stale.length <= baseline.entries.length);
  const kept = printBaseline(toBaseline({ files: [] }, baseline, () => false));
  assert.ok('baseline' in readBaseline(kept), kept);
}
