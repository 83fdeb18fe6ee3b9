import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { generateFile, generateInsertion, isGenerated } from '../../server/src/generate/generate.ts';
import { TARGET_TITLES } from '../../server/src/generate/names.ts';
import { commented, inBraces, inFour, inFourOrEight, quoted } from '../../server/src/generate/quote.ts';
import type { Target } from '../../server/src/generate/target.ts';
import { TARGETS, targetOf } from '../../server/src/generate/targets.ts';
import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import type { Node } from '../../server/src/languages/tree/syntax/node.ts';
import { createTreeSitter, type Reader } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { readSettings } from '../../server/src/settings.ts';
import { generatedCases } from '../compilers/generated.ts';
import { ask } from '../compilers/run.ts';
import { typescript } from '../compilers/typescript.ts';
import { some } from '../harness/extent.ts';
import {
  ALL,
  fileNameOf,
  GOLDEN_FOLDER,
  goldenOf,
  HOSTILE_TEXTS,
  hostileCodes,
  wholeCatalog,
} from '../harness/generated.ts';
import { createWorld, grammars } from '../harness/host.ts';

const SETTINGS = readSettings({}, 'en');
const catalog = wholeCatalog();
const treeSitter = createTreeSitter(grammars);
const world = createWorld();

/** Reads a text as the product reads that language. */
async function readerOf({ languageIds }: Target): Promise<Reader> {
  const language = LANGUAGES.find((one) => isTree(one) && one.languageIds.some((id) => languageIds.includes(id)));
  assert.ok(language && isTree(language));
  return treeSitter.load(basename(language.grammar));
}

/** How often each kind of declaration, branch and entry stands in a tree; what stands in texts and comments is left out. */
function shapeOf(node: Node, counts = new Map<string, number>()): Map<string, number> {
  if (/string|literal|comment/.test(node.type)) return counts;
  counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
  for (const child of node.namedChildren) shapeOf(child, counts);
  return counts;
}

describe('generated code', () => {
  for (const [turn, target] of TARGETS.entries()) {
    describe(TARGET_TITLES[target.id], () => {
      const text = generateFile(catalog, target, ALL) ?? '';

      it('is written as the fixture has it', () => {
        const path = join(GOLDEN_FOLDER, fileNameOf(target));
        assert.ok(existsSync(path), `npm run test:update -- generate writes ${path}`);
        assert.equal(goldenOf(target), readFileSync(path, 'utf8'));
      });

      it('holds every code, with its meaning in both languages', () => {
        for (const { code, description } of catalog.codes) {
          assert.ok(text.includes(`"${code}"`), code);
          for (const one of [description.en, description.ko])
            assert.ok(text.includes(one.replaceAll('"', '\\"')), `${code}: ${one}`);
        }
      });

      it('can be read without an error', async () => {
        const reader = await readerOf(target);
        for (const one of [text, generateInsertion(catalog, target, ALL, '    ') ?? ''])
          assert.equal(reader.read(one)?.hasError, false);
      });

      it('is the same program, whatever stands in its texts and comments', async () => {
        const reader = await readerOf(target);
        const hostile = reader.read(generateFile(hostileCodes(catalog), target, ALL) ?? '');
        const plain = reader.read(text);
        assert.ok(hostile && plain);
        assert.equal(hostile.hasError, false);
        assert.deepEqual(shapeOf(hostile), shapeOf(plain));
      });

      it('has no finding, where a code that is none has one', async () => {
        const root = world.project(new Map([['.thinq-nugu.json', '{ "vendors": ["thinq", "nugu"] }']]));
        for (const classes of some([[], ['back-off'], ['tell-user', 'retry']] as const, 3, turn))
          for (const vendors of some([['thinq'], ['nugu'], []] as const, 3, turn + classes.length)) {
            const generated = generateFile(catalog, target, { vendors, classes }) ?? '';
            const found = await world.service.diagnose(world.document(root, fileNameOf(target), generated), SETTINGS);
            assert.deepEqual(found, { diagnostics: [] }, `${vendors} ${classes}`);
          }
        const misspelt = text.replaceAll('"1222"', '1222').replaceAll('"AlreadyTurnOn"', '"AlreadyTurnedOn"');
        const found = await world.service.diagnose(world.document(root, fileNameOf(target), misspelt), SETTINGS);
        assert.notDeepEqual(found.diagnostics, []);
      });

      it('names where it comes from, and can be told from what somebody wrote', () => {
        assert.ok(isGenerated(text));
        assert.ok(isGenerated(text.replaceAll('\n', '\r\n')));
        assert.ok(!isGenerated(text.split('\n').slice(2).join('\n')));
        assert.ok(!isGenerated(generateInsertion(catalog, target, ALL) ?? ''));
      });

      it('leaves out whom nobody asked about', () => {
        const some = generateFile(catalog, target, { vendors: ['nugu'], classes: ['back-off'] }) ?? '';
        assert.ok(some.includes('"429"') && !some.includes('"1306"') && !some.includes('"AlreadyTurnOn"'));
        assert.match(some, /--vendor nugu --class back-off;/);
        assert.equal(generateFile(catalog, target, { vendors: ['nugu'], classes: ['retry'] }), undefined);
      });

      it('is found by what editors call the language', () => {
        for (const id of target.languageIds) assert.equal(targetOf(id), target);
      });
    });
  }

  it('gives every code of a vendor a name of its own', () => {
    const names = [
      ...(generateFile(catalog, targetOf('ruby') as Target, { vendors: ['thinq'], classes: [] }) ?? '').matchAll(
        /^ {2}([A-Z_0-9]+) = "/gm,
      ),
    ];
    assert.equal(names.length, 63);
    assert.equal(new Set(names.map(([, name]) => name)).size, 63);
  });

  it('writes what a package is called as each language does', () => {
    const first = (id: string) =>
      generateFile(catalog, targetOf(id) as Target, ALL, 'com.example.codes')?.match(
        /^(?:package|namespace) .*$/m,
      )?.[0];
    assert.equal(first('java'), 'package com.example.codes;');
    assert.equal(first('kotlin'), 'package com.example.codes');
    assert.equal(first('go'), 'package codes');
    assert.equal(first('csharp'), 'namespace com.example.codes;');
    assert.equal(first('php'), 'namespace com\\example\\codes;');
  });
});

