import type { DispatchSite, Place } from '../../../../model/model.ts';
import type { BranchContext, Draft } from './draft.ts';
import { following } from './flow.ts';

type Insertions = Pick<DispatchSite, 'armInsertion' | 'fallbackInsertion'>;

/** Leaves out where what is inserted would not compile. */
export function compiling(
  { source, enumerations }: BranchContext,
  draft: Draft,
  { path, types = [] }: Place,
  { armInsertion, fallbackInsertion }: Insertions,
): Insertions {
  // A type made of texts has no others: `type Known = '1222' | '2304'`.
  const takesArms = path.length !== 1 || !enumerations.hasTexts(types);
  // Arms that all leave, and a fallback that does, let nothing get to a `return` behind them.
  const cutsOff =
    source.description.refusesUnreachable === true &&
    draft.branches.every((branch) => branch.leaves) &&
    following(source, draft.end ?? draft.statement).statements.length > 0;
  return {
    ...(armInsertion && takesArms && { armInsertion }),
    ...(fallbackInsertion && !cutsOff && { fallbackInsertion }),
  };
}
