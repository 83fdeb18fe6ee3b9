import type { Kind } from '../../query/captures.ts';
import { type Construct, type Constructs, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';

/** How many statements before one, and behind it, are looked through: a long script has thousands. */
export const MOST_STATEMENTS = 60;

/** What runs after a statement when it is done. */
export interface Following {
  /** The statements behind it in its own block, and then in the blocks around it; of many the first `MOST_STATEMENTS`. */
  readonly statements: readonly Node[];
  /** The search ended at a loop, where control comes round again. */
  readonly looped: boolean;
}

/** How control runs from statement to statement of a file. */
export interface Flow {
  /** Whether control never runs on behind a block or statement, as far as its last statement tells. */
  leaves(node: Node | undefined): boolean;
  /** The last statement of a block that is not a comment. */
  lastOf(block: Node): Node | undefined;
  /** What follows a statement, up to the end of its function. */
  following(statement: Node): Following;
  /**
   * The statements that have run before one, nearest first: those in its own block and in the blocks around it, up to
   * where its error begins, which is the handler or the function, and as far as a loop comes round. Of many the first
   * `MOST_STATEMENTS`.
   */
  preceding(statement: Node): readonly Node[];
  /** The statement behind the one that a node belongs to, in the same block; comments do not count. */
  next(node: Node): Node | undefined;
}

/** The statements of a block, and where in it each stands. */
interface Block {
  readonly statements: readonly Node[];
  /** By the id of its node. */
  readonly places: ReadonlyMap<number, number>;
}

const NOTHING: Following = { statements: [], looped: false };

/**
 * Follows control through a file. What is found for a node is kept: many ask about neighbours, and what comes behind a block
 * comes behind each statement in it.
 */
export function createFlow(constructs: Constructs): Flow {
  const blocks = new Map<number, Block>();
  const left = new Map<number, boolean>();
  const behind = new Map<number, Following>();
  const before = new Map<number, readonly Node[]>();

  const blockOf = (node: Node): Block => {
    const known = blocks.get(node.id);
    if (known) return known;
    const statements = node.namedChildren.filter(
      (child) => !constructs.at(child, 'comment') && !constructs.at(child, 'catch'),
    );
    const block = { statements, places: new Map(statements.map(({ id }, index) => [id, index])) };
    blocks.set(node.id, block);
    return block;
  };
  const isBlock = (node: Node): boolean => constructs.at(node, 'block') !== undefined || !node.parent;
  const findLeave = (node: Node): boolean => {
    if (constructs.at(node, 'leave')) return true;
    const branch = constructs.at(node, 'if');
    if (!branch) return constructs.at(node, 'block') !== undefined && leaves(blockOf(node).statements.at(-1));
    const otherwise = part(branch, 'else');
    const elifs = parts(branch, 'elif').map((elif) => constructs.at(elif, 'elif'));
    return (
      otherwise !== undefined &&
      leaves(part(branch, 'then')) &&
      elifs.every((elif) => elif && leaves(part(elif, 'then'))) &&
      leaves(otherwise)
    );
  };
  const leaves = (node: Node | undefined): boolean => {
    if (!node) return false;
    const known = left.get(node.id) ?? findLeave(node);
    left.set(node.id, known);
    return known;
  };
  /** Whether the attempt that a handler belongs to leaves when it goes well, so that only failures get behind it. */
  const triesToLeave = (handler: Node): boolean =>
    leaves(handler.parent?.namedChildren.find((child) => constructs.at(child, 'block')));

  const findFollowing = (at: Node, parent: Node): Following => {
    let own: readonly Node[] = [];
    if (isBlock(parent)) {
      const { statements, places } = blockOf(parent);
      const first = (places.get(at.id) ?? -1) + 1;
      own = statements.slice(first, first + MOST_STATEMENTS);
      if (own.length === MOST_STATEMENTS || own.some(leaves)) return { statements: own, looped: false };
    }
    const isEnd =
      constructs.at(parent, 'function') !== undefined ||
      // Behind an attempt that went well the program runs on as behind a handler: that deals with no error.
      (constructs.at(parent, 'catch') !== undefined && !triesToLeave(parent));
    if (isEnd) return { statements: own, looped: false };
    if (constructs.at(parent, 'loop')) return { statements: own, looped: true };
    const rest = following(parent);
    if (own.length === 0) return rest;
    return { statements: [...own, ...rest.statements].slice(0, MOST_STATEMENTS), looped: rest.looped };
  };
  const following = (at: Node): Following => {
    const known = behind.get(at.id) ?? (at.parent ? findFollowing(at, at.parent) : NOTHING);
    behind.set(at.id, known);
    return known;
  };

  const findPreceding = (at: Node, parent: Node): readonly Node[] => {
    let own: readonly Node[] = [];
    if (isBlock(parent)) {
      const { statements, places } = blockOf(parent);
      const place = places.get(at.id) ?? 0;
      own = statements.slice(Math.max(0, place - MOST_STATEMENTS), place).reverse();
    }
    const isEnd = (['function', 'catch', 'loop'] as const).some((kind) => constructs.at(parent, kind));
    if (isEnd || own.length === MOST_STATEMENTS) return own;
    const rest = preceding(parent);
    return own.length === 0 ? rest : [...own, ...rest].slice(0, MOST_STATEMENTS);
  };
  const preceding = (at: Node): readonly Node[] => {
    const known = before.get(at.id) ?? (at.parent ? findPreceding(at, at.parent) : []);
    before.set(at.id, known);
    return known;
  };

  return {
    leaves,
    lastOf: (block) => blockOf(block).statements.at(-1),
    following,
    preceding,
    next(node) {
      for (let at = node; at.parent; at = at.parent) {
        const { parent } = at;
        if (isBlock(parent)) {
          const { statements, places } = blockOf(parent);
          return statements[(places.get(at.id) ?? -1) + 1];
        }
        if (constructs.at(parent, 'function')) return undefined;
      }
      return undefined;
    },
  };
}

/** The construct of a kind that a statement is, or consists of where the grammar wraps it. */
export function statementAs<K extends Kind>(
  { constructs }: { readonly constructs: Constructs },
  statement: Node,
  kind: K,
): Construct<K> | undefined {
  const child = statement.firstNamedChild;
  return constructs.at(statement, kind) ?? (child && !child.nextNamedSibling ? constructs.at(child, kind) : undefined);
}
