import { actsIfThere } from '../../../../knowledge/functions.ts';
import { KEYWORD } from '../../../../knowledge/keywords.ts';
import { opensExpectation } from '../../../../knowledge/testing.ts';
import { isIdle, notesToDo } from '../../../../knowledge/toDos.ts';
import type { DispatchSite, Entry, Lookup, ObjectLiteral, Place } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { outsideAt } from '../outside.ts';
import { around, escapeWord, pathOf, type Source, spanOf, unwrap } from '../source.ts';
import { subjectPlace } from '../subjects.ts';
import type { Types } from '../types.ts';
import { type Before, readBefore } from './before.ts';
import type { SiteContext } from './draft.ts';
import { createEnumerations, type Enumerations } from './enumerations.ts';
import { callWhereFound, isIdleFunction } from './handlerMaps.ts';
import { caughtName, surroundingsOf } from './surroundings.ts';
import { trackError } from './trackedError.ts';

/**
 * Reads the maps over codes that the file looks up itself. A map that is only exported, passed on or never read
 * here is no dispatch: who reads it decides what its gaps mean.
 */
export function collectMaps(
  context: SiteContext,
  objects: readonly ObjectLiteral[],
  objectIndex: ReadonlyMap<number, number>,
): readonly DispatchSite[] {
  const { source, constants, mentions } = context;
  const enumerations = createEnumerations(source);
  const byName = new Map<string, Construct<'lookup'>[]>();
  for (const lookup of source.constructs.all('lookup')) {
    const name = pathOf(part(lookup, 'map') ?? lookup.node).at(-1);
    const key = part(lookup, 'key');
    // A look-up with a fixed key decides nothing.
    if (name === undefined || (key && constants.codeOf(key)) || isWritten(source, lookup.node)) continue;
    const known = byName.get(name);
    if (known) known.push(lookup);
    else byName.set(name, [lookup]);
  }
  const tested = new Set(
    [...source.constructs.all('contains'), ...source.constructs.all('lacks')].flatMap((test) => {
      const list = part(test, 'list');
      return list ? (pathOf(list).at(-1) ?? []) : [];
    }),
  );

  const keysOfObject = new Map<number, number[]>();
  mentions.mentions.forEach(({ kind, place: { role, object }, value, span, outer }, index) => {
    // What is looked up is a text, which a key without quotes need not be: `{ NoConnectionDevice: 'offline' }` in Ruby.
    const isName = kind === 'literal' && value === 'string' && span.start === outer.start;
    if (role !== 'key' || object === undefined || isName) return;
    const keys = keysOfObject.get(object);
    if (keys) keys.push(index);
    else keysOfObject.set(object, [index]);
  });

  return [...byName].flatMap(([name, lookups]) => {
    const literal = constants.literalOf(name);
    const index = literal && objectIndex.get(literal.id);
    const object = index === undefined ? undefined : objects[index];
    const construct = literal && source.constructs.at(literal, 'object');
    const first = lookups[0];
    const key = first && part(first, 'key');
    if (!literal && first) return toOutsideSite(context, { name, lookups }, enumerations, tested) ?? [];
    if (!object || !construct || !key || !first) return [];
    const keyMentions = keysOfObject.get(index ?? -1) ?? [];
    if (keyMentions.length === 0) return [];
    return toMapSite(context, { name, lookups, first, key, object, construct, keyMentions }, enumerations, tested);
  });
}

/** A map over codes, and where it is looked up. */
interface LookedUp {
  readonly name: string;
  readonly lookups: readonly Construct<'lookup'>[];
  /** The first of them, and what it looks for. */
  readonly first: Construct<'lookup'>;
  readonly key: Node;
  readonly object: ObjectLiteral;
  readonly construct: Construct<'object'>;
  readonly keyMentions: readonly number[];
}

/** @param tested names of maps of which somebody asks whether something is in them */
function toMapSite(
  context: SiteContext,
  { name, lookups, first, key, object, construct, keyMentions }: LookedUp,
  enumerations: Enumerations,
  tested: ReadonlySet<string>,
): DispatchSite {
  const { source, mentions } = context;
  const place = subjectPlace(source, context.types, 'key', key);
  const { fallback, unguarded, fixable, isOpen } = gapsOf(context, lookups, tested.has(name));
  const entries = new Map(object.entries.map((entry) => [entry.keySpan.start, entry]));
  return {
    kind: 'map' as const,
    span: object.span,
    head: spanOf(unguarded[0]?.node ?? first.node),
    subject: { text: key.text, path: place.path, ...(place.types && { types: place.types }) },
    arms: keyMentions.flatMap((i) => {
      const mention = mentions.mentions[i];
      const entry = mention && entries.get(mention.span.start);
      const toDo = entry !== undefined && isToDoEntry(source, entry);
      return mention
        ? [{ span: mention.outer, mentions: [i], ranges: [], complete: true, leaves: false, ...(toDo && { toDo }) }]
        : [];
    }),
    ...(fallback ? { fallback } : isClosed(context, enumerations, construct, place) && { fallback: 'closed' as const }),
    open: object.open || keyMentions.length !== object.entries.length || isOpen,
    value: mentions.mentions[keyMentions[0] ?? -1]?.value ?? 'string',
    ...(object.insertion && { armInsertion: object.insertion }),
    lookups: fixable.flatMap((lookup) => readLookup(source, context.types, lookup)),
    surroundings: surroundingsOf(source, context.types, first.node, key.text),
  };
}

