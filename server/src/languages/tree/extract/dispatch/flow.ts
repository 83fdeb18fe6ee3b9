import type { Kind } from '../../query/captures.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { Source } from '../source.ts';

/** Whether control never runs on behind a block or statement, as far as its last statement tells. */
export function leaves(source: Source, node: Node | undefined): boolean {
  if (!node) return false;
  if (source.constructs.at(node, 'leave')) return true;
  const branch = source.constructs.at(node, 'if');
  if (branch) {
    const otherwise = part(branch, 'else');
    const elifs = parts(branch, 'elif').map((elif) => source.constructs.at(elif, 'elif'));
    return (
      otherwise !== undefined &&
      leaves(source, part(branch, 'then')) &&
      elifs.every((elif) => elif && leaves(source, part(elif, 'then'))) &&
      leaves(source, otherwise)
    );
  }
  return source.constructs.at(node, 'block') ? leaves(source, lastStatement(source, node)) : false;
}

/** The last statement of a block that is not a comment. */
export function lastStatement(source: Source, block: Node): Node | undefined {
  return statements(source, block).at(-1);
}

function statements(source: Source, block: Node): readonly Node[] {
  return block.namedChildren.filter(
    (child): child is Node =>
      child !== null && !source.constructs.at(child, 'comment') && !source.constructs.at(child, 'catch'),
  );
}

/** What runs after a statement when it is done. */
export interface Following {
  /** The statements behind it in its own block, and then in the blocks around it. */
  readonly statements: readonly Node[];
  /** The search ended at a loop, where control comes round again. */
  readonly looped: boolean;
}

/** Collects what follows a statement, up to the end of its function. */
export function following(source: Source, statement: Node): Following {
  const found: Node[] = [];
  for (let at = statement; ; ) {
    const parent = at.parent;
    if (!parent) return { statements: found, looped: false };
    if (source.constructs.at(parent, 'block') || !parent.parent) {
      const siblings = statements(source, parent);
      const behind = siblings.slice(siblings.findIndex((sibling) => sibling.id === at.id) + 1);
      found.push(...behind);
      if (behind.some((sibling) => leaves(source, sibling))) return { statements: found, looped: false };
    }
    if (source.constructs.at(parent, 'function')) return { statements: found, looped: false };
    // Behind an attempt that went well the program runs on as behind a handler: that deals with no error.
    if (source.constructs.at(parent, 'catch') && !triesToLeave(source, parent))
      return { statements: found, looped: false };
    if (source.constructs.at(parent, 'loop')) return { statements: found, looped: true };
    at = parent;
  }
}

/**
 * Collects the statements that have run before one, nearest first: those in its own block and in the blocks around it, up
 * to where its error begins, which is the handler or the function, and as far as a loop comes round.
 */
export function preceding(source: Source, statement: Node): readonly Node[] {
  const found: Node[] = [];
  for (let at = statement; ; ) {
    const parent = at.parent;
    if (!parent) return found;
    if (source.constructs.at(parent, 'block') || !parent.parent) {
      const siblings = statements(source, parent);
      found.push(
        ...siblings
          .slice(
            0,
            Math.max(
              0,
              siblings.findIndex((sibling) => sibling.id === at.id),
            ),
          )
          .reverse(),
      );
    }
    if ((['function', 'catch', 'loop'] as const).some((kind) => source.constructs.at(parent, kind))) return found;
    at = parent;
  }
}

/** The construct of a kind that a statement is, or consists of where the grammar wraps it. */
export function statementAs<K extends Kind>(source: Source, statement: Node, kind: K): Construct<K> | undefined {
  const [child, ...others] = statement.namedChildren;
  return (
    source.constructs.at(statement, kind) ??
    (child && others.length === 0 ? source.constructs.at(child, kind) : undefined)
  );
}

/** Whether the attempt that a handler belongs to leaves when it goes well, so that only failures get behind it. */
function triesToLeave(source: Source, handler: Node): boolean {
  const body = handler.parent?.namedChildren.find((child) => child !== null && source.constructs.at(child, 'block'));
  return leaves(source, body ?? undefined);
}

/** The statement behind the one that a node belongs to, in the same block; comments do not count. */
export function nextStatement(source: Source, node: Node): Node | undefined {
  for (let at = node; ; ) {
    const parent = at.parent;
    if (!parent) return undefined;
    if (source.constructs.at(parent, 'block') || !parent.parent) {
      const siblings = statements(source, parent);
      return siblings[siblings.findIndex((sibling) => sibling.id === at.id) + 1];
    }
    if (source.constructs.at(parent, 'function')) return undefined;
    at = parent;
  }
}
