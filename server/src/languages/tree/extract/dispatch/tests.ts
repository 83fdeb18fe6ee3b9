import type { Arm } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { around } from '../source.ts';
import { readBranch } from './chains.ts';
import { readCondition, readExcepted } from './conditions.ts';
import type { SiteContext } from './draft.ts';
import { withRemedies } from './remedies.ts';
import { toArm } from './site.ts';

/** Reads what is done where a condition by itself asks for codes: every `if` and `else if`, whatever stands beside it. */
export function collectTests(context: SiteContext): readonly Arm[] {
  const { source } = context;
  const guards = [...source.constructs.all('if'), ...source.constructs.all('unless')];
  return [...branches(context), ...guards.flatMap((one) => behindGuard(context, one) ?? [])];
}

function branches(context: SiteContext): readonly Arm[] {
  const { source, mentions, remediesIn } = context;
  return source.constructs.all('if').flatMap((construct) => {
    const elifs = parts(construct, 'elif').flatMap((node) => source.constructs.at(node, 'elif') ?? []);
    const otherwise = part(construct, 'else');
    const rest = [...(otherwise ? [otherwise] : []), ...source.flow.following(construct.node).statements];
    return [construct, ...elifs].flatMap((one) => {
      const branch = readBranch(context, one);
      const arm = toArm(mentions, branch);
      return arm.mentions.length > 0 ? [{ ...arm, ...withRemedies(remediesIn, branch, rest) }] : [];
    });
  });
}

/** What is done behind a condition for whose codes control does not leave: `if (code !== '1306') throw error;`. */
function behindGuard(context: SiteContext, construct: Construct<'if'> | Construct<'unless'>): Arm | undefined {
  const { source, constants, mentions, remediesIn } = context;
  const { node } = construct;
  const [condition, then] = [part<'if' | 'unless'>(construct, 'condition'), part<'if' | 'unless'>(construct, 'then')];
  const isChain = construct.kind === 'if' && (part(construct, 'else') || parts(construct, 'elif').length > 0);
  if (!condition || !then || isChain || !source.flow.leaves(then)) return undefined;
  const tested =
    construct.kind === 'if' ? readExcepted(source, constants, condition) : readCondition(source, constants, condition);
  const block = tested.codes.length > 0 && node.parent ? around(source, node.parent, 'block')?.node : undefined;
  if (!block) return undefined;
  const branch = {
    ...{ node, tested, body: undefined, leaves: false },
    does: { start: node.endIndex, end: block.endIndex },
  };
  return { ...toArm(mentions, branch), ...withRemedies(remediesIn, branch, [then]) };
}
