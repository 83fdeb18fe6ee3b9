import { isIdleArm, isNoMember } from '../../../../knowledge/keywords.ts';
import type { DispatchSite, Span } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Source, unwrap, withoutComments } from '../source.ts';
import { switchSubject } from '../subjects.ts';
import { isAbout, readConditions, readPatterns, subjectOf } from './conditions.ts';
import type { Branch, BranchContext, Otherwise } from './draft.ts';
import { behindLastArm } from './insertionPoints.ts';
import { type ReadArm, readObjectArms } from './objectArms.ts';
import { toSite } from './site.ts';

/** Reads a switch. @returns undefined where it decides on no code, or on several things */
export function readSwitch(context: BranchContext, construct: Construct<'switch'>): DispatchSite | undefined {
  const { source } = context;
  const given = parts(construct, 'default');
  const all = inOrder(parts(construct, 'arm').filter((node) => !given.some(({ id }) => id === node.id)));
  const written = switchSubject(source, construct);
  const everyArm = all.flatMap((node) => readArm(context, node, written !== undefined) ?? []);
  const object = written && readObjectArms(context, written, everyArm);
  const forNothing = written && !object ? armsForNothing(construct, everyArm) : [];
  const defaults = [...given, ...(object?.defaults ?? forNothing)];
  const read =
    object?.branches ?? everyArm.map(({ branch }) => branch).filter(({ node }) => !forNothing.includes(node));
  const first = read.flatMap(({ tested }) => subjectOf(tested) ?? [])[0];
  const subject = written ?? first?.subject;
  if (!subject || (!written && first && !read.every(({ tested }) => isAbout(source, tested, first)))) return undefined;
  const branches = source.description.fallsThrough ? withFallThrough(source, read) : read;
  const nothing = part(construct, 'nothing');
  const otherwise = otherwiseOf(source, defaults, nothing);
  // Behind a fallback that does nothing no arm would be reached in many languages.
  const last = otherwise === 'idle' ? all.at(-1) : inOrder([...all, ...given]).at(-1);
  return toSite(context, {
    kind: 'switch',
    statement: construct.node,
    head: subject,
    subject: unwrap(source, subject),
    ...(!written && { mark: wordAt(source, construct.node) }),
    ...(object && { member: object.member }),
    ...((object || (!written && part(construct, 'subject'))) && { hasOwnArms: true }),
    branches,
    otherwise,
    otherwiseAt: defaults,
    isExhaustive: part(construct, 'exhaustive') !== undefined && otherwise === 'absent',
    isPartial: part(construct, 'partial') !== undefined || forNothing.length > 0,
    throws: part(construct, 'throws') !== undefined,
    runsOn: branches.at(-1)?.runsOn === true,
    ...(last && { insertion: behindLastArm(source, last, all) }),
  });
}

/** The word that a switch without a subject begins with. */
function wordAt({ text }: Source, { startIndex }: Node): Span {
  const word = /^\p{L}+/u.exec(text.slice(startIndex, startIndex + 20))?.[0] ?? '';
  return { start: startIndex, end: startIndex + word.length };
}

/** What is no member of an enumeration comes as nothing: `null => …` behind arms for members. */
function armsForNothing(construct: Construct<'switch'>, arms: readonly ReadArm[]): readonly Node[] {
  const codes = arms.flatMap(({ branch }) => branch.tested.codes);
  const isMade = part(construct, 'partial') !== undefined || codes.some(({ isMember }) => isMember);
  if (!isMade) return [];
  return arms
    .filter(({ patterns, guard }) => !guard && patterns.length > 0 && patterns.every(({ text }) => isNoMember(text)))
    .map(({ branch }) => branch.node);
}

function otherwiseOf(source: Source, defaults: readonly Node[], nothing: Node | undefined): Otherwise {
  if (nothing || defaults.some((node) => isIdleArm(withoutComments(source, node)))) return 'idle';
  return defaults.length > 0 ? 'acts' : 'absent';
}

function inOrder(nodes: readonly Node[]): readonly Node[] {
  return nodes.toSorted((a, b) => a.startIndex - b.startIndex);
}

/** @param hasSubject patterns are what it is compared with; else they are conditions */
function readArm({ source, constants }: BranchContext, node: Node, hasSubject: boolean): ReadArm | undefined {
  const arm = source.constructs.at(node, 'arm');
  if (!arm) return undefined;
  const [patterns, guard] = [parts(arm, 'pattern'), part(arm, 'guard')];
  const tested = (hasSubject ? readPatterns : readConditions)(source, constants, patterns);
  const bodies = parts(arm, 'body');
  const [first, body] = [bodies[0], bodies.at(-1)];
  const branch = {
    node,
    tested: guard ? { ...tested, guarded: true } : tested,
    body,
    leaves: source.flow.leaves(body),
    does: first && body && { start: first.startIndex, end: body.endIndex },
  };
  return { branch, patterns, guard };
}

/** What arms do where one runs on into the next: one without statements does what the next one with some does. */
function withFallThrough(source: Source, branches: readonly Branch[]): readonly Branch[] {
  return branches.map((branch, index) => {
    const next = branch.body ? branch : branches.slice(index).find(({ body }) => body);
    return { ...branch, leaves: next?.leaves ?? false, does: next?.does, runsOn: !endsArm(source, branch) };
  });
}

/** Whether an arm, or its last statement, keeps control from running into the next arm. */
function endsArm(source: Source, arm: Branch): boolean {
  if (source.constructs.at(arm.node, 'break')) return true;
  const statement = arm.body;
  if (!statement) return false;
  const last = source.constructs.at(statement, 'block') ? source.flow.lastOf(statement) : statement;
  return last !== undefined && (source.flow.leaves(last) || source.constructs.at(last, 'break') !== undefined);
}