/** A map that another file declares, where this one looks it up: there is nothing to add to here but what a gap gives. */
function toOutsideSite(
  context: SiteContext,
  { name, lookups }: Pick<LookedUp, 'name' | 'lookups'>,
  enumerations: Enumerations,
  tested: ReadonlySet<string>,
): DispatchSite | undefined {
  const { source, types } = context;
  const [first] = lookups;
  const [map, key] = [first && part(first, 'map'), first && part(first, 'key')];
  const found = map && outsideAt(source, map);
  if (!first || !key || found?.kind !== 'map') return undefined;
  const place = subjectPlace(source, types, 'key', key);
  const { fallback, unguarded, fixable, isOpen } = gapsOf(context, lookups, tested.has(name));
  return {
    kind: 'map',
    span: spanOf(first.node),
    head: spanOf(unguarded[0]?.node ?? first.node),
    subject: { text: key.text, path: place.path, ...(place.types && { types: place.types }) },
    arms: found.keys.map(({ text }) => ({
      span: spanOf(first.node),
      mentions: [],
      ranges: [{ from: text, to: text }],
      complete: true,
      leaves: false,
    })),
    // What is looked up with a value of an enumeration has an entry for each.
    ...(fallback ? { fallback } : enumerations.isAny(place.types ?? []) && { fallback: 'closed' as const }),
    open: found.open || isOpen,
    value: found.keys[0]?.value ?? 'string',
    lookups: fixable.flatMap((lookup) => readLookup(source, types, lookup)),
    surroundings: surroundingsOf(source, types, first.node, key.text),
  };
}

/** What the look-ups of a map do with what it does not have. @param isTested somebody asks whether something is in it */
function gapsOf(context: SiteContext, lookups: readonly Construct<'lookup'>[], isTested: boolean) {
  const reached = lookups.flatMap((lookup) => {
    const called = callWhereFound(context, lookup);
    const isBare = called !== undefined || !(isTested || hasDefault(context, lookup));
    return isBare ? [{ lookup, called, before: beforeLookup(context, lookup, called ?? lookup.node) }] : [];
  });
  const gaps = reached.filter(({ before }) => !before?.dealsWithAll);
  const unguarded = gaps.map(({ lookup }) => lookup);
  // What is only called where it is there needs no default there, but something done where it is not.
  const bare = gaps.flatMap(({ lookup, called }) => (called ? [] : lookup));
  const fallback = reached.length > 0 ? ('before' as const) : ('lookup' as const);
  return {
    unguarded,
    fixable: bare.length === gaps.length ? bare : [],
    isOpen: reached.some(({ before }) => before?.isOpen),
    fallback: unguarded.length === 0 ? fallback : undefined,
  };
}

/** What stands before a look-up, as before a switch. @param node the look-up, or the statement that asks whether it finds anything */
function beforeLookup(context: SiteContext, { parts: named }: Construct<'lookup'>, node: Node): Before | undefined {
  const { source, types } = context;
  const key = named.key?.[0];
  if (!key) return undefined;
  const { path } = subjectPlace(source, types, 'key', key);
  return readBefore(context, node, trackError(context, node, unwrap(source, key), path, caughtName(source, node)));
}

/** Whether a map has an entry for every value that what it is looked up with can have. */
function isClosed(
  { source, constants }: SiteContext,
  enumerations: Enumerations,
  map: Construct<'object'>,
  { path, types = [] }: Place,
): boolean {
  const keys = parts(map, 'pair').flatMap((pair) => {
    const construct = source.constructs.at(pair, 'pair');
    const key = construct && part(construct, 'key');
    return (key && constants.codeOf(key)) ?? [];
  });
  return enumerations.allNamed(keys, path.length === 1 ? types : []);
}

