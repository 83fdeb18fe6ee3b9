import type { CodeText, Constants } from './constants.ts';
import { part } from './constructs.ts';
import { alternatives, listBehind } from './places.ts';
import { pathOf, type Source, unwrap } from './source.ts';
import type { Node } from './treeSitter.ts';

/** What a condition or pattern says about codes. */
export interface Tested {
  readonly codes: readonly CodeText[];
  /** What is tested, where it is one thing only. */
  readonly subject?: Node;
  /** True where the codes are exactly what it lets through; false where a guard or something unknown takes part. */
  readonly exact: boolean;
}

const UNKNOWN: Tested = { codes: [], exact: false };

/** Reads a condition as "the subject is one of these codes", as far as it is one. */
export function readCondition(source: Source, constants: Constants, written: Node): Tested {
  const { constructs } = source;
  const node = unwrap(source, written);

  const equals = constructs.at(node, 'equals');
  if (equals) {
    const left = part(equals, 'left');
    const right = part(equals, 'right');
    if (!left || !right) return UNKNOWN;
    const [leftCode, rightCode] = [constants.codeOf(left), constants.codeOf(right)];
    if (leftCode && !rightCode) return { codes: [leftCode], subject: right, exact: true };
    if (rightCode && !leftCode) return { codes: [rightCode], subject: left, exact: true };
    return UNKNOWN;
  }
  const contains = constructs.at(node, 'contains');
  if (contains) {
    const item = part(contains, 'item');
    const list = part(contains, 'list');
    const literal = list && listBehind(source, constants, list);
    if (!item || !literal) return item ? { ...UNKNOWN, subject: item } : UNKNOWN;
    const codes = literal.namedChildren.flatMap((one) => (one ? (constants.codeOf(one) ?? []) : []));
    const complete = codes.length === literal.namedChildren.length;
    return { codes, subject: item, exact: complete };
  }
  const either = constructs.at(node, 'either');
  const both = constructs.at(node, 'both');
  const pair = either ?? both;
  if (pair) {
    const left = part(pair, 'left');
    const right = part(pair, 'right');
    if (!left || !right) return UNKNOWN;
    const a = readCondition(source, constants, left);
    const b = readCondition(source, constants, right);
    const subject = a.subject ?? b.subject;
    const same = a.subject && b.subject ? sameSubject(a.subject, b.subject) : false;
    return {
      codes: [...a.codes, ...b.codes],
      ...(subject && { subject }),
      exact: Boolean(either) && same && a.exact && b.exact,
    };
  }
  const not = constructs.at(node, 'not');
  const operand = not && part(not, 'operand');
  if (operand) return { ...readCondition(source, constants, operand), exact: false };
  const negated = constructs.at(node, 'differs') ?? constructs.at(node, 'lacks');
  const subject = negated && (part(negated, 'left') ?? part(negated, 'item'));
  return subject ? { ...UNKNOWN, subject } : UNKNOWN;
}

/** Reads an arm's pattern: every alternative is a code, or it is not exact. */
export function readPatterns(source: Source, constants: Constants, patterns: readonly Node[]): Tested {
  const single = patterns.flatMap((pattern) => alternatives(source, pattern));
  const codes = single.flatMap((pattern) => constants.codeOf(pattern) ?? []);
  return { codes, exact: codes.length === single.length };
}

/** Whether two expressions name the same thing, going by their words. */
export function sameSubject(a: Node, b: Node): boolean {
  const [left, right] = [pathOf(a), pathOf(b)];
  return left.length > 0 && left.join('.') === right.join('.');
}
