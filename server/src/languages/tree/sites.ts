import type { Arm, DispatchSite, Fallback, SiteKind } from '../../model/model.ts';
import { behindComment, lineIndent } from '../layout.ts';
import { readCondition, readPatterns, sameSubject, type Tested } from './conditions.ts';
import { type Constants, spanOf } from './constants.ts';
import { type Construct, part, parts } from './constructs.ts';
import { following, lastStatement, leaves } from './flow.ts';
import type { MentionTable } from './mentions.ts';
import { subjectPlace, type Types } from './places.ts';
import { around, type Source, unwrap } from './source.ts';
import type { Node } from './treeSitter.ts';

/** What the site collectors share. */
export interface SiteContext {
  readonly source: Source;
  readonly constants: Constants;
  readonly types: Types;
  readonly mentions: MentionTable;
}

/** Reads every switch and if-chain that decides on at least one literal or constant. */
export function collectBranches(context: SiteContext): readonly DispatchSite[] {
  const { source } = context;
  return [
    ...source.constructs.all('switch').flatMap((construct) => readSwitch(context, construct) ?? []),
    ...readChains(context),
  ].sort((a, b) => a.span.start - b.span.start);
}

interface Branch {
  readonly node: Node;
  readonly tested: Tested;
  readonly body: Node | undefined;
  readonly leaves: boolean;
}

function readSwitch(context: SiteContext, construct: Construct): DispatchSite | undefined {
  const { source, constants } = context;
  const subject = part(construct, 'subject');
  if (!subject) return undefined;
  const defaults = new Set(parts(construct, 'default').map((node) => node.id));
  const armNodes = parts(construct, 'arm')
    .filter((node) => !defaults.has(node.id))
    .toSorted((a, b) => a.startIndex - b.startIndex);
  const branches: Branch[] = [];
  for (const node of armNodes) {
    const arm = source.constructs.at(node, 'arm');
    if (!arm) continue;
    const tested = readPatterns(source, constants, parts(arm, 'pattern'));
    const guarded = part(arm, 'guard') !== undefined;
    const body = parts(arm, 'body').at(-1);
    branches.push({ node, tested: { ...tested, exact: tested.exact && !guarded }, body, leaves: leaves(source, body) });
  }
  // An arm without statements runs on into the next one.
  const settled = branches.map((branch, i) =>
    branch.body ? branch : { ...branch, leaves: branches.slice(i).find((next) => next.body)?.leaves ?? false },
  );
  const lastArm = [...armNodes, ...parts(construct, 'default')].toSorted((a, b) => a.startIndex - b.startIndex).at(-1);
  return toSite(context, {
    kind: 'switch',
    statement: construct.node,
    head: subject,
    subject: unwrap(source, subject),
    branches: settled,
    hasFallback: defaults.size > 0,
    runsOn: source.description.fallsThrough && !endsArm(source, settled.at(-1)?.body),
    ...(lastArm && {
      slot: {
        offset: behindComment(source.text, beforeReturn(source.text, lastArm.endIndex)),
        indent: lineIndent(source.text, lastArm.startIndex),
        unit: source.unit,
      },
    }),
  });
}

function readChains(context: SiteContext): readonly DispatchSite[] {
  const { source, constants } = context;
  const inner = new Set<number>();
  const sites: DispatchSite[] = [];
  for (const construct of source.constructs.all('if').toSorted((a, b) => a.node.startIndex - b.node.startIndex)) {
    if (inner.has(construct.node.id)) continue;
    const branches: Branch[] = [];
    let otherwise: Node | undefined;
    let last: Node = construct.node;
    for (let at: Construct | undefined = construct; at; ) {
      const links: Construct[] = [at];
      for (const elif of parts(at, 'elif')) {
        const link = source.constructs.at(elif, 'elif');
        if (link) links.push(link);
      }
      for (const link of links) {
        const condition = part(link, 'condition');
        const body = part(link, 'then');
        const tested = condition ? readCondition(source, constants, condition) : { codes: [], exact: false };
        branches.push({ node: link.node, tested, body, leaves: leaves(source, body) });
        last = body ?? last;
      }
      otherwise = part(at, 'else');
      at = otherwise && source.constructs.at(otherwise, 'if');
      if (at) inner.add(at.node.id);
    }
    const subjects = branches.flatMap((branch) => branch.tested.subject ?? []);
    const subject = subjects[0];
    if (!subject || branches.length < 2) continue;
    if (!subjects.every((other) => sameSubject(subject, other))) continue;
    const site = toSite(context, {
      kind: 'if-chain',
      statement: construct.node,
      head: subject,
      subject: unwrap(source, subject),
      branches,
      hasFallback: otherwise !== undefined,
      slot: {
        offset: beforeReturn(source.text, last.endIndex),
        indent: lineIndent(source.text, construct.node.startIndex),
        unit: source.unit,
      },
    });
    if (site) sites.push(site);
  }
  return sites;
}

