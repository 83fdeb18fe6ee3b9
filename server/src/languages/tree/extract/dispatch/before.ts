import { answersRequest } from '../../../../knowledge/frameworks.ts';
import { isGivenMore, KEYWORD } from '../../../../knowledge/keywords.ts';
import { tellsSomebody } from '../../../../knowledge/logs.ts';
import { saysAllIsWell } from '../../../../knowledge/names.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { around, calleePath, escapeWord, type Source } from '../source.ts';
import { readCondition, type Tested } from './conditions.ts';
import type { SiteContext } from './draft.ts';
import { statementAs } from './flow.ts';
import { asksForPresence } from './presence.ts';
import type { TrackedError } from './trackedError.ts';

/** What stands before a dispatch and takes codes away from it. */
export interface Before {
  /** Whatever the code is, the error has been dealt with: told, kept, or all but some codes have left. */
  readonly dealsWithAll: boolean;
  /** Some codes never get there, and it is not known which. */
  readonly isOpen: boolean;
  /** Codes that never get there. */
  readonly taken: readonly Tested[];
}

/** Reads what stands before a dispatch: guards that leave, and what is done with the error first. */
export function readBefore(context: SiteContext, statement: Node, error: TrackedError): Before {
  const { source } = context;
  const since = error.given?.endIndex ?? 0;
  const nearest = source.flow.preceding(statement);
  const before = nearest.filter((one) => one.startIndex >= since || contains(one, error.given));
  const guards = [
    ...before.flatMap((one) => readGuard(context, one, error) ?? []),
    ...enclosingGuards(context, statement, error),
  ];
  return {
    dealsWithAll:
      guards.some(({ kind }) => kind === 'all others') ||
      before.some((one) => !contains(one, error.given) && dealsBefore(context, one, error)),
    isOpen: guards.some(({ kind }) => kind === 'unknown'),
    taken: guards.flatMap((guard) => (guard.kind === 'some' ? guard.tested : [])),
  };
}

