import type { Fallback } from '../../../../model/model.ts';
import type { Node } from '../../syntax/node.ts';
import type { Source } from '../source.ts';
import { tells } from './before.ts';
import type { BranchContext, Draft } from './draft.ts';
import { isPreset } from './presets.ts';
import type { TrackedError } from './trackedError.ts';

/**
 * What takes the place of a fallback arm: code behind arms that all leave, code behind that deals with the error
 * or leaves itself, or a value that the arms merely change.
 */
export function impliedFallback(context: BranchContext, draft: Draft, error: TrackedError): Fallback | undefined {
  const { source } = context;
  const after = source.flow.following(draft.end ?? draft.statement);
  const first = after.statements[0];
  const allLeave = draft.branches.every((branch) => branch.leaves);
  if (allLeave && (after.looped || (first && !isBareLeave(source, first)))) return 'after';
  const deals = after.statements.some(
    (statement) => throws(source, statement) || error.isIn(statement) || tells(source, statement),
  );
  if (deals) return 'after';
  return isPreset(context, draft, error) ? 'preset' : undefined;
}

/** A statement that hands an error on. */
function throws(source: Source, statement: Node): boolean {
  const { words } = source.description;
  if (!words || !source.flow.leaves(statement)) return false;
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