/** Whether an arm's last statement keeps control from running into the next arm. */
function endsArm(source: Source, statement: Node | undefined): boolean {
  if (!statement) return false;
  const last = source.constructs.at(statement, 'block') ? lastStatement(source, statement) : statement;
  return last !== undefined && (leaves(source, last) || source.constructs.at(last, 'break') !== undefined);
}

interface Draft {
  readonly kind: SiteKind;
  readonly statement: Node;
  readonly head: Node;
  readonly subject: Node;
  readonly branches: readonly Branch[];
  readonly hasFallback: boolean;
  readonly runsOn?: boolean;
  readonly slot?: { readonly offset: number; readonly indent: string; readonly unit: string };
}

function toSite(context: SiteContext, draft: Draft): DispatchSite | undefined {
  const { source, mentions } = context;
  const arms: Arm[] = draft.branches.map(({ node, tested, leaves: ends }) => ({
    span: spanOf(node),
    mentions: tested.codes.flatMap((code) => mentions.indexOf(code.node) ?? []),
    leaves: ends,
  }));
  if (!arms.some((arm) => arm.mentions.length > 0)) return undefined;
  const place = subjectPlace(source, context.types, 'arm', draft.head);
  const first = mentions.mentions[arms.find((arm) => arm.mentions.length > 0)?.mentions[0] ?? -1];
  const firstCode = draft.branches.flatMap((branch) => branch.tested.codes).find((code) => !code.name);
  const quote = firstCode && /["'`]$/.exec(firstCode.node.text)?.[0];
  const fallback = draft.hasFallback ? 'arm' : impliedFallback(source, draft, place.path[0]);
  const caught = caughtName(source, draft.statement);
  return {
    kind: draft.kind,
    span: spanOf(draft.statement),
    head: spanOf(draft.subject),
    subject: { text: draft.subject.text, path: place.path, ...(place.types && { types: place.types }) },
    arms,
    ...(fallback && { fallback }),
    open: draft.branches.some((branch) => !branch.tested.exact),
    value: first?.value ?? 'string',
    ...(quote && { quote }),
    ...(draft.runsOn && { runsOn: true }),
    ...(caught && { caught }),
    ...(draft.slot && { armSlot: draft.slot, ...(!draft.hasFallback && { fallbackSlot: draft.slot }) }),
  };
}

/**
 * What takes the place of a fallback arm: code behind arms that all leave, code behind that deals with the error
 * or leaves itself, or a value that the arms merely change.
 */
function impliedFallback(source: Source, draft: Draft, root: string | undefined): Fallback | undefined {
  const after = following(source, draft.statement);
  const first = after.statements[0];
  const allLeave = draft.branches.every((branch) => branch.leaves);
  if (allLeave && (after.looped || (first && !isBareLeave(source, first)))) return 'after';
  const deals = after.statements.some(
    (statement) =>
      leaves(source, statement) ||
      (root !== undefined &&
        new RegExp(`(?<![\\p{L}\\p{N}_])${escapeWord(root)}(?![\\p{L}\\p{N}_])`, 'u').test(statement.text)),
  );
  if (deals) return 'after';
  return presetNames(source, draft).length > 0 ? 'preset' : undefined;
}

/** A `return` with nothing behind it: it ends the function, it decides nothing. */
function isBareLeave(source: Source, statement: Node): boolean {
  return (
    source.constructs.at(statement, 'leave') !== undefined &&
    statement.namedChildCount === 0 &&
    /^\w+;?$/.test(statement.text)
  );
}

/** Names that the arms assign and that already had a value in the same function. */
function presetNames(source: Source, draft: Draft): readonly string[] {
  const scope = around(source, draft.statement, 'function')?.node ?? source.root;
  const inside = (node: Node, outer: Node): boolean =>
    outer.startIndex <= node.startIndex && node.endIndex <= outer.endIndex;
  const assigned = [...source.constructs.all('assignment'), ...source.constructs.all('binding')]
    .filter(({ node }) => draft.branches.some((branch) => branch.body && inside(node, branch.node)))
    .flatMap((assignment) => part(assignment, 'name')?.text ?? []);
  if (assigned.length === 0) return [];
  return source.constructs
    .all('binding')
    .filter(({ node }) => inside(node, scope) && node.endIndex <= draft.statement.startIndex)
    .flatMap((binding) => (part(binding, 'value') ? (part(binding, 'name')?.text ?? []) : []))
    .filter((name) => assigned.includes(name));
}

function caughtName(source: Source, statement: Node): string | undefined {
  for (let at: Node | null = statement; at; at = at.parent) {
    if (source.constructs.at(at, 'function')) return undefined;
    const handler = source.constructs.at(at, 'catch');
    if (handler) return part(handler, 'name')?.text;
  }
  return undefined;
}

/** A comment at the end of a block may hold the CR of its line. */
function beforeReturn(text: string, offset: number): number {
  return text[offset - 1] === '\r' ? offset - 1 : offset;
}

function escapeWord(word: string): string {
  return word.replace(/[$\\^.*+?()[\]{}|]/g, '\\$&');
}
