import { remedyOf } from '../../../../knowledge/remedies.ts';
import type { Arm, Remedy } from '../../../../model/model.ts';
import type { Node } from '../../syntax/node.ts';
import type { Inside } from '../inside.ts';
import { calleePath } from '../source.ts';
import type { Branch } from './draft.ts';

/** What an arm does against the error that is not done for all other codes. @param rest what is done for those */
export function withRemedies(inside: Inside, { does }: Branch, rest: readonly Node[]): Pick<Arm, 'remedies'> {
  if (!does) return {};
  const own = remediesIn(inside, { startIndex: does.start, endIndex: does.end });
  const others = own.size > 0 ? rest.flatMap((node) => [...remediesIn(inside, node)]) : [];
  const remedies = [...own].filter((remedy) => !others.includes(remedy));
  return remedies.length > 0 ? { remedies } : {};
}

function remediesIn(inside: Inside, range: Pick<Node, 'startIndex' | 'endIndex'>): ReadonlySet<Remedy> {
  return new Set(inside.of('call', range).flatMap((call) => remedyOf(calleePath(call)) ?? []));
}