/** Whether an entry holds a value that says nothing, and the comment behind it notes that something is to be done. */
function isToDoEntry({ text }: Source, { value, span }: Entry): boolean {
  const comment = /^[^\S\r\n]*,?[^\S\r\n]*((?:\/\/|#|\/\*)[^\r\n]*)/.exec(text.slice(span.end, span.end + 300))?.[1];
  return comment !== undefined && notesToDo(comment) && isIdle(text.slice(value.outer.start, value.outer.end));
}

function readLookup(source: Source, types: Types, { node, parts: named }: Construct<'lookup'>): Lookup[] {
  const [map, key] = [named.map?.[0], named.key?.[0]];
  if (!map || !key) return [];
  const asserted = /^\s*!{1,2}(?![!=])/.exec(source.text.slice(node.endIndex, node.endIndex + 10))?.[0] ?? '';
  const inText = (around(source, node, 'string') ?? around(source, node, 'text')) !== undefined;
  return [
    {
      span: { start: node.startIndex, end: node.endIndex + asserted.length },
      map: spanOf(map),
      key: spanOf(key),
      surroundings: surroundingsOf(source, types, node, key.text),
      ...(inText && { inText }),
    },
  ];
}

/** Whether a look-up that finds nothing is dealt with: a default value, or a test of the name its value got. */
function hasDefault(context: SiteContext, lookup: Construct<'lookup'>): boolean {
  const { source } = context;
  const given = part(lookup, 'default');
  if (given) return !isIdleFunction(source, given);
  let node: Node = lookup.node;
  for (let parent = node.parent; parent; parent = node.parent) {
    const fallback = source.constructs.at(parent, 'default');
    const value = fallback && part(fallback, 'of')?.id === node.id ? part(fallback, 'value') : undefined;
    if (value) return !isIdleFunction(source, value);
    if (fallback && part(fallback, 'of')?.id === node.id)
      return !actsIfThere(source.text.slice(parent.endIndex, parent.endIndex + 40));
    if (unwrap(source, parent).id !== unwrap(source, node).id) break;
    node = parent;
  }
  const parent = node.parent;
  if (!parent) return false;
  const holder = around(source, parent, 'function');
  const bound: Construct<'binding' | 'constant'> | undefined =
    source.constructs.at(parent, 'binding') ?? source.constructs.at(parent, 'constant');
  const name = bound && part(bound, 'value')?.id === node.id ? part(bound, 'name')?.text : undefined;
  if (name !== undefined)
    return isTested(source.text.slice(lookup.node.endIndex, holder?.node.endIndex ?? source.text.length), name);
  // A function that says it may give nothing leaves the decision to its callers.
  if (holder && part(holder, 'optional')) return true;
  const body = holder && part(holder, 'body');
  const signature = holder ? source.text.slice(holder.node.startIndex, body?.startIndex ?? holder.node.startIndex) : '';
  return source.description.words?.nothing?.test(signature) || isCondition(source, node) || isAttempted(source, node);
}

/** Whether a name is asked for what it stands for: `if (text)`, `!text`, `text ?? …`, `text is None`, `text.nil?`. */
function isTested(text: string, name: string): boolean {
  const word = `[$@]?${escapeWord(name)}`;
  const { not, and, conditions, joins, nothingBefore, nothingBehind } = KEYWORD;
  const before = `(?:!\\s*|\\b${not}\\s+|\\b${conditions}\\s*\\(?\\s*|${nothingBefore}|&&\\s*|\\b${and}\\s+)`;
  const behind = `\\s*(?:\\?|${nothingBehind}|\\|\\||&&|===?|!==?|\\b${joins}\\b)`;
  return new RegExp(`${before}${word}\\b|(?<![\\w$@])${word}${behind}`).test(text);
}

/** Counts something down, or removes it. */
const TAKES_AWAY = new RegExp(`(?:\\+\\+|--|\\b${KEYWORD.removes}\\s*)$`);

/** Whether something is put where a look-up points, or it stands in a test of the program's own. */
function isWritten(source: Source, node: Node): boolean {
  const before = source.text.slice(Math.max(0, node.startIndex - 40), node.startIndex);
  const after = source.text.slice(node.endIndex, node.endIndex + 10);
  return (
    /^\s*(?:\+\+|--|[-+*/|&^%?]{0,2}=(?![=>~]))/.test(after) || TAKES_AWAY.test(before) || opensExpectation(before)
  );
}

/** Whether a handler catches what a look-up throws that finds nothing. */
function isAttempted(source: Source, node: Node): boolean {
  for (let at: Node = node; at.parent; at = at.parent) {
    if (source.constructs.at(at, 'function') || source.constructs.at(at, 'catch')) return false;
    if (at.parent.namedChildren.some((child) => child !== null && source.constructs.at(child, 'catch'))) return true;
  }
  return false;
}

function isCondition(source: Source, node: Node): boolean {
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (source.constructs.at(at, 'choice') || source.constructs.at(at, 'both')) return true;
    const fallback = source.constructs.at(at, 'default');
    if (
      fallback &&
      parts(fallback, 'of').some((one) => one.startIndex <= node.startIndex && node.endIndex <= one.endIndex)
    )
      return true;
    if (source.constructs.at(at, 'block') || source.constructs.at(at, 'function')) return false;
    const branch = source.constructs.at(at, 'if') ?? source.constructs.at(at, 'elif');
    const condition = branch && part(branch, 'condition');
    if (condition) return condition.startIndex <= node.startIndex && node.endIndex <= condition.endIndex;
  }
  return false;
}
