import { plainValueOf } from '../../../knowledge/emptyValues.ts';
import { isGeneralType } from '../../../knowledge/generalTypes.ts';
import type { Entry, ObjectLiteral, Span, Value } from '../../../model/model.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Constants } from './constants.ts';
import { insertionOf } from './entryInsertions.ts';
import { createIsReturned, namesOfLiterals, readUse } from './handedOver.ts';
import { createSight } from './inSight.ts';
import { itemsOf } from './lists.ts';
import { bareName, type Source, spanOf, unwrap } from './source.ts';

/** Numbers the object literals of a file in text order, by node id. */
export function indexObjects(source: Source): ReadonlyMap<number, number> {
  const nodes = source.constructs.all('object').map(({ node }) => node);
  nodes.sort((a, b) => a.startIndex - b.startIndex || b.endIndex - a.endIndex);
  return new Map(nodes.map((node, index) => [node.id, index]));
}

/** Reads the object literals, in the order of their numbers. */
export function collectObjects(
  source: Source,
  constants: Constants,
  index: ReadonlyMap<number, number>,
): readonly ObjectLiteral[] {
  const reader = new ObjectReader(source, constants, index);
  const sightOf = createSight(source);
  const objects: (Omit<ObjectLiteral, 'parent'> | undefined)[] = [];
  const nodes: Node[] = [];
  for (const object of source.constructs.all('object')) {
    const at = index.get(object.node.id);
    if (at === undefined) continue;
    objects[at] = reader.read(object, at);
    nodes[at] = object.node;
  }
  return objects.map((object, at) => {
    const parent = reader.parents.get(at);
    const node = nodes[at];
    const inSight = parent || !node ? [] : sightOf(node);
    return {
      ...(object ?? { span: { start: 0, end: 0 }, entries: [], open: true }),
      ...(parent && { parent }),
      ...(inSight.length > 0 && { inSight }),
    };
  });
}

/** UTF-16 units of an expression that is looked at for what it plainly is. */
const PLAIN_LIMIT_UNITS = 120;

type Parent = NonNullable<ObjectLiteral['parent']>;

class ObjectReader {
  /** What the objects that have been read so far hold, by number. */
  readonly parents = new Map<number, Parent>();
  private readonly names: ReadonlyMap<number, string>;
  private readonly members: ReadonlySet<string>;
  private readonly typedNames: ReadonlySet<string>;
  private readonly isReturned: ReturnType<typeof createIsReturned>;

  constructor(
    private readonly source: Source,
    private readonly constants: Constants,
    private readonly index: ReadonlyMap<number, number>,
  ) {
    this.names = namesOfLiterals(source);
    this.members = new Set(source.constructs.all('member').flatMap((member) => part(member, 'name')?.text ?? []));
    this.typedNames = namesOfOwnTypes(source);
    this.isReturned = createIsReturned(source);
  }

  /** @param number of the object */
  read(object: Construct<'object'>, number: number): Omit<ObjectLiteral, 'parent'> {
    const { source } = this;
    const pairs = parts(object, 'pair').toSorted((a, b) => a.startIndex - b.startIndex);
    const entries = pairs.flatMap((node) => this.readEntry(node, number) ?? []);
    const isUnclear = entries.length < pairs.length || parts(object, 'spread').length > 0;
    const insertion = insertionOf(source, object, pairs);
    const name = this.names.get(object.node.id);
    return {
      span: spanOf(object.node),
      entries,
      open: isUnclear || hasOtherStatements(source, object),
      ...readUse(source, this.isReturned, object.node, name),
      ...(name !== undefined && this.typedNames.has(name) && { typed: true }),
      ...(!source.description.isProgram && { ofData: true }),
      ...(insertion && { insertion }),
    };
  }

  /** @returns undefined for an entry whose key is unknown */
  private readEntry(node: Node, object: number): Entry | undefined {
    const pair = this.source.constructs.at(node, 'pair');
    const key = pair && keyOf(this.constants, pair);
    if (!pair || !key) return undefined;
    const value = part(pair, 'value');
    return {
      span: { start: node.startIndex, end: Math.max(node.endIndex, value?.endIndex ?? 0) },
      key: key.text,
      keySpan: key.span,
      value: value
        ? this.readValue(value, { object, key: key.text, inList: false })
        : {
            kind: 'other',
            span: key.span,
            outer: key.span,
            // Data has no names that stand for key and value: `errorProperties:` with nothing behind it.
            ...(!this.source.description.isProgram && { plain: 'null' as const }),
          },
      ...(this.members.has(key.text) && { declared: true }),
    };
  }

  private readValue(written: Node, owner: Parent): Value {
    const { source, index } = this;
    const node = unwrap(source, written);
    const spans = { span: spanOf(node), outer: spanOf(written) };
    const nested = source.constructs.at(node, 'object') && index.get(node.id);
    if (nested !== undefined) {
      this.parents.set(nested, owner);
      return { kind: 'object', ...spans, object: nested };
    }
    if (source.constructs.at(node, 'list')) {
      const items = itemsOf(source, node).map((item) => this.readValue(item, { ...owner, inList: true }));
      return { kind: 'list', ...spans, items };
    }
    const code = this.constants.codeOf(node);
    if (code) return { kind: code.value, ...spans, span: code.span, text: code.text };
    // Of an expression inside a macro, the node is no more than its first word.
    const plain = plainValueOf(source.text.slice(written.startIndex, written.startIndex + PLAIN_LIMIT_UNITS));
    return { kind: 'other', ...spans, ...(plain && { plain }) };
  }
}

/** The names that are declared to be of a type of the program's own. */
function namesOfOwnTypes(source: Source): ReadonlySet<string> {
  const names = source.constructs.all('typed').flatMap((typed) => {
    const words = part(typed, 'type')?.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
    return words.some((word) => !isGeneralType(word)) ? (bareName(part(typed, 'name')) ?? []) : [];
  });
  return new Set(names);
}

/** Whether the statements that fill an object do more than that. */
function hasOtherStatements(source: Source, object: Construct<'object'>): boolean {
  const statements = object.node.namedChildren.filter((child) => child && !source.constructs.at(child, 'comment'));
  const isFilled = part(object, 'filled') ?? part(object, 'block');
  return isFilled !== undefined && (!part(object, 'block') || statements.length !== parts(object, 'pair').length);
}

function keyOf(
  constants: Constants,
  pair: Construct<'pair'>,
): { readonly text: string; readonly span: Span } | undefined {
  const name = part(pair, 'name');
  if (name) return { text: name.text, span: spanOf(name) };
  const key = part(pair, 'key');
  if (!key) return undefined;
  const code = constants.codeOf(key);
  return code && { text: code.text, span: code.span };
}
