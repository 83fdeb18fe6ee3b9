import { escapeRegExp } from '../../../model/escapeRegExp.ts';
import type { Outside } from '../../../model/names.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { around, bareName, isReference, type Source, unwrap } from './source.ts';

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
  const found = lookUp(source, words, isShort, node);
  return found && !isShort && isOwn(source, words[0] ?? '', node) ? undefined : found;
}

function lookUp(source: Source, words: readonly string[], isShort: boolean, node: Node): Outside | undefined {
  const { names } = source.outside;
  const [name = '', ...others] = words;
  if (isShort) return memberOfAny(names, name);
  const whole = words.join('.');
  if (names.has(whole)) return names.get(whole);
  // Where imports name packages, whoever writes one out means just that.
  const { packages } = source.description.modules ?? {};
  const isWritten = packages !== undefined && packages.leavesOutOuter !== true;
  if (others.length > 0)
    return others.length > 1 && !isWritten ? names.get(words.slice(-2).join('.')) : memberAround(source, node, whole);
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

/**
 * What something was made as, or is declared to be: `client *lg.Client`, `client := lg.NewClient()`.
 *
 * @param words of the type, or of what makes it
 */
export function outsideTypes({ text, outside: { names } }: Source, words: readonly string[]): readonly Outside[] {
  const own = words.flatMap((word) => names.get(word) ?? []);
  const qualified = [...names].flatMap(([key, one]) =>
    one?.kind === 'type' && key.includes('.') && key.split('.').every((word) => words.includes(word)) ? one : [],
  );
  // What stands before the name of a function is not among the words of what it makes.
  const makers = [...names].flatMap(([key, one]) => {
    const made = key.slice(key.lastIndexOf('.') + 1);
    return one?.kind === 'value' && key !== made && words.includes(made) && isOnlyOne(text, key, made) ? one : [];
  });
  return [...own, ...qualified, ...makers];
}

/** Whether a text has a name, and no other one that ends alike. @param last its last word */
function isOnlyOne(text: string, name: string, last: string): boolean {
  const written = [...text.matchAll(new RegExp(`[\\p{L}\\p{N}_.]*\\.${escapeRegExp(last)}(?![\\p{L}\\p{N}_])`, 'gu'))];
  return written.length > 0 && written.every(([one]) => one === name);
}

/** Whether a name means something else where it is written: a parameter, a variable, or what the file declares itself. */
function isOwn(source: Source, name: string, node: Node): boolean {
  const declared = (['local', 'binding', 'constant'] as const).flatMap((kind) =>
    source.constructs.all(kind).flatMap((one) => {
      const names: readonly Node[] = one.parts.name ?? [];
      return names.filter((written) => bareName(written) === name).map((written) => ({ one, written }));
    }),
  );
  return declared.some(({ one, written }) => {
    const value = one.kind === 'local' ? undefined : part(one, 'value');
    // `client=client` hands the same on, and `const codes = require(…)` is how it comes in.
    if (value && (bareName(value) === name || source.constructs.at(unwrap(source, value), 'import'))) return false;
    if (around(source, one.node, 'import')) return false;
    const holder = around(source, written, 'function')?.node;
    if (holder) return holder.startIndex <= node.startIndex && node.endIndex <= holder.endIndex;
    return one.kind !== 'local' && !around(source, one.node, 'scope') && !around(source, one.node, 'object');
  });
}

/**
 * What a name stands for among the members of the modules and classes around it, which other files go on with, and of those
 * that these have the members of: `MODE`, or `Codes.MODE` within the module that has `Codes`.
 */
function memberAround(source: Source, node: Node, name: string): Outside | undefined {
  const scopes: Construct<'scope'>[] = [];
  for (let at: Node | null = node.parent; at; at = at.parent) {
    const scope = source.constructs.at(at, 'scope');
    if (scope) scopes.push(scope);
  }
  const owners = scopes.map((scope) => part(scope, 'name')?.text ?? '');
  return scopes
    .flatMap((scope, index) => [
      owners.slice(index).reverse().join('.'),
      ...[...parts(scope, 'name'), ...parts(scope, 'base')].map(({ text }) => text),
    ])
    .map((owner) => source.outside.names.get(`${owner}.${name}`))
    .find((found) => found !== undefined);
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
