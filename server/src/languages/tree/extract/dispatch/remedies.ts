import { remedyOf } from '../../../../knowledge/remedies.ts';
import type { Arm, Remedy, Span } from '../../../../model/model.ts';
import { once } from '../../../../model/once.ts';
import type { Node } from '../../syntax/node.ts';
import { beginsWithin, placed } from '../placed.ts';
import { calleePath, type Source, spanOf } from '../source.ts';
import type { Branch, RemediesIn } from './draft.ts';

/** Looks through the calls of a file when somebody first asks: many arms have the same behind them. */
export function createRemedies(source: Source): RemediesIn {
  const known = once(() => callsByRemedy(source));
  return (range) => [...known()].flatMap(([remedy, calls]) => (beginsWithin(calls, range) ? remedy : []));
}

function callsByRemedy(source: Source): ReadonlyMap<Remedy, Span[]> {
  const calls = new Map<Remedy, Span[]>();
  for (const { construct, start, end } of placed(source, 'call')) {
    const remedy = remedyOf(calleePath(construct));
    if (!remedy) continue;
    const known = calls.get(remedy);
    if (known) known.push({ start, end });
    else calls.set(remedy, [{ start, end }]);
  }
  return calls;
}

/** What an arm does against the error that is not done for all other codes. @param rest what is done for those */
export function withRemedies(remediesIn: RemediesIn, { does }: Branch, rest: readonly Node[]): Pick<Arm, 'remedies'> {
  const own = does ? remediesIn(does) : [];
  if (own.length === 0) return {};
  const others = new Set(rest.flatMap((node) => remediesIn(spanOf(node))));
  const remedies = own.filter((remedy) => !others.has(remedy));
  return remedies.length > 0 ? { remedies } : {};
}
