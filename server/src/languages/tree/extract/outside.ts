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
  if (others.length > 1) return names.get(words.slice(-2).join('.'));
  if (others.length > 0) return undefined;
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
