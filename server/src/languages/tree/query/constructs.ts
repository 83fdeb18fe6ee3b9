import { countBelow } from '../../../model/countBelow.ts';
import type { Node } from '../syntax/node.ts';
import type { Kind, PartOf } from './captures.ts';
import type { Captures } from './matcher.ts';

/** One construct: its node, and the nodes of its parts in text order. */
export interface Construct<K extends Kind> {
  readonly kind: K;
  readonly node: Node;
  readonly parts: Readonly<Partial<Record<PartOf<K>, readonly Node[]>>>;
}

/** The constructs of one tree, by kind and by node. */
export interface Constructs {
  all<K extends Kind>(kind: K): readonly Construct<K>[];
  at<K extends Kind>(node: Node, kind: K): Construct<K> | undefined;
  /** Those of a kind that lie within a node, or any other range (UTF-16 offsets), in text order. */
  within<K extends Kind>(kind: K, range: Range): readonly Construct<K>[];
  /** Those of a kind whose first node of a part is this one. */
  having<K extends Kind>(kind: K, name: PartOf<K>, node: Node): readonly Construct<K>[];
}

type Range = Pick<Node, 'startIndex' | 'endIndex'>;

/** The first node of a part, where there is one. */
export function part<K extends Kind>(construct: Construct<K>, name: PartOf<K>): Node | undefined {
  return construct.parts[name]?.[0];
}

/** All nodes of a part. */
export function parts<K extends Kind>(construct: Construct<K>, name: PartOf<K>): readonly Node[] {
  return construct.parts[name] ?? [];
}

/** Gathers matches into constructs: matches of one kind over one node are one construct. */
export function gather(matches: Iterable<Captures>): Constructs {
  const gathered = new Gathered();
  for (const captures of matches) gathered.add(captures);
  spreadFlat(gathered);
  joinLinks(gathered);
  return {
    all: (kind) => gathered.of(kind).list,
    at: (node, kind) => gathered.of(kind).byNode.get(node.id),
    within: (kind, range) => gathered.of(kind).within(range),
    having: (kind, name, node) => gathered.of(kind).having(name, node),
  };
}

/** Nodes of a part from which on looking through them for each one more takes too long. */
const MANY_NODES = 30;

/** A construct that may still get parts. */
interface Growing<K extends Kind> extends Construct<K> {
  readonly parts: Partial<Record<PartOf<K>, Node[]>>;
}

/** The constructs of one kind. What finds them is made when it is first asked for: none may come after that. */
class OfKind<K extends Kind> {
  /** By the ids of their nodes. */
  readonly byNode = new Map<number, Growing<K>>();
  private listed: readonly Construct<K>[] | undefined;
  private ordered: readonly Construct<K>[] | undefined;
  /** By a part, and the ids of its first nodes. */
  private readonly byPart = new Map<PartOf<K>, ReadonlyMap<number, readonly Construct<K>[]>>();

  get list(): readonly Construct<K>[] {
    this.listed ??= [...this.byNode.values()];
    return this.listed;
  }

  within({ startIndex, endIndex }: Range): readonly Construct<K>[] {
    this.ordered ??= this.list.toSorted((a, b) => a.node.startIndex - b.node.startIndex);
    const { ordered } = this;
    const found: Construct<K>[] = [];
    let at = countBelow(ordered.length, (index) => (ordered[index]?.node.startIndex ?? startIndex) < startIndex);
    for (let one = ordered[at]; one && one.node.startIndex < endIndex; one = ordered[++at])
      if (one.node.endIndex <= endIndex) found.push(one);
    return found;
  }

  having(name: PartOf<K>, { id }: Node): readonly Construct<K>[] {
    const known = this.byPart.get(name) ?? this.readPart(name);
    this.byPart.set(name, known);
    return known.get(id) ?? [];
  }

  private readPart(name: PartOf<K>): ReadonlyMap<number, readonly Construct<K>[]> {
    const found = new Map<number, Construct<K>[]>();
    for (const one of this.list) {
      const node = part(one, name);
      if (!node) continue;
      const others = found.get(node.id);
      if (others) others.push(one);
      else found.set(node.id, [one]);
    }
    return found;
  }
}

