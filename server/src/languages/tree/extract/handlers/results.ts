import { givesNoError } from '../../../../knowledge/channels.ts';
import { givesAnswer } from '../../../../knowledge/clients.ts';
import { givesItems } from '../../../../knowledge/functions.ts';
import { KEYWORD } from '../../../../knowledge/keywords.ts';
import type { Span } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { receiverOf } from '../arguments.ts';
import type { Origins } from '../origins.ts';
import { around, calledName, calleePath, type Source, spanOf, unwrap } from '../source.ts';
import { isGiven, isLabel, isMember, namesIn } from './names.ts';
import { onlyShows } from './shows.ts';

/** What holds a value or an error: the calls that may have failed, and the name that it goes by where it has one. */
export interface Result {
  /** Where it begins, in UTF-16 offsets: what begins there is the same attempt. */
  readonly start: number;
  readonly spans: readonly Span[];
  /** The call whose callback it is given to. */
  readonly call?: Construct<'call'>;
  readonly name?: string;
}

/** A name, or a member of one: `result`, `&result`, `await task`, `response.result` */
const NAMED = new RegExp(
  `^(?:${KEYWORD.waits}\\s+)?[&*$@]*([\\p{L}_][\\p{L}\\p{N}_]*)[?!]*(\\.[\\p{L}_][\\p{L}\\p{N}_]*)?$`,
  'u',
);
/** Whether there is an error at all: `err != nil`. */
const NOTHING_BEHIND = new RegExp(`^\\s*[!=]==?\\s*${KEYWORD.nothing}(?![\\p{L}\\p{N}_])`, 'u');
/** It is a parameter of a function that begins behind it. */
const BODY_BEHIND = new RegExp(`^\\s*(?::[^\\n{}]{0,80})?\\)?\\s*(?:->|=>|${KEYWORD.parameters}\\b)`);
/** How often a name is followed to another. */
const MOST_NAMES = 3;

/** Whether an expression is a name, or a member of one. */
export function isNamed({ text }: Node): boolean {
  return NAMED.test(text);
}

/** What an expression holds: the calls in a row that it is, or what its name was given. */
export function resultAt(source: Source, origins: Origins, node: Node): Result | undefined {
  const root = rootOf(source, node);
  const [, name, member] = NAMED.exec(root.text) ?? [];
  if (name === undefined) return { start: root.startIndex, spans: [spanOf(node)] };
  const call = callGiving(source, root, name);
  if (call) return { start: root.startIndex, spans: [spanOf(node)], call, name };
  if (member !== undefined) return undefined;
  const value = failingIn(source, name, root) ?? originOf(source, origins, name, root.startIndex);
  if (value) return { start: value.start, spans: root.id === node.id ? [value] : [spanOf(node), value], name };
  return isNamed(node) ? undefined : { start: root.startIndex, spans: [spanOf(node)] };
}

/** The call whose error a name got last. */
function failingIn(source: Source, name: string, from: Node): Span | undefined {
  const scope = around(source, from, 'function')?.node ?? source.root;
  const last = source.constructs
    .all('failing')
    .filter(({ node }) => scope.startIndex <= node.startIndex && node.endIndex <= from.startIndex)
    .findLast((one) => part(one, 'name')?.text === name);
  const value = last && part(last, 'value');
  return value && spanOf(value);
}

/** The value that a name was given, under whatever other names it has gone before. */
function originOf({ text }: Source, origins: Origins, name: string, offset: number): Span | undefined {
  let [word, at] = [name, offset];
  for (let depth = 0; depth < MOST_NAMES; depth++) {
    const value = origins.of(word, at);
    if (!value) return undefined;
    const [, next, member] = NAMED.exec(text.slice(value.start, value.end)) ?? [];
    if (next === undefined || member !== undefined) return value;
    [word, at] = [next, value.start];
  }
  return undefined;
}

/** The first of calls in a row, or the name that the first of them is called on where that only passes a result along. */
function rootOf(source: Source, node: Node): Node {
  let at = unwrap(source, node);
  for (;;) {
    const call = source.constructs.at(at, 'call');
    const [on] = call ? receiverOf(call) : [];
    if (!call || !on) return at;
    const inner = unwrap(source, on);
    const isCall = source.constructs.at(inner, 'call') !== undefined;
    if (!isCall && !givesNoError(calledName(call), librariesOf(source.description))) return at;
    at = inner;
  }
}

