import { KEYWORD } from '../../../knowledge/keywords.ts';
import { ITEM_KEY, isItemList, namesResult } from '../../../knowledge/vendors.ts';
import type { ItemRead, Span } from '../../../model/model.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { createOrigins, type Origins } from './origins.ts';
import { around, calleePath, escapeWord, type Source, spanOf } from './source.ts';

/**
 * Reads where a program takes the device or its values out of an item of an answer's `data[]` and looks nowhere whether
 * the item went well: `answer.data[0].smartHomeDevice`. Whoever hands the item or the answer on leaves that to others.
 */
export function collectItemReads(source: Source): readonly ItemRead[] {
  const { text } = source;
  if (!/\bdata\b|getData/.test(text)) return [];
  let origins: Origins | undefined;
  const found: ItemRead[] = [];
  const told = new Set<number>();
  for (const match of text.matchAll(ITEM_KEY)) {
    const key = { start: match.index, end: match.index + match[0].length };
    origins ??= createOrigins(source);
    const read = readOf(source, origins, key);
    if (!read) continue;
    const scope = scopeOf(source, read.names, key.start);
    if (told.has(scope.start)) continue;
    const body = withoutProse(source, scope);
    if (namesResult(body) || read.names.some((name) => isHandedOn(body, name))) continue;
    told.add(scope.start);
    found.push({ key: match[0], span: key });
  }
  return found;
}

/** The names by which an item is reached that something is read of: its own, and that of the answer. */
interface Read {
  readonly names: readonly string[];
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/gu;
/** UTF-16 units of a chain of members that are looked at. */
const CHAIN_LIMIT_UNITS = 300;

function readOf(source: Source, origins: Origins, key: Span): Read | undefined {
  const chain = chainBefore(source, key);
  const words = chain && wordsOf(source, chain);
  const [root] = words ?? [];
  if (!words || root === undefined) return undefined;
  if (words.slice(1).some(isItemList)) return words.some(namesRequest) ? undefined : { names: [root] };
  const names = [root];
  for (let step = 0; step < MOST_STEPS; step++) {
    const behind = givenTo(source, origins, names.at(-1) ?? '', key.start);
    const given = behind ? wordsOf(source, behind) : [];
    const [next] = given;
    if (next === undefined || given.some(namesRequest)) return undefined;
    names.push(next);
    if (given.some(isItemList)) return { names };
  }
  return undefined;
}

/** How often a name is followed to what it was made of. */
const MOST_STEPS = 3;

/** What a program was asked with has no results. */
function namesRequest(word: string): boolean {
  return /^(?:req|request|ctx|event)$/i.test(word);
}

/** What stands in front of a key within one expression. */
function chainBefore(source: Source, key: Span): Span | undefined {
  let at = nodeAt(source.root, key.start);
  let start: number | undefined;
  for (; at; at = at.parent ?? undefined) {
    if (key.start - at.startIndex > CHAIN_LIMIT_UNITS || at.endIndex - key.end > CLOSING_UNITS) break;
    if (source.constructs.at(at, 'object') || source.constructs.at(at, 'comment')) return undefined;
    if (at.startIndex < key.start && /[.>:[(]/.test(source.text.slice(at.startIndex, key.start))) start = at.startIndex;
    if (source.constructs.at(at, 'block') || source.constructs.at(at, 'function')) break;
  }
  return start === undefined ? undefined : { start, end: key.start };
}

/** What closes a key: a quote and brackets. */
const CLOSING_UNITS = 4;

function nodeAt(root: Node, offset: number): Node | undefined {
  let at: Node = root;
  for (;;) {
    const next: Node | null | undefined = at.namedChildren.find(
      (child) => child !== null && child.startIndex <= offset && offset < child.endIndex,
    );
    if (!next) return at;
    at = next;
  }
}

function wordsOf({ text }: Source, { start, end }: Span): readonly string[] {
  return text.slice(start, end).match(WORD) ?? [];
}

/** The expression that a name stands for a part of: what it was given, the list that is gone through, or that a function is called with. */
function givenTo(source: Source, origins: Origins, name: string, offset: number): Span | undefined {
  const node = nodeAt(source.root, offset);
  for (let at = node; at; at = at.parent ?? undefined) {
    const each = source.constructs.at(at, 'ranging');
    const list = each && part(each, 'list');
    if (list && each && (part(each, 'name')?.text ?? name) === name && list.endIndex <= offset) return spanOf(list);
    const holder = source.constructs.at(at, 'function');
    if (!holder || !headOf(source, holder.node).includes(name)) continue;
    const call = at.parent ? around(source, at.parent, 'call') : undefined;
    const isGiven = call && call.node.startIndex < at.startIndex && calleePath(call).length > 1;
    if (isGiven) return { start: call.node.startIndex, end: at.startIndex };
  }
  return origins.of(name, offset);
}

/** What stands before a function's body, or begins one that says its parameters in it. */
function headOf({ text }: Source, node: Node): readonly string[] {
  return (
    text
      .slice(node.startIndex, Math.min(node.endIndex, node.startIndex + 40))
      .match(WORD)
      ?.slice(0, 6) ?? []
  );
}

/** The function in which the first of some names begins to be there, or all of the file. */
function scopeOf(source: Source, names: readonly string[], offset: number): Span {
  const name = names.at(-1) ?? '';
  const declared = new RegExp(
    `(?<![\\p{L}\\p{N}_.])${escapeWord(name)}\\s*(?::[^=\\n]{0,80})?(?:=(?!=)|:=|\\)|,|\\]|\\})`,
    'u',
  );
  let widest: Node | undefined;
  for (let at = nodeAt(source.root, offset); at; at = at.parent ?? undefined) {
    if (!source.constructs.at(at, 'function')) continue;
    widest = at;
    if (declared.test(source.text.slice(at.startIndex, offset))) return spanOf(at);
  }
  return widest ? spanOf(widest) : spanOf(source.root);
}

/** A piece of text without the comments in it; texts stay, since keys are texts. */
function withoutProse(source: Source, { start, end }: Span): string {
  let left = '';
  let from = start;
  for (const { node } of source.constructs.within('comment', { startIndex: start, endIndex: end })) {
    left += source.text.slice(from, Math.max(from, node.startIndex));
    from = Math.max(from, node.endIndex);
  }
  return left + source.text.slice(from, end);
}

/** Whether a name stands somewhere by itself, so that others get what it stands for; not where it is declared or gone through. */
function isHandedOn(text: string, name: string): boolean {
  const bare = `(?<![\\p{L}\\p{N}_.$"'\\\\/-])\\$?${escapeWord(name.replace(/^\$/, ''))}(?![\\p{L}\\p{N}_"'/-])`;
  const given = `(?:[(,]\\s*&?${bare}\\s*[,)](?!\\s*(?:=>|->|\\{|:\\s*[\\w<>\\[\\]]+\\s*=>))|\\b${KEYWORD.returns}\\s+${bare}\\s*(?:[;\\n}]|$))`;
  return new RegExp(given, 'u').test(text);
}
