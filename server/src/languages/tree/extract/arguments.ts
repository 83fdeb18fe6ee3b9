import { isIdleBody, isSelf } from '../../../knowledge/keywords.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { bareName, type Source, spanOf, unwrap } from './source.ts';
import { readString } from './strings.ts';

/** One of the values that a call is given. */
export interface Argument {
  /** What it goes by: `onError` in `then(f, onError: g)`, and in `subscribe({ error: g })` that of an entry. */
  readonly label?: Node;
  readonly value: Node;
}

/** `onError:` in front of a value, where the grammar makes no pair of them. */
const LABEL = /^[\p{L}_][\p{L}\p{N}_]*\s*:(?!:)/u;

/** The arguments of a call in their order; a block behind them is the last. */
export function argumentsOf(source: Source, call: Construct<'call'>): readonly Argument[] {
  const listed = parts(call, 'arguments').flatMap((list) => list.namedChildren);
  return [...listed, ...parts(call, 'block')]
    .filter((one) => !source.constructs.at(one, 'comment'))
    .map((one) => argumentAt(source, one));
}

/** How far entries of objects are looked for in one another. */
const MOST_NESTED = 3;

/**
 * What a call is given under one of these names: as a label, or as an entry of an object that is one of its arguments, or
 * in one of these. A list with one item stands for that.
 */
export function argumentUnder(source: Source, call: Construct<'call'>, names: readonly string[]): Argument | undefined {
  let layer = argumentsOf(source, call);
  for (let depth = 0; depth < MOST_NESTED && layer.length > 0; depth++) {
    const found = layer.find(({ label }) => label && names.includes(label.text.replace(/^:|[:'"]+|:$/g, '')));
    if (found) return { ...found, value: onlyItem(source, found.value) };
    layer = layer.flatMap(({ value }) => entriesOf(source, value));
  }
  return undefined;
}

function onlyItem(source: Source, value: Node): Node {
  const items = source.constructs.at(value, 'list') ? value.namedChildren : [];
  return items.length === 1 && items[0] ? items[0] : value;
}

/** A name with or without what stands before it, a mark that makes a symbol of it, and a call that binds it. */
const NAMED = /^(?:([$@\p{L}_]+)(?:\.|->|::))?:?([\p{L}_][\p{L}\p{N}_]*[?!]?)(?:\.\w+\([$\w]*\))?$/u;

/**
 * The function that an expression is: written there, or one of the file that it names: `() => null`, `this.onError`,
 * `this.onError.bind(this)`, `:on_error`.
 */
export function functionOf(source: Source, written: Node): Construct<'function' | 'lambda'> | undefined {
  const value = unwrap(source, written);
  const own = source.constructs.at(value, 'function') ?? source.constructs.at(value, 'lambda');
  if (own) return own;
  const text = source.constructs.at(value, 'string') && readString(source, value)?.text;
  if (text !== undefined) return functionNamed(source, text);
  const [, owner, name] = NAMED.exec(value.text) ?? [];
  return name !== undefined && (owner === undefined || isSelf(owner.replace(/^\$/, '')))
    ? functionNamed(source, name)
    : undefined;
}

/** The one function of the file that has a name, its own or one that it is given. */
function functionNamed({ constructs }: Source, name: string): Construct<'function'> | undefined {
  const declared = constructs.all('function').filter((one) => part(one, 'name')?.text === name);
  const given = (['constant', 'binding'] as const).flatMap((kind) =>
    constructs.all(kind).flatMap((one) => {
      const value = bareName(part(one, 'name')) === name ? part(one, 'value') : undefined;
      return (value && constructs.at(value, 'function')) ?? [];
    }),
  );
  const [only, ...others] = [...declared, ...given];
  // One without a body may have been left out.
  return others.length === 0 && only && !isIdleBody(part(only, 'body')?.text ?? '') ? only : undefined;
}

function argumentAt(source: Source, node: Node): Argument {
  const { constructs } = source;
  const named = constructs.at(node, 'binding') ?? constructs.at(node, 'pair');
  if (named) {
    const label = part(named, 'name') ?? (named.kind === 'pair' ? part(named, 'key') : undefined);
    const value = part(named, 'value');
    if (label && value) return { label, value };
  }
  const children = node.namedChildren;
  const [key, held] = [children.find(({ field }) => field === 'key'), children.find(({ field }) => field === 'value')];
  if (key && held) return { label: key, value: held };
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return { value: node };
  if (first !== last && LABEL.test(node.text)) return { label: first, value: last };
  const { start, end } = spanOf(node);
  return { value: first === last && first.startIndex === start && first.endIndex === end ? first : node };
}

/** The entries of an object literal, functions that stand in it under their own names among them. */
function entriesOf(source: Source, value: Node): readonly Argument[] {
  const object = source.constructs.at(value, 'object');
  if (!object) return [];
  return value.namedChildren.flatMap((entry): readonly Argument[] => {
    const method = source.constructs.at(entry, 'function');
    const name = method && part(method, 'name');
    if (name) return [{ label: name, value: entry }];
    const { label, value: held } = argumentAt(source, entry);
    return label ? [{ label, value: held }] : [];
  });
}

/** What a call is called on. */
export function receiverOf(call: Construct<'call'>): readonly Node[] {
  const apart = parts(call, 'receiver');
  if (apart.length > 0) return apart;
  const [on, ...members] = part(call, 'callee')?.namedChildren ?? [];
  return on && members.length > 0 ? [on] : [];
}
