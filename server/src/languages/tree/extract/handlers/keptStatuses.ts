import { asksStatus } from '../../../../knowledge/clients.ts';
import { KEYWORD } from '../../../../knowledge/keywords.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { placed } from '../placed.ts';
import { around, bareName, type Source } from '../source.ts';
import { isMember, namesIn } from './names.ts';

/** A place that looks whether a request went well. */
export interface StatusCheck {
  readonly node: Node;
  /** What a finding underlines. */
  readonly head: Node;
  /** The answer that is asked, or the request that gives it. */
  readonly subject: Node;
}

/** A status under a name of its own: `let status = response.status();`. */
export interface KeptStatus {
  readonly name: string;
  /** The answer that it is the status of. */
  readonly subject: Node;
  /** Where it is asked for there. */
  readonly status: Node;
  /** The first place that looks at it, if any does. */
  readonly check: StatusCheck | undefined;
}

/** UTF-16 units of a value that is a status, and little else. */
const VALUE_LIMIT_UNITS = 120;
/** UTF-16 units around a name that tell what it is compared with. */
const NEAR_UNITS = 40;

/** A comparison, or the beginning of a block. */
const COMPARES = new RegExp(`[=<>{]|\\b${KEYWORD.infix}\\b`);
/** What stands behind a number, or a member of it, where that is compared: ` >= 400`, `.value !in 200..299`, ` / 100` */
const COMPARED = new RegExp(
  `^(?:\\.\\w+(?:\\(\\))?)?\\s*(?:[!=]==?|[<>]=?(?![<>])|\\/\\s*100\\b|!?\\b${KEYWORD.infix}\\b)`,
);

/** Reads the statuses that get a name before anybody looks at them. */
export function keptStatuses(source: Source): readonly KeptStatus[] {
  const statuses = source.constructs.all('statusOf');
  if (statuses.length === 0) return [];
  const holders = new Map<number, Construct<'binding' | 'constant'>>();
  for (const one of placed(source, 'constant', 'binding').toReversed()) {
    const value = part(one.construct, 'value');
    if (value) holders.set(value.id, one.construct);
  }
  return statuses.flatMap((status) => {
    const subject = part(status, 'subject');
    const holder = holderOf(source, holders, status.node);
    const name = bareName(holder && part(holder, 'name'));
    if (!subject || !holder || name === undefined) return [];
    return { name, subject, status: status.node, check: checkOf(source, name, holder.node, subject) };
  });
}

/** What gives a status its name: the value that it is, or that it stands in. */
function holderOf(
  source: Source,
  holders: ReadonlyMap<number, Construct<'binding' | 'constant'>>,
  status: Node,
): Construct<'binding' | 'constant'> | undefined {
  for (let at: Node | null = status; at && at.endIndex - at.startIndex <= VALUE_LIMIT_UNITS; at = at.parent) {
    const holder = holders.get(at.id);
    if (holder && isPlain(source, at, status)) return holder;
  }
  return undefined;
}

/** Whether a value is the status, in another form at most: `(int) response.StatusCode`, `response.statusCode ?? 0`. */
function isPlain(source: Source, value: Node, status: Node): boolean {
  if (value.endIndex - value.startIndex > VALUE_LIMIT_UNITS) return false;
  const before = source.text.slice(value.startIndex, status.startIndex);
  const behind = source.text.slice(status.endIndex, value.endIndex);
  return !/[=<>{]/.test(before) && !COMPARES.test(behind) && !asksStatus(behind);
}

/** The first place behind one that decides on a name. */
function checkOf(source: Source, name: string, from: Node, subject: Node): StatusCheck | undefined {
  const scope = around(source, from.parent ?? from, 'function')?.node ?? source.root;
  for (const leaf of namesIn(source, scope)) {
    if (leaf.startIndex < from.endIndex || leaf.text !== name || isMember(source, leaf)) continue;
    if (!isAsked(source, leaf)) continue;
    const node = expressionOf(source, leaf);
    return { node, head: node, subject };
  }
  return undefined;
}

/** Whether a number is compared, looked for among others, or asked whether it stands for success. */
function isAsked(source: Source, leaf: Node): boolean {
  const { text } = source;
  const before = text.slice(Math.max(0, leaf.startIndex - NEAR_UNITS), leaf.startIndex);
  const behind = text.slice(leaf.endIndex, leaf.endIndex + NEAR_UNITS);
  if (/(?:[!=]==?|[<>]=?|~=)\s*$/.test(before.replace(/(?:=>|->)\s*$/, ''))) return true;
  if (COMPARED.test(behind)) return true;
  if (asksStatus(behind)) return true;
  const { parent } = leaf;
  return parent !== null && isChosenBy(source, leaf);
}

/** Whether a name is what a switch, or a membership test, is about. */
function isChosenBy(source: Source, leaf: Node): boolean {
  for (let at: Node | null = leaf; at && at.endIndex - at.startIndex < NEAR_UNITS; at = at.parent) {
    const { parent } = at;
    const subject = parent && source.constructs.at(parent, 'switch');
    if (subject && part(subject, 'subject')?.id === at.id) return true;
    const contains = parent && source.constructs.at(parent, 'contains');
    if (contains && part(contains, 'item')?.id === at.id) return true;
  }
  return false;
}

/** The expression on one line that begins with a name and compares it or asks it something. */
function expressionOf(source: Source, leaf: Node): Node {
  let at = leaf;
  for (;;) {
    const { parent } = at;
    if (!parent || parent.startIndex !== leaf.startIndex) return at;
    const more = source.text.slice(at.endIndex, parent.endIndex);
    if (more.length > NEAR_UNITS || /[\r\n{;?&|]/.test(more)) return at;
    at = parent;
  }
}
