import type { Arm, DispatchSite, Fallback, InsertionPoint, SiteKind, Span } from '../../../../model/model.ts';
import { behindComment, lineIndent } from '../../../insertion.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Constants, spanOf } from '../constants.ts';
import type { MentionTable } from '../mentions.ts';
import { subjectPlace, type Types } from '../places.ts';
import { around, escapeWord, type Source, unwrap } from '../source.ts';
import { readCondition, readConditions, readPatterns, sameSubject, type Tested } from './conditions.ts';
import { createEnumerations, type Enumerations } from './enumerations.ts';
import { following, lastStatement, leaves, nextStatement } from './flow.ts';

/** What the site collectors share. */
export interface SiteContext {
  readonly source: Source;
  readonly constants: Constants;
  readonly types: Types;
  readonly mentions: MentionTable;
}

interface BranchContext extends SiteContext {
  readonly enumerations: Enumerations;
}

/** Reads every switch and if-chain that decides on at least one literal or constant. */
export function collectBranches(shared: SiteContext): readonly DispatchSite[] {
  const { source } = shared;
  const context: BranchContext = { ...shared, enumerations: createEnumerations(source) };
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
  /** All of its body, up to the mark that closes it. */
  readonly does: Span | undefined;
  readonly runsOn?: boolean;
}

function readSwitch(context: BranchContext, construct: Construct<'switch'>): DispatchSite | undefined {
  const { source, constants } = context;
  const written = part(construct, 'subject');
  const defaults = new Set(parts(construct, 'default').map((node) => node.id));
  const armNodes = parts(construct, 'arm')
    .filter((node) => !defaults.has(node.id))
    .toSorted((a, b) => a.startIndex - b.startIndex);
  const branches: Branch[] = [];
  for (const node of armNodes) {
    const arm = source.constructs.at(node, 'arm');
    if (!arm) continue;
    const read = written ? readPatterns : readConditions;
    const tested = read(source, constants, parts(arm, 'pattern'));
    const guarded = part(arm, 'guard') !== undefined;
    const bodies = parts(arm, 'body');
    const body = bodies.at(-1);
    const does = bodies[0] && body && { start: bodies[0].startIndex, end: body.endIndex };
    const exact = tested.exact && !guarded;
    branches.push({ node, tested: { ...tested, exact }, body, leaves: leaves(source, body), does });
  }
  const subject = written ?? branches[0]?.tested.subject;
  if (!subject || (!written && !branches.every(({ tested }) => isAbout(source, tested, subject)))) return undefined;
  const { fallsThrough } = source.description;
  // An arm without statements runs on into the next one.
  const settled = branches.map((branch, i) => {
    const runsOn = fallsThrough && !endsArm(source, branch);
    if (branch.body || !fallsThrough) return { ...branch, runsOn };
    const next = branches.slice(i).find(({ body }) => body);
    return { ...branch, leaves: next?.leaves ?? false, does: next?.does, runsOn };
  });
  const lastArm = [...armNodes, ...parts(construct, 'default')].toSorted((a, b) => a.startIndex - b.startIndex).at(-1);
  const nothing = part(construct, 'nothing');
  const isExhaustive = part(construct, 'exhaustive') !== undefined && !nothing;
  return toSite(context, {
    kind: 'switch',
    statement: construct.node,
    head: subject,
    subject: unwrap(source, subject),
    branches: settled,
    hasFallback: defaults.size > 0,
    isExhaustive,
    isPartial: part(construct, 'partial') !== undefined,
    throws: part(construct, 'throws') !== undefined,
    runsOn: fallsThrough && !endsArm(source, settled.at(-1)),
    ...(lastArm && {
      insertion: {
        offset: behindOwnComments(source.text, behindArm(source.text, lastArm, armNodes), lastArm),
        indent: lineIndent(source.text, lastArm.startIndex),
        unit: source.unit,
      },
      ...(nothing && {
        fallbackInsertion: {
          offset: source.text.slice(0, nothing.startIndex).trimEnd().length,
          until: behindArm(source.text, nothing, []),
          indent: lineIndent(source.text, lastArm.startIndex),
          unit: source.unit,
        },
      }),
    }),
  });
}

