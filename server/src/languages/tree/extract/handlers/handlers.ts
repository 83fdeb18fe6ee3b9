import { makesBasedClient } from '../../../../knowledge/clients.ts';
import { isThinqName } from '../../../../knowledge/vendors.ts';
import type { Handler, ProtectedCall, Span } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { createHolders } from '../holders.ts';
import { createOrigins, type Origins } from '../origins.ts';
import { type Placed, placed, within } from '../placed.ts';
import { calledName, calleePath, type Source, spanOf } from '../source.ts';
import type { Types } from '../types.ts';
import { protectedBody } from './attempts.ts';
import { isInCleanUp } from './cleanUp.ts';
import { outcomeOf } from './outcome.ts';
import { givesErrorAt, throwsAt } from './shows.ts';
import { statusChecks } from './statusChecks.ts';

/** UTF-16 units of what makes a client that are looked at. */
const MADE_LIMIT_UNITS = 2000;

/** Reads every place that deals with a failure, together with the calls that may have failed. */
export function collectHandlers(source: Source, types: Types): readonly Handler[] {
  const handlers = source.constructs.all('catch');
  const checks = source.constructs.all('status');
  if (handlers.length + checks.length === 0) return [];
  const calls = placed(source, 'call');
  const origins = createOrigins(source);
  const holdersOf = createHolders(source);
  const readCall = ({ construct }: Placed<'call'>): ProtectedCall[] => {
    const read = protectedCall(source, types, origins, construct);
    return read ? [{ ...read, holders: holdersOf(construct.node) }] : [];
  };
  const clauses = catchClauses(source, handlers, calls, readCall);
  const callsBehind = (spans: readonly Span[]): readonly ProtectedCall[] =>
    spans.flatMap((span) => within(calls, span).flatMap(readCall));
  const caught = clauses.map(({ handler }) => handler);
  // A status that is asked for where nobody reads the code of the error around is no failure of its own.
  const dropping = clauses.filter(({ handler }) => handler.outcome === 'dropped');
  const checked = statusChecks(source, origins, callsBehind, caught.length);
  return [...caught, ...checked.filter(({ head }) => !dropping.some(({ own }) => isWithin(head, own)))];
}

/** Reads every catch clause, or what a language has in its place. */
function catchClauses(
  source: Source,
  handlers: readonly Construct<'catch'>[],
  calls: readonly Placed<'call'>[],
  readCall: (call: Placed<'call'>) => readonly ProtectedCall[],
): readonly { readonly handler: Handler; readonly own: Span }[] {
  const attempts = new Map<number, number>();
  const firstOf = new Map<number, number>();
  for (const { node, parts: named } of handlers) {
    const id = (named.get('attempt')?.[0] ?? node.parent)?.id;
    if (id !== undefined) firstOf.set(id, Math.min(firstOf.get(id) ?? node.startIndex, node.startIndex));
  }
  // What another attempt inside catches itself, what is passed on at once, and what only runs later, is not protected
  // by the one around.
  const bodies = handlers.flatMap((handler) => {
    const body = protectedBody(source, handler);
    return body && catchesService(source, part(handler, 'type')) ? [spanOf(body)] : [];
  });
  const elsewhere = (['function', 'passed'] as const).flatMap((kind) => source.constructs.all(kind));
  const inner = [...bodies, ...elsewhere.map(({ node }) => spanOf(node))];
  return handlers.flatMap((handler) => {
    const attempt = part(handler, 'attempt') ?? handler.node.parent;
    const node = protectedBody(source, handler);
    if (!attempt || !node) return [];
    const number = attempts.get(attempt.id) ?? attempts.size;
    attempts.set(attempt.id, number);
    const body = spanOf(node);
    const own = spanOf(handler.node);
    // Where handlers stand among the statements that they protect, these end with the first of them.
    const end = isWithin(own, body) ? (firstOf.get(attempt.id) ?? body.end) : body.end;
    const inside = inner.filter((one) => isWithin(one, body) && (one.start !== body.start || one.end !== body.end));
    // Nor is what goes on with a result whose failure was passed on.
    const isOwn = (call: Placed<'call'>): boolean =>
      !inside.some((one) => isWithin(call, one) || (one.start === call.start && isWithin(one, call)));
    const caught = typesIn(part(handler, 'type'));
    const head = headOf(source, handler);
    const outcome = outcomeOf(source, handler);
    const replaced = outcome === 'dropped' ? replacementIn(source, handler) : undefined;
    const read: Handler = {
      head,
      attempt: number,
      types: caught,
      catchesAny: catchesAny(source, caught),
      calls: within(calls, { start: body.start, end }).filter(isOwn).flatMap(readCall),
      cleansUp: isInCleanUp(source, handler.node),
      outcome,
      ...(replaced && { replaced }),
    };
    return { handler: read, own };
  });
}

