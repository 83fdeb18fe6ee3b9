import { takesBeginningOfText, takesPartOfText } from '../../../../knowledge/functions.ts';
import type { CodeSpan } from '../../../../model/model.ts';
import { part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { CodeText, Constants } from '../constants.ts';
import { itemsOf, listBehind, patternsOf } from '../lists.ts';
import { outsideAt } from '../outside.ts';
import { pathOf, type Source, unwrap } from '../source.ts';
import { type TakenMember, takenApart } from '../takenApart.ts';
import { asksForPresence } from './presence.ts';

/** What a condition or pattern says about codes. */
export interface Tested {
  readonly codes: readonly CodeText[];
  /** Whole ranges of codes. */
  readonly ranges: readonly CodeSpan[];
  /** What is tested, where it is one thing only. */
  readonly subject?: Node;
  /** The words in front of it, where a pattern names no more than a member: `error` of `error is { Code: "1222" }`. */
  readonly within?: readonly string[];
  /** The subject is only the beginning of a code: no whole one equals it. */
  readonly isBeginning?: boolean;
  /** It lets nothing through but these. */
  readonly complete: boolean;
  /** Something else must hold as well, so that it does not let all of them through. */
  readonly guarded?: boolean;
}

const UNKNOWN: Tested = { codes: [], ranges: [], complete: false };

/** What a branch without a condition says. */
export const NOTHING_TESTED: Tested = UNKNOWN;

/** Reads a condition as "the subject is one of these codes", as far as it is one. */
export function readCondition(source: Source, constants: Constants, written: Node): Tested {
  const node = unwrap(source, written);
  return (
    readEquality(source, constants, node) ??
    rangeOf(source, constants, node) ??
    readMembership(source, constants, node) ??
    readFit(source, constants, node) ??
    readCombination(source, constants, node) ??
    readNegation(source, constants, node) ??
    UNKNOWN
  );
}

/** Reads which codes a condition does not hold for, where it holds for all others: `code != "1306"`, `!LATER.has(code)`. */
export function readExcepted(source: Source, constants: Constants, written: Node): Tested {
  const node = unwrap(source, written);
  const [not, both] = [source.constructs.at(node, 'not'), source.constructs.at(node, 'both')];
  const operand = not && part(not, 'operand');
  if (operand) return readCondition(source, constants, operand);
  const [left, right] = [both && part(both, 'left'), both && part(both, 'right')];
  if (left && right) {
    const sides = [left, right].map((side) => readExcepted(source, constants, side));
    return sides.every(({ codes }) => codes.length > 0) ? anyOf(source, sides) : UNKNOWN;
  }
  return (
    readEquality(source, constants, node, 'differs') ?? readMembership(source, constants, node, 'lacks') ?? UNKNOWN
  );
}

/** `code == "1222"`, either way round. */
function readEquality(
  source: Source,
  constants: Constants,
  node: Node,
  kind: 'equals' | 'differs' = 'equals',
): Tested | undefined {
  const test = source.constructs.at(node, kind);
  if (!test) return undefined;
  const [left, right] = [part<'equals' | 'differs'>(test, 'left'), part<'equals' | 'differs'>(test, 'right')];
  if (!left || !right) return UNKNOWN;
  const [leftCode, rightCode] = [constants.codeOf(left), constants.codeOf(right)];
  if (leftCode && !rightCode) return isOneOf([leftCode], right);
  return rightCode && !leftCode ? isOneOf([rightCode], left) : UNKNOWN;
}

/** `code in ("1222", "1205")`, and `code in range("1200", "1299")`. */
function readMembership(
  source: Source,
  constants: Constants,
  node: Node,
  kind: 'contains' | 'lacks' = 'contains',
): Tested | undefined {
  const test = source.constructs.at(node, kind);
  if (!test) return undefined;
  const contains = kind === 'contains' ? source.constructs.at(node, 'contains') : undefined;
  const [item, list] = [part<'contains' | 'lacks'>(test, 'item'), part<'contains' | 'lacks'>(test, 'list')];
  const options = contains ? parts(contains, 'option') : [];
  const literal = list && listBehind(source, constants, list);
  const items = literal ? itemsOf(source, literal) : options;
  if (!item || (!literal && items.length === 0)) {
    const range = list && (rangeOf(source, constants, list, item) ?? outsideList(source, list, item));
    return range ?? { ...UNKNOWN, ...(item && { subject: item }) };
  }
  const codes = items.flatMap((one) => constants.codeOf(one) ?? []);
  const complete = codes.length === items.length;
  return { ...UNKNOWN, codes, subject: item, complete, ...(contains && part(contains, 'guard') && { guarded: true }) };
}

/** A list that another file declares: nothing in this text names its codes. */
function outsideList(source: Source, list: Node, item?: Node): Tested | undefined {
  const found = outsideAt(source, list);
  if (found?.kind !== 'list') return undefined;
  const ranges = found.items.map(({ text }) => ({ from: text, to: text }));
  return { codes: [], ranges, ...(item && { subject: item }), complete: !found.open };
}

/** `error is { Code: "1222" }` */
export function readFit(source: Source, constants: Constants, node: Node): Tested | undefined {
  const fits = source.constructs.at(node, 'fits');
  const subject = fits && part(fits, 'subject');
  if (!subject) return undefined;
  const tested = readPatterns(source, constants, parts(fits, 'pattern'));
  if (!tested.subject) return { ...tested, subject };
  return { ...tested, within: [...pathOf(unwrap(source, subject)), ...(tested.within ?? [])] };
}

/** `a || b`, and `a && b`, which lets through less than either. */
function readCombination(source: Source, constants: Constants, node: Node): Tested | undefined {
  const either = source.constructs.at(node, 'either');
  const pair = either ?? source.constructs.at(node, 'both');
  if (!pair) return undefined;
  const [left, right] = [part(pair, 'left'), part(pair, 'right')];
  if (!left || !right) return UNKNOWN;
  return either
    ? readConditions(source, constants, alternativesOf(source, node))
    : bothOf(source, readCondition(source, constants, left), readCondition(source, constants, right), [left, right]);
}

/** What passes two conditions: nothing but what either names, and of that maybe not all. */
function bothOf(source: Source, a: Tested, b: Tested, written: readonly [Node, Node]): Tested {
  const names = [a, b].map(({ codes, ranges, complete }) => complete && codes.length + ranges.length > 0);
  const other = written[names[0] ? 1 : 0];
  // What is no error at all has no code: `error instanceof ThinQApiError && error.code === "1222"`.
  if (names[0] !== names[1] && other && asksForPresence(source, other))
    return { ...(names[0] ? a : b), complete: false };
  if (names[0]) return { ...a, guarded: true };
  if (names[1]) return { ...b, guarded: true };
  return { ...anyOf(source, [a, b]), complete: false, guarded: true };
}

/** What lets through everything but some codes names none that it lets through. */
function readNegation(source: Source, constants: Constants, node: Node): Tested | undefined {
  const { constructs } = source;
  const not = constructs.at(node, 'not');
  const operand = not && part(not, 'operand');
  if (operand) return { ...readCondition(source, constants, operand), codes: [], ranges: [], complete: false };
  const [differs, lacks] = [constructs.at(node, 'differs'), constructs.at(node, 'lacks')];
  const subject = differs ? part(differs, 'left') : lacks && part(lacks, 'item');
  return subject && { ...UNKNOWN, subject };
}

/** Reads conditions of which one is enough. */
export function readConditions(source: Source, constants: Constants, written: readonly Node[]): Tested {
  return anyOf(
    source,
    written.map((condition) => readCondition(source, constants, condition)),
  );
}

/** What lets through what any of these does. */
function anyOf(source: Source, tested: readonly Tested[]): Tested {
  const [only, ...others] = tested;
  if (!only || others.length === 0) return only ?? UNKNOWN;
  const first = tested.find(({ subject }) => subject);
  // Codes of another subject are another decision's.
  const own = tested.filter((one) => !first || !one.subject || one === first || sameTested(source, first, one));
  return {
    codes: own.flatMap(({ codes }) => codes),
    ranges: own.flatMap(({ ranges }) => ranges),
    ...(first?.subject && { subject: first.subject }),
    ...(first?.within && { within: first.within }),
    ...(own.some(({ isBeginning }) => isBeginning) && { isBeginning: true }),
    complete: own.length === tested.length && tested.every(({ subject, complete }) => subject && complete),
    ...(own.some(({ guarded }) => guarded) && { guarded: true }),
  };
}

/** The conditions of which one is enough: `a`, `b` and `c` of `a || b || c`, however often that is. */
function alternativesOf(source: Source, either: Node): readonly Node[] {
  const found: Node[] = [];
  for (const open = [either]; open.length > 0; ) {
    const node = unwrap(source, open.pop() ?? either);
    const pair = source.constructs.at(node, 'either');
    const [left, right] = pair ? [part(pair, 'left'), part(pair, 'right')] : [];
    if (left && right) open.push(right, left);
    else found.push(node);
  }
  return found;
}

/** Reads an arm's pattern: every alternative is a code, or it is not complete. */
export function readPatterns(source: Source, constants: Constants, patterns: readonly Node[]): Tested {
  const single = patterns.flatMap((pattern) => patternsOf(source, constants, pattern));
  const read = single.map((pattern) => readPattern(source, constants, pattern));
  const named = read.find(({ subject }) => subject);
  return {
    codes: read.flatMap(({ codes }) => codes),
    ranges: read.flatMap(({ ranges }) => ranges),
    complete: read.every(({ complete }) => complete),
    ...(named?.subject && { subject: named.subject }),
    ...(named?.within && { within: named.within }),
    ...(read.some(({ guarded }) => guarded) && { guarded: true }),
  };
}

function readPattern(source: Source, constants: Constants, pattern: Node): Tested {
  const code = constants.codeOf(pattern);
  if (code) return { codes: [code], ranges: [], complete: true };
  const range = rangeOf(source, constants, pattern) ?? outsideList(source, pattern);
  if (range) return { ...UNKNOWN, ranges: range.ranges, complete: range.complete };
  const apart = takenApart(source, pattern);
  if (!apart) return UNKNOWN;
  const read = apart.members.map((member) => ({ member, tested: readPatterns(source, constants, member.values) }));
  const [first, ...others] = read.filter(({ member, tested }) => isOfCodes(member, tested));
  if (!first || others.length > 0) return UNKNOWN;
  return {
    ...first.tested,
    subject: first.member.name ?? pattern,
    ...(first.member.path.length > 1 && { within: first.member.path.slice(0, -1) }),
    ...(read.length > 1 && { guarded: true }),
  };
}

/** Whether a member is compared with what may be codes: a status is a number, whatever it is called. */
function isOfCodes({ name }: TakenMember, { codes, ranges }: Tested): boolean {
  const isCode = (text: string): boolean => /^(?:\d{4}|OK|(?:[A-Z][a-z]*)+)$/.test(text);
  return codes.length + ranges.length > 0 && (name !== undefined || codes.every(({ text }) => isCode(text)));
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
      complete: true,
    };
  }
  const isPart = PART.test(text) || takesPartOfText(text);
  return isPart ? { ...UNKNOWN, subject } : { codes, ranges: [], subject, complete: true };
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
    ? { codes: [], ranges: [range], ...(subject && { subject }), complete: true }
    : { ...UNKNOWN, ...(subject && { subject }) };
}

function beginningWith(text: string): CodeSpan {
  return { from: text, to: `${text}\uFFFF` };
}

/** What is tested, as far as it can be told apart from something else. */
export type Subject = Pick<Tested, 'within'> & { readonly subject: Node };

/** What a condition or pattern tests, where that is one thing only. */
export function subjectOf({ subject, within }: Tested): Subject | undefined {
  return subject && { subject, ...(within && { within }) };
}

/** The words of what is tested, outermost first. */
export function pathOfSubject(source: Source, { subject, within = [] }: Subject): readonly string[] {
  return [...within, ...pathOf(unwrap(source, subject))];
}

/** Whether what is tested is one subject, or nothing that is known. */
export function isAbout(source: Source, tested: Tested, subject: Subject): boolean {
  return tested.subject === undefined || sameTested(source, tested, subject);
}

/** Whether two tests are about the same, going by its words, whatever they convert it to. */
function sameTested(source: Source, a: Tested | Subject, b: Tested | Subject): boolean {
  const [left, right] = [a, b].map(({ subject, within }) =>
    subject ? pathOfSubject(source, { subject, ...(within && { within }) }) : [],
  );
  return left !== undefined && right !== undefined && left.length > 0 && left.join('.') === right.join('.');
}
