import { parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Constants } from './constants.ts';
import { isReference, pathOf, type Source, unwrap } from './source.ts';

/** The values of a list literal, or the alternatives of a pattern that stands in its place. */
export function itemsOf(source: Source, list: Node): readonly Node[] {
  if (source.constructs.at(list, 'alternatives')) return alternatives(source, list);
  const construct = source.constructs.at(list, 'list');
  const items = construct ? parts(construct, 'item') : [];
  if (items.length > 0) return items;
  return list.namedChildren.filter((child): child is Node => child !== null && !source.constructs.at(child, 'comment'));
}

/** The list literal that a membership test looks in: written there, or under a constant's name. */
export function listBehind(source: Source, constants: Constants, written: Node): Node | undefined {
  const node = unwrap(source, written);
  if (source.constructs.at(node, 'list') ?? source.constructs.at(node, 'alternatives')) return node;
  if (!isReference(source, node)) return undefined;
  const literal = constants.literalOf(pathOf(node).at(-1) ?? '');
  return literal && source.constructs.at(literal, 'list') ? literal : undefined;
}

/** The single patterns of an arm's pattern: itself, or its alternatives. */
export function alternatives(source: Source, pattern: Node): readonly Node[] {
  const several = source.constructs.at(unwrap(source, pattern), 'alternatives');
  return several ? parts(several, 'pattern').flatMap((one) => alternatives(source, one)) : [pattern];
}

/** The same, with the values of a list in the place of its name where a pattern spreads one. */
export function patternsOf(source: Source, constants: Constants, pattern: Node): readonly Node[] {
  return alternatives(source, pattern).flatMap((one) => {
    const list = constants.codeOf(one) ? undefined : listBehind(source, constants, one);
    return list ? itemsOf(source, list) : [one];
  });
}
