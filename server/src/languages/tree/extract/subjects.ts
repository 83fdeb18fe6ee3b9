import type { Place, Role } from '../../../model/model.ts';
import type { Node } from '../syntax/node.ts';
import { isMadeNumber, pathOf, type Source, spanOf, unwrap } from './source.ts';
import type { Types } from './types.ts';

/** What a code is compared with or decided on. */
export function subjectPlace(source: Source, types: Types, role: Role, subject: Node): Place {
  const path = pathOf(unwrap(source, subject)).map((word, index) => (index === 0 ? word : withoutGet(word)));
  const known = path[0] === undefined ? undefined : types.get(path[0]);
  return {
    role,
    path,
    counterpart: spanOf(subject),
    ...(known && { types: known }),
    ...(isMadeNumber(source, subject) && { converted: true }),
  };
}

/** A property's name, where a method reads it: `getCode` → `code`. */
function withoutGet(word: string): string {
  return /^get[A-Z]/.test(word) ? word.charAt(3).toLowerCase() + word.slice(4) : word;
}

/** Whether two expressions name the same thing, going by their words, whatever they convert it to. */
export function sameSubject(source: Source, a: Node, b: Node): boolean {
  const [left, right] = [pathOf(unwrap(source, a)), pathOf(unwrap(source, b))];
  return left.length > 0 && left.join('.') === right.join('.');
}
