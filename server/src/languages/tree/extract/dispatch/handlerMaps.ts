import { doesNothing } from '../../../../knowledge/functions.ts';
import { isEmptyBlock, isIdleBody, isNothing } from '../../../../knowledge/keywords.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { around, bareName, escapeWord, type Source, unwrap, withoutComments } from '../source.ts';
import { subjectPlace } from '../subjects.ts';
import { NOTHING_TESTED } from './conditions.ts';
import type { Draft, SiteContext } from './draft.ts';
import { createEnumerations } from './enumerations.ts';
import { impliedFallback } from './fallback.ts';
import { statementAs } from './flow.ts';
import { asksForPresence } from './presence.ts';
import { caughtName } from './surroundings.ts';
import { trackError } from './trackedError.ts';

/** Whether a value is a function that does nothing, written there or under a name of the file: `() => {}`, `noop`. */
export function isIdleFunction(source: Source, written: Node): boolean {
  const node = unwrap(source, written);
  const own = source.constructs.at(node, 'function') ?? onlyFunctionIn(source, node);
  if (own) return isIdle(source, own);
  if (doesNothing(node.text)) return true;
  const named = source.constructs.all('function').filter((one) => part(one, 'name')?.text === node.text);
  return named.length === 1 && named.every((one) => isIdle(source, one));
}

/** The function that an argument is, where the grammar has more nodes around it. */
function onlyFunctionIn(source: Source, node: Node): Construct<'function'> | undefined {
  const [child, ...others] = node.namedChildren;
  return child && others.length === 0 && child.text === node.text ? source.constructs.at(child, 'function') : undefined;
}

function isIdle(source: Source, one: Construct<'function'>): boolean {
  const body = part(one, 'body');
  const text = withoutComments(source, body ?? one.node).trim();
  return isIdleBody(text) || isNothing(text) || (!body && isEmptyBlock(text));
}

/**
 * The `if` that calls what a look-up finds where it finds something, where nothing is done if it does not:
 * `if h, ok := handlers[code]; ok { h(err) }`, `const handler = HANDLERS[code]; if (handler) handler(error);`.
 */
export function callWhereFound(context: SiteContext, lookup: Construct<'lookup'>): Node | undefined {
  const { source, types } = context;
  const key = part(lookup, 'key');
  const branch = branchOn(source, lookup);
  const then = branch && part(branch, 'then');
  if (!key || !branch || !then || part(branch, 'else') || part(branch, 'elif')) return undefined;
  const names = namesIn(
    source.text.slice(Math.max(0, Math.min(lookup.node.startIndex, then.startIndex) - HEAD_UNITS), then.startIndex),
  );
  const found = part(lookup, 'map')?.text ?? '';
  const element = new RegExp(`${escapeWord(found)}${ELEMENT}${CALLED}`, 'i');
  if (!names.some((name) => calls(then.text, name)) && !element.test(then.text)) return undefined;
  const subject = unwrap(source, key);
  const draft: Draft = {
    kind: 'if-chain',
    statement: branch.node,
    head: key,
    subject,
    branches: [
      { node: branch.node, tested: NOTHING_TESTED, body: then, leaves: source.flow.leaves(then), does: undefined },
    ],
    otherwise: 'absent',
    otherwiseAt: [],
  };
  const { path } = subjectPlace(source, types, 'key', key);
  const error = trackError(context, branch.node, subject, path, caughtName(source, branch.node));
  const fallback = impliedFallback({ ...context, enumerations: createEnumerations(source) }, draft, error);
  return fallback ? undefined : branch.node;
}

/** UTF-16 units in front of a look-up in which the name stands that is given to what it finds. */
const HEAD_UNITS = 60;

/** The `if` that asks whether a look-up has found something: around it, or of the name that it gives a value, right behind. */
function branchOn(source: Source, lookup: Construct<'lookup'>): Construct<'if'> | undefined {
  const { node } = lookup;
  const map = part(lookup, 'map')?.text ?? '';
  for (let at: Node | null = node; at; at = at.parent) {
    const branch = source.constructs.at(at, 'if');
    const [condition, then] = branch ? [part(branch, 'condition'), part(branch, 'then')] : [];
    if (condition && then) {
      const asksForIt = source.constructs.at(unwrap(source, condition), 'contains') !== undefined;
      return node.endIndex <= then.startIndex || (asksForIt && condition.text.includes(map)) ? branch : undefined;
    }
    if (source.constructs.at(at, 'function')) break;
  }
  const bound = around(source, node, 'binding') ?? around(source, node, 'constant');
  const name = bound && bareName(part(bound, 'name'));
  const next = bound && source.flow.next(bound.node);
  const branch = next && statementAs(source, next, 'if');
  const condition = branch && part(branch, 'condition');
  if (!condition || name === undefined) return undefined;
  const tested = unwrap(source, condition);
  const isOfName = new RegExp(`^[$@]?${escapeWord(name)}\\b`).test(tested.text);
  return isOfName && (bareName(tested) === name || asksForPresence(source, tested)) ? branch : undefined;
}

function namesIn(text: string): readonly string[] {
  return [...new Set(text.match(/[$@]?[\p{L}_][\p{L}\p{N}_]*/gu) ?? [])];
}

/** Whether a text calls what a name stands for, by itself or by a method for that. */
function calls(text: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}_.$@])${escapeWord(name)}${CALLED}`, 'iu').test(text);
}

/** What stands behind a function that is called, by itself or by a method for that. */
const CALLED = '\\s*(?:[!?]\\.?)?(?:(?:\\.|->)\\s*(?:call|invoke|accept|apply|run|perform|handle|execute)\\s*)?\\(';
/** What takes one of a map's values. */
const ELEMENT = '(?:\\[[^\\]\\n]*\\]|\\.get\\([^)\\n]*\\(?\\)*)\\}?';
