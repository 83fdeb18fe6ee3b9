import type { Fallback } from '../../../../model/model.ts';
import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { around, escapeWord, type Source } from '../source.ts';
import type { Draft } from './draft.ts';
import { following, leaves } from './flow.ts';

/**
 * What takes the place of a fallback arm: code behind arms that all leave, code behind that deals with the error
 * or leaves itself, or a value that the arms merely change.
 */
export function impliedFallback(source: Source, draft: Draft, root: string | undefined): Fallback | undefined {
  const after = following(source, draft.end ?? draft.statement);
  const first = after.statements[0];
  const allLeave = draft.branches.every((branch) => branch.leaves);
  if (allLeave && (after.looped || (first && !isBareLeave(source, first)))) return 'after';
  const deals = after.statements.some(
    (statement) =>
      throws(source, statement) ||
      (root !== undefined &&
        new RegExp(`(?<![\\p{L}\\p{N}_.])${escapeWord(root)}(?![\\p{L}\\p{N}_]|\\s*:(?!:))`, 'u').test(statement.text)),
  );
  if (deals) return 'after';
  return presetNames(source, draft).length > 0 ? 'preset' : undefined;
}

/** A statement that hands an error on. */
function throws(source: Source, statement: Node): boolean {
  const { words } = source.description;
  if (!words || !leaves(source, statement)) return false;
  return [words.throws, words.returnsError].some((form) => form && statement.text.search(form) === 0);
}

/** A `return` with nothing behind it: it ends the function, it decides nothing. */
function isBareLeave(source: Source, statement: Node): boolean {
  if (!source.constructs.at(statement, 'leave')) return false;
  // Some grammars have the statement around the word that leaves.
  const [child, ...others] = statement.namedChildren;
  if (child && others.length === 0 && isBareLeave(source, child)) return true;
  return !child && /^\w+;?$/.test(statement.text);
}

/** Names that the arms assign and that already had a value in the same function. */
function presetNames(source: Source, draft: Draft): readonly string[] {
  const scope = around(source, draft.statement, 'function')?.node ?? source.root;
  const inside = (node: Node, outer: Node): boolean =>
    outer.startIndex <= node.startIndex && node.endIndex <= outer.endIndex;
  const assigned = [...source.constructs.all('assignment'), ...source.constructs.all('binding')]
    .filter(({ node }) => draft.branches.some((branch) => branch.body && inside(node, branch.node)))
    .flatMap((assignment) => part(assignment, 'name')?.text ?? []);
  if (assigned.length === 0) return [];
  return source.constructs
    .all('binding')
    .filter(({ node }) => inside(node, scope) && node.endIndex <= draft.statement.startIndex)
    .flatMap((binding) => (part(binding, 'value') ? (part(binding, 'name')?.text ?? []) : []))
    .filter((name) => assigned.includes(name));
}
