import type { Node } from '../syntax/node.ts';
import type { Captures } from './matcher.ts';

/**
 * The neutral vocabulary that the languages' patterns speak. A pattern captures the whole construct under
 * its kind (`@equals`) and its parts under `kind.part` (`@equals.left`). Captures that start with `_` only
 * feed predicates.
 */
export const KINDS = [
  'comment', // a comment
  'string', // a string literal
  'text', // a string that is put together: no code, at most prose
  'markup', // elements in which a comment would be text
  'integer', // a whole number
  'constant', // a name that never changes: .name .value
  'binding', // any other name that gets a value: .name .value
  'scope', // what constants are members of: .name, .closed where it is an enumeration, with every .member, or .texts that hold them; .loose where its members are texts to the language
  'equals', // .left .right
  'differs', // .left .right
  'contains', // a membership test: .item .list, or .option where the items stand in the test, .guard for what is no item
  'lacks', // its negation: .item .list
  'prefix', // whether a text begins with another: .subject .text
  'between', // a range of texts: .low .high, and .subject where it is tested at once
  'either', // or: .left .right
  'both', // and: .left .right
  'not', // .operand
  'wrapper', // changes nothing about its value: .inner
  'number', // makes a number of its value: .inner
  'choice', // one of several values: .branch
  'list', // an array, set or tuple literal; .item where not all of its nodes are
  'object', // an object, dict or map literal; .spread where it holds more than it shows, .chain where calls fill it, .filled where statements do, and .block where it was empty before
  'unbraced', // an object without brackets: its entries stand one below the other
  'pair', // an entry of one: .key .value; .name for a key written bare
  'flat', // the inside of an object literal in which keys and values take turns
  'seed', // makes an object or list without entries
  'link', // a call that adds to what it is called on: .of, and .key .value or .item
  'call', // .callee .argument; .receiver where it is no part of the callee's node
  'lookup', // reads a map: .map .key .default
  'default', // gives a value where another has none: .of
  'switch', // .subject .arm .default, without a subject where the patterns are conditions; .partial where it is nothing at all for what is no member, .throws where what no arm takes is thrown, .exhaustive where the compiler sees to it that some arm takes every value, .nothing for a default that then does nothing
  'arm', // .pattern .guard .body
  'alternatives', // several patterns in one: .pattern
  'if', // .condition .guard .then .elif .else; .end where a branch ends behind its .then; .fixed where its form takes no further branch
  'elif', // .condition .then
  'block', // statements in a row
  'break', // ends an arm; an arm that is one never runs on
  'leave', // control does not run on behind it
  'assignment', // .name
  'function', // where control ends: .body; .name where it has one; .optional for a result type that says there may be none
  'decorator', // what stands before a function or a class and says something about it
  'loop', // where control comes round again
  'catch', // an error handler: .name .type, .guard where a condition decides on it, .head where that is not its first line, and .attempt .protected where these are not its parent and the first block there
  'passed', // hands a failure on at once, so that nothing around it deals with that
  'status', // looks whether a request went well, not why: .subject
  'typed', // a name known to be of a type: .name .type
] as const;

export type Kind = (typeof KINDS)[number];

/** One construct: its node, and the nodes of its parts in text order. */
export interface Construct {
  readonly node: Node;
  readonly parts: ReadonlyMap<string, readonly Node[]>;
}

/** The constructs of one tree, by kind and by node. */
export interface Constructs {
  all(kind: Kind): readonly Construct[];
  at(node: Node, kind: Kind): Construct | undefined;
}

/** The first node of a part, where there is one. */
export function part(construct: Construct, name: string): Node | undefined {
  return construct.parts.get(name)?.[0];
}

/** All nodes of a part. */
export function parts(construct: Construct, name: string): readonly Node[] {
  return construct.parts.get(name) ?? [];
}

type Gathered = Map<string, Map<number, { node: Node; parts: Map<string, Node[]> }>>;

const LONG = 30;

