import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { queriesOfLanguages, queryErrors } from '../../scripts/generate/queries.ts';
import { CAPTURES } from '../../server/src/languages/tree/query/captures.ts';
import { type Construct, part } from '../../server/src/languages/tree/query/constructs.ts';
import { libraryNames } from '../../server/src/languages/tree/query/libraries.ts';
import type { GrammarNames } from '../../server/src/languages/tree/query/parser.ts';
import { Node } from '../../server/src/languages/tree/syntax/node.ts';

const FOLDER = 'server/src/languages';

/** Of two dialects, of which one has less. */
const NAMES = new Map([
  ['dart.wasm', namesLike(/^(?:[abc_]|\+|left|d)$/)],
  ['flutter.wasm', namesLike(/^(?:[abc_]|\+|left)$/)],
]);

function namesLike(pattern: RegExp): GrammarNames {
  return { hasNode: (type) => pattern.test(type), hasField: (name) => pattern.test(name) };
}

/** What is said of a query. */
function errorOf(text: string): string {
  const namesOf = libraryNames({ id: 'dart' });
  const grammars = ['dart.wasm', 'flutter.wasm'];
  const [error = '', ...others] = queryErrors([{ path: 'a.scm', text, namesOf, grammars }], NAMES);
  assert.deepEqual(others, []);
  return error;
}

describe('queries', () => {
  it('of every language are understood, and capture only what is declared', () => {
    assert.deepEqual(queryErrors(queriesOfLanguages(), new Map()), []);
  });

  it('are those that lie beside the languages, under the paths that errors name', () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
      .map((file) => `${FOLDER}/${file.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.scm'));
    const paths = queriesOfLanguages().map(({ path }) => path);
    assert.deepEqual([...paths].sort(), files.sort());
    for (const { path, text } of queriesOfLanguages()) assert.equal(readFileSync(path, 'utf8'), text);
  });

  it('use every kind and every part, but for one that is made of others', () => {
    const texts = queriesOfLanguages().map(({ text }) => text);
    const used = new Set(texts.flatMap((text) => text.match(/(?<=@)[a-z]+(?:\.[a-z]+)?/gi) ?? []));
    const declared = Object.entries(CAPTURES).flatMap(([kind, parts]) => [
      kind,
      ...parts.map((one) => `${kind}.${one}`),
    ]);
    assert.deepEqual(
      declared.filter((name) => !used.has(name)),
      ['object.chain'],
    );
  });

  it('with a capture that is not declared are refused at its place', () => {
    const text = '; a comment\n(a\n  (b) @switch.subjekt) @switch\n';
    assert.equal(
      errorOf(text),
      'a.scm:3:7: unknown part "@switch.subjekt": the parts of "@switch" are subject, arm, default, partial, throws, exhaustive, opened, nothing, loose',
    );
    assert.equal(
      errorOf('(a (b) @comment.text) @comment'),
      'a.scm:1:8: unknown part "@comment.text": the parts of "@comment" are none',
    );
    assert.match(errorOf('(a) @swich'), /^a\.scm:1:5: unknown kind "@swich": the kinds are comment, string, /);
    // What every object in JavaScript has is no kind.
    assert.match(errorOf('(a) @constructor'), /^a\.scm:1:5: unknown kind "@constructor"/);
  });

  it('with a capture of no effect are refused at its place', () => {
    assert.equal(errorOf('(a (b) @if.then) @switch'), 'a.scm:1:8: "@if.then" without "@if" in the same pattern');
    assert.equal(
      errorOf('(a) @call\n(b (c) @_name (#eq? @_nam "c")) @call'),
      'a.scm:2:21: the pattern does not capture "@_nam"',
    );
  });

  const refused: readonly (readonly [query: string, error: string])[] = [
    ['(a', '1:3: the query ends too soon'],
    ['(a)\n(b (c)', '2:7: the query ends too soon'],
    ['(a "b)', '1:4: unexpected "'],
    ['a', '1:1: unexpected a'],
    ['_ @call', '1:1: unexpected _'],
    ['(a))', '1:4: unexpected )'],
    ['(a %)', '1:4: unexpected %'],
    ['()', '1:2: ) instead of a name'],
    ['(a !"b")', '1:5: b instead of a name'],
    ['((a) (b))', '1:6: ( instead of a predicate or the end of the group'],
    ['(_) @call', '1:1: a pattern must not begin with a wildcard'],
    ['(a)\n[(b) (_)] @call', '2:1: a pattern must not begin with a wildcard'],
    ['(a (b)*)', '1:4: * needs an anchor before it'],
    ['(a . (b)* @comment)', '1:6: what is repeated by * must capture nothing'],
    ['(a (b) @_b (#is? @_b "c"))', '1:13: unknown predicate #is?'],
    ['(a (b) @_b (#eq? "b" "c"))', '1:18: b instead of a capture'],
    ['(a (b) @_b (#eq? @_b @_b))', '1:22: @_b instead of a text'],
    ['(a (b) @_b (#eq? @_b "$raises"))', '1:22: "$raises" has no names for dart'],
    [
      '(a (b) @_b\n (#eq? @_b "$raise"))',
      '2:12: unknown table "$raise": the tables are succeeded, status, statusCalls, statusTests, raises, unwraps, handlers, failed, went, typed, serves',
    ],
    ['(a\n (bc) @_b)', '2:3: the grammar has no node (bc)'],
    ['(a\n [(b) (d)])', '2:8: the grammar has no node (d)'],
    ['(a "+" "++")', '1:8: the grammar has no node "++"'],
    ['(a left: (b) right: (c))', '1:14: the grammar has no field "right"'],
    ['(a !left !right)', '1:11: the grammar has no field "right"'],
    ['(a (b) @_b (#match? @_b "("))', '1:13: Invalid regular expression: /(/: Unterminated group'],
  ];
  for (const [query, error] of refused) {
    it(`such as ${JSON.stringify(query)} are refused at the place of the error`, () => {
      assert.equal(errorOf(query), `a.scm:${error}`);
    });
  }

  it('have parts whose names are checked when this compiles', () => {
    const node = new Node({
      id: 0,
      kind: { name: 'a', isNamed: true },
      startIndex: 0,
      endIndex: 1,
      field: undefined,
      parent: null,
      hasError: false,
      source: 'a',
    });
    const construct: Construct<'switch'> = { kind: 'switch', node, parts: { subject: [node] } };
    assert.equal(part(construct, 'subject'), node);
    // @ts-expect-error: misspelt
    assert.equal(part(construct, 'subjekt'), undefined);
    // @ts-expect-error: a part of another kind
    assert.equal(part(construct, 'condition'), undefined);
  });
});
