import { memberOfError, namesCode } from '../../../../knowledge/errors.ts';
import { isCodeName, isErrorType } from '../../../../knowledge/names.ts';
import { isThinqName } from '../../../../knowledge/vendors.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { calleePath, type Source } from '../source.ts';
import { readString } from '../strings.ts';
import { isLog } from './shows.ts';

/** A name as it stands in the syntax: no text, no comment. A parameter may have a number for one: `$0`. */
const NAME = /^(?:[\p{L}_][\p{L}\p{N}_]*[?!]?|\$\d+)$/u;

/** The names in a piece of syntax, in text order; what is written in texts and comments is none. */
export function* namesIn(source: Source, node: Node): Generator<Node> {
  for (const leaf of node.walk()) {
    if (leaf.firstChild || !leaf.isNamed || !(NAME.test(leaf.text) || leaf.text === source.description.caught))
      continue;
    const { parent } = leaf;
    if (!parent || !(source.constructs.at(parent, 'string') || source.constructs.at(parent, 'text'))) yield leaf;
  }
}

/** The types of ThinQ's errors that are named in a piece of syntax. */
export function errorTypesIn(source: Source, node: Node): readonly Node[] {
  return [...namesIn(source, node)].filter(({ text }) => isThinqName(text) && isErrorType(text));
}

/** Whether a name stands behind another, as a member of it: `.message`, `->message`, `::new`. */
export function isMember({ text }: Source, { startIndex }: Node): boolean {
  return /(?:(?:^|[^.])\.\s*|(?:->|::)\$?)$/.test(text.slice(Math.max(0, startIndex - 40), startIndex));
}

/** Whether a name stands behind that of a type, so that nothing is asked: `Failed::Unavailable`. */
export function isOfType({ text }: Source, { startIndex }: Node): boolean {
  return /(?<![\p{L}\p{N}_.])\p{Lu}[\p{L}\p{N}_]*(?:\.|::)$/u.test(
    text.slice(Math.max(0, startIndex - 40), startIndex),
  );
}

/** Whether a name is a key or the label of an argument: `{ error: 1 }`, `fail(error: 1)`, `fail(error=1)`. */
export function isLabel({ text }: Source, { startIndex, endIndex }: Node): boolean {
  const before = text.slice(Math.max(0, startIndex - 40), startIndex);
  const behind = text.slice(endIndex, endIndex + 40);
  if (!/[({,]\s*$/.test(before)) return false;
  // Without a value it stands for the name that it is: `{ error: }`.
  return /^\s*:(?!:|\s*[,)}\r\n])/.test(behind) || /^\s*=(?![=>~])/.test(behind);
}

/** Whether a name gets another value where it stands: `device.isOffline = true`. */
export function isAssigned({ text }: Source, { endIndex }: Node): boolean {
  return /^\s*:?=(?![=>~])/.test(text.slice(endIndex, endIndex + 40));
}

/** Whether a member that only the program has stands in a pattern: `error is ThinqException { Failure: Failure.Offline }`. */
export function isMatched(source: Source, leaf: Node): boolean {
  return (
    isLabel(source, leaf) &&
    !isAssigned(source, leaf) &&
    memberOfError(leaf.text, false) === 'code' &&
    !isKey(source, leaf) &&
    !inCall(source, leaf)
  );
}

/** Whether the code of an error is read somewhere in the syntax: `e.code`, `{ code }`, `error["errorCode"]`. */
export function readsCodeIn(source: Source, node: Node, isLeftOut: (node: Node) => boolean = () => false): boolean {
  for (const leaf of namesIn(source, node)) {
    if (!namesCode(leaf.text) || isLeftOut(leaf)) continue;
    if (!isKey(source, leaf) && !(isLabel(source, leaf) && inCall(source, leaf))) return true;
  }
  return source.constructs
    .within('string', node)
    .some((string) => !isLeftOut(string.node) && isReadAsCode(source, string));
}

/** Whether a text is the key under which a code is read: `getattr(e, "code")`, `answer.json('error.code')`. */
function isReadAsCode(source: Source, { node }: Construct<'string'>): boolean {
  const last = readString(source, node)?.text.split(/[./]/).at(-1) ?? '';
  if (!isCodeName(last)) return false;
  if (isKey(source, node)) return false;
  for (let at: Node | null = node; at; at = at.parent) {
    if (source.constructs.at(at, 'block') || source.constructs.at(at, 'function')) return false;
    if (at.id !== node.id && isKey(source, at)) return false;
    const lookup = source.constructs.at(at, 'lookup');
    const key = lookup && part(lookup, 'key');
    if (key && key.startIndex <= node.startIndex && node.endIndex <= key.endIndex) return true;
    const call = source.constructs.at(at, 'call');
    if (call && isGiven(call, node)) return !isLog(source, calleePath(call));
  }
  return false;
}

/** Whether a node stands among the arguments of a call. */
export function isGiven(call: Construct<'call'>, { startIndex, endIndex }: Node): boolean {
  const callee = part(call, 'callee');
  return callee !== undefined && callee.endIndex <= startIndex && endIndex <= call.node.endIndex;
}

/** Whether a node is the key of an entry. */
function isKey(source: Source, node: Node): boolean {
  for (let at: Node | null = node; at && at.startIndex === node.startIndex; at = at.parent) {
    const pair = at.parent && source.constructs.at(at.parent, 'pair');
    if (pair && (part(pair, 'key')?.id === at.id || part(pair, 'name')?.id === at.id)) return true;
  }
  return false;
}

function inCall(source: Source, node: Node): boolean {
  for (let at: Node | null = node.parent; at; at = at.parent) {
    if (source.constructs.at(at, 'block') || source.constructs.at(at, 'function')) return false;
    const call = source.constructs.at(at, 'call');
    if (call) return isGiven(call, node);
  }
  return false;
}
