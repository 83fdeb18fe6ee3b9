import { callsDeserializer } from '../../../knowledge/functions.ts';
import { convertsToNumber, givesNumber, isNumberType } from '../../../knowledge/numberTypes.ts';
import { type Construct, part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { type Origins, wordsOf } from './origins.ts';
import { around, isMadeNumber, isReference, type Source, spanOf } from './source.ts';
import type { Types } from './types.ts';

/**
 * What makes a number of a member:
 *
 * - `own`: the program does, by a type of its own or by what it fills it with: `this.code = Number(body.code)`
 * - `claimed`: only a type does, through which parsed data is looked at as it is: `(await res.json()) as { code: number }`
 */
export type NumberMember = 'own' | 'claimed';

/** The members of a file that are numbers, by their names as `memberName` gives them. */
export type NumberMembers = ReadonlyMap<string, NumberMember>;

/** UTF-16 units of what a schema says of a member, at most. */
const SCHEMA_LIMIT_UNITS = 120;

/** A member's name, however it is read or spelt: `getCode`, `Code`, `code` and `@code` are one. */
export function memberName(written: string): string {
  const word = written.match(/[\p{L}_][\p{L}\p{N}_]*/gu)?.at(-1) ?? '';
  return word
    .replace(/^get(?=[A-Z_])/, '')
    .replace(/_/g, '')
    .toLowerCase();
}

/** Collects the members that are numbers. What is the program's own in one place is taken for that in all. */
export function collectNumberMembers(source: Source, types: Types, origins: Origins): NumberMembers {
  const members = new Map<string, NumberMember>();
  const add = (name: Node, number: NumberMember): void => {
    const known = memberName(name.text);
    if (members.get(known) !== 'own') members.set(known, number);
  };
  const claims = claimedShapes(source);
  for (const member of source.constructs.all('member')) {
    const [name, type] = [part(member, 'name'), part(member, 'type')];
    if (!name || !type || !wordsOf(source, spanOf(type)).some(isNumberType)) continue;
    add(name, isClaimed(source, member, claims) ? 'claimed' : 'own');
  }
  for (const { name, value } of givenMembers(source)) if (isNumber(source, types, origins, value)) add(name, 'own');
  return members;
}

function isClaimed(source: Source, member: Construct<'member'>, claims: ReadonlySet<string>): boolean {
  if (part(member, 'converts')) return false;
  if (part(member, 'wire')) return true;
  const shape = around(source, member.node, 'shape');
  const taken = around(source, member.node, 'taken');
  return claims.has((shape && part(shape, 'name')?.text) ?? '') || (taken !== undefined && isOfParsed(taken));
}

/** The names of types through which parsed data is looked at, and of those that these are made of. */
function claimedShapes(source: Source): ReadonlySet<string> {
  const claimed = new Set<string>();
  // One name may be that of several, which are one type or lie in different places.
  const shapes = new Map<string, Node[]>();
  for (const shape of source.constructs.all('shape')) {
    const name = part(shape, 'name')?.text ?? '';
    const others = shapes.get(name);
    if (others) others.push(shape.node);
    else shapes.set(name, [shape.node]);
  }
  const reach = (words: readonly string[]): void => {
    for (const word of words) {
      const isNew = !claimed.has(word);
      claimed.add(word);
      for (const shape of (isNew && shapes.get(word)) || []) reach(wordsOf(source, spanOf(shape)));
    }
  };
  for (const taken of source.constructs.all('taken')) {
    const type = part(taken, 'type');
    if (type && isOfParsed(taken)) reach(wordsOf(source, spanOf(type)));
  }
  return claimed;
}

/** Whether what is taken to be of a type comes from data, or from a request that gives such. */
function isOfParsed(taken: Construct<'taken'>): boolean {
  const value = part(taken, 'value');
  return !value || callsDeserializer(value.text);
}

/** The members that are given something: `self.code = …`, `@code = …`, `{ code: … }`. */
function* givenMembers(source: Source): Iterable<{ readonly name: Node; readonly value: Node }> {
  for (const binding of source.constructs.all('binding')) {
    const [name, value] = [part(binding, 'name'), part(binding, 'value')];
    if (name && value && /[.>@:]/.test(name.text)) yield { name, value };
  }
  for (const pair of source.constructs.all('pair')) {
    const [name, value] = [part(pair, 'name') ?? part(pair, 'key'), part(pair, 'value')];
    if (name && value) yield { name, value };
  }
}

/** Whether a value is a number: made one there, or where its name was given it, or declared as one. */
function isNumber(source: Source, types: Types, origins: Origins, value: Node): boolean {
  if (isMadeNumber(source, value) || convertsToNumber(value.text.slice(0, SCHEMA_LIMIT_UNITS))) return true;
  const [word, ...others] = wordsOf(source, spanOf(value));
  if (word === undefined || others.length > 0 || !isReference(source, value)) return false;
  if (types.get(word)?.some(isNumberType)) return true;
  const given = origins.of(word, value.startIndex);
  return given !== undefined && wordsOf(source, given).some(givesNumber);
}