describe('generated TypeScript', () => {
  const target = targetOf('typescript') as Target;

  it('is right for the compiler, as a file and at the cursor', async () => {
    const { problems, passed } = await ask(typescript, generatedCases(new Set(['typescript'])));
    assert.deepEqual(problems, []);
    assert.equal(passed, 4);
  });

  it('says when it runs what the catalog says, to the letter', async () => {
    for (const codes of [catalog, hostileCodes(catalog)]) {
      const program = await runOf(generateFile(codes, target, { vendors: ['thinq'], classes: [] }) ?? '');
      for (const { vendor, code, judgement, description } of codes.codes) {
        if (vendor !== 'thinq') continue;
        assert.equal(program.thinqActionOf(code), judgement.retry);
        const { en, ko } = program.thinqMessages[code] ?? {};
        assert.deepEqual([en, ko], [wellFormed(description.en), wellFormed(description.ko)]);
      }
      assert.equal(program.thinqActionOf('9999'), undefined);
      assert.equal(program.thinqActionOf('constructor'), undefined);
    }
  });
});

interface Program {
  thinqActionOf(code: string): string | undefined;
  readonly thinqMessages: Readonly<Record<string, { readonly en: string; readonly ko: string }>>;
}

/** Half a surrogate pair is what no text in UTF-8 can hold. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

async function runOf(text: string): Promise<Program> {
  const { transform } = createRequire(join(process.cwd(), 'package.json'))('esbuild') as typeof import('esbuild');
  const { code } = await transform(text, { loader: 'ts', format: 'esm', charset: 'utf8' });
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as Program;
}

describe('a text in quotes', () => {
  it('is the text again, in a language whose escapes JSON has', () => {
    for (const text of HOSTILE_TEXTS) assert.equal(JSON.parse(quoted(text, { unicode: inFour })), wellFormed(text));
  });

  it('has no character that nobody sees', () => {
    for (const unicode of [inFour, inFourOrEight, inBraces])
      for (const text of HOSTILE_TEXTS)
        assert.doesNotMatch(quoted(text, { unicode }), /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
  });

  it('has escapes of as many digits as a language takes', () => {
    assert.equal(quoted('\u{e0041}', { unicode: inFour }), '"\\udb40\\udc41"');
    assert.equal(quoted('\u{e0041}\u200b', { unicode: inFourOrEight }), '"\\U000e0041\\u200b"');
    assert.equal(quoted('\u{e0041}', { unicode: inBraces }), '"\\u{e0041}"');
  });
});

describe('a text in a comment', () => {
  it('is one line, and ends no comment', () => {
    for (const text of HOSTILE_TEXTS) {
      assert.doesNotMatch(commented(text), /[\n\r\u2028\u2029]/);
      assert.doesNotMatch(commented(text), /\*\/|\/\*/);
    }
  });
});