/** Gathers matches into constructs: matches of one kind over one node are one construct. */
export function gather(matches: Iterable<Captures>): Constructs {
  const byKind: Gathered = new Map();
  /** Of long parts, what is in them: looking through thousands for each one more takes too long. */
  const long = new Map<readonly Node[], Set<number>>();
  const holds = (nodes: readonly Node[], { id }: Node): boolean => {
    if (nodes.length < LONG) return nodes.some((known) => known.id === id);
    const ids = long.get(nodes) ?? new Set(nodes.map((known) => known.id));
    long.set(nodes, ids);
    const has = ids.has(id);
    ids.add(id);
    return has;
  };
  for (const captures of matches) {
    const whole = captures.find(({ name }) => name.part === undefined && !name.isHidden);
    if (!whole) continue;
    const { kind } = whole.name;
    const ofKind = byKind.get(kind) ?? new Map<number, { node: Node; parts: Map<string, Node[]> }>();
    byKind.set(kind, ofKind);
    const construct = ofKind.get(whole.node.id) ?? { node: whole.node, parts: new Map<string, Node[]>() };
    ofKind.set(whole.node.id, construct);
    for (const { name, node } of captures) {
      if (name.part === undefined || name.kind !== kind) continue;
      const nodes = construct.parts.get(name.part);
      if (!nodes) construct.parts.set(name.part, [node]);
      else if (!holds(nodes, node)) nodes.push(node);
    }
  }
  spreadFlat(byKind);
  joinLinks(byKind);
  const lists = new Map([...byKind].map(([kind, ofKind]) => [kind, [...ofKind.values()]]));
  return {
    all: (kind) => lists.get(kind) ?? [],
    at: (node, kind) => byKind.get(kind)?.get(node.id),
  };
}

/** Makes objects of the flat ones. A query cannot tell keys from values by counting; here a key stands for its pair. */
function spreadFlat(byKind: Gathered): void {
  const of = (kind: Kind) => byKind.get(kind) ?? new Map<number, { node: Node; parts: Map<string, Node[]> }>();
  const [objects, pairs] = [of('object'), of('pair')];
  for (const { node } of of('flat').values()) {
    const items = node.namedChildren.filter((child) => !of('comment').has(child.id));
    if (items.length % 2 !== 0) continue;
    const keys = items.filter((_, index) => index % 2 === 0);
    keys.forEach((key, index) => {
      const value = items.slice(2 * index + 1, 2 * index + 2);
      pairs.set(key.id, { node: key, parts: new Map(Object.entries({ key: [key], value })) });
    });
    objects.set(node.id, { node, parts: new Map([['pair', keys]]) });
  }
  byKind.set('object', objects);
  byKind.set('pair', pairs);
}

/** Makes objects and lists of calls in a row, from where something empty is made to the last that adds to it. */
function joinLinks(byKind: Gathered): void {
  const links = byKind.get('link');
  if (!links) return;
  const inner = new Set([...links.values()].map(({ parts }) => parts.get('of')?.[0]?.id));
  for (const [id, { node }] of links) {
    if (inner.has(id)) continue;
    const row = [];
    let at = links.get(id);
    let of: Node | undefined = node;
    for (; at; at = of && links.get(of.id)) {
      row.unshift(at.parts);
      of = at.parts.get('of')?.[0];
    }
    if (!of || !byKind.get('seed')?.has(of.id)) continue;
    const keys = row.flatMap((parts) => parts.get('key') ?? []);
    const items = row.flatMap((parts) => parts.get('item') ?? []);
    if (keys.length > 0 && items.length > 0) continue;
    const kind = keys.length > 0 ? 'object' : 'list';
    const made = byKind.get(kind) ?? new Map<number, { node: Node; parts: Map<string, Node[]> }>();
    const parts = keys.length > 0 ? { pair: keys, chain: [node] } : { item: items };
    byKind.set(kind, made.set(id, { node, parts: new Map(Object.entries(parts)) }));
    const pairs = byKind.get('pair') ?? new Map<number, { node: Node; parts: Map<string, Node[]> }>();
    for (const parts of row) {
      const [key] = parts.get('key') ?? [];
      if (key) pairs.set(key.id, { node: key, parts });
    }
    byKind.set('pair', pairs);
  }
}
