import { isNoServiceError } from '../../../../knowledge/errors.ts';
import { isCapture, isNothing } from '../../../../knowledge/keywords.ts';
import type { Node } from '../../syntax/node.ts';
import { alternatives } from '../lists.ts';
import { pathOf, type Source, unwrap } from '../source.ts';
import { type TakenApart, takenApart } from '../takenApart.ts';
import { NOTHING_TESTED, pathOfSubject, readCondition, subjectOf, type Tested } from './conditions.ts';
import type { Branch, BranchContext, Draft } from './draft.ts';

/** An arm of a switch, with what lets control into it. */
export interface ReadArm {
  readonly branch: Branch;
  readonly patterns: readonly Node[];
  readonly guard: Node | undefined;
}

/** What the arms of a switch over an object decide on, where they take its code out of it. */
export interface ObjectDispatch {
  readonly member: NonNullable<Draft['member']>;
  readonly branches: readonly Branch[];
  /** Arms that take whatever code the others leave: `case ThinQError():` behind `case ThinQError(code="1222"):`. */
  readonly defaults: readonly Node[];
}

/** One pattern of an arm. */
interface Shape {
  readonly apart: TakenApart | undefined;
  readonly text: string;
}

/**
 * Reads the arms of a switch over an object: those that name a code as a member's value, or ask for one behind a pattern
 * that takes any object of its type, and those beside them that look at the type only.
 *
 * @returns undefined where no arm takes a code out of the object
 */
export function readObjectArms(
  { source, constants, types }: BranchContext,
  written: Node,
  arms: readonly ReadArm[],
): ObjectDispatch | undefined {
  const read = arms.map(({ branch, patterns, guard }) => {
    const shapes = patterns.flatMap((pattern) => alternatives(source, pattern)).map((one) => shapeOf(source, one));
    const isOpen = shapes.every(({ apart, text }) => (apart ? apart.members.length === 0 : isCapture(text)));
    const guarded = guard && isOpen ? readCondition(source, constants, guard) : undefined;
    const tested = guarded && takesCodes(guarded) ? guarded : branch.tested;
    return { branch: { ...branch, tested }, shapes, isGuarded: guard !== undefined };
  });
  // Where arms name codes by themselves, the subject is the code: `case String code when …` beside `case "2304"`.
  if (arms.some(({ branch: { tested } }) => !tested.subject && takesCodes(tested))) return undefined;
  const coded = read.filter(({ branch: { tested } }) => tested.subject && takesCodes(tested));
  const [first] = coded;
  const decided = first && subjectOf(first.branch.tested);
  if (!decided) return undefined;
  const words = pathOfSubject(source, decided);
  const codeTypes = new Set(coded.flatMap(({ shapes }) => shapes.flatMap(({ apart }) => apart?.type ?? [])));
  const takesRest = ({ shapes, isGuarded }: (typeof read)[number]): boolean =>
    !isGuarded && shapes.some((shape) => isForRest(source, shape, codeTypes));
  const isCoded = new Set(coded);
  const owner = pathOf(unwrap(source, written));
  const member = words.at(-1);
  const path = [...owner, ...(first.branch.tested.within ?? []), ...(member === undefined ? [] : [member])];
  const known = [...(types.get(owner[0] ?? '') ?? []), ...[...codeTypes].flatMap((type) => type.match(/\w+/g) ?? [])];
  return {
    member: { path, types: known, text: path.join('.') },
    branches: read.flatMap((arm) => {
      if (isCoded.has(arm))
        return isOfMember(source, arm.branch.tested, member) ? arm.branch : { ...arm.branch, tested: NOTHING_TESTED };
      if (takesRest(arm)) return [];
      const isOfOther = arm.shapes.every(({ apart, text }) => isOther(apart?.type ?? text, codeTypes));
      return { ...arm.branch, tested: isOfOther ? { ...NOTHING_TESTED, complete: true } : NOTHING_TESTED };
    }),
    defaults: read.filter((arm) => !isCoded.has(arm) && takesRest(arm)).map(({ branch }) => branch.node),
  };
}

function takesCodes({ codes, ranges }: Tested): boolean {
  return codes.length + ranges.length > 0;
}

function shapeOf(source: Source, pattern: Node): Shape {
  return { apart: takenApart(source, pattern), text: unwrap(source, pattern).text };
}

/** Whether arms decide on members of one name. */
function isOfMember(source: Source, tested: Tested, member: string | undefined): boolean {
  const subject = subjectOf(tested);
  return subject !== undefined && pathOfSubject(source, subject).at(-1) === member;
}

/** Whether a pattern takes an error with any code. */
function isForRest(
  { description: { words } }: Source,
  { apart, text }: Shape,
  codeTypes: ReadonlySet<string>,
): boolean {
  if (apart ? apart.members.length > 0 : /[({[]/.test(text)) return false;
  const type = apart ? apart.type : text;
  if (type === undefined || codeTypes.has(type) || (!apart && isCapture(text))) return true;
  return words?.anyError.test(type) ?? false;
}

/** Whether what has a type is certainly none of those whose codes are decided on. */
function isOther(type: string, codeTypes: ReadonlySet<string>): boolean {
  if (isNothing(type) || isNoServiceError(type)) return true;
  // The variants of one enumeration have nothing in common: `ThinQError::Network`, `.network`.
  return VARIANT.test(type) && [...codeTypes].every((one) => one !== type && VARIANT.test(one));
}

/** A variant of an enumeration, whose owner may go without saying. */
const VARIANT = /::[A-Z]\w*$|^\.[a-z]\w*$/;