/** The branches of one `if` with its else-ifs, and what stands behind the last `else`. */
interface Chain {
  readonly branches: readonly Branch[];
  readonly otherwise: Node | undefined;
  /** The `if` constructs it is made of. */
  readonly links: readonly Construct<'if'>[];
}

function readChain({ source, constants }: SiteContext, construct: Construct<'if'>): Chain {
  const branches: Branch[] = [];
  const links: Construct<'if'>[] = [];
  let otherwise: Node | undefined;
  for (let at: Construct<'if'> | undefined = construct; at; at = otherwise && source.constructs.at(otherwise, 'if')) {
    links.push(at);
    const elifs = parts(at, 'elif').flatMap((elif) => source.constructs.at(elif, 'elif') ?? []);
    for (const link of [at, ...elifs]) {
      const condition = part(link, 'condition');
      const body = part(link, 'then');
      const read = condition ? readCondition(source, constants, condition) : { codes: [], ranges: [], exact: false };
      const tested = part(link, 'guard') ? { ...read, exact: false } : read;
      const end = part(link, 'end') ?? body;
      const does = body && end && { start: body.startIndex, end: end.endIndex };
      branches.push({ node: link.node, tested, body, leaves: leaves(source, body), does });
    }
    otherwise = part(at, 'else');
  }
  return { branches, otherwise, links };
}

/**
 * Reads if-chains: else-ifs, and `if`s in a row that all leave. They must be about one subject; a chain that decides
 * on something else as well is no dispatch.
 */
function readChains(context: BranchContext): readonly DispatchSite[] {
  const { source } = context;
  const used = new Set<number>();
  const sites: DispatchSite[] = [];
  for (const construct of source.constructs.all('if').toSorted((a, b) => a.node.startIndex - b.node.startIndex)) {
    if (used.has(construct.node.id)) continue;
    let chain = readChain(context, construct);
    const branches = [...chain.branches];
    const links = [...chain.links];
    const subject = branches.find(({ tested }) => tested.subject)?.tested.subject;
    for (const link of chain.links) used.add(link.node.id);
    if (!subject) continue;
    let end = construct.node;
    while (!chain.otherwise && chain.branches.every((branch) => branch.leaves)) {
      const next = nextStatement(source, end);
      const nextIf = next && (source.constructs.at(next, 'if') ?? onlyChildIf(source, next));
      if (!next || !nextIf) break;
      const following = readChain(context, nextIf);
      if (
        !following.branches[0]?.tested.subject ||
        !following.branches.every(({ tested }) => isAbout(source, tested, subject))
      )
        break;
      chain = following;
      branches.push(...following.branches);
      links.push(...following.links);
      end = next;
    }
    if (branches.length < 2 || !branches.every(({ tested }) => isAbout(source, tested, subject))) continue;
    for (const link of links) used.add(link.node.id);
    const lastLink = links.at(-1);
    const last = (lastLink && part(lastLink, 'end')) ?? branches.at(-1)?.body ?? end;
    const isFixed = links.some((link) => part(link, 'fixed'));
    const site = toSite(context, {
      kind: 'if-chain',
      statement: construct.node,
      end,
      head: subject,
      subject: unwrap(source, subject),
      branches,
      hasFallback: chain.otherwise !== undefined,
      ...(!isFixed && {
        insertion: {
          offset: beforeReturn(source.text, last.endIndex),
          indent: lineIndent(source.text, construct.node.startIndex),
          unit: source.unit,
        },
      }),
    });
    if (site) sites.push(site);
  }
  return sites;
}

function isAbout(source: Source, tested: Tested, subject: Node): boolean {
  return tested.subject === undefined || sameSubject(source, subject, tested.subject);
}

