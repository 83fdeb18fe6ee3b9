import { isIdleArm } from '../../../../knowledge/keywords.ts';
import type { DispatchSite } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Source, unwrap, withoutComments } from '../source.ts';
import { isAbout, readConditions, readPatterns } from './conditions.ts';
import type { Branch, BranchContext, Otherwise } from './draft.ts';
import { lastStatement, leaves } from './flow.ts';
import { behindLastArm } from './insertionPoints.ts';
import { toSite } from './site.ts';

/** Reads a switch. @returns undefined where it decides on no code, or on several things */
export function readSwitch(context: BranchContext, construct: Construct<'switch'>): DispatchSite | undefined {
  const { source } = context;
  const defaults = parts(construct, 'default');
  const arms = inOrder(parts(construct, 'arm').filter((node) => !defaults.some(({ id }) => id === node.id)));
  const written = part(construct, 'subject');
  const read = arms.flatMap((node) => readArm(context, node, written !== undefined) ?? []);
  const subject = written ?? read[0]?.tested.subject;
  if (!subject || (!written && !read.every(({ tested }) => isAbout(source, tested, subject)))) return undefined;
  const branches = source.description.fallsThrough ? withFallThrough(source, read) : read;
  const nothing = part(construct, 'nothing');
  const otherwise = otherwiseOf(source, defaults, nothing);
  // Behind a fallback that does nothing no arm would be reached in many languages.
  const last = otherwise === 'idle' ? arms.at(-1) : inOrder([...arms, ...defaults]).at(-1);
  return toSite(context, {
    kind: 'switch',
    statement: construct.node,
    head: subject,
    subject: unwrap(source, subject),
    branches,
    otherwise,
    isExhaustive: part(construct, 'exhaustive') !== undefined && otherwise === 'absent',
    isPartial: part(construct, 'partial') !== undefined,
    throws: part(construct, 'throws') !== undefined,
    runsOn: branches.at(-1)?.runsOn === true,
    ...(last && { insertion: behindLastArm(source, last, arms) }),
  });
}

function otherwiseOf(source: Source, defaults: readonly Node[], nothing: Node | undefined): Otherwise {
  if (nothing || defaults.some((node) => isIdleArm(withoutComments(source, node)))) return 'idle';
  return defaults.length > 0 ? 'acts' : 'absent';
}

function inOrder(nodes: readonly Node[]): readonly Node[] {
  return nodes.toSorted((a, b) => a.startIndex - b.startIndex);
}

/** @param hasSubject patterns are what it is compared with; else they are conditions */
function readArm({ source, constants }: BranchContext, node: Node, hasSubject: boolean): Branch | undefined {
  const arm = source.constructs.at(node, 'arm');
  if (!arm) return undefined;
  const tested = (hasSubject ? readPatterns : readConditions)(source, constants, parts(arm, 'pattern'));
  const bodies = parts(arm, 'body');
  const [first, body] = [bodies[0], bodies.at(-1)];
  return {
    node,
    tested: part(arm, 'guard') ? { ...tested, guarded: true } : tested,
    body,
    leaves: leaves(source, body),
    does: first && body && { start: first.startIndex, end: body.endIndex },
  };
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
  const last = source.constructs.at(statement, 'block') ? lastStatement(source, statement) : statement;
  return last !== undefined && (leaves(source, last) || source.constructs.at(last, 'break') !== undefined);
}
