import { mayMakeClient } from '../../../../knowledge/clients.ts';
import { goesThroughItems } from '../../../../knowledge/functions.ts';
import { isThinqName } from '../../../../knowledge/vendors.ts';
import type { Handler, ProtectedCall, Span } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { createOrigins, type Origins } from '../origins.ts';
import { outsideTalker, outsideTexts } from '../outsideCalls.ts';
import { type Placed, placed, within } from '../placed.ts';
import { calledName, calleePath, type Source, spanOf, unwrap } from '../source.ts';
import type { Types } from '../types.ts';
import { catchesAnswers, catchesAny, protectedBody, typesIn } from './attempts.ts';
import { catchingCalls } from './catchingCalls.ts';
import { isInCleanUp } from './cleanUp.ts';
import { handlingMethods } from './handlerMethods.ts';
import { holdingCalls } from './holdingCalls.ts';
import { isGiven } from './names.ts';
import { type Called, outcomeOf } from './outcome.ts';
import { createOwnClients } from './ownClients.ts';
import { goesOnElsewhere, type Result, resultAt } from './results.ts';
import { settledCalls } from './settledCalls.ts';
import { givesErrorAt, throwsAt } from './shows.ts';
import { statusChecks } from './statusChecks.ts';
import { createHelperCalls } from './throughHelpers.ts';

/** Reads every place that deals with a failure, together with the calls that may have failed. */
export function collectHandlers(source: Source, types: Types): readonly Handler[] {
  const told = catchingCalls(source).toSorted((a, b) => headStart(a.handler) - headStart(b.handler));
  const methods = handlingMethods(source);
  const handlers = [...source.constructs.all('catch'), ...[...told, ...methods].map(({ handler }) => handler)];
  const checks = source.constructs.all('status');
  const settling = [...settledCalls(source), ...holdingCalls(source)];
  const asked = checks.length + source.constructs.all('statusOf').length;
  if (handlers.length + asked + settling.length === 0) return [];
  const passed = source.constructs.all('passed').map(({ node }) => spanOf(node));
  const calls = placed(source, 'call');
  const origins = createOrigins(source);
  const clientOf = createOwnClients(source, origins);
  const readAlone = (call: Construct<'call'>): ProtectedCall[] => protectedCall(source, types, origins, clientOf, call);
  const throughHelper = createHelperCalls(source, calls, readAlone);
  const readCall = ({ construct }: Placed<'call'>): ProtectedCall[] => {
    const through = throughHelper(construct);
    return readAlone(construct).map((call) => (through.length > 0 ? { ...call, through } : call));
  };
  const callsBehind = (spans: readonly Span[]): readonly ProtectedCall[] =>
    spans.flatMap((span) => within(calls, span).flatMap(readCall));
  const guarded = new Map(told.map((one) => [one.handler, one]));
  const attemptOf = (handler: Construct<'catch'>): Attempt => {
    const method = methods.find((one) => one.handler === handler);
    if (method) return { calls: [], called: method };
    const only = part(handler, 'only');
    if (only) return { calls: callAt(source, only), isOnly: true };
    const call = guarded.get(handler);
    const body = part(handler, 'protected');
    const own = spanOf(handler.node);
    if (call && !call.isResult) {
      // What deals with an error may be given beside what fails with it.
      const found = call.guarded
        .flatMap((span) => [span, ...origins.behind(span)])
        .flatMap((span) => within(calls, span));
      return { calls: found.filter((one) => !isWithin(one, own)), called: call };
    }
    const result = body && resultAt(source, origins, body);
    if (!result || !(call || result.name !== undefined)) return {};
    const found = result.spans.flatMap((span) => within(calls, span));
    const giving = result.call ? [{ construct: result.call, ...spanOf(result.call.node) }] : [];
    const isPassed = (one: Span): boolean =>
      result.spans.some((span) => passed.some((by) => isWithin(by, span) && isWithin(one, by)));
    // What is asked first tells what has failed, not what is done with that.
    const innermost = found.filter((one) => !isPassed(one)).toSorted((a, b) => a.end - b.end);
    return { calls: [...innermost, ...giving], result, ...(call && { called: call }) };
  };
  const clauses = catchClauses(source, handlers, calls, readCall, attemptOf);
  const caught = clauses.map(({ handler }) => handler);
  // A status that is asked for where nobody reads the code of the error around is no failure of its own.
  const dropping = clauses.filter(({ handler }) => handler.outcome === 'dropped');
  const settled = settling.map(({ call, head, outcome }, index): Handler => {
    const given = parts(call, 'arguments').map(spanOf);
    return {
      head: spanOf(head),
      attempt: caught.length + index,
      types: [],
      catchesAny: true,
      calls: callsBehind(given.flatMap((span) => [span, ...origins.behind(span)])),
      cleansUp: isInCleanUp(source, call.node),
      outcome,
    };
  });
  const checked = statusChecks(source, origins, callsBehind, caught.length + settled.length);
  return [...caught, ...settled, ...checked.filter(({ head }) => !dropping.some(({ own }) => isWithin(head, own)))];
}

