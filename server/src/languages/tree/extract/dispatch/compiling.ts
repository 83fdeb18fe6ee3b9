import type { DispatchSite } from '../../../../model/model.ts';
import type { BranchContext, Draft } from './draft.ts';

type Insertions = Pick<DispatchSite, 'armInsertion' | 'fallbackInsertion'>;

/** Leaves out where what is inserted would not compile. */
export function compiling(
  { source }: BranchContext,
  draft: Draft,
  { armInsertion, fallbackInsertion }: Insertions,
): Insertions {
  // Arms that all leave, and a fallback that does, let nothing get to a `return` behind them.
  const cutsOff =
    source.description.refusesUnreachable === true &&
    draft.branches.every((branch) => branch.leaves) &&
    source.flow.following(draft.end ?? draft.statement).statements.length > 0;
  return {
    ...(armInsertion && { armInsertion }),
    ...(fallbackInsertion && !cutsOff && { fallbackInsertion }),
  };
}