function contains(outer: Node, inner: Node | undefined): boolean {
  return inner !== undefined && outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** Which codes a guard keeps away: these, all but some, or nobody knows which. */
type Guard = { readonly kind: 'some'; readonly tested: Tested } | { readonly kind: 'all others' | 'unknown' };

/** Reads `if (!EXPECTED.has(error.code)) throw error`, and a Swift `guard` or a Ruby `unless` in its place. */
function readGuard(context: SiteContext, statement: Node, error: TrackedError): Guard | undefined {
  const { source } = context;
  const unless = statementAs(source, statement, 'unless');
  if (unless) {
    const [condition, then] = [part(unless, 'condition'), part(unless, 'then')];
    if (!condition || !then || !source.flow.leaves(then)) return undefined;
    const guard = negated(guardOf(context, condition, error));
    // `guard let code = error.code, EXPECTED.contains(code) else { … }`
    const others = unless.node.namedChildren.filter(
      (child) => condition.endIndex <= child.startIndex && child.endIndex <= then.startIndex,
    );
    const areOpen = others.some((child) => error.isIn(child) && !asksForPresence(source, child));
    return guard ?? (areOpen ? { kind: 'unknown' } : undefined);
  }
  const branch = statementAs(source, statement, 'if');
  const condition = branch && part(branch, 'condition');
  if (!condition || !source.flow.leaves(part(branch, 'then'))) return undefined;
  if (error.isNamedIn(condition)) return guardOf(context, condition, error);
  // What stands between the word and the condition may be about the error as well: `if _, ok := known[code]; !ok`.
  return namesBefore(branch, condition, error) ? { kind: 'unknown' } : undefined;
}

function namesBefore(branch: Construct<'if'>, condition: Node, error: TrackedError): boolean {
  return branch.node.namedChildren.some((child) => child.endIndex <= condition.startIndex && error.isIn(child));
}

/** What a condition keeps away where control leaves if it holds. @returns undefined where it is not about codes */
function guardOf({ source, constants }: SiteContext, condition: Node, error: TrackedError): Guard | undefined {
  if (!error.isNamedIn(condition) || asksForPresence(source, condition)) return undefined;
  if (isNegation(source, condition, error)) return { kind: 'all others' };
  const tested = readCondition(source, constants, condition);
  const isExact = tested.complete && !tested.guarded && tested.subject && error.isSubject(tested.subject);
  return isExact ? { kind: 'some', tested } : { kind: 'unknown' };
}

function negated(guard: Guard | undefined): Guard | undefined {
  if (!guard) return undefined;
  return guard.kind === 'some' ? { kind: 'all others' } : { kind: 'unknown' };
}

/** Whether a condition holds for every code but some: `!EXPECTED.has(code)`, `code !== "1222" && code !== "2305"`. */
function isNegation(source: Source, written: Node, error: TrackedError): boolean {
  const node = inner(source, written);
  const [either, both] = [source.constructs.at(node, 'either'), source.constructs.at(node, 'both')];
  const pair = either ?? both;
  if (pair) {
    const sides = [part(pair, 'left'), part(pair, 'right')].map((side) => side && isNegation(source, side, error));
    return either ? sides.some(Boolean) : sides.every(Boolean);
  }
  const lacks = source.constructs.at(node, 'lacks');
  const item = lacks && part(lacks, 'item');
  if (item) return error.isSubject(item);
  const differs = source.constructs.at(node, 'differs');
  const sides = differs && [part(differs, 'left'), part(differs, 'right')];
  if (sides) return sides.some((side) => side && error.isSubject(side));
  const not = source.constructs.at(node, 'not');
  const operand = not && part(not, 'operand');
  return operand !== undefined && isMembership(source, inner(source, operand), error);
}

/** Whether a condition holds for some codes only, which it names or looks for in a list or a map. */
function isMembership(source: Source, node: Node, error: TrackedError): boolean {
  const either = source.constructs.at(node, 'either');
  if (either) {
    const sides = [part(either, 'left'), part(either, 'right')];
    return sides.every((side) => side && isMembership(source, inner(source, side), error));
  }
  const [contains, lookup, equals] = (['contains', 'lookup', 'equals'] as const).map((kind) =>
    source.constructs.at(node, kind),
  );
  const subjects = [
    contains?.kind === 'contains' ? part(contains, 'item') : undefined,
    lookup?.kind === 'lookup' ? part(lookup, 'key') : undefined,
    ...(equals?.kind === 'equals' ? [part(equals, 'left'), part(equals, 'right')] : []),
  ];
  return subjects.some((subject) => subject && error.isSubject(subject));
}

/** What stands in parentheses. */
function inner(source: Source, node: Node): Node {
  let at = node;
  for (let next = at; ; at = next) {
    const wrapper = source.constructs.at(at, 'wrapper');
    const inside = wrapper && part(wrapper, 'inner');
    if (!inside || inside.id === at.id) return at;
    next = inside;
  }
}

/** What conditions around a dispatch let get there: those of the branches that it stands in, up to its function. */
function enclosingGuards(context: SiteContext, statement: Node, error: TrackedError): readonly Guard[] {
  const { source } = context;
  const guards: Guard[] = [];
  for (let at: Node = statement; at.parent; at = at.parent) {
    const branch = source.constructs.at(at.parent, 'if');
    const condition = branch && part(branch, 'condition');
    if (condition && !contains(condition, at)) {
      const guard = guardOf(context, condition, error);
      const isThen = contains(part(branch, 'then') ?? condition, at);
      if (guard) guards.push(isThen ? { kind: 'unknown' } : guard);
    }
    if (source.constructs.at(at.parent, 'function')) break;
  }
  return guards;
}

/** Whether a statement tells or keeps the error, whatever its code is. */
function dealsBefore(context: SiteContext, statement: Node, error: TrackedError): boolean {
  const { source } = context;
  if (statementAs(source, statement, 'function') || givesLocal(context, statement)) return false;
  const branch = statementAs(source, statement, 'if') ?? statementAs(source, statement, 'unless');
  const condition = branch && part(branch, 'condition');
  // What is done for some codes only is not done for the rest, unless that has a branch of its own.
  const isAboutSome = condition !== undefined && error.isNamedIn(condition) && !asksForPresence(source, condition);
  if (isAboutSome) return branch?.kind === 'if' && part(branch, 'else') !== undefined;
  if (branch) {
    const bodies = [part(branch, 'then'), branch.kind === 'if' ? part(branch, 'else') : undefined];
    return bodies.some((body) => body && !source.flow.leaves(body) && dealsWith(context, body, error));
  }
  const decision = statementAs(source, statement, 'switch');
  if (decision) return part(decision, 'default') !== undefined && error.isIn(statement);
  return dealsWith(context, statement, error);
}

/** Whether a statement, or a block, hands the error on or says that something failed; a line for a log does neither. */
function dealsWith({ source }: SiteContext, statement: Node, error: TrackedError): boolean {
  return error.isIn(statement) || tells(source, statement);
}

/**
 * The left side of what gives names of the function their values, up to its mark: `const { code } =`, `String text =`,
 * `text, err :=`; not `this.text =`, `errors[id] =`, `send(error)`.
 */
const LOCAL_NAMES =
  /^(?:[\p{L}\p{N}_$<>?*&{}(),\s]|:(?!=)|(?<![\p{L}\p{N}_])\[|(?<=[\p{L}\p{N}_])\[(?=\])|\])+?(?=:?=(?![=>]))/u;

/** Whether a statement only declares names of the function, or gives them their values. */
function givesLocal(context: SiteContext, statement: Node): boolean {
  const { source } = context;
  const text = source.text.slice(
    statement.startIndex,
    Math.min(statement.endIndex, statement.startIndex + LEFT_LIMIT_UNITS),
  );
  const left = LOCAL_NAMES.exec(text)?.[0];
  if (left === undefined) return DECLARES.test(text) || declaresTyped(context, statement, text);
  const names = left.match(/[\p{L}_$][\p{L}\p{N}_]*/gu) ?? [];
  return !names.some((name) => isOutside(context, name, statement));
}

/** UTF-16 units of a statement's left side that are looked at. */
const LEFT_LIMIT_UNITS = 200;
/** `let text;` */
const DECLARES = new RegExp(`^(?:${KEYWORD.constants}\\s+)+[^=(]*$`);

/** `String text;` */
function declaresTyped({ source }: SiteContext, statement: Node, text: string): boolean {
  return !/[=(]/.test(text) && source.constructs.within('typed', statement).length > 0;
}

/** Whether a name that a statement gives a value belongs to more than the function: a field, a variable of the file. */
function isOutside({ source }: SiteContext, name: string, statement: Node): boolean {
  const scope = around(source, statement, 'function')?.node;
  const isGiven = source.constructs.within('assignment', statement).some((one) => part(one, 'name')?.text === name);
  if (!scope || !isGiven) return false;
  const declared = (['binding', 'constant', 'typed', 'member'] as const)
    .flatMap((kind) => source.constructs.all(kind))
    .filter(({ node, parts }) => parts.name?.[0]?.text === name && !source.constructs.at(node, 'assignment'));
  const isOwn = declared.some(({ node }) => contains(scope, node)) || isDeclaredIn(source, scope, statement, name);
  if (isOwn) return false;
  return (
    !source.description.words?.declaresByAssigning || declared.some(({ node }) => !around(source, node, 'function'))
  );
}

/** Whether a name is declared without a value before a statement: `let text;`. */
function isDeclaredIn({ text }: Source, scope: Node, statement: Node, name: string): boolean {
  const before = text.slice(scope.startIndex, statement.startIndex);
  return new RegExp(`\\b${KEYWORD.constants}\\s+(?:mut\\s+)?${escapeWord(name)}\\b`).test(before);
}

/** Whether a statement says something to a person or the caller, with a text of its own, but not that all went well. */
export function tells(source: Source, statement: Node): boolean {
  return source.constructs.within('call', statement).some((call) => {
    if (saysAllIsWell(call.node.text)) return false;
    const path = calleePath(call);
    if (answersRequest(path)) return true;
    const given = part(call, 'callee')?.endIndex ?? call.node.startIndex;
    const isGivenText = source.constructs.within('string', call.node).some(({ node }) => given <= node.startIndex);
    const isGivenSomething = isGivenText || isGivenMore(source.text.slice(given, call.node.endIndex));
    return isGivenSomething && tellsSomebody(path, isGivenText);
  });
}