function headStart(handler: Construct<'catch'>): number {
  return (part(handler, 'head') ?? handler.node).startIndex;
}

/** The call that an expression is. */
function callAt(source: Source, node: Node): readonly Placed<'call'>[] {
  const value = unwrap(source, node);
  const construct = source.constructs.at(value, 'call');
  return construct ? [{ construct, ...spanOf(value) }] : [];
}

/** What a handler deals with, where that is not the code that it protects. */
interface Attempt {
  readonly calls?: readonly Placed<'call'>[];
  readonly result?: Result;
  readonly called?: Called;
  /** What its call is given does not tell whose it is. */
  readonly isOnly?: true;
}

/** Reads every catch clause, or what a language has in its place. */
function catchClauses(
  source: Source,
  handlers: readonly Construct<'catch'>[],
  calls: readonly Placed<'call'>[],
  readCall: (call: Placed<'call'>) => readonly ProtectedCall[],
  attemptOf: (handler: Construct<'catch'>) => Attempt,
): readonly { readonly handler: Handler; readonly own: Span }[] {
  const attempts = new Map<string, number>();
  const firstOf = new Map<number, number>();
  for (const { node, parts: named } of handlers) {
    const id = (named.attempt?.[0] ?? node.parent)?.id;
    if (id !== undefined) firstOf.set(id, Math.min(firstOf.get(id) ?? node.startIndex, node.startIndex));
  }
  // What another attempt inside catches itself, what is passed on at once, and what only runs later, is not protected
  // by the one around.
  const bodies = handlers.flatMap((handler) => {
    const body = protectedBody(source, handler);
    return body && catchesService(source, handler) ? [spanOf(body)] : [];
  });
  const later = source.constructs.all('function').filter(({ node }) => !runsAtOnce(source, node));
  const elsewhere = [...later, ...source.constructs.all('passed')];
  const inner = [...bodies, ...elsewhere.map(({ node }) => spanOf(node))].sort((a, b) => a.start - b.start);
  const dropped = new Set<string>();
  return handlers.flatMap((handler) => {
    const attempt = part(handler, 'attempt') ?? handler.node.parent;
    const node = protectedBody(source, handler);
    if (!attempt || !node) return [];
    const { calls: guarded, result, called, isOnly } = attemptOf(handler);
    const key = result ? `result ${result.start}` : `${attempt.id}`;
    const number = attempts.get(key) ?? attempts.size;
    attempts.set(key, number);
    const body = spanOf(node);
    const own = spanOf(handler.node);
    // Where handlers stand among the statements that they protect, these end with the first of them.
    const end = isWithin(own, body) ? (firstOf.get(attempt.id) ?? body.end) : body.end;
    const inside = within(inner, body).filter((one) => one.start !== body.start || one.end !== body.end);
    // Nor is what goes on with a result whose failure was passed on.
    const isOwn = (call: Placed<'call'>): boolean =>
      !inside.some((one) => isWithin(call, one) || (one.start === call.start && isWithin(one, call)));
    const caught = parts(handler, 'type').flatMap(typesIn);
    const head = headOf(source, handler);
    const read = outcomeOf(source, handler, called);
    const outcome = read === 'dropped' && result && goesOnElsewhere(source, result, handler) ? 'passed' : read;
    // Of one result that is dropped under several calls, the first tells.
    if (result && outcome === 'dropped' && dropped.has(key)) return [];
    if (outcome === 'dropped') dropped.add(key);
    const replaced = outcome === 'dropped' ? replacementIn(source, handler) : undefined;
    const one: Handler = {
      head,
      attempt: number,
      types: caught,
      catchesAny: catchesAny(source, caught),
      ...(catchesAnswers(source, handler) && { catchesAnswers: true }),
      calls: (guarded ?? within(calls, { start: body.start, end }).filter(isOwn))
        .flatMap(readCall)
        .map((call) => (isOnly ? { ...call, strings: [] } : call)),
      ...(called && guarded && !result && { ofClient: true }),
      cleansUp: isInCleanUp(source, handler.node),
      outcome,
      ...(replaced && { replaced }),
    };
    return { handler: one, own };
  });
}

