import type { Outside } from '../../../model/names.ts';
import { part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { isReference, type Source, unwrap } from './source.ts';

/** What stands between the words of a dotted name, in the styles of all languages. */
const DOT = /\s*(?:\?\.|->|::|\.|\\)\s*/;

/**
 * What a name stands for that another file declares.
 *
 * @param words of the name @param isShort its owner goes without saying, as in `.notConnected` @param node where it is written
 */
export function outsideName(
  source: Source,
  words: readonly string[],
  isShort: boolean,
  node: Node,
): Outside | undefined {
  const { names } = source.outside;
  if (names.size === 0) return undefined;
  const [name = '', ...others] = words;
  if (isShort) return memberOfAny(names, name);
  const whole = words.join('.');
  if (names.has(whole)) return names.get(whole);
  // Where imports name packages, whoever writes one out means just that.
  if (others.length > 0)
    return others.length > 1 && !source.description.modules?.packages
      ? names.get(words.slice(-2).join('.'))
      : undefined;
  return memberAround(source, node, name) ?? (isPattern(source, node) ? memberOfAny(names, name) : undefined);
}

/** What the name of a list or a map stands for that another file declares. */
export function outsideAt(source: Source, written: Node): Outside | undefined {
  if (source.outside.names.size === 0) return undefined;
  const node = unwrap(source, written);
  if (!isReference(source, node) || node.endIndex - node.startIndex > 200) return undefined;
  const words = node.text.replace(/^(?:::|\\|[*&$@])+/, '').split(DOT);
  return outsideName(source, words, false, node);
}

/** The addresses that a call asks, by the names in it that other files declare. @param path the words of what is called @param types of what it is called on @param given what it is given, as source text */
export function outsideAddresses(
  { outside: { names } }: Source,
  path: readonly string[],
  types: readonly string[],
  given: readonly string[],
): readonly string[] {
  if (names.size === 0) return [];
  const receivers = path.slice(0, -1).map((_, index) => path.slice(0, index + 1).join('.'));
  const found = [...receivers, ...types.flatMap(madeAs)].flatMap((name) => addressOf(names, name) ?? []);
  const written = given.flatMap((text) => text.match(NAMES) ?? []);
  const texts = written.flatMap((name) => {
    const one = names.get(name.replace(/\s*(?:\?\.|->|::|\\)\s*/g, '.'));
    return one?.kind === 'constant' ? one.text : [];
  });
  return [...found, ...texts];
}

/** Dotted names in a source text. */
const NAMES = /[\p{L}_$][\p{L}\p{N}_$]*(?:\s*(?:\?\.|->|::|\.|\\)\s*[\p{L}_$][\p{L}\p{N}_$]*)*/gu;

/** What a value was made as, by the word that makes it: `NewClient` makes a `Client`. */
function madeAs(word: string): readonly string[] {
  const made = /^New(?=\p{Lu})(.*)$/u.exec(word)?.[1];
  return made === undefined ? [word] : [word, made];
}

function addressOf(names: ReadonlyMap<string, Outside | undefined>, name: string): string | undefined {
  const addressIn = (one: Outside | undefined): string | undefined =>
    one?.kind === 'type' || one?.kind === 'value' ? one.address : undefined;
  if (names.has(name)) return addressIn(names.get(name));
  for (const [key, one] of names) if (key.endsWith(`.${name}`) && addressIn(one)) return addressIn(one);
  return undefined;
}

/** What a bare name stands for among the members of the modules and classes around it, which other files go on with. */
function memberAround(source: Source, node: Node, name: string): Outside | undefined {
  for (let at: Node | null = node.parent; at; at = at.parent) {
    const scope = source.constructs.at(at, 'scope');
    const owner = scope && part(scope, 'name')?.text;
    const found = owner === undefined ? undefined : source.outside.names.get(`${owner}.${name}`);
    if (found) return found;
  }
  return undefined;
}

/** Whether a node stands in the pattern of an arm, where the owner of a member goes without saying in some languages. */
function isPattern(source: Source, node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    const arm = source.constructs.at(at, 'arm');
    if (arm)
      return parts(arm, 'pattern').some((one) => one.startIndex <= node.startIndex && node.endIndex <= one.endIndex);
    if (source.constructs.at(at, 'block')) return false;
  }
  return false;
}

/** The member of an enumeration, where only one has a member of that name. */
function memberOfAny(names: ReadonlyMap<string, Outside | undefined>, name: string): Outside | undefined {
  const found = new Map<string, Outside>();
  for (const [key, one] of names) {
    if (one?.kind === 'constant' && one.isMember && key.endsWith(`.${name}`)) found.set(one.text, one);
  }
  const [only, ...others] = found.values();
  return others.length === 0 ? only : undefined;
}
