import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'jsonc-parser';
import * as vscode from 'vscode';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { type IGrammar, parseRawGrammar, Registry } from 'vscode-textmate';
import { product } from './editor.ts';

/** The themes that most people have, by the names of VS Code. */
const THEMES = [
  ...['Light Modern', 'Dark Modern', 'Light+', 'Dark+'],
  ...['Default High Contrast', 'Default High Contrast Light'],
];

/** A string that is a code, and one that is none, in languages whose grammars come with VS Code. */
const LINES: Readonly<Record<string, string>> = {
  'source.ts': `a('1222', 'AlreadyTurnOn', 'plain');`,
  'source.python': `a("1222", "AlreadyTurnOn", "plain")`,
  'source.json': `["1222", "AlreadyTurnOn", "plain"]`,
  'source.java': `class A { String[] a = { "1222", "AlreadyTurnOn", "plain" }; }`,
  'source.cs': `class A { string[] a = { "1222", "AlreadyTurnOn", "plain" }; }`,
  'source.go': `var a = []string{"1222", "AlreadyTurnOn", "plain"}`,
};

interface Rule {
  readonly scope?: string | string[];
  readonly settings: { readonly foreground?: string; readonly background?: string; readonly fontStyle?: string };
}

/** The rules of a theme, after those of the themes that it includes, as VS Code reads them. */
function rulesIn(file: string): readonly Rule[] {
  const theme = parse(readFileSync(file, 'utf8'), [], { allowTrailingComma: true }) as {
    readonly include?: string;
    readonly tokenColors?: readonly Rule[];
    readonly colors?: Readonly<Record<string, string>>;
  };
  return [...(theme.include ? rulesIn(join(dirname(file), theme.include)) : []), ...(theme.tokenColors ?? [])];
}

/** Where the grammar of a scope lies among all that extensions bring. */
function grammarFile(scope: string): string | undefined {
  const found = vscode.extensions.all.flatMap(({ extensionPath, packageJSON }) =>
    ((packageJSON.contributes?.grammars ?? []) as { readonly scopeName: string; readonly path: string }[])
      .filter(({ scopeName }) => scopeName === scope)
      .map(({ path }) => join(extensionPath, path)),
  );
  return found[0];
}

/** The colour at an offset of a line, as the tokens of VS Code carry it: 9 bits from the 15th on. */
function colourAt(grammar: IGrammar, colours: readonly string[], line: string, offset: number): string | undefined {
  const { tokens } = grammar.tokenizeLine2(line, null);
  let metadata = 0;
  for (let at = 0; at < tokens.length; at += 2) if ((tokens[at] ?? 0) <= offset) metadata = tokens[at + 1] ?? 0;
  return colours[(metadata >>> 15) & 0x1ff];
}

describe('At a glance: colours', () => {
  const injection = 'thinq-nugu.injection';
  let registry: Registry;

  before(async () => {
    const own = join(__dirname, '../../../node_modules/vscode-oniguruma/release/onig.wasm');
    await loadWASM(readFileSync(own));
    const [ours] = product().packageJSON.contributes.grammars as { readonly injectTo: readonly string[] }[];
    registry = new Registry({
      onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
      async loadGrammar(scope) {
        const file = grammarFile(scope);
        return file === undefined ? null : parseRawGrammar(readFileSync(file, 'utf8'), file);
      },
      getInjections: (scope) => (ours?.injectTo.includes(scope) ? [injection] : undefined),
    });
  });

  for (const name of THEMES)
    for (const [scope, line] of Object.entries(LINES))
      it(`of codes are not those of strings: ${name}, ${scope}`, async () => {
        const extension = vscode.extensions.getExtension('vscode.theme-defaults');
        const themes = extension?.packageJSON.contributes.themes as { readonly id: string; readonly path: string }[];
        const theme = themes.find(({ id }) => id === name);
        assert.ok(extension && theme, themes.map(({ id }) => id).join());
        const settings = [
          { settings: { foreground: '#010203', background: '#040506' } },
          ...rulesIn(join(extension.extensionPath, theme.path)),
        ];
        registry.setTheme({ settings });
        const grammar = (await registry.loadGrammar(scope)) ?? assert.fail(`no grammar of ${scope}`);
        const at = (text: string) => colourAt(grammar, registry.getColorMap(), line, line.indexOf(text) + 1);
        const [code, word, plain] = [at('1222'), at('AlreadyTurnOn'), at('plain')];
        assert.ok(plain !== undefined && plain !== '#010203', `strings have a colour: ${plain}`);
        assert.notEqual(code, plain);
        assert.equal(code, word);
        assert.notEqual(code, '#010203');
      });
});
