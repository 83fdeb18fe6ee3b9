import { takesBeginningOfText, takesPartOfText } from '../../../../knowledge/functions.ts';
import type { CodeSpan } from '../../../../model/model.ts';
import { part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { CodeText, Constants } from '../constants.ts';
import { itemsOf, listBehind, patternsOf } from '../places.ts';
import { pathOf, type Source, unwrap } from '../source.ts';

/** What a condition or pattern says about codes. */
export interface Tested {
  readonly codes: readonly CodeText[];
  /** Whole ranges of codes. */
  readonly ranges: readonly CodeSpan[];
  /** What is tested, where it is one thing only. */
  readonly subject?: Node;
  /** The subject is only the beginning of a code: no whole one equals it. */
  readonly isBeginning?: boolean;
  /** True where the codes are exactly what it lets through; false where a guard or something unknown takes part. */
  readonly exact: boolean;
}

const UNKNOWN: Tested = { codes: [], ranges: [], exact: false };

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
    if (leftCode && !rightCode) return isOneOf([leftCode], right);
    if (rightCode && !leftCode) return isOneOf([rightCode], left);
    return UNKNOWN;
  }
  const range = rangeOf(source, constants, node);
  if (range) return range;
  const contains = constructs.at(node, 'contains');
  if (contains) {
    const item = part(contains, 'item');
    const list = part(contains, 'list');
    const literal = list && listBehind(source, constants, list);
    const options = parts(contains, 'option');
    if (!item || (!literal && options.length === 0))
      return (list && rangeOf(source, constants, list, item)) ?? { ...UNKNOWN, ...(item && { subject: item }) };
    const items = literal ? itemsOf(source, literal) : options;
    const codes = items.flatMap((one) => constants.codeOf(one) ?? []);
    const complete = codes.length === items.length;
    return { ...UNKNOWN, codes, subject: item, exact: complete && !part(contains, 'guard') };
  }
  const either = constructs.at(node, 'either');
  const both = constructs.at(node, 'both');
  const pair = either ?? both;
  if (pair) {
    const left = part(pair, 'left');
    const right = part(pair, 'right');
    if (!left || !right) return UNKNOWN;
    const tested = eitherOf(source, readCondition(source, constants, left), readCondition(source, constants, right));
    return either ? tested : { ...tested, exact: false };
  }
  const not = constructs.at(node, 'not');
  const operand = not && part(not, 'operand');
  // What it lets through is everything but the codes that it names.
  if (operand) return { ...readCondition(source, constants, operand), codes: [], ranges: [], exact: false };
  const negated = constructs.at(node, 'differs') ?? constructs.at(node, 'lacks');
  const subject = negated && (part(negated, 'left') ?? part(negated, 'item'));
  return subject ? { ...UNKNOWN, subject } : UNKNOWN;
}

/** Reads conditions of which one is enough. */
export function readConditions(source: Source, constants: Constants, written: readonly Node[]): Tested {
  const [first = UNKNOWN, ...others] = written.map((condition) => readCondition(source, constants, condition));
  return others.reduce((a, b) => eitherOf(source, a, b), first);
}

function eitherOf(source: Source, a: Tested, b: Tested): Tested {
  const subject = a.subject ?? b.subject;
  const same = a.subject && b.subject ? sameSubject(source, a.subject, b.subject) : false;
  // Codes of another subject are another decision's.
  if (a.subject && b.subject && !same) return { ...a, exact: false };
  return {
    codes: [...a.codes, ...b.codes],
    ranges: [...a.ranges, ...b.ranges],
    ...(subject && { subject }),
    ...((a.isBeginning || b.isBeginning) && { isBeginning: true }),
    exact: same && a.exact && b.exact,
  };
}

/** Reads an arm's pattern: every alternative is a code, or it is not exact. */
export function readPatterns(source: Source, constants: Constants, patterns: readonly Node[]): Tested {
  const single = patterns.flatMap((pattern) => patternsOf(source, constants, pattern));
  const codes = single.flatMap((pattern) => constants.codeOf(pattern) ?? []);
  const ranges = single.flatMap((pattern) => rangeOf(source, constants, pattern)?.ranges ?? []);
  return { codes, ranges, exact: codes.length + ranges.length === single.length };
}

/** The beginning of a text as an index: `code[:2]`, `code[0, 2]`, `code[0..2]`, `code[..2]`. */
const BEGINNING = /\[\s*(?::\s*\d|0\s*[\],:]|0?\s*\.\.[.<=]?\s*\d)/;
/** Any part of a text as an index. */
const PART = /\[[^\]"']*(?::|\.\.)[^\]"']*\]/;

/** A comparison of a text's beginning with one to three digits is one with a range: `code[:2] == "12"`. */
function isOneOf(codes: readonly CodeText[], subject: Node): Tested {
  const text = subject.endIndex - subject.startIndex > 200 ? '' : subject.text;
  const digits = codes.filter((code) => code.value === 'string' && /^\d{1,3}$/.test(code.text));
  if (digits.length > 0 && (BEGINNING.test(text) || takesBeginningOfText(text))) {
    return {
      codes: [],
      ranges: digits.map((code) => beginningWith(code.text)),
      subject,
      isBeginning: true,
      exact: true,
    };
  }
  const isPart = PART.test(text) || takesPartOfText(text);
  return isPart ? { ...UNKNOWN, subject } : { codes, ranges: [], subject, exact: true };
}

/** Reads `startsWith("12")` and `"1200".."1299"`, the latter also where it is only what a membership test looks in. */
function rangeOf(source: Source, constants: Constants, written: Node, item?: Node): Tested | undefined {
  const node = unwrap(source, written);
  const prefix = source.constructs.at(node, 'prefix');
  const between = source.constructs.at(node, 'between');
  const construct = prefix ?? between;
  if (!construct) return undefined;
  const subject = item ?? part(construct, 'subject');
  const textOf = (name: 'text' | 'low' | 'high'): string | undefined => {
    const text = part(construct, name);
    return text && constants.codeOf(text)?.text;
  };
  const [text, low, high] = [textOf('text'), textOf('low'), textOf('high')];
  const range = prefix ? text && beginningWith(text) : low && high && { from: low, to: high };
  return range
    ? { codes: [], ranges: [range], ...(subject && { subject }), exact: true }
    : { ...UNKNOWN, ...(subject && { subject }) };
}

function beginningWith(text: string): CodeSpan {
  return { from: text, to: `${text}\uFFFF` };
}

/** Whether two expressions name the same thing, going by their words, whatever they convert it to. */
export function sameSubject(source: Source, a: Node, b: Node): boolean {
  const [left, right] = [pathOf(unwrap(source, a)), pathOf(unwrap(source, b))];
  return left.length > 0 && left.join('.') === right.join('.');
}