/** Whether a function goes through the items of a list where it stands: `ids.map((id) => api.state(id))`. */
function runsAtOnce(source: Source, node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (source.constructs.at(at, 'block') || source.constructs.at(at, 'function')) return false;
    const call = source.constructs.at(at, 'call');
    if (call) return isGiven(call, node) && goesThroughItems(calledName(call));
  }
  return false;
}

/** The one statement of a handler that throws, or gives back, another error than the one that was caught. */
function replacementIn(source: Source, handler: Construct<'catch'>): Handler['replaced'] {
  const name = part(handler, 'name')?.text ?? source.description.caught;
  const thrown = [...handler.node.walk()].filter(
    (node) => source.constructs.at(node, 'leave') && (throwsAt(source, node) || givesErrorAt(source, node)),
  );
  const ids = new Set(thrown.map(({ id }) => id));
  // A statement may be made of nothing but an expression that throws.
  const [only, ...others] = thrown.filter(({ parent }) => !ids.has(parent?.id ?? -1));
  return name !== undefined && only && others.length === 0 ? { name, statement: spanOf(only) } : undefined;
}

/** Whether a type catches the service's errors among others; a handler without one does. */
function catchesService(source: Source, handler: Construct<'catch'>): boolean {
  const types = typesIn(part(handler, 'type'));
  return catchesAny(source, types) || types.some(isThinqName) || catchesAnswers(source, handler);
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
  clientOf: ReturnType<typeof createOwnClients>,
  call: Construct<'call'>,
): ProtectedCall[] {
  const callee = part(call, 'callee');
  if (!callee) return [];
  // `get` is what is called here, and no word that adds nothing.
  const [words, name] = [calleePath(call), calledName(call)];
  const path = words.at(-1) === name || name === '' ? words : [...words, name];
  const given = { start: callee.endIndex, end: call.node.endIndex };
  // Whoever asks may know where: `axios.create({ baseURL: … })`.
  const on = { start: call.node.startIndex, end: callee.endIndex };
  // What is done with an answer asks nobody: `client.get(path).json()`.
  const made = source.text.slice(on.start, on.end).includes('(') ? [] : origins.behind(on);
  const client = made[0] && mayMakeClient(source.text.slice(made[0].start, made[0].end)) ? made : [];
  const spans = [given, ...origins.behind(given), ...client];
  const strings = spans.flatMap((span) => [...origins.textsIn(span), ...outsideTexts(source, span, callee)]);
  const declared = (path[0] !== undefined && types.get(path[0])) || [];
  const outside = outsideTalker(source, call, types);
  const own = clientOf(call, path);
  return [
    {
      path,
      types: [...declared, ...outside.types],
      strings,
      addresses: outside.addresses,
      ...(own && { client: own }),
    },
  ];
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