/** The `if` that a statement consists of, where the grammar wraps it. */
function onlyChildIf(source: Source, statement: Node): Construct<'if'> | undefined {
  const [child, ...others] = statement.namedChildren;
  return child && others.length === 0 ? source.constructs.at(child, 'if') : undefined;
}

/** Whether an arm, or its last statement, keeps control from running into the next arm. */
function endsArm(source: Source, arm: Branch | undefined): boolean {
  if (!arm) return false;
  if (source.constructs.at(arm.node, 'break')) return true;
  const statement = arm.body;
  if (!statement) return false;
  const last = source.constructs.at(statement, 'block') ? lastStatement(source, statement) : statement;
  return last !== undefined && (leaves(source, last) || source.constructs.at(last, 'break') !== undefined);
}

interface Draft {
  readonly kind: SiteKind;
  readonly statement: Node;
  /** The last statement it is made of, where that is another one. */
  readonly end?: Node;
  readonly head: Node;
  readonly subject: Node;
  readonly branches: readonly Branch[];
  readonly hasFallback: boolean;
  /** The compiler sees to it that some arm takes every value. */
  readonly isExhaustive?: boolean;
  /** What is no member of an enumeration gets here all the same, as nothing. */
  readonly isPartial?: boolean;
  /** What no arm takes is thrown: control does not get behind it. */
  readonly throws?: boolean;
  readonly runsOn?: boolean;
  readonly insertion?: InsertionPoint;
  /** Where a fallback goes, if not behind the last arm. */
  readonly fallbackInsertion?: InsertionPoint;
}

