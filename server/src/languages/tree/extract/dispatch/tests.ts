import type { Arm } from '../../../../model/model.ts';
import { part, parts } from '../../query/constructs.ts';
import { readBranch } from './chains.ts';
import type { SiteContext } from './draft.ts';
import { withRemedies } from './remedies.ts';
import { toArm } from './site.ts';

/** Reads what is done where a condition by itself asks for codes: every `if` and `else if`, whatever stands beside it. */
export function collectTests(context: SiteContext): readonly Arm[] {
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
