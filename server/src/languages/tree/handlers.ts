import type { Handler, ProtectedCall, Span } from '../../model/model.ts';
import { spanOf } from './constants.ts';
import { type Construct, part, parts } from './constructs.ts';
import { outcomeOf, readsCode } from './outcome.ts';
import { type Placed, placed, within } from './placed.ts';
import type { Types } from './places.ts';
import { around, calleePath, escapeWord, type Source } from './source.ts';
import { readString } from './strings.ts';
import type { Node } from './treeSitter.ts';

/** Reads every place that deals with a failure, together with the calls that may have failed. */
export function collectHandlers(source: Source, types: Types): readonly Handler[] {
  const handlers = source.constructs.all('catch');
  const checks = source.constructs.all('status');
  if (handlers.length + checks.length === 0) return [];
  const calls = placed(source, 'call');
  const caught = catchClauses(source, types, handlers, calls);
  return [...caught, ...statusChecks(source, types, checks, calls, caught.length)];
}

/** Looks at whether a request went well; its calls are those of the function around. */
function statusChecks(
  source: Source,
  types: Types,
  checks: readonly Construct[],
  calls: readonly Placed[],
  firstAttempt: number,
): readonly Handler[] {
  return checks.flatMap((check, index) => {
    const scope = spanOf(around(source, check.node, 'function')?.node ?? source.root);
    const subject = part(check, 'subject');
    if (!subject) return [];
    const text = source.text.slice(scope.start, scope.end);
    const given = new RegExp(`[(,]\\s*${escapeWord(subject.text)}\\s*[),]`).test(text);
    return {
      head: spanOf(check.node),
      attempt: firstAttempt + index,
      types: [],
      calls: within(calls, scope).flatMap(({ construct }) => protectedCall(source, types, construct)),
      outcome: readsCode(text) ? 'read' : given ? 'passed' : 'dropped',
    };
  });
}

/** Reads every catch clause, or what a language has in its place. */
function catchClauses(
  source: Source,
  types: Types,
  handlers: readonly Construct[],
  calls: readonly Placed[],
): readonly Handler[] {
  const attempts = new Map<number, number>();
  const firstOf = new Map<number, number>();
  for (const { node, parts: named } of handlers) {
    const id = (named.get('attempt')?.[0] ?? node.parent)?.id;
    if (id !== undefined) firstOf.set(id, Math.min(firstOf.get(id) ?? node.startIndex, node.startIndex));
  }
  // What another attempt inside catches itself, and what only runs later, is not protected by the one around.
  const bodies = handlers.flatMap((handler) => {
    const body = protectedBody(source, handler);
    return body && catchesService(part(handler, 'type')?.text) ? [spanOf(body)] : [];
  });
  const inner = [...bodies, ...source.constructs.all('function').map(({ node }) => spanOf(node))];
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
    const isOwn = (call: Placed): boolean => !inside.some((one) => isWithin(call, one));
    const caught = part(handler, 'type');
    const head = headOf(source, handler);
    return {
      head,
      attempt: number,
      types: caught ? (caught.text.match(/[\p{L}_][\p{L}\p{N}_.]*/gu) ?? []) : [],
      calls: within(calls, { start: body.start, end })
        .filter(isOwn)
        .flatMap(({ construct }) => protectedCall(source, types, construct)),
      outcome: outcomeOf(
        source,
        handler,
        head.end,
        within(calls, { start: head.end, end: own.end }).map(({ construct }) => construct),
      ),
    };
  });
}

function protectedBody(source: Source, handler: Construct): Node | undefined {
  const attempt = part(handler, 'attempt') ?? handler.node.parent;
  return part(handler, 'protected') ?? (attempt ? firstBlock(source, attempt) : undefined);
}

/** Whether a type catches the service's errors among others; a handler without one does. */
function catchesService(type = 'Exception'): boolean {
  return /thinq|\b(?:Exception|BaseException|Error|Throwable)\b/i.test(type);
}

function firstBlock(source: Source, attempt: Node): Node | undefined {
  return attempt.namedChildren.find(
    (child): child is Node => child !== null && source.constructs.at(child, 'block') !== undefined,
  );
}

/** The first line of a handler: what it catches, not what it does. */
function headOf(source: Source, handler: Construct): { start: number; end: number } {
  const { node } = handler;
  const head = part(handler, 'head');
  if (head) return { start: head.startIndex, end: head.endIndex };
  const first = /^[^\r\n{]*/.exec(source.text.slice(node.startIndex, node.endIndex))?.[0].trimEnd() ?? '';
  return { start: node.startIndex, end: node.startIndex + Math.max(first.length, 1) };
}

function protectedCall(source: Source, types: Types, call: Construct): ProtectedCall[] {
  const callee = part(call, 'callee');
  if (!callee) return [];
  const path = calleePath(call);
  const strings = parts(call, 'argument').flatMap((argument) =>
    source.constructs.at(argument, 'string')
      ? (readString(source, argument)?.text ?? source.text.slice(argument.startIndex, argument.endIndex))
      : [],
  );
  return [{ path, types: (path[0] !== undefined && types.get(path[0])) || [], strings }];
}

function isWithin(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