/** The call that gives a callback what goes by a name in it: `api.state(id) { result in … }`. */
export function callGiving(source: Source, from: Node, name: string): Construct<'call'> | undefined {
  for (let at: Node | null = from.parent; at; at = at.parent) {
    const holder = source.constructs.at(at, 'function');
    if (!holder || !parts(holder, 'parameter').some(({ text }) => text === name)) continue;
    for (let outer: Node | null = at.parent; outer; outer = outer.parent) {
      if (source.constructs.at(outer, 'function') || source.constructs.at(outer, 'if')) return undefined;
      const call = source.constructs.at(outer, 'call');
      if (call && isArgument(call, at)) return isAnswering(source, call) ? call : undefined;
    }
  }
  return undefined;
}

function isArgument(call: Construct<'call'>, { startIndex, endIndex }: Node): boolean {
  return [...parts(call, 'arguments'), ...parts(call, 'block')].some(
    (one) => one.startIndex <= startIndex && endIndex <= one.endIndex,
  );
}

/** Whether a call gives its callback what it has got: it is one of a client, or of a library that does. */
function isAnswering(source: Source, call: Construct<'call'>): boolean {
  const name = calledName(call);
  if (givesAnswer(name)) return true;
  if (givesItems(name)) return false;
  const [on] = receiverOf(call);
  return on !== undefined && !source.constructs.all('call').some(({ node }) => node.id === unwrap(source, on).id);
}

/** Whether a result that has a name goes on, or is asked for its error, elsewhere than where it is dealt with. */
export function goesOnElsewhere(source: Source, result: Result, handler: Construct<'catch'>): boolean {
  const { name } = result;
  if (name === undefined) return false;
  const scope = around(source, handler.node, 'function')?.node ?? source.root;
  const dealt = source.constructs.all('catch').flatMap((one) => parts(one, 'protected'));
  const isDealtWith = (leaf: Node): boolean =>
    dealt.some((one) => one.startIndex <= leaf.startIndex && leaf.endIndex <= one.endIndex && NAMED.test(one.text));
  for (const leaf of namesIn(source, scope)) {
    if (leaf.text !== name || leaf.startIndex < result.start || isMember(source, leaf) || isLabel(source, leaf))
      continue;
    if (
      result.spans.some(
        ({ start, end }) => start <= leaf.startIndex && leaf.endIndex <= end && start !== leaf.startIndex,
      )
    )
      continue;
    if (isDealtWith(leaf) || isAsked(source, leaf) || isToldOnly(source, leaf)) continue;
    return true;
  }
  return false;
}

/** Whether a name is only asked for its value, or gets another one; or begins to be there. */
function isAsked(source: Source, leaf: Node): boolean {
  const behind = source.text.slice(leaf.endIndex, leaf.endIndex + 80);
  const [, member] = /^[?!]*\s*\.\s*([\p{L}_][\p{L}\p{N}_]*)/u.exec(behind) ?? [];
  if (member !== undefined) return givesNoError(member, librariesOf(source.description));
  if (/^\s*(?::[^=\n(){}]{0,60})?=(?!=)/.test(behind) || NOTHING_BEHIND.test(behind)) return true;
  const holder = source.constructs
    .all('function')
    .find((one) => parts(one, 'parameter').some(({ id }) => id === leaf.id));
  return holder !== undefined || BODY_BEHIND.test(behind);
}

function isToldOnly(source: Source, leaf: Node): boolean {
  for (let at = leaf.parent; at && !source.constructs.at(at, 'block'); at = at.parent) {
    const call = source.constructs.at(at, 'call');
    if (call && isGiven(call, leaf)) return onlyShows(source, calleePath(call));
  }
  return false;
}

/** Whether nobody takes what a call gives: it stands as a statement. */
export function isStatement(source: Source, node: Node): boolean {
  let at = node;
  while (at.parent && isWrapping(source, at.parent)) at = at.parent;
  const { parent } = at;
  if (!parent) return false;
  if (/^expression_statement$/.test(parent.type)) return true;
  return source.constructs.at(parent, 'block') !== undefined && source.description.givesLast !== true;
}

function isWrapping(source: Source, node: Node): boolean {
  const wrapper = source.constructs.at(node, 'wrapper');
  return (
    wrapper !== undefined && part(wrapper, 'inner') !== undefined && source.constructs.at(node, 'call') === undefined
  );
}
