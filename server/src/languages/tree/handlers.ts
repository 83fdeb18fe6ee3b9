import type { Handler, ProtectedCall } from '../../model/model.ts';
import { type Construct, part, parts } from './constructs.ts';
import type { Types } from './places.ts';
import { around, calleePath, type Source } from './source.ts';
import { readString } from './strings.ts';
import type { Node } from './treeSitter.ts';

/** Reads every place that deals with a failure, together with the calls that may have failed. */
export function collectHandlers(source: Source, types: Types): readonly Handler[] {
  const caught = catchClauses(source, types);
  return [...caught, ...statusChecks(source, types, caught.length)];
}

/** Looks at whether a request went well; its calls are those of the function around. */
function statusChecks(source: Source, types: Types, firstAttempt: number): readonly Handler[] {
  const checks = source.constructs.all('status');
  if (checks.length === 0) return [];
  const calls = source.constructs.all('call');
  return checks.flatMap((check, index) => {
    const scope = around(source, check.node, 'function')?.node ?? source.root;
    const subject = part(check, 'subject');
    if (!subject) return [];
    const given = new RegExp(`[(,]\\s*${escapeName(subject.text)}\\s*[),]`).test(scope.text);
    return {
      head: { start: check.node.startIndex, end: check.node.endIndex },
      attempt: firstAttempt + index,
      types: [],
      calls: calls.flatMap((call) => (isWithin(call.node, scope) ? protectedCall(source, types, call) : [])),
      outcome: READS_CODE.test(scope.text) ? 'read' : given ? 'passed' : 'dropped',
    };
  });
}

function escapeName(name: string): string {
  return name.replace(/[$\\^.*+?()[\]{}|]/g, '\\$&');
}

/** Reads every error handler together with the calls it protects. */
function catchClauses(source: Source, types: Types): readonly Handler[] {
  const handlers = source.constructs.all('catch');
  if (handlers.length === 0) return [];
  const calls = source.constructs.all('call').toSorted((a, b) => a.node.startIndex - b.node.startIndex);
  const attempts = new Map<number, number>();
  const firstOf = new Map<number, number>();
  for (const { node, parts: named } of handlers) {
    const id = (named.get('attempt')?.[0] ?? node.parent)?.id;
    if (id !== undefined) firstOf.set(id, Math.min(firstOf.get(id) ?? node.startIndex, node.startIndex));
  }
  const functions = source.constructs.all('function').map(({ node }) => node);
  const bodies = handlers.flatMap((handler) => {
    const attempt = part(handler, 'attempt') ?? handler.node.parent;
    const body = part(handler, 'protected') ?? (attempt && firstBlock(source, attempt));
    return body && CATCHES.test(part(handler, 'type')?.text ?? 'Exception') ? [body] : [];
  });
  /** What another attempt inside catches itself, and what only runs later, is not protected by the one around. */
  const isOwn = (call: Node, body: Node): boolean =>
    ![...bodies, ...functions].some((inner) => inner.id !== body.id && isWithin(inner, body) && isWithin(call, inner));
  return handlers.flatMap((handler) => {
    const attempt = part(handler, 'attempt') ?? handler.node.parent;
    if (!attempt) return [];
    const body = part(handler, 'protected') ?? firstBlock(source, attempt);
    if (!body) return [];
    const number = attempts.get(attempt.id) ?? attempts.size;
    attempts.set(attempt.id, number);
    // Where handlers stand among the statements that they protect, these end with the first of them.
    const end = isWithin(handler.node, body) ? (firstOf.get(attempt.id) ?? body.endIndex) : body.endIndex;
    const caught = part(handler, 'type');
    return {
      head: headOf(source, handler),
      attempt: number,
      types: caught ? (caught.text.match(/[\p{L}_][\p{L}\p{N}_.]*/gu) ?? []) : [],
      calls: calls.flatMap((call) =>
        isWithin(call.node, body) && call.node.endIndex <= end && isOwn(call.node, body)
          ? protectedCall(source, types, call)
          : [],
      ),
      outcome: outcomeOf(source, handler, calls),
    };
  });
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

function isWithin(node: Node, outer: Node): boolean {
  return outer.startIndex <= node.startIndex && node.endIndex <= outer.endIndex;
}

/** Reading a code, in the spellings of all languages: `.code`, `["code"]`, `getCode()`, `error_code`, the SDK's names. */
const READS_CODE = /\b(?:get)?(?:error|err|result)?_?codes?\b|ErrorCodes?\b|resultCode|error_name/i;
/** A text in quotes: what is put into it is shown, not passed on. */
const STRINGS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
/** Types that catch the service's errors among others. */
const CATCHES = /thinq|\b(?:Exception|BaseException|Error|Throwable)\b/i;
/** Throwing again, in the words of all languages. */
const THROWS = /\b(?:throw|raise|rethrow|panic|reject|fatalError)\b/;
/** Functions that only show what they get, or make a text of it. */
const SHOWS =
  /^(?:print|println|printf|eprintln|dbg|puts|echo|str|String|repr|toString|format|show|alert|toast|sprintf|Sprintf|Println|Printf|NSLog|var_dump|print_r)$/;
/** Methods of a log, which are other things elsewhere. */
const LEVELS = /^(?:log|warn|warning|error|info|debug|exception|trace|critical|fatal|verbose|severe)$/i;
const LOGS = /^(?:[Cc]onsole|Timber|.*log(?:s|ger|ging)?)$/i;

function onlyShows(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const receivers = path.slice(0, -1);
  if (SHOWS.test(last)) return true;
  return LEVELS.test(last)
    ? receivers.length === 0 || receivers.some((one) => LOGS.test(one))
    : receivers.some((one) => LOGS.test(one));
}

function outcomeOf(source: Source, handler: Construct, calls: readonly Construct[]): Handler['outcome'] {
  const { node } = handler;
  const head = headOf(source, handler);
  const text = source.text.slice(head.end, node.endIndex);
  if (READS_CODE.test(text) || READS_CODE.test(part(handler, 'guard')?.text ?? '')) return 'read';
  if (THROWS.test(text)) return 'passed';
  const name = part(handler, 'name')?.text ?? source.description.caught;
  if (name === undefined) return 'dropped';
  const word = new RegExp(`(?<![\\p{L}\\p{N}_$.])${name.replace(/[$]/g, '\\$&')}(?![\\p{L}\\p{N}_])(?!\\s*\\.)`, 'u');
  const passes = calls.some((call) => {
    const callee = part(call, 'callee');
    if (!callee || !isWithin(call.node, node) || call.node.startIndex < head.end) return false;
    const given = source.text.slice(callee.endIndex, call.node.endIndex);
    return word.test(given) && !onlyShows(calleePath(call));
  });
  const bare = `(?<![\\p{L}\\p{N}_$.])${name.replace(/[$]/g, '\\$&')}(?![\\p{L}\\p{N}_])(?!\\s*[.(])`;
  const told = text
    .replace(STRINGS, '""')
    .replace(new RegExp(`\\b(?:str|String|repr|format)\\(\\s*${bare}\\s*\\)`, 'gu'), '""');
  const returned = new RegExp(
    `\\breturn\\b[^;]{0,300}?${bare}|[\\w\\])"']\\s*:?=\\s*${bare}\\s*(?:[;,)}\\r\\n]|$)`,
    'u',
  ).test(told);
  return passes || returned ? 'passed' : 'dropped';
}
