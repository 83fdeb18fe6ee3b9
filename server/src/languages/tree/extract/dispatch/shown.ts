import { isNoContent, showsText } from '../../../../knowledge/markup.ts';
import type { DispatchSite, Span } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Source, spanOf, unwrap } from '../source.ts';
import { subjectPlace } from '../subjects.ts';
import { isAbout, readCondition, type Subject, subjectOf } from './conditions.ts';
import type { Branch, BranchContext } from './draft.ts';
import { toSite } from './site.ts';
import { caughtName } from './surroundings.ts';
import { trackError } from './trackedError.ts';

/**
 * Reads what stands side by side, each piece under a condition of its own, or in a row of alternatives:
 * `{code === "1222" && <Offline />}{code === "2304" && <Off />}`. Where something else there is shown to everybody, or
 * names the error, nothing is left out.
 */
export function readShown(context: BranchContext): readonly DispatchSite[] {
  const { source } = context;
  const all = source.constructs.all('shown');
  if (all.length === 0) return [];
  const inner = new Set(
    all.flatMap((one) => (part(one, 'otherwise') ? [unwrap(source, part(one, 'otherwise') ?? one.node).id] : [])),
  );
  const groups = new Map<number, Construct<'shown'>[]>();
  for (const one of all
    .filter(({ node }) => !inner.has(node.id))
    .toSorted((a, b) => a.node.startIndex - b.node.startIndex)) {
    const id = holderOf(source, one.node).id;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  return [...groups.values()].flatMap((group) => readGroup(context, group) ?? []);
}

/** What holds a piece together with those beside it. */
function holderOf(source: Source, { parent, id }: Node): { readonly id: number } {
  if (!parent) return { id };
  const isWrapped = parent.namedChildren.length === 1 && !source.constructs.at(parent, 'list') && parent.parent;
  return isWrapped ? (parent.parent ?? parent) : parent;
}

function readGroup(context: BranchContext, group: readonly Construct<'shown'>[]): DispatchSite | undefined {
  const { source, types } = context;
  const chains = group.map((one) => chainOf(context, one));
  const decided = chains.flatMap(({ branches }) => branches.flatMap(({ tested }) => subjectOf(tested) ?? []))[0];
  if (!decided) return undefined;
  const isOfIt = ({ branches }: Chain): boolean => branches.every(({ tested }) => isDecidedOn(source, tested, decided));
  const own = chains.filter(isOfIt);
  const branches = own.flatMap((chain) => chain.branches);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last || branches.length < 2) return undefined;
  const { subject } = decided;
  const { path } = subjectPlace(source, types, 'arm', subject);
  const error = trackError(context, first.node, subject, path, caughtName(source, first.node));
  const root = rootOf(source, first.node);
  const rest = restOf(
    root,
    own.map(({ node }) => spanOf(node)),
  );
  const namesIt = rest.some((node) => error.isNamedIn(node));
  const isFilled = own.some(({ isFilled }) => isFilled) || namesIt || showsText(textOf(source, root, own));
  return toSite(context, {
    kind: 'if-chain',
    statement: first.node,
    end: last.node,
    head: subject,
    subject: unwrap(source, subject),
    branches,
    otherwise: isFilled ? 'acts' : 'absent',
    otherwiseAt: [],
    hasOwnArms: true,
  });
}

/** A piece with its alternatives. */
interface Chain {
  readonly node: Node;
  readonly branches: readonly Branch[];
  /** Something is shown where none of the conditions holds. */
  readonly isFilled: boolean;
}

function chainOf({ source, constants }: BranchContext, start: Construct<'shown'>): Chain {
  const branches: Branch[] = [];
  let otherwise: Node | undefined;
  for (let at: Construct<'shown'> | undefined = start; at; ) {
    const [condition, value] = [part(at, 'condition'), part(at, 'value')];
    if (condition)
      branches.push({
        node: at.node,
        tested: readCondition(source, constants, condition),
        body: value,
        leaves: false,
        does: value && spanOf(value),
      });
    otherwise = part(at, 'otherwise');
    at = otherwise && source.constructs.at(unwrap(source, otherwise), 'shown');
  }
  return { node: start.node, branches, isFilled: otherwise !== undefined && !isNoContent(otherwise.text) };
}

function isDecidedOn(source: Source, tested: Branch['tested'], decided: Subject): boolean {
  return tested.subject !== undefined && isAbout(source, tested, decided);
}

/** All that is shown together. */
function rootOf(source: Source, node: Node): Node {
  let root = node;
  for (let at = node.parent; at; at = at.parent) {
    if ((['block', 'function', 'leave', 'binding', 'constant'] as const).some((kind) => source.constructs.at(at, kind)))
      break;
    root = at;
  }
  return root;
}

/** The pieces of a node in which none of some spans stands. */
function restOf(node: Node, spans: readonly Span[]): readonly Node[] {
  const touches = (span: Span): boolean => span.start < node.endIndex && node.startIndex < span.end;
  if (!spans.some(touches)) return [node];
  if (spans.some(({ start, end }) => start <= node.startIndex && node.endIndex <= end)) return [];
  return node.namedChildren.flatMap((child) => (child ? restOf(child, spans) : []));
}

/** The text of what is shown, without the pieces that have conditions. */
function textOf({ text }: Source, root: Node, own: readonly Chain[]): string {
  let left = '';
  let from = root.startIndex;
  for (const { node } of own) {
    left += text.slice(from, node.startIndex);
    from = node.endIndex;
  }
  return left + text.slice(from, root.endIndex);
}
