import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv } from 'ajv';

/** What the build writes into dist/. */
const NOTICES = 'dist/THIRD-PARTY-NOTICES.txt';
const SCHEMAS = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';

interface Bom {
  readonly metadata: { readonly component: { readonly name: string; readonly version: string } };
  readonly components: readonly {
    readonly name: string;
    readonly version?: string;
    readonly licenses?: readonly { readonly license: { readonly id: string } }[];
    readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  }[];
}
interface WasmFile {
  readonly sha256: string;
  readonly source?: { readonly name: string; readonly version: string };
  readonly holds?: { readonly name: string };
}

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
const { grammars } = readJson<{ grammars: readonly string[] }>('server/src/languages/registry.json');
const { files: recorded } = readJson<{ files: Readonly<Record<string, WasmFile>> }>('server/wasm.json');
const { packages } = readJson<{
  packages: Readonly<Record<string, { dependencies?: Readonly<Record<string, string>> }>>;
}>('package-lock.json');
const { name, version } = readJson<{ name: string; version: string }>('package.json');

/** The name of the package that a path or an import leads into. */
const packageOf = (path: string): string => /^(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? '';
const isOwn = (path: string): boolean => path.startsWith('server/');
const placeOf = (path: string): string => (isOwn(path) ? path : join('node_modules', path));

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex');

/** What is bundled of what a package needs, where that is not all of it: nothing here speaks HTTP, or writes code. */
const BUNDLED: Readonly<Record<string, readonly string[]>> = {
  '@modelcontextprotocol/sdk': ['ajv', 'ajv-formats', 'zod', 'zod-to-json-schema'],
  ajv: ['fast-deep-equal', 'fast-uri', 'json-schema-traverse'],
};
/** What the VSIX does not have. */
const FOR_NPM_ONLY = 'mcpServer.ts';

/** The packages that sources import, and those that these need: found without the bundler. @param without a file that does not count */
function importedBy(folders: readonly string[], without: string | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (imported: string): void => {
    if (found.has(imported)) return;
    found.add(imported);
    const { dependencies = {} } = packages[`node_modules/${imported}`] ?? {};
    for (const needed of BUNDLED[imported] ?? Object.keys(dependencies)) add(needed);
  };
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts') || basename(file) === without) continue;
      // A type leaves nothing in a bundle.
      const imports = readFileSync(join(folder, file), 'utf8').matchAll(
        /^(?:import|export) (?!type )[^;]*? from '([^.'][^']*)'/gm,
      );
      for (const [, specifier = ''] of imports) {
        if (!specifier.startsWith('node:') && specifier !== 'vscode') add(packageOf(specifier));
      }
    }
  }
  return found;
}

/** Every package and grammar by somebody else that a package of ours holds. */
function shippedWith(folders: readonly string[], without?: string): readonly string[] {
  const files = Object.entries(recorded);
  return [
    ...new Set([
      ...importedBy(folders, without),
      ...files.flatMap(([path]) => (isOwn(path) ? [] : [packageOf(path)])),
      ...files.flatMap(([, { source, holds }]) => [source, holds].flatMap((one) => one?.name ?? [])),
    ]),
  ].sort();
}

describe('what is shipped of others', () => {
  const everything = shippedWith(['client/src', 'server/src']);

  it('are the WebAssembly files whose hashes are recorded, and no others', () => {
    const shipped = [...grammars, 'web-tree-sitter/web-tree-sitter.wasm', 'server/prefilter/prefilter.wasm'];
    assert.deepEqual(Object.keys(recorded).sort(), [...shipped].sort());
    for (const [path, { sha256 }] of Object.entries(recorded))
      assert.equal(hashOf(placeOf(path)), sha256, `${path}: npm run build:wasm, see server/grammars/README.md`);
  });

  it('are in the packages as they are recorded', () => {
    const copied = readdirSync('dist/grammars').map((file) => [file, hashOf(`dist/grammars/${file}`)] as const);
    // The byte filter is within the bundles.
    const wanted = Object.entries(recorded).filter(([path]) => !path.endsWith('prefilter.wasm'));
    assert.deepEqual(new Map(copied), new Map(wanted.map(([path, { sha256 }]) => [basename(path), sha256] as const)));
  });

  it('are grammars of which it is recorded whose they are', () => {
    for (const [path, { source, holds }] of Object.entries(recorded)) {
      if (isOwn(path)) assert.ok(source ?? existsSync(path.replace(/\.wasm$/, '.c')), path);
      // That package is made of other people's grammars.
      else if (packageOf(path) === '@vscode/tree-sitter-wasm') assert.ok(holds, path);
    }
  });

  it('is in the notices, each with the text of its licence', () => {
    const notices = readFileSync(NOTICES, 'utf8');
    assert.ok(everything.length >= 25, everything.join());
    const headings = [...notices.matchAll(/^(\S+)(?: \S+)?\n=+$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings.sort(), everything);
    const texts = [
      ...everything.map((each) => join('node_modules', each)).filter((folder) => existsSync(folder)),
      'server/grammars',
    ].flatMap((folder) =>
      readdirSync(folder).flatMap((file) => (/^licen[cs]e|\.LICENSE$/i.test(file) ? [join(folder, file)] : [])),
    );
    assert.ok(texts.length >= everything.length, `${texts.length} licences`);
    for (const path of texts) assert.ok(notices.includes(readFileSync(path, 'utf8').trim()), path);
  });

  for (const [file, folders, without] of [
    ['dist/vsix.cdx.json', ['client/src', 'server/src'], FOR_NPM_ONLY],
    ['dist/npm.cdx.json', ['server/src'], undefined],
  ] as const) {
    describe(`is listed in ${basename(file)}`, () => {
      const bom = (): Bom => readJson<Bom>(file);

      it('as CycloneDX has it', () => {
        const schema = (each: string): object => readJson<object>(join(SCHEMAS, `${each}.SNAPSHOT.schema.json`));
        const ajv = new Ajv({ strict: false, validateFormats: false });
        for (const each of ['spdx', 'jsf-0.82'])
          ajv.addSchema(schema(each), `http://cyclonedx.org/schema/${each}.SNAPSHOT.schema.json`);
        const validate = ajv.compile(schema('bom-1.6'));
        assert.ok(validate(bom()), ajv.errorsText(validate.errors));
        assert.ok(!validate({ ...bom(), bomFormat: 'x' }));
      });

      it('wholly, for this version', () => {
        const { metadata, components } = bom();
        assert.deepEqual([metadata.component.name, metadata.component.version], [name, version]);
        assert.deepEqual(components.map((one) => one.name).sort(), shippedWith(folders, without));
      });

      it('with a licence, and a hash or a version', () => {
        for (const { name, version, licenses = [], hashes = [] } of bom().components) {
          assert.ok(licenses.length > 0, name);
          assert.ok(hashes.length > 0 || version !== undefined, name);
        }
      });

      it('the same in every build', () => {
        assert.doesNotMatch(readFileSync(file, 'utf8'), /"(?:serialNumber|timestamp)"/);
      });
    });
  }
});
