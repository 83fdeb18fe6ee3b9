import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { Source } from '../source.ts';

/** The function or class that a decorator stands before. */
export function definitionOf(source: Source, decorator: Node): Node | undefined {
  const isDefinition = (node: Node): boolean =>
    source.constructs.at(node, 'function') !== undefined || source.constructs.at(node, 'scope') !== undefined;
  for (let at: Node = decorator, steps = 0; at.parent && steps < 2; at = at.parent, steps++) {
    const { parent } = at;
    const definition = source.constructs.at(parent, 'function') ?? source.constructs.at(parent, 'scope');
    const name = definition && part(definition, 'name');
    // What stands behind the name belongs to a parameter.
    if (definition) return name && name.startIndex > decorator.startIndex ? definition.node : undefined;
    for (let next = at.nextNamedSibling; next; next = next.nextNamedSibling) {
      if (source.constructs.at(next, 'decorator') ?? source.constructs.at(next, 'comment')) continue;
      if (isDefinition(next)) return next;
      const inner = next.namedChildren.find((child) => child !== null && isDefinition(child));
      if (inner) return inner;
      break;
    }
  }
  return undefined;
}
