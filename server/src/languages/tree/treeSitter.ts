import { Language as Grammar, type Node, Parser, Query } from 'web-tree-sitter';
import type { Assets } from '../language.ts';

export type { Node };

/** A grammar with its query, ready to read text. */
export interface Reader {
  /**
   * Parses and queries a text, and hands the root and the matches to `use`. The tree lives only that long:
   * a tree that is not deleted leaks its memory in the wasm heap.
   * @returns what `use` returns, or undefined where the text is too tangled to be read in `BUDGET`
   */
  with<T>(text: string, use: (root: Node, matches: Iterable<Captures>) => T): T | undefined;
}

/** The captures of one match, in the order of the query. */
export type Captures = readonly { readonly name: string; readonly node: Node }[];

/**
 * Milliseconds for one text. Queries take quadratic time over thousands of nested or unclosed brackets; ordinary
 * source of the greatest length that is read takes less than half of it.
 */
const BUDGET = 3000;

/** The one place that knows web-tree-sitter: its runtime is started once, each grammar is loaded once. */
export interface TreeSitter {
  /** Rejects when the runtime or the grammar cannot be read or the query does not fit the grammar. */
  load(grammar: string, query: string): Promise<Reader>;
}

/** @param assets where `web-tree-sitter.wasm` and the grammars are read from */
export function createTreeSitter(assets: Assets): TreeSitter {
  let started: Promise<void> | undefined;
  const grammars = new Map<string, Promise<Grammar>>();

  const start = async (): Promise<void> => {
    const wasmBinary = await assets.read('web-tree-sitter.wasm');
    // Without locateFile the runtime looks for its own file even though it has the bytes.
    await Parser.init({ wasmBinary, locateFile: () => '' });
  };
  const grammarOf = (name: string): Promise<Grammar> => {
    let grammar = grammars.get(name);
    if (!grammar) {
      grammar = assets.read(name).then((bytes) => Grammar.load(bytes));
      grammars.set(name, grammar);
    }
    return grammar;
  };

  return {
    async load(name, source) {
      started ??= start();
      await started;
      const grammar = await grammarOf(name);
      const query = new Query(grammar, source);
      const parser = new Parser();
      parser.setLanguage(grammar);
      return {
        with(text, use) {
          const deadline = performance.now() + BUDGET;
          // Both callbacks end the work by answering true, which their types do not know.
          const progressCallback = (): boolean => performance.now() > deadline;
          const tree = parser.parse(text, null, { progressCallback });
          if (!tree) {
            parser.reset();
            return undefined;
          }
          try {
            const matches = query.matches(tree.rootNode, { progressCallback });
            if (progressCallback()) return undefined;
            return use(
              tree.rootNode,
              matches.map((match) => match.captures),
            );
          } finally {
            tree.delete();
          }
        },
      };
    },
  };
}
