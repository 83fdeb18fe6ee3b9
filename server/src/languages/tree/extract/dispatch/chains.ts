import { isIdleBody } from '../../../../knowledge/keywords.ts';
import type { DispatchSite } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Source, unwrap, withoutComments } from '../source.ts';
import {
  isAbout,
  NOTHING_TESTED,
  pathOfSubject,
  readCondition,
  readFit,
  type Subject,
  subjectOf,
} from './conditions.ts';
import type { Branch, BranchContext, Otherwise, SiteContext } from './draft.ts';
import { statementAs } from './flow.ts';
import { behindBranch } from './insertionPoints.ts';
import { memberPlace, toSite } from './site.ts';

/**
 * Reads if-chains: else-ifs, and `if`s in a row that all leave. They must be about one subject; a chain that decides
 * on something else as well is no dispatch.
 */
export function readChains(context: BranchContext): readonly DispatchSite[] {
  const { source } = context;
  /** The `if`s that belong to a chain which has been read. */
  const used = new Set<number>();
  const ifs = source.constructs.all('if').toSorted((a, b) => a.node.startIndex - b.node.startIndex);
  return ifs.flatMap((construct) => {
    if (used.has(construct.node.id)) return [];
    const first = readChain(context, construct, construct.node);
    for (const link of first.links) used.add(link.node.id);
    const subject = first.branches.flatMap(({ tested }) => subjectOf(tested) ?? [])[0];
    const row = subject ? chainsInRow(context, first, subject) : [];
    const branches = row.flatMap((chain) => chain.branches);
    if (!subject || branches.length < 2 || !branches.every(({ tested }) => isAbout(source, tested, subject))) return [];
    for (const link of row.flatMap(({ links }) => links)) used.add(link.node.id);
    return toChainSite(context, row, branches, subject) ?? [];
  });
}

/** The branches of one `if` with its else-ifs, and what stands behind the last `else`. */
interface Chain {
  /** The statement that it is, where the grammar wraps it. */
  readonly statement: Node;
  readonly branches: readonly Branch[];
  readonly otherwise: Node | undefined;
  /** The `if` constructs it is made of. */
  readonly links: readonly Construct<'if'>[];
}

function readChain(context: SiteContext, construct: Construct<'if'>, statement: Node): Chain {
  const { constructs } = context.source;
  const branches: Branch[] = [];
  const links: Construct<'if'>[] = [];
  let otherwise: Node | undefined;
  for (let at: Construct<'if'> | undefined = construct; at; at = otherwise && constructs.at(otherwise, 'if')) {
    links.push(at);
    const elifs = parts(at, 'elif').flatMap((elif) => constructs.at(elif, 'elif') ?? []);
    branches.push(readIf(context, at), ...elifs.map((elif) => readBranch(context, elif)));
    otherwise = part(at, 'else');
  }
  return { statement, branches, otherwise, links };
}

function readIf(context: SiteContext, construct: Construct<'if'>): Branch {
  const branch = readBranch(context, construct);
  const { body, tested } = branch;
  const end = part(construct, 'end') ?? body;
  return {
    ...branch,
    tested: part(construct, 'guard') ? { ...tested, guarded: true } : tested,
    does: body && end && { start: body.startIndex, end: end.endIndex },
  };
}

/** A condition with what it lets control into. */
export function readBranch({ source, constants }: SiteContext, construct: Construct<'if'> | Construct<'elif'>): Branch {
  const [condition, body] = [part(construct, 'condition'), part(construct, 'then')];
  const fit = readFit(source, constants, construct.node);
  return {
    node: construct.node,
    tested: fit ?? (condition ? readCondition(source, constants, condition) : NOTHING_TESTED),
    body,
    leaves: source.flow.leaves(body),
    does: body && { start: body.startIndex, end: body.endIndex },
  };
}

/** A chain with those behind it that are about the same, as long as control gets there only where none applied. */
function chainsInRow(context: SiteContext, first: Chain, subject: Subject): readonly Chain[] {
  const { source } = context;
  const row = [first];
  for (let last = first; !last.otherwise && last.branches.every((branch) => branch.leaves); ) {
    const statement = source.flow.next(last.statement);
    const construct = statement && statementAs(source, statement, 'if');
    if (!statement || !construct) break;
    const next = readChain(context, construct, statement);
    const isAboutSame = next.branches.every(({ tested }) => isAbout(source, tested, subject));
    if (!next.branches[0]?.tested.subject || !isAboutSame) break;
    row.push(next);
    last = next;
  }
  return row;
}

function toChainSite(
  context: BranchContext,
  row: readonly Chain[],
  branches: readonly Branch[],
  decided: Subject,
): DispatchSite | undefined {
  const { source, types } = context;
  const { subject } = decided;
  const [first, last] = [row[0], row.at(-1)];
  if (!first || !last) return undefined;
  const links = row.flatMap((chain) => chain.links);
  const lastLink = links.at(-1);
  const lastNode = (lastLink && part(lastLink, 'end')) ?? branches.at(-1)?.body ?? last.statement;
  const isFixed = links.some((link) => part(link, 'fixed'));
  const member = decided.within && memberPlace(types, pathOfSubject(source, decided));
  return toSite(context, {
    kind: 'if-chain',
    statement: first.statement,
    end: last.statement,
    head: subject,
    subject: unwrap(source, subject),
    ...(member && { member, hasOwnArms: true }),
    branches,
    otherwise: otherwiseOf(source, last.otherwise),
    otherwiseAt: last.otherwise ? [last.otherwise] : [],
    ...(!isFixed && { insertion: behindBranch(source, lastNode, first.statement) }),
  });
}

function otherwiseOf(source: Source, written: Node | undefined): Otherwise {
  if (!written) return 'absent';
  return isIdleBody(withoutComments(source, written)) ? 'idle' : 'acts';
}