/** What has been gathered so far. */
class Gathered {
  private readonly kinds = new Map<Kind, OfKind<Kind>>();
  /** Of parts with many nodes, the ids of these. */
  private readonly ids = new Map<readonly Node[], Set<number>>();

  of<K extends Kind>(kind: K): OfKind<K> {
    // Under a kind lies nothing else: what is put there comes through here.
    const known = this.kinds.get(kind) as OfKind<K> | undefined;
    if (known) return known;
    const made = new OfKind<K>();
    this.kinds.set(kind, made);
    return made;
  }

  /** Puts a construct in the place of what was known at its node. */
  set<K extends Kind>(kind: K, node: Node, parts: Growing<K>['parts']): void {
    this.of(kind).byNode.set(node.id, { kind, node, parts });
  }

  /** Adds the parts of one match. */
  add(captures: Captures): void {
    for (const { name, node } of captures) {
      if (name.isHidden || name.part !== undefined) continue;
      // Of several wholes, the outermost counts.
      this.addParts(name.kind, node, captures);
      return;
    }
  }

  private addParts(kind: Kind, whole: Node, captures: Captures): void {
    const { byNode } = this.of(kind);
    const construct = byNode.get(whole.id) ?? { kind, node: whole, parts: {} };
    byNode.set(whole.id, construct);
    for (const { name, node } of captures) {
      if (name.isHidden || name.part === undefined || name.kind !== kind) continue;
      const nodes = construct.parts[name.part];
      if (!nodes) construct.parts[name.part] = [node];
      else if (!this.holds(nodes, node)) nodes.push(node);
    }
  }

  /** Whether a part has a node already; if not, it is about to get it. */
  private holds(nodes: readonly Node[], { id }: Node): boolean {
    if (nodes.length < MANY_NODES) return nodes.some((known) => known.id === id);
    const ids = this.ids.get(nodes) ?? new Set(nodes.map((known) => known.id));
    this.ids.set(nodes, ids);
    const has = ids.has(id);
    ids.add(id);
    return has;
  }
}

/** Makes objects of the flat ones. A query cannot tell keys from values by counting; here a key stands for its pair. */
function spreadFlat(gathered: Gathered): void {
  const comments = gathered.of('comment').byNode;
  for (const { node } of gathered.of('flat').byNode.values()) {
    const items = node.namedChildren.filter((child) => !comments.has(child.id));
    if (items.length % 2 !== 0) continue;
    const keys = items.filter((_, index) => index % 2 === 0);
    keys.forEach((key, index) => {
      const value = items.slice(2 * index + 1, 2 * index + 2);
      gathered.set('pair', key, { key: [key], value });
    });
    gathered.set('object', node, { pair: keys });
  }
}

/** Makes objects and lists of calls in a row, from where something empty is made to the last that adds to it. */
function joinLinks(gathered: Gathered): void {
  const links = gathered.of('link').byNode;
  const inner = new Set([...links.values()].map((link) => part(link, 'of')?.id));
  for (const last of links.values()) {
    if (inner.has(last.node.id)) continue;
    const row = rowOf(links, last);
    const origin = row[0] && part(row[0], 'of');
    if (!origin || !gathered.of('seed').byNode.has(origin.id)) continue;
    const keys = row.flatMap((link) => parts(link, 'key'));
    const items = row.flatMap((link) => parts(link, 'item'));
    if (keys.length > 0 && items.length > 0) continue;
    if (keys.length === 0) {
      gathered.set('list', last.node, { item: items });
      continue;
    }
    gathered.set('object', last.node, { pair: keys, chain: [last.node] });
    for (const link of row) {
      const key = part(link, 'key');
      if (!key) continue;
      gathered.set('pair', key, { key: [...parts(link, 'key')], value: [...parts(link, 'value')] });
    }
  }
}

/** The links that end with one, first to last. */
function rowOf(links: ReadonlyMap<number, Construct<'link'>>, last: Construct<'link'>): readonly Construct<'link'>[] {
  const row: Construct<'link'>[] = [];
  for (let link: Construct<'link'> | undefined = last; link; ) {
    row.push(link);
    const of: Node | undefined = part(link, 'of');
    link = of && links.get(of.id);
  }
  return row.reverse();
}
