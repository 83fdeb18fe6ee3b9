import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { Source } from '../source.ts';

/** The code whose failure a handler deals with. */
export function protectedBody(source: Source, handler: Construct<'catch'>): Node | undefined {
  const attempt = part(handler, 'attempt') ?? handler.node.parent;
  return part(handler, 'protected') ?? (attempt ? firstBlock(source, attempt) : undefined);
}

function firstBlock(source: Source, attempt: Node): Node | undefined {
  return attempt.namedChildren.find(
    (child): child is Node => child !== null && source.constructs.at(child, 'block') !== undefined,
  );
}