/** The one statement of a handler that throws, or gives back, another error than the one that was caught. */
function replacementIn(source: Source, handler: Construct<'catch'>): Handler['replaced'] {
  const name = part(handler, 'name')?.text ?? source.description.caught;
  const own = spanOf(handler.node);
  const thrown = source.constructs
    .all('leave')
    .filter(({ node }) => isWithin(spanOf(node), own) && (throwsAt(source, node) || givesErrorAt(source, node)));
  // A statement may be made of nothing but an expression that throws.
  const isInner = ({ node }: Construct<'leave'>): boolean => thrown.some((one) => one.node.id === node.parent?.id);
  const [only, ...others] = thrown.filter((one) => !isInner(one));
  return name !== undefined && only && others.length === 0 ? { name, statement: spanOf(only.node) } : undefined;
}

/** Whether a type catches the service's errors among others; a handler without one does. */
function catchesService(source: Source, type: Node | undefined): boolean {
  const types = typesIn(type);
  return catchesAny(source, types) || types.some(isThinqName);
}

/** The types that a handler names, as written. */
function typesIn(type: Node | undefined): readonly string[] {
  return type?.text.match(/\\?[\p{L}_][\p{L}\p{N}_.]*/gu) ?? [];
}

function catchesAny({ description }: Source, types: readonly string[]): boolean {
  return types.length === 0 || types.some((type) => description.words?.anyError.test(type));
}

/** The first line of a handler: what it catches, not what it does. */
function headOf(source: Source, handler: Construct<'catch'>): { start: number; end: number } {
  const { node } = handler;
  const head = part(handler, 'head');
  if (head) return { start: head.startIndex, end: head.endIndex };
  const first = /^[^\r\n{]*/.exec(source.text.slice(node.startIndex, node.endIndex))?.[0].trimEnd() ?? '';
  return { start: node.startIndex, end: node.startIndex + Math.max(first.length, 1) };
}

function protectedCall(
  source: Source,
  types: Types,
  origins: Origins,
  call: Construct<'call'>,
): Omit<ProtectedCall, 'holders'> | undefined {
  const callee = part(call, 'callee');
  if (!callee) return undefined;
  const path = calleePath(call);
  const given = { start: callee.endIndex, end: call.node.endIndex };
  const strings = [given, ...origins.behind(given)].flatMap((span) => origins.textsIn(span));
  strings.push(...addressOfClient(source, origins, call));
  return { path, name: calledName(call), types: (path[0] !== undefined && types.get(path[0])) || [], strings };
}

/** What the client that a call is made on was made with, where that has an address for all its calls. */
function addressOfClient(source: Source, origins: Origins, call: Construct<'call'>): readonly string[] {
  const on = part(call, 'receiver') ?? part(call, 'callee');
  const [made] = on ? origins.behind(spanOf(on)) : [];
  if (!made || !makesBasedClient(source.text.slice(made.start, Math.min(made.end, made.start + MADE_LIMIT_UNITS))))
    return [];
  const written = origins.textsIn(made);
  // Where the address is written out, no name of it is looked for.
  return written.some((text) => text.includes('://')) ? written : origins.behind(made).flatMap(origins.textsIn);
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
