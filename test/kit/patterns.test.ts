import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Language as Grammar, Parser, Query } from 'web-tree-sitter';
import { isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import type { TreeDescription } from '../../server/src/languages/tree/description.ts';
import { type CaptureName, readCaptureName } from '../../server/src/languages/tree/query/captures.ts';
import { type LibraryNames, libraryNames } from '../../server/src/languages/tree/query/libraries.ts';
import { createMatcher } from '../../server/src/languages/tree/query/matcher.ts';
import { errorAt, type QueryFile } from '../../server/src/languages/tree/query/parser.ts';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { some, TRIES_ALL } from '../harness/extent.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { grammars } from '../harness/host.ts';

const FIXTURES = 'test/fixtures';
const SAMPLES = 'test/sample';

/** Those whose queries tree-sitter takes longer to compile than all others together. */
const SLOW = ['swift', 'ruby', 'csharp', 'dart', 'typescript', 'kotlin'];

/** Programs that no parser likes, for every language alike. */
const ODD = [
  '',
  '\ufeff',
  '\r',
  '"1222" || "1205"',
  'x = ((([[[{{{',
  '}}}])>',
  'switch (error.code) { case "1222": case: default: /* */ return',
  'if (a == "1222" || b == "1205") { } else if (a in ["1222", ]) { } else { return }',
  'match code { "1222" | "1205" => {}, _ => () }',
  'f("1222", /* a */ "1205" /* b */, x ? "1222" : "1205")',
  'const A = { "1222": 1, // b\n B: "1205", ...c }\nA[code]; A["1222"] ?? "0000"',
  'try { a() } catch (e: ThinQError) { } finally { }\ntry:\n  a()\nexcept (A, B) as e:\n  pass\n',
  'enum E { A = "1222", B("1205"), C }\nclass C { static final String A = "1222"; }',
  'case code when "1222", "1205" then 1 else 2 end',
  'new Set(["1222"]); new Map([["1222", 1], [\'1205\', 2]]); Object.freeze({ A: "1222" })',
];

/** What tree-sitter's own query misses: `if let a = b { … }` has one field twice, and its anchors stumble over that. */
function isMissed({ id }: TreeDescription, captured: string): boolean {
  return id === 'swift' && /^if if_statement .*\.(?:then|end) /.test(captured);
}

describe('patterns', function () {
  // Compiling the queries of all grammars is what takes so long.
  this.timeout(120_000);
  const texts = readTexts();

  for (const description of LANGUAGES.filter(isTree).filter(({ id }) => TRIES_ALL || !SLOW.includes(id))) {
    it(`capture in ${description.id} what a query of tree-sitter captures`, async () => {
      const reader = await createTreeSitter(grammars).load(basename(description.grammar));
      const matcher = createMatcher(description.queries, libraryNames(description), description.supertypes);
      const query = await createReference(description);
      const own = some([...new Set(texts.get(description.id))], 16);
      assert.ok(own.length > 0, 'no text to try it on');
      for (const text of [...ODD, ...own]) {
        const root = reader.read(text);
        assert.ok(root);
        const found = [...matcher.matches(root)].flatMap((captures) => captured(captures));
        const wanted = query(text);
        assert.equal(root.hasError, wanted.hasError, text);
        const ours = [...new Set(found)].filter((one) => wanted.captured.includes(one) || !isMissed(description, one));
        assert.deepEqual(ours.sort(), wanted.captured, text);
      }
    });
  }
});

interface Placed {
  readonly type: string;
  readonly startIndex: number;
  readonly endIndex: number;
}

/** What a match says, as far as anybody asks: which node is of which kind, and what its parts are. */
function captured(captures: readonly { readonly name: CaptureName; readonly node: Placed }[]): readonly string[] {
  const print = ({ type, startIndex, endIndex }: Placed): string => `${type} ${startIndex}-${endIndex}`;
  const named = captures.flatMap(({ name, node }) => (name.isHidden ? [] : [{ ...name, node }]));
  const whole = named.find(({ part }) => part === undefined);
  if (!whole) return [];
  const own = `${whole.kind} ${print(whole.node)}`;
  const parts = named.filter(({ kind, part }) => part !== undefined && kind === whole.kind);
  return [own, ...parts.map(({ part, node }) => `${own} .${part} ${print(node)}`)];
}

/** The query of tree-sitter itself. Rejects, with the place in the file, for a node or field that the grammar does not have. */
async function createReference(
  description: TreeDescription,
): Promise<(text: string) => { readonly captured: readonly string[]; readonly hasError: boolean }> {
  const grammar = await Grammar.load(await grammars.read(basename(description.grammar)));
  const namesOf = libraryNames(description);
  const query = compile(
    grammar,
    description.queries.map(({ path, text }) => ({ path, text: withNames(text, namesOf) })),
  );
  const parser = new Parser();
  parser.setLanguage(grammar);
  return (text) => {
    const tree = parser.parse(text);
    assert.ok(tree);
    const found = query
      .matches(tree.rootNode)
      .flatMap(({ captures }) => captured(captures.map(({ name, node }) => ({ name: readCaptureName(name), node }))));
    const { hasError } = tree.rootNode;
    tree.delete();
    return { captured: [...new Set(found)].sort(), hasError };
  };
}

/** A query with the names of libraries written out, for tree-sitter. */
function withNames(text: string, namesOf: LibraryNames): string {
  return text.replace(/"\$(\w+)"/g, (_, table: string) =>
    namesOf(table)
      .map((name) => `"${name}"`)
      .join(' '),
  );
}

function compile(grammar: Grammar, files: readonly QueryFile[]): Query {
  try {
    return new Query(grammar, files.map(({ text }) => text).join(''));
  } catch (error) {
    if (!(error instanceof Error && 'index' in error && typeof error.index === 'number')) throw error;
    let offset = error.index;
    for (const file of files) {
      if (offset < file.text.length) throw errorAt(file, offset, error.message);
      offset -= file.text.length;
    }
    throw error;
  }
}

/** Every file of the fixtures and samples, by the id of its language. */
function readTexts(): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  const add = (path: string, languageId: string, text: string): void => {
    const language =
      LANGUAGES.find(({ languageIds }) => languageIds.includes(languageId)) ??
      LANGUAGES.find(({ extensions }) => extensions.some((extension) => path.endsWith(extension)));
    if (language) texts.set(language.id, [...(texts.get(language.id) ?? []), text]);
  };
  const filesIn = (folder: string): readonly string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  for (const path of filesIn(FIXTURES).filter((path) => path.endsWith('.md') && !path.endsWith('README.md'))) {
    for (const { files } of readFixtures(readFileSync(path, 'utf8'))) {
      for (const { path, languageId, text } of files) add(path, languageId, text);
    }
  }
  for (const path of filesIn(SAMPLES)) add(path, '', readFileSync(path, 'utf8'));
  return texts;
}
