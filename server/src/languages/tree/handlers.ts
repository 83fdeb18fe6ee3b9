import type { Handler, ProtectedCall } from '../../model/model.ts';
import { type Construct, part, parts } from './constructs.ts';
import type { Types } from './places.ts';
import { pathOf, type Source } from './source.ts';
import { readString } from './strings.ts';
import type { Node } from './treeSitter.ts';

/** Reads every error handler together with the calls it protects. */
export function collectHandlers(source: Source, types: Types): readonly Handler[] {
  const handlers = source.constructs.all('catch');
  if (handlers.length === 0) return [];
  const calls = source.constructs.all('call').toSorted((a, b) => a.node.startIndex - b.node.startIndex);
  const attempts = new Map<number, number>();
  return handlers.flatMap((handler) => {
    const attempt = part(handler, 'attempt') ?? handler.node.parent;
    if (!attempt) return [];
    const body = part(handler, 'protected') ?? firstBlock(source, attempt);
    if (!body) return [];
    const number = attempts.get(attempt.id) ?? attempts.size;
    attempts.set(attempt.id, number);
    const caught = part(handler, 'type');
    return {
      head: headOf(source, handler),
      attempt: number,
      types: caught ? (caught.text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? []) : [],
      calls: calls.flatMap((call) => (isWithin(call.node, body) ? protectedCall(source, types, call) : [])),
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
function headOf(source: Source, { node }: Construct): { start: number; end: number } {
  const first = /^[^\r\n{]*/.exec(source.text.slice(node.startIndex, node.endIndex))?.[0].trimEnd() ?? '';
  return { start: node.startIndex, end: node.startIndex + Math.max(first.length, 1) };
}

function protectedCall(source: Source, types: Types, call: Construct): ProtectedCall[] {
  const callee = part(call, 'callee');
  if (!callee) return [];
  const path = pathOf(callee);
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
/** Throwing again, in the words of all languages. */
const THROWS = /\b(?:throw|raise|rethrow|panic|reject|fatalError)\b/;
/** Functions that only show what they get. */
const SHOWS =
  /^(?:log|logs|logger|logging|_?logger|console|print|println|printf|eprintln|puts|echo|warn|warning|error|info|debug|exception|trace|format|str|String|repr|toString|show|alert|toast|fmt|sprintf|Sprintf|Errorf)$/i;

function outcomeOf(source: Source, handler: Construct, calls: readonly Construct[]): Handler['outcome'] {
  const { node } = handler;
  const head = headOf(source, handler);
  const text = source.text.slice(head.end, node.endIndex);
  if (READS_CODE.test(text)) return 'read';
  if (THROWS.test(text)) return 'passed';
  const name = part(handler, 'name')?.text;
  if (name === undefined) return 'dropped';
  const word = new RegExp(`(?<![\\p{L}\\p{N}_$.])${name.replace(/[$]/g, '\\$&')}(?![\\p{L}\\p{N}_])(?!\\s*\\.)`, 'u');
  const passes = calls.some((call) => {
    const callee = part(call, 'callee');
    if (!callee || !isWithin(call.node, node) || call.node.startIndex < head.end) return false;
    const given = source.text.slice(callee.endIndex, call.node.endIndex);
    return word.test(given) && !pathOf(callee).some((one) => SHOWS.test(one));
  });
  const returned = new RegExp(`\\breturn\\s+(?:await\\s+)?${name}\\b(?!\\s*\\.)`).test(text);
  return passes || returned ? 'passed' : 'dropped';
}
