import { isFilled, isTakenOn, opensTakingPart } from '../../../knowledge/functions.ts';
import type { Entry, EntryInsertionPoint, ObjectLiteral, Value } from '../../../model/model.ts';
import { entryInsertion, lineInsertion } from '../../insertion.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { type Constants, spanOf } from './constants.ts';
import { itemsOf } from './places.ts';
import { bareName, type Source, unwrap } from './source.ts';
import { readString } from './strings.ts';

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
  const parents = new Map<number, { object: number; key: string; inList: boolean }>();
  const objects: (Omit<ObjectLiteral, 'parent'> | undefined)[] = [];

  const readValue = (written: Node, owner: { object: number; key: string; inList: boolean }): Value => {
    const node = unwrap(source, written);
    const spans = { span: spanOf(node), outer: spanOf(written) };
    const nested = source.constructs.at(node, 'object') && index.get(node.id);
    if (nested !== undefined) {
      parents.set(nested, owner);
      return { kind: 'object', ...spans, object: nested };
    }
    if (source.constructs.at(node, 'list')) {
      const items = itemsOf(source, node).map((item) => readValue(item, { ...owner, inList: true }));
      return { kind: 'list', ...spans, items };
    }
    const code = constants.codeOf(node);
    if (!code) return { kind: 'other', ...spans };
    return { kind: code.value, ...spans, span: code.span, text: code.text };
  };

  const names = namesOfLiterals(source);
  for (const object of source.constructs.all('object')) {
    const at = index.get(object.node.id);
    if (at === undefined) continue;
    const pairs = parts(object, 'pair').toSorted((a, b) => a.startIndex - b.startIndex);
    const entries: Entry[] = [];
    let open = parts(object, 'spread').length > 0 || hasOtherStatements(source, object);
    for (const pairNode of pairs) {
      const pair = source.constructs.at(pairNode, 'pair');
      const key = pair && keyOf(constants, pair);
      const value = pair && part(pair, 'value');
      if (!pair || !key) {
        open = true;
        continue;
      }
      entries.push({
        span: { start: pairNode.startIndex, end: Math.max(pairNode.endIndex, value?.endIndex ?? 0) },
        key: key.text,
        keySpan: key.span,
        value: value
          ? readValue(value, { object: at, key: key.text, inList: false })
          : { kind: 'other', span: key.span, outer: key.span },
      });
    }
    const insertion = insertionOf(source, object, pairs);
    const name = names.get(object.node.id);
    const handedOver =
      isHandedOver(source.text, object.node) || (name !== undefined && isChanged(source.text, object.node, name));
    const givenTo = functionAround(source.text, object.node);
    objects[at] = {
      span: spanOf(object.node),
      entries,
      open,
      ...(handedOver && { handedOver }),
      ...(givenTo !== undefined && { givenTo }),
      ...(insertion && { insertion }),
    };
  }
  return objects.map((object, at) => {
    const parent = parents.get(at);
    return { ...(object ?? { span: { start: 0, end: 0 }, entries: [], open: true }), ...(parent && { parent }) };
  });
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
): { text: string; span: { start: number; end: number } } | undefined {
  const name = part(pair, 'name');
  if (name) return { text: name.text, span: spanOf(name) };
  const key = part(pair, 'key');
  if (!key) return undefined;
  const code = constants.codeOf(key);
  return code && { text: code.text, span: code.span };
}

function insertionOf(
  source: Source,
  object: Construct<'object'>,
  pairs: readonly Node[],
): EntryInsertionPoint | undefined {
  if (source.constructs.at(object.node, 'unbraced')) return unbracedInsertion(source, pairs);
  // An entry would be a call or a statement of its own.
  if (part(object, 'chain') ?? part(object, 'filled') ?? part(object, 'block')) return undefined;
  const close = object.node.endIndex - 1;
  if (!/[})\]]/.test(source.text[close] ?? '')) return undefined;
  const [first, last] = [pairs[0], pairs.at(-1)];
  const firstPair = first && source.constructs.at(first, 'pair');
  const lastPair = last && source.constructs.at(last, 'pair');
  const lastValue = lastPair && part(lastPair, 'value');
  const keyNode = firstPair && part(firstPair, 'key');
  const literal = keyNode && source.constructs.at(keyNode, 'string') ? readString(source, keyNode) : undefined;
  let comma: number | undefined;
  const beside = lastValue && last && lastValue.startIndex >= last.endIndex ? lastValue : last;
  let lastEnd = Math.max(last?.endIndex ?? 0, lastValue?.endIndex ?? 0);
  for (let next = beside?.nextSibling; next; next = next.nextSibling) {
    if (next.type === ',') comma = next.endIndex;
    else if (next.endIndex <= close && !source.constructs.at(next, 'comment')) {
      // A value of several tokens, where tokens are all that the grammar knows.
      lastEnd = next.endIndex;
      comma = undefined;
    }
  }
  return entryInsertion(source.text, {
    open: object.node.startIndex,
    close,
    ...(last && { lastStart: last.startIndex, lastEnd }),
    ...(comma !== undefined && { comma }),
    unit: source.unit,
    keys: source.constructs.at(object.node, 'list')
      ? 'pairs'
      : firstPair
        ? keyStyle(source, firstPair)
        : source.description.keys,
    quote: (literal?.quote || firstQuote(source, object.node)) ?? source.description.quote,
  });
}

/** Entries that stand one below the other show by themselves where the next one goes and how its key is written. */
function unbracedInsertion(source: Source, pairs: readonly Node[]): EntryInsertionPoint | undefined {
  const [first, last] = [pairs[0], pairs.at(-1)];
  const pair = first && source.constructs.at(first, 'pair');
  if (!first || !last || !pair) return undefined;
  const key = part(pair, 'key');
  const literal = key && readString(source, key);
  return lineInsertion(source.text, {
    firstStart: first.startIndex,
    lastEnd: last.endIndex,
    unit: source.unit,
    keys: literal?.quote ? 'quoted' : 'bare',
    quote: literal?.quote || source.description.quote,
  });
}

function keyStyle(source: Source, pair: Construct<'pair'>): EntryInsertionPoint['keys'] {
  const key = part(pair, 'key');
  if (key) {
    const value = part(pair, 'value');
    if (value && source.text.slice(key.endIndex, value.startIndex).trim() === '=>') return 'arrows';
    return source.constructs.at(key, 'string') ? 'quoted' : source.description.keys;
  }
  return source.text.slice(pair.node.startIndex, pair.node.endIndex).includes('=') &&
    source.description.keys === 'quoted'
    ? 'keyword'
    : 'bare';
}

function firstQuote(source: Source, node: Node): string | undefined {
  return /["']/.exec(source.text.slice(node.startIndex, node.endIndex))?.[0];
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
function namesOfLiterals(source: Source): ReadonlyMap<number, string> {
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
