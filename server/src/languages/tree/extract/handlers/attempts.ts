import { carriesAnyError } from '../../../../knowledge/errors.ts';
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
  const language = librariesOf(description);
  const isAny = (type: string): boolean =>
    description.words?.anyError.test(type) === true || carriesAnyError(type, language);
  return types.length === 0 || types.some(isAny);
}