function toSite(context: BranchContext, draft: Draft): DispatchSite | undefined {
  const { source, mentions } = context;
  const arms: Arm[] = draft.branches.map(({ node, tested, leaves: ends, does, runsOn }) => ({
    span: spanOf(node),
    mentions: tested.codes.flatMap((code) => mentions.indexOf(code.node) ?? []),
    ranges: tested.ranges,
    exact: tested.exact,
    leaves: ends,
    ...(does && { body: does }),
    ...(runsOn && { runsOn }),
  }));
  if (!arms.some((arm) => arm.mentions.length + arm.ranges.length > 0)) return undefined;
  const place = subjectPlace(source, context.types, 'arm', draft.head);
  const first = mentions.mentions[arms.find((arm) => arm.mentions.length > 0)?.mentions[0] ?? -1];
  const firstCode = draft.branches.flatMap((branch) => branch.tested.codes).find((code) => !code.name);
  const quote = firstCode && /["'`]$/.exec(firstCode.node.text)?.[0];
  const isOpen = draft.branches.some((branch) => !branch.tested.exact);
  const codes = draft.branches.flatMap((branch) => branch.tested.codes);
  const isClosed =
    draft.isExhaustive ||
    (!isOpen &&
      !draft.isPartial &&
      context.enumerations.allNamed(codes, place.path.length === 1 ? (place.types ?? []) : []));
  const implied = draft.throws ? undefined : impliedFallback(source, draft, place.path[0]);
  const fallback = draft.hasFallback ? 'arm' : isClosed ? 'closed' : implied;
  const caught = caughtName(source, draft.statement);
  const keyword = keywordOf(source, draft);
  return {
    kind: draft.kind,
    span: { start: draft.statement.startIndex, end: (draft.end ?? draft.statement).endIndex },
    head: spanOf(draft.subject),
    ...(keyword && { keyword }),
    subject: { text: draft.subject.text, path: place.path, ...(place.types && { types: place.types }) },
    arms,
    ...(fallback && { fallback }),
    open: draft.statement.hasError || isOpen,
    value: first?.value ?? 'string',
    ...(quote && { quote }),
    ...(draft.runsOn && { runsOn: true }),
    ...(caught && { caught }),
    ...(draft.insertion && {
      ...(!draft.branches.some(({ tested }) => tested.isBeginning) && { armInsertion: draft.insertion }),
      ...(!draft.hasFallback && { fallbackInsertion: draft.fallbackInsertion ?? draft.insertion }),
    }),
  };
}

/**
 * What takes the place of a fallback arm: code behind arms that all leave, code behind that deals with the error
 * or leaves itself, or a value that the arms merely change.
 */
function impliedFallback(source: Source, draft: Draft, root: string | undefined): Fallback | undefined {
  const after = following(source, draft.end ?? draft.statement);
  const first = after.statements[0];
  const allLeave = draft.branches.every((branch) => branch.leaves);
  if (allLeave && (after.looped || (first && !isBareLeave(source, first)))) return 'after';
  const deals = after.statements.some(
    (statement) =>
      throws(source, statement) ||
      (root !== undefined &&
        new RegExp(`(?<![\\p{L}\\p{N}_.])${escapeWord(root)}(?![\\p{L}\\p{N}_]|\\s*:(?!:))`, 'u').test(statement.text)),
  );
  if (deals) return 'after';
  return presetNames(source, draft).length > 0 ? 'preset' : undefined;
}

/** A statement that hands an error on. */
function throws(source: Source, statement: Node): boolean {
  const { words } = source.description;
  if (!words || !leaves(source, statement)) return false;
  return [words.throws, words.returnsError].some((form) => form && statement.text.search(form) === 0);
}

/** A `return` with nothing behind it: it ends the function, it decides nothing. */
function isBareLeave(source: Source, statement: Node): boolean {
  if (!source.constructs.at(statement, 'leave')) return false;
  // Some grammars have the statement around the word that leaves.
  const [child, ...others] = statement.namedChildren;
  if (child && others.length === 0 && isBareLeave(source, child)) return true;
  return !child && /^\w+;?$/.test(statement.text);
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

/** The word in front of the subject, or behind it where that comes first; none where the arm comes before both. */
function keywordOf({ text }: Source, { statement, subject, branches }: Draft): Span | undefined {
  const first = branches[0]?.body;
  if (first && first.startIndex < subject.startIndex) return undefined;
  const start = statement.startIndex < subject.startIndex ? statement.startIndex : subject.endIndex;
  const [whole, blank = '', word = ''] = /^([\s)]*)(\p{L}+)/u.exec(text.slice(start, start + 80)) ?? [];
  return whole === undefined ? undefined : { start: start + blank.length, end: start + blank.length + word.length };
}

function caughtName(source: Source, statement: Node): string | undefined {
  for (let at: Node | null = statement; at; at = at.parent) {
    const handler = source.constructs.at(at, 'catch');
    if (handler) return part(handler, 'name')?.text ?? source.description.caught;
    if (source.constructs.at(at, 'function')) return undefined;
  }
  return undefined;
}

/** Behind the last arm: behind its comma, and a comment; but before a comment where commas are used and it has none. */
function behindArm(text: string, last: Node, arms: readonly Node[]): number {
  // In some grammars the line break behind an arm is part of it.
  const end = last.startIndex + text.slice(last.startIndex, last.endIndex).trimEnd().length;
  const comma = commaBehind(text, last);
  if (comma === undefined && arms.some((arm) => commaBehind(text, arm) !== undefined)) return end;
  return behindComment(text, comma ?? end);
}

/** Behind the lines of comments that stand deeper than an arm: they belong to what it does. */
function behindOwnComments(text: string, offset: number, arm: Node): number {
  const indent = lineIndent(text, arm.startIndex);
  const line = /\r?\n([ \t]*)(?:\/\/|#)[^\r\n]*/y;
  line.lastIndex = offset;
  let end = offset;
  for (let found = line.exec(text); found && (found[1] ?? '').length > indent.length; found = line.exec(text)) {
    end = line.lastIndex;
  }
  return end;
}

/** The end of the comma that follows a node. */
function commaBehind(text: string, node: Node): number | undefined {
  const between = /^\s*,/.exec(text.slice(node.endIndex, node.endIndex + 200));
  return between ? node.endIndex + between[0].length : undefined;
}

/** A comment at the end of a block may hold the CR of its line. */
function beforeReturn(text: string, offset: number): number {
  return text[offset - 1] === '\r' ? offset - 1 : offset;
}
