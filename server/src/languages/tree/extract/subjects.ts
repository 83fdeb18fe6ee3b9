import { readsEnumeration } from '../../../knowledge/functions.ts';
import { isTruth } from '../../../knowledge/keywords.ts';
import type { Place, Role } from '../../../model/model.ts';
import { type Construct, part } from '../query/constructs.ts';
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
    ...(readsEnumeration(subject.text) && { isMadeOfText: true }),
  };
}

/** A property's name, where a method reads it: `getCode` → `code`. */
function withoutGet(word: string): string {
  return /^get[A-Z]/.test(word) ? word.charAt(3).toLowerCase() + word.slice(4) : word;
}

/** What a switch compares its arms with. @returns undefined where they are conditions, also where it is `true` that they are compared with */
export function switchSubject(source: Source, construct: Construct<'switch'>): Node | undefined {
  const subject = part(construct, 'subject');
  return subject && isTruth(unwrap(source, subject).text) ? undefined : subject;
}
