import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Edit, Language, Parser, type Tree } from 'web-tree-sitter';
import { changeBetween } from '../../server/src/model/change.ts';
import { compileWasmOnce } from '../../server/src/node/compileOnce.ts';
import { createSilentServer } from './silentServer.ts';

// What the empty server costs when it parses besides: whole texts, once and after each change, only what has changed. It
// does nothing with what it has parsed. A server that knows anything of a program's syntax takes that, at least.
const [, program = ''] = process.argv;
const GRAMMARS = join(dirname(program), '../grammars');
const NAMES: Readonly<Record<string, string>> = { typescript: 'tree-sitter-typescript', python: 'tree-sitter-python' };

const { connection, documents, tellNothing, listen } = createSilentServer();
const trees = new Map<string, { readonly text: string; readonly tree: Tree | null }>();
const parsers = new Map<string, Promise<Parser>>();
let runtime: Promise<void> | undefined;

const read = (name: string): Uint8Array => readFileSync(join(GRAMMARS, `${name}.wasm`));

async function load(name: string): Promise<Parser> {
  compileWasmOnce();
  runtime ??= Parser.init({ wasmBinary: read('web-tree-sitter'), locateFile: () => '' });
  await runtime;
  const parser = new Parser();
  parser.setLanguage(await Language.load(read(name)));
  return parser;
}

async function parse(document: TextDocument): Promise<void> {
  const { uri, languageId } = document;
  const name = NAMES[languageId];
  // What is no program needs no parser of ours.
  if (name === undefined) return;
  const loading = parsers.get(name) ?? load(name);
  parsers.set(name, loading);
  const parser = await loading;
  const text = document.getText();
  const known = trees.get(uri);
  if (known?.tree) {
    const { start, endBefore, endAfter } = changeBetween(known.text, text);
    const point = { row: 0, column: start };
    const edit = {
      ...{ startIndex: start, oldEndIndex: endBefore, newEndIndex: endAfter },
      ...{ startPosition: point, oldEndPosition: point, newEndPosition: point },
    };
    known.tree.edit(new Edit(edit));
  }
  const tree = parser.parse(text, known?.tree ?? null);
  known?.tree?.delete();
  trees.set(uri, { text, tree });
}

connection.onCompletion(async ({ textDocument }) => {
  const document = documents.get(textDocument.uri);
  if (document) await parse(document);
  return [];
});
documents.onDidChangeContent(async ({ document }) => {
  await parse(document);
  await tellNothing(document);
});
documents.onDidClose(({ document: { uri } }) => {
  trees.get(uri)?.tree?.delete();
  trees.delete(uri);
});
listen();
