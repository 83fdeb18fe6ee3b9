import { replacesError } from '../../../../knowledge/channels.ts';
import { statusMembersOf } from '../../../../knowledge/clients.ts';
import { asksForWhatCodesSay, isDerivedFromCode } from '../../../../knowledge/errors.ts';
import type { Handler } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { Source } from '../source.ts';
import { typesIn } from './attempts.ts';
import { ErrorUses, type Search, type Use } from './errorUses.ts';
import { isAssigned, isMatched, isMember, isOfType, namesIn, readsCodeIn } from './names.ts';
import { throwsAt } from './shows.ts';

/** What an error goes by in a handler, where no part of that says it. */
export interface Called {
  /** Its name: `$0`. */
  readonly name?: string;
  /** Under which member it is, of what the handler has a name for. */
  readonly member?: string;
}

/** What becomes of the error in a handler: where it, and what is made of it, ends. */
export function outcomeOf(source: Source, handler: Construct<'catch'>, called: Called = {}): Handler['outcome'] {
  const filters = [...parts(handler, 'guard'), ...parts(handler, 'type').filter((type) => hasFunction(source, type))];
  const isOutside = outsideOf(source, handler);
  const statuses = new Set(statusMembersOf(parts(handler, 'type').flatMap(typesIn)));
  const isStatus = (node: Node): boolean => statuses.has(node.text) && isMember(source, node);
  const reads =
    readsCodeIn(source, handler.node, (node) => isOutside(node) || isStatus(node)) ||
    filters.some((filter) => readsCodeIn(source, filter)) ||
    asksForCode(source, handler.node, isOutside) ||
    // It is there for what a code says, and nothing else.
    parts(handler, 'type').some((type) => isDerivedFromCode(type.text));
  if (reads) return 'read';
  const uses = usesOf(source, handler, isOutside, called, statuses);
  if (uses.includes('read')) return 'read';
  const isPassed =
    uses.includes('passed') ||
    throwsOn(source, handler.node, isOutside) ||
    throwsOuter(source, handler.node, isOutside);
  return isPassed ? 'passed' : 'dropped';
}

/** What in a handler's node does not deal with the error: what it protects, and what says which errors it catches. */
function outsideOf({ constructs }: Source, handler: Construct<'catch'>): (node: Node) => boolean {
  const { node } = handler;
  const head = part(handler, 'head');
  const headEnd = head && node.startIndex <= head.startIndex && head.endIndex <= node.endIndex ? head.endIndex : 0;
  // The names and types of a function's parameters ask for nothing: `(exception: ThinQError, host: Host) => …`.
  const deals = constructs.at(node, 'function');
  const body = deals && part(deals, 'body');
  const start = Math.max(headEnd, body && body.startIndex > node.startIndex ? body.startIndex : 0);
  const others = (['name', 'type', 'protected'] as const)
    .flatMap((name) => parts(handler, name))
    .filter((one) => node.startIndex <= one.startIndex && one.endIndex <= node.endIndex && one.id !== node.id);
  return ({ startIndex, endIndex }) =>
    startIndex < start || others.some((one) => one.startIndex <= startIndex && endIndex <= one.endIndex);
}

/** What becomes of the error under the names that the handler has for it. */
function usesOf(
  source: Source,
  handler: Construct<'catch'>,
  isOutside: (node: Node) => boolean,
  { name: given, member }: Called,
  statuses: ReadonlySet<string>,
): readonly Use[] {
  const errorUses = new ErrorUses(source, handler.node, statuses);
  if (member !== undefined) return errorUses.usesOfMember(member, handler.node);
  const method = part(handler, 'head')?.text ?? '';
  const body: Search = {
    where: handler.node,
    isOwn: (node) => !isOutside(node),
    atEdge: { whole: 'passed', text: replacesError(method) ? 'passed' : undefined },
  };
  const ofTaken = parts(handler, 'taken').map((pattern) => errorUses.taken(pattern, 'whole', body));
  const named = [...parts(handler, 'name').map(({ text }) => text), ...(given === undefined ? [] : [given])];
  const unnamed = source.description.caught;
  const names = named.length > 0 || unnamed === undefined ? named : [unnamed];
  // What a filter asks for decides; that it names the error does not.
  const filter = (where: Node): Search => ({ where, isOwn: () => true, atEdge: { whole: undefined, text: 'read' } });
  const ofNamed = names.flatMap((name) => [
    ...parts(handler, 'guard').map((guard) => errorUses.useOf(name, 'whole', filter(guard))),
    errorUses.useOf(name, 'whole', body),
  ]);
  return [...ofTaken, ...ofNamed];
}

/** Whether something is asked that only the code can tell, of the error under whatever name: `failure.isRateLimited`. */
function asksForCode(source: Source, node: Node, isOutside: (node: Node) => boolean): boolean {
  for (const leaf of namesIn(source, node)) {
    if (isOutside(leaf)) continue;
    const isAsked = isMember(source, leaf)
      ? asksForWhatCodesSay(leaf.text) && !isAssigned(source, leaf) && !isOfType(source, leaf)
      : isMatched(source, leaf);
    if (isAsked) return true;
  }
  return false;
}

/** Whether the error goes on unnamed: it is thrown again, or is the cause of what is thrown instead. */
function throwsOn(source: Source, node: Node, isOutside: (node: Node) => boolean): boolean {
  const { unchained } = source.description.words ?? {};
  return leavesIn(source, node).some((leave) => {
    if (isOutside(leave)) return false;
    if (!throwsAt(source, leave)) return false;
    const { text } = leave;
    return /^\w+\s*;?$/.test(text) || (unchained !== undefined && !unchained.test(text));
  });
}

/** Whether the error of a handler around is thrown instead: a second try has failed, and the first one tells why. */
function throwsOuter(source: Source, node: Node, isOutside: (node: Node) => boolean): boolean {
  const names = new Set<string>();
  for (let at = node.parent; at; at = at.parent) {
    const around = source.constructs.at(at, 'catch');
    for (const name of around ? parts(around, 'name') : []) names.add(name.text);
  }
  if (names.size === 0) return false;
  return leavesIn(source, node).some((leave) => {
    return (
      !isOutside(leave) && throwsAt(source, leave) && leave.namedChildren.some((one) => one && names.has(one.text))
    );
  });
}

function leavesIn({ constructs }: Source, node: Node): readonly Node[] {
  return [...node.walk()].filter((one) => constructs.at(one, 'leave'));
}

function hasFunction({ constructs }: Source, node: Node): boolean {
  return [...node.walk()].some((one) => constructs.at(one, 'function'));
}
