import { isFilled, isTakenOn, opensTakingPart } from '../../../knowledge/functions.ts';
import type { ObjectLiteral } from '../../../model/model.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { bareName, type Source, unwrap } from './source.ts';

/** What becomes of an object literal behind its braces. @param name the one that it is given, if any */
export function readUse(
  { text }: Source,
  object: Node,
  name: string | undefined,
): Pick<ObjectLiteral, 'handedOver' | 'givenTo'> {
  const handedOver = isHandedOver(text, object) || (name !== undefined && isChanged(text, object, name));
  const givenTo = functionAround(text, object);
  return { ...(handedOver && { handedOver }), ...(givenTo !== undefined && { givenTo }) };
}

/** Given together with another literal, but for the options of a response: `send({ … }, { … })`. */
const GIVEN_FIRST = /(?<!json)\s*\($/i;
const WITH_ANOTHER = /^\s*,\s*[{[]/;

/** Whether an object literal is no answer by itself: a part of one, or a pattern. */
function isHandedOver(text: string, node: Node): boolean {
  const before = text.slice(Math.max(0, node.startIndex - 80), node.startIndex).trimEnd();
  const after = text.slice(node.endIndex, node.endIndex + 80);
  return (
    opensTakingPart(before.replace(/,[^(]*$/, '')) ||
    isTakenOn(after) ||
    (GIVEN_FIRST.test(before) && WITH_ANOTHER.test(after))
  );
}

/** The names that object literals are given, by node id. */
export function namesOfLiterals(source: Source): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const kind of ['binding', 'constant'] as const) {
    for (const named of source.constructs.all(kind)) {
      const [name, value] = [bareName(part(named, 'name')), part(named, 'value')];
      const literal = value && unwrap(source, value);
      if (name && literal && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && source.constructs.at(literal, 'object'))
        names.set(literal.id, name);
    }
  }
  return names;
}

/** UTF-16 units behind a literal in which its name is looked for: a function's worth. */
const NEARBY = 1500;

/** Whether more is put into a literal by its name: `item.merge(…)`, `maps.Copy(item, …)`, `{ ...item }`. */
function isChanged(text: string, node: Node, name: string): boolean {
  const nearby = text.slice(node.endIndex, node.endIndex + NEARBY);
  for (let at = nearby.indexOf(name); at >= 0; at = nearby.indexOf(name, at + name.length)) {
    const before = nearby.slice(Math.max(0, at - 40), at);
    const after = nearby.slice(at + name.length, at + name.length + 40);
    const isWord = !/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(after);
    if (isWord && isFilled(before, after)) return true;
  }
  return false;
}

/** The function whose argument an object literal is; what a language writes in front of its braces is skipped. */
function functionAround(text: string, node: Node): string | undefined {
  const before = text.slice(Math.max(0, node.startIndex - 120), node.startIndex);
  return /([\p{L}_$][\p{L}\p{N}_$]*)(?:::?<[^<>(]*>)?!?\s*\([^(){};]*$/u.exec(before)?.[1];
}
