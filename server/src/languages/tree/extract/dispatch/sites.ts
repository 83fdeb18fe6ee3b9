import type { DispatchSite } from '../../../../model/model.ts';
import { readChains } from './chains.ts';
import type { BranchContext, SiteContext } from './draft.ts';
import { createEnumerations } from './enumerations.ts';
import { readShown } from './shown.ts';
import { readSwitch } from './switches.ts';

/** Reads every switch and if-chain that decides on at least one literal or constant. */
export function collectBranches(shared: SiteContext): readonly DispatchSite[] {
  const { source } = shared;
  const context: BranchContext = { ...shared, enumerations: createEnumerations(source) };
  return [
    ...source.constructs.all('switch').flatMap((construct) => readSwitch(context, construct) ?? []),
    ...readChains(context),
    ...readShown(context),
  ].sort((a, b) => a.span.start - b.span.start);
}
