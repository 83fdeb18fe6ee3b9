import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, type IRawGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { grammarFile } from '../../scripts/generate/grammar.ts';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';

const THINQ = 'variable.other.enummember.error-code.thinq';
const NUGU = 'variable.other.enummember.error-code.nugu';

const rendered = grammarFile.render(createCatalog(loadCatalogData()));

/** As the grammars of VS Code do it: a string is a rule with a begin and an end, and its escapes are rules within. */
function stringRule(quote: string, name: string): object {
  return { name, begin: quote, end: quote, patterns: [{ name: 'constant.character.escape', match: '\\\\.' }] };
}

const jsonKey = {
  ...stringRule('"', 'string.json support.type.property-name.json'),
  begin: '"(?=[^"]*"\\s*:)',
};
const double = stringRule('"', 'string.quoted.double');
const single = stringRule("'", 'string.quoted.single');
const template = stringRule('`', 'string.template');

const hosts: Record<string, object> = {
  'source.json': { patterns: [jsonKey, double] },
  'source.ts': { patterns: [{ name: 'comment.line', match: '//.*' }, double, single, template] },
  'source.python': {
    patterns: [
      { name: 'comment.line', match: '#.*' },
      stringRule('"""', 'string.quoted.docstring'),
      { ...double, begin: '[rbf]?(")' },
      { ...single, begin: "[rbf]?(')" },
    ],
  },
};

describe('the injection grammar', () => {
  const grammars = new Map<string, IGrammar>();

  before(async () => {
    await loadWASM(readFileSync(join(process.cwd(), 'node_modules/vscode-oniguruma/release/onig.wasm')));
    const registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      loadGrammar: async (scopeName): Promise<IRawGrammar | null> => {
        const host = hosts[scopeName];
        const text = host === undefined ? rendered : JSON.stringify({ scopeName, ...host });
        return parseRawGrammar(text, `${scopeName}.json`);
      },
      getInjections: (scopeName) => (scopeName in hosts ? ['thinq-nugu.injection'] : undefined),
    });
    for (const scopeName of Object.keys(hosts))
      grammars.set(scopeName, (await registry.loadGrammar(scopeName)) ?? assert.fail(scopeName));
  });

  /** The coloured parts of some lines, each with its scope. */
  function coloured(host: string, ...lines: readonly string[]): readonly string[] {
    const grammar = grammars.get(host) ?? assert.fail(host);
    let state = null as Parameters<IGrammar['tokenizeLine']>[1];
    return lines.flatMap((line) => {
      const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
      state = ruleStack;
      return tokens.flatMap(({ scopes, startIndex, endIndex }) => {
        const scope = scopes.find((name) => name === THINQ || name === NUGU);
        return scope === undefined ? [] : [`${line.slice(startIndex, endIndex)} ${scope}`];
      });
    });
  }

  it('colours codes in JSON', () => {
    assert.deepEqual(coloured('source.json', '{ "error": { "message": "Retry request", "code": "2210" } }'), [
      `2210 ${THINQ}`,
    ]);
    assert.deepEqual(coloured('source.json', '{ "resultCode": "TemperatureOutofRange" }'), [
      `TemperatureOutofRange ${NUGU}`,
    ]);
  });

  it('colours codes in TypeScript, in all three kinds of quotes', () => {
    assert.deepEqual(coloured('source.ts', `['1222', "1306", \`AlreadyTurnOn\`]`), [
      `1222 ${THINQ}`,
      `1306 ${THINQ}`,
      `AlreadyTurnOn ${NUGU}`,
    ]);
  });

  it('colours codes in Python', () => {
    assert.deepEqual(coloured('source.python', `if exc.code in {"1306", '1314'}: return "NoControlAuthority"`), [
      `1306 ${THINQ}`,
      `1314 ${THINQ}`,
      `NoControlAuthority ${NUGU}`,
    ]);
  });

  it('takes the longer of two words that begin alike', () => {
    assert.deepEqual(coloured('source.json', '["AlreadyTurnOff", "AlreadyAtMaxTemp", "UnsupportedMode"]'), [
      `AlreadyTurnOff ${NUGU}`,
      `AlreadyAtMaxTemp ${NUGU}`,
      `UnsupportedMode ${NUGU}`,
    ]);
  });

  it('colours every code but the commonplace ones', () => {
    const { codes } = createCatalog(loadCatalogData());
    const plain = codes.filter(({ code }) => coloured('source.json', `["${code}"]`).length === 0);
    assert.deepEqual(
      plain.map(({ code }) => code),
      ['0000', '1000', '2000', 'OK', '401', '429', '503', '0001'],
    );
  });

  for (const [what, line] of Object.entries({
    'a number outside a string': 'setTimeout(run, 1222)',
    'a word outside a string': 'AlreadyTurnOn()',
    'part of a longer text': '"error 1222" + "1222 ms" + "12222" + "x1222"',
    'a word within a text': '"AlreadyTurnOn was sent" + "NotAlreadyTurnOn"',
    'a quoted code within a text': `"it is '1222' now" + 'or "AlreadyTurnOn"' + "'1222'"`,
    'a code after an escaped quote': '"\\"1222\\""',
    'a code before a quote of another kind': `"1222' or so"`,
    'a wrong spelling': '"TemperatureOutOfRange" + "alreadyturnon"',
    'a code in a comment': '// "1222" and "AlreadyTurnOn"',
    'an unfinished string': '"1222',
  })) {
    it(`does not colour ${what}`, () => assert.deepEqual(coloured('source.ts', line), []));
  }

  it('does not colour a key of a JSON object', () => {
    assert.deepEqual(coloured('source.json', '{ "2303": "1222", "AlreadyTurnOn": "x" }'), [`1222 ${THINQ}`]);
  });

  it('does not colour a line of a longer string', () => {
    assert.deepEqual(coloured('source.python', '"""', '1222', '"1222"', '"""'), []);
  });

  it('the file in syntaxes/ is the one the generator writes', () => {
    assert.equal(readFileSync(join(process.cwd(), grammarFile.path), 'utf8'), rendered);
  });
});
