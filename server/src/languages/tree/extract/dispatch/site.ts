import { isErrorName } from '../../../../knowledge/names.ts';
import type { Arm, DispatchSite, Fallback, Place, Span } from '../../../../model/model.ts';
import type { MentionTable } from '../mentions.ts';
import { type Source, spanOf } from '../source.ts';
import { subjectPlace } from '../subjects.ts';
import type { Types } from '../types.ts';
import { readBefore } from './before.ts';
import { compiling } from './compiling.ts';
import type { Tested } from './conditions.ts';
import type { Branch, BranchContext, Draft } from './draft.ts';
import { impliedFallback } from './fallback.ts';
import { withRemedies } from './remedies.ts';
import { surroundingsOf } from './surroundings.ts';
import { toDoBranches } from './toDo.ts';
import { type TrackedError, trackError } from './trackedError.ts';

/** Makes a dispatch site of a draft. @returns undefined where no branch is about a code */
export function toSite(context: BranchContext, draft: Draft): DispatchSite | undefined {
  const { source, mentions } = context;
  const { statement, subject, branches } = draft;
  const toDo = toDoBranches(source, draft);
  const rest = [...draft.otherwiseAt, ...source.flow.following(draft.end ?? statement).statements];
  const arms = branches.map((branch, index) => ({
    ...toArm(mentions, branch),
    ...(toDo[index] && { toDo: true }),
    ...withRemedies(context.remediesIn, branch, rest),
  }));
  if (!arms.some((arm) => arm.mentions.length + arm.ranges.length > 0)) return undefined;
  const place = draft.member ?? subjectPlace(source, context.types, 'arm', draft.head);
  const text = draft.member?.text ?? subject.text;
  const first = mentions.mentions[arms.find((arm) => arm.mentions.length > 0)?.mentions[0] ?? -1];
  const quote = quoteOf(branches);
  const surroundings = surroundingsOf(source, context.types, statement, text);
  const error = trackError(context, statement, subject, place.path, surroundings.caught);
  const before = readBefore(context, statement, error);
  const fallback = fallbackOf(context, draft, place, error) ?? (before.dealsWithAll ? 'before' : undefined);
  const taken = before.taken.map((tested) => ({
    mentions: mentionsOf(mentions, tested),
    ranges: tested.ranges,
  }));
  const keyword = keywordOf(source, draft);
  return {
    kind: draft.kind,
    span: { start: statement.startIndex, end: (draft.end ?? statement).endIndex },
    head: draft.mark ?? spanOf(subject),
    ...(keyword && { keyword }),
    subject: { text, path: place.path, ...(place.types && { types: place.types }) },
    arms,
    ...(fallback ? { fallback } : draft.otherwise === 'idle' && { idleFallback: true }),
    open: statement.hasError || before.isOpen || isOpen(branches),
    ...(taken.length > 0 && { taken }),
    value: first?.value ?? 'string',
    ...(quote && { quote }),
    ...(draft.runsOn && { runsOn: true }),
    surroundings,
    ...compiling(context, draft, insertionsOf(draft, comparesErrors(draft, place.path))),
  };
}

/** The place of a member that patterns name, and how an expression would name it. @param path its words, outermost first */
export function memberPlace(types: Types, path: readonly string[]): NonNullable<Draft['member']> {
  const known = path[0] === undefined ? undefined : types.get(path[0]);
  return { path, ...(known && { types: known }), text: path.join('.') };
}

export function toArm(mentions: MentionTable, { node, tested, leaves, does, runsOn }: Branch): Arm {
  return {
    span: spanOf(node),
    mentions: mentionsOf(mentions, tested),
    ranges: tested.ranges,
    complete: tested.complete,
    ...(tested.guarded && { guarded: true }),
    leaves,
    ...(does && { body: does }),
    ...(runsOn && { runsOn }),
  };
}

function mentionsOf(mentions: MentionTable, { codes }: Tested): readonly number[] {
  return codes.flatMap((code) => mentions.indexOf(code.node) ?? []);
}

/** Whether it is not known of some branch what it takes. */
function isOpen(branches: readonly Branch[]): boolean {
  return branches.some(({ tested }) => !tested.complete);
}

/** The quote that the first code is written in. */
function quoteOf(branches: readonly Branch[]): string | undefined {
  const literal = branches.flatMap(({ tested }) => tested.codes).find((code) => !code.name);
  return literal && /["'`]$/.exec(literal.node.text)?.[0];
}

function fallbackOf(
  context: BranchContext,
  draft: Draft,
  { path, types = [] }: Pick<Place, 'path' | 'types'>,
  error: TrackedError,
): Fallback | undefined {
  if (draft.otherwise === 'acts') return 'arm';
  const codes = draft.branches.flatMap(({ tested }) => tested.codes);
  const isClosed =
    draft.isExhaustive ||
    (draft.branches.every(({ tested }) => tested.complete && !tested.guarded) &&
      !draft.isPartial &&
      context.enumerations.allNamed(codes, path.length === 1 ? types : []));
  if (isClosed) return 'closed';
  return draft.throws ? undefined : impliedFallback(context, draft, error);
}

/** Where an arm goes, unless a whole code could never come there, or errors are compared with each other; and where a fallback goes, unless there is one. */
function insertionsOf(
  { insertion, otherwise, branches, hasOwnArms }: Draft,
  isOfErrors: boolean,
): Pick<DispatchSite, 'armInsertion' | 'fallbackInsertion'> {
  if (!insertion) return {};
  return {
    ...(!(hasOwnArms || isOfErrors) &&
      !branches.some(({ tested }) => tested.isBeginning) && { armInsertion: insertion }),
    ...(otherwise === 'absent' && { fallbackInsertion: insertion }),
  };
}

/** Whether errors are compared with errors that have a name, and not with codes: `errors.Is(err, ErrNotConnected)`. */
function comparesErrors({ branches }: Draft, path: readonly string[]): boolean {
  const codes = branches.flatMap(({ tested }) => tested.codes);
  return isErrorName(path.at(-1) ?? '') && !codes.some(({ isMember }) => isMember);
}

/** The word in front of the subject, or behind it where that comes first; none where the arm comes before both. */
function keywordOf({ text }: Source, { statement, subject, branches }: Draft): Span | undefined {
  const first = branches[0]?.body;
  if (first && first.startIndex < subject.startIndex) return undefined;
  const start = statement.startIndex < subject.startIndex ? statement.startIndex : subject.endIndex;
  const [whole, blank = '', word = ''] = /^([\s)]*)(\p{L}+)/u.exec(text.slice(start, start + 80)) ?? [];
  return whole === undefined ? undefined : { start: start + blank.length, end: start + blank.length + word.length };
}
