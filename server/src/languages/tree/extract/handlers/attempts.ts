import { holdsAnswer } from '../../../../knowledge/clients.ts';
import { type Construct, part } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
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

/** The types that a handler names, as written. */
export function typesIn(type: Node | undefined): readonly string[] {
  return type?.text.match(/\\?[\p{L}_][\p{L}\p{N}_.]*/gu) ?? [];
}

/** Whether one of these types is one that any error has; a handler without any catches everything. */
export function catchesAny({ description }: Source, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => description.words?.anyError.test(type));
}

/** Whether a handler is there for the errors in which an HTTP client ends what was refused. */
export function catchesAnswers({ description, text }: Source, handler: Construct<'catch'>): boolean {
  return holdsAnswer(part(handler, 'type')?.text ?? '', librariesOf(description), text);
}
