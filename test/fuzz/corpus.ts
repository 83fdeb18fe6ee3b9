import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Description, isTree } from '../../server/src/languages/description.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import type { Node } from '../../server/src/languages/tree/syntax/node.ts';
import { createTreeSitter } from '../../server/src/languages/tree/syntax/treeSitter.ts';
import { createRandom } from '../bench/random.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { grammars } from '../harness/host.ts';
import { fixturePages } from '../harness/updateFixtures.ts';

/** A piece of a program that stands where others of its type may stand as well. */
export interface Piece {
  /** The grammar's name for it; for languages without a grammar, of what form it is. */
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

export interface Sample {
  readonly path: string;
  readonly text: string;
  /** In the order in which they begin. */
  readonly pieces: readonly Piece[];
}

/** What programs in a language look like. */
export interface Samples {
  readonly id: string;
  readonly programs: readonly Sample[];
  /** Texts of pieces by their type. */
  readonly byType: ReadonlyMap<string, readonly string[]>;
}

/** Programs of each language that others are made of: enough for every construct, few enough to be read in a second. */
const PROGRAMS = 40;
/** UTF-16 units of the longest program: what goes wrong, goes wrong in a short one. */
const LONGEST_UNITS = 3000;

/** Programs of all fixtures, in every language, in pieces. @param seed which of them */
export async function readSamples(seed: number): Promise<readonly Samples[]> {
  const folder = 'test/fixtures';
  const files = fixturePages(folder)
    .flatMap((page) => readFixtures(readFileSync(join(folder, page), 'utf8')))
    .flatMap(({ files }) => files)
    .filter(({ text }) => text.length <= LONGEST_UNITS);
  const random = createRandom(seed);
  const treeSitter = createTreeSitter(grammars);
  const found: Samples[] = [];
  for (const description of LANGUAGES) {
    const own = files.filter(({ path, languageId }) => isIn(description, path, languageId));
    const chosen = Array.from(
      { length: Math.min(PROGRAMS, own.length) },
      () => own.splice(random.between(0, own.length - 1), 1)[0],
    ).filter((file) => file !== undefined);
    const reader = isTree(description) ? await treeSitter.load(baseName(description.grammar)) : undefined;
    const programs = chosen.map(({ path, text }) => {
      const root = reader?.read(text);
      return { path: baseName(path), text, pieces: root ? piecesOfTree(root) : piecesOfText(text) };
    });
    const byType = new Map<string, string[]>();
    for (const { text, pieces } of programs) {
      for (const { type, start, end } of pieces) {
        const texts = byType.get(type) ?? [];
        byType.set(type, texts);
        texts.push(text.slice(start, end));
      }
    }
    if (programs.length > 0) found.push({ id: description.id, programs, byType });
  }
  return found;
}

function isIn({ languageIds, extensions }: Description, path: string, languageId: string): boolean {
  return languageIds.includes(languageId) || extensions.some((extension) => path.endsWith(extension));
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Every node of the grammar but the root. */
function piecesOfTree(root: Node): readonly Piece[] {
  const pieces: Piece[] = [];
  const open = [...root.namedChildren];
  for (let node = open.pop(); node; node = open.pop()) {
    const { type, startIndex: start, endIndex: end } = node;
    if (end > start) pieces.push({ type, start, end });
    open.push(...node.namedChildren);
  }
  return inOrder(pieces);
}

/** Strings, numbers, words, lines, and what stands in brackets: what every notation has. */
function piecesOfText(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const opened: { readonly mark: string; readonly at: number }[] = [];
  for (const { 0: token, index: start } of text.matchAll(/"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|\d+|[A-Za-z_]\w*|[([{}\])]/g)) {
    const end = start + token.length;
    if (/[([{]/.test(token)) opened.push({ mark: token, at: start });
    else if (/[)\]}]/.test(token)) {
      const from = opened.pop();
      if (from) pieces.push({ type: `${from.mark}${token}`, start: from.at, end });
    } else
      pieces.push({
        type: /\d/.test(token[0] ?? '') ? 'number' : /\w/.test(token[0] ?? '') ? 'word' : 'string',
        start,
        end,
      });
  }
  for (const { 0: line, index: start } of text.matchAll(/.+\n?/g))
    pieces.push({ type: 'line', start, end: start + line.length });
  return inOrder(pieces);
}

function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.toSorted((a, b) => a.start - b.start || b.end - a.end);
}
