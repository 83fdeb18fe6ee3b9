import { Language as Grammar, Parser, type Tree } from 'web-tree-sitter';
import type { Assets } from '../../language.ts';
import { type Cursor, createCursor, type Runtime } from './cursor.ts';
import { nestsTooDeep } from './nesting.ts';
import { Node, type NodeType } from './node.ts';

/** A grammar, ready to read text. */
export interface Reader {
  /** @returns the root of the text's syntax tree, or undefined where that is too deep or takes too many steps */
  read(text: string): Node | undefined;
}

/**
 * Steps that parsing a text may take: a hundred of the parser's own, or a piece of the text that it asks for, is one.
 * Ordinary source takes some 25 for 1,000 units, and brackets as deep as they may be 160. Milliseconds would be more on a
 * machine that others use: what is found must not depend on that.
 */
const STEPS_PER_UNIT = 0.12;
/** And these in addition, for short texts with much in them that makes no sense. */
const LEAST_STEPS = 5000;
/** UTF-16 units that the parser is given at once: where it goes back again and again, it asks for these anew. */
const PIECE_UNITS = 256;

/**
 * There is one runtime in a process, whoever starts it; web-tree-sitter leaves its functions in the options that it was
 * first started with.
 */
const RUNTIME: Partial<Runtime> = {};

/** Nodes inside one another: what reads a tree calls itself for each, and twice as many end the call stack. */
const MOST_NESTED_NODES = 3000;

/** The one place that knows web-tree-sitter: its runtime is started once, each grammar is loaded once. */
export interface TreeSitter {
  /** Rejects when the runtime or the grammar cannot be read. */
  load(grammar: string): Promise<Reader>;
}

/** @param assets where `web-tree-sitter.wasm` and the grammars are read from */
export function createTreeSitter(assets: Assets): TreeSitter {
  let started: Promise<Cursor> | undefined;
  const grammars = new Map<string, Promise<Grammar>>();

  const start = async (): Promise<Cursor> => {
    const wasmBinary = await assets.read('web-tree-sitter.wasm');
    // Without locateFile the runtime looks for its own file even though it has the bytes.
    await Parser.init(Object.assign(RUNTIME, { wasmBinary, locateFile: () => '' }));
    return createCursor(RUNTIME as Runtime);
  };
  const grammarOf = (name: string, runtime: Promise<Cursor>): Promise<Grammar> => {
    let grammar = grammars.get(name);
    if (!grammar) {
      // Read while the runtime starts, which is of no use to the disk.
      grammar = Promise.all([assets.read(name), runtime]).then(([bytes]) => Grammar.load(bytes));
      grammars.set(name, grammar);
    }
    return grammar;
  };

  return {
    async load(name) {
      started ??= start();
      const [cursor, grammar] = await Promise.all([started, grammarOf(name, started)]);
      const kinds = kindsOf(grammar);
      const parser = new Parser();
      parser.setLanguage(grammar);
      return {
        read(text) {
          if (nestsTooDeep(text)) return undefined;
          let left = LEAST_STEPS + text.length * STEPS_PER_UNIT;
          // The callback ends the work by answering true, which its type does not know.
          const progressCallback = (): boolean => --left < 0;
          // It is not asked while marks that fit nowhere are skipped, but the text is: in the end, there is no more of it.
          const input = (index: number): string => (--left < 0 ? '' : text.slice(index, index + PIECE_UNITS));
          const tree = parser.parse(input, null, { progressCallback });
          if (!tree) {
            parser.reset();
            return undefined;
          }
          try {
            if (left < 0) return undefined;
            return readTree(cursor, tree, text, kinds, grammar.fields);
          } finally {
            // A tree that is not deleted leaks its memory in the wasm heap.
            tree.delete();
          }
        },
      };
    },
  };
}

const ERROR: NodeType = { name: 'ERROR', isNamed: true };

/** The types of a grammar's nodes, by their numbers there. */
function kindsOf(grammar: Grammar): readonly NodeType[] {
  return grammar.types.map((name, id) => ({ name: name ?? '', isNamed: grammar.nodeTypeIsNamed(id) }));
}

/** Reads all nodes in text order. Without recursion: a tree may be as deep as a text is long. */
function readTree(
  cursor: Cursor,
  tree: Tree,
  text: string,
  kinds: readonly NodeType[],
  fields: readonly (string | null)[],
): Node | undefined {
  let count = 0;
  const read = (parent: Node | null): Node =>
    new Node({
      id: count++,
      kind: kinds[cursor.type()] ?? ERROR,
      startIndex: cursor.start(),
      endIndex: cursor.end(),
      field: fields[cursor.field()] ?? undefined,
      parent,
      // What is in a sound node is sound: only broken ones are asked about, one by one.
      hasError: (parent === null || parent.hasError) && cursor.hasError(),
      source: text,
    });
  cursor.enter((tree as unknown as readonly [address: number])[0]);
  try {
    const root = read(null);
    let depth = 0;
    for (let at = root; ; ) {
      // Words and marks hold nothing; asking them would be half of all questions.
      if (at.isNamed && cursor.toFirstChild()) {
        if (++depth > MOST_NESTED_NODES) return undefined;
        at = at.firstChild = read(at);
        continue;
      }
      while (!cursor.toNextSibling()) {
        if (!at.parent || !cursor.toParent()) return root;
        at = at.parent;
        depth--;
      }
      at = at.nextSibling = read(at.parent);
    }
  } finally {
    cursor.leave();
  }
}
