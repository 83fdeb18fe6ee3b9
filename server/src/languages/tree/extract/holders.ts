import { packageOf, typeHeldBy } from '../../../knowledge/declarations.ts';
import type { Node } from '../syntax/node.ts';
import type { Source } from './source.ts';

/** UTF-16 units of a declaration that are looked at for what it declares. */
const HEAD_UNITS = 200;

/** Finds the names of the types that a node is written in, the innermost first, and that of the package behind them. */
export function createHolders({ text }: Source): (node: Node) => readonly string[] {
  const known = new Map<number, readonly string[]>();
  let name: string | undefined;
  const holdersOf = ({ parent }: Node): readonly string[] => {
    if (!parent?.parent) {
      name ??= packageOf(text) ?? '';
      return name === '' ? [] : [name];
    }
    const found = known.get(parent.id);
    if (found) return found;
    const type = typeHeldBy(text.slice(parent.startIndex, Math.min(parent.endIndex, parent.startIndex + HEAD_UNITS)));
    const outer = holdersOf(parent);
    const all = type === undefined || outer[0] === type ? outer : [type, ...outer];
    known.set(parent.id, all);
    return all;
  };
  return holdersOf;
}
