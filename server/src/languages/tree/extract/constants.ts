import { isSelf } from '../../../knowledge/keywords.ts';
import type { Span } from '../../../model/model.ts';
import { type Construct, part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { bareName, isReference, type Source, unwrap } from './source.ts';
import { readString } from './strings.ts';

/** What an expression names: a code written out, or a constant that stands for one. */
export interface CodeText {
  readonly text: string;
  readonly value: 'string' | 'integer';
  /** The node that says it. */
  readonly node: Node;
  readonly span: Span;
  /** The constant's name as written, for a reference. */
  readonly name?: string;
  /** It is itself a member of an enumeration, not the code that the member stands for. */
  readonly isMember?: boolean;
}

/** What a constant stands for. */
type Meaning = Pick<CodeText, 'text' | 'value' | 'isMember'>;

/** A name with what it is given. */
export interface Named {
  readonly name: string;
  readonly at: Node;
  /** Source text that would stand for it. */
  readonly text: string;
}

/** The constants a file declares, and what they stand for. */
export interface Constants {
  /** Resolves an expression to a code. @returns undefined for anything that is not a literal or a known constant */
  codeOf(node: Node): CodeText | undefined;
  /** The list or object literal a name was declared with, where there is exactly one. */
  literalOf(name: string): Node | undefined;
  /** The names of all constants and literals with what they stand for, in no order. */
  all(): Iterable<Named>;
  /** The declared name of a constant's value node. */
  nameOf(value: Node): { readonly name: string; readonly owner?: Node } | undefined;
}

/** UTF-16 units of the longest dotted name that is looked up. */
const LONGEST_NAME = 200;

/** Collects a file's constants. A name declared twice with different values stands for nothing. */
export function collectConstants(source: Source): Constants {
  const values = new Map<string, Meaning | null>();
  const literals = new Map<string, Node | null>();
  const all: Named[] = [];
  const names = new Map<number, { name: string; owner?: Node }>();
  const members = new Set<string>();
  const scopes = source.constructs
    .all('scope')
    .map((scope) => ({
      node: scope.node,
      name: part(scope, 'name')?.text ?? '',
      isClosed: part(scope, 'closed') !== undefined,
    }))
    .sort((a, b) => b.node.startIndex - a.node.startIndex);
  const scopeOf = (node: Node) =>
    scopes.find((scope) => scope.node.startIndex < node.startIndex && node.endIndex <= scope.node.endIndex);

  const declare = (name: string, code: Meaning): void => {
    const known = values.get(name);
    values.set(name, known === undefined || known?.text === code.text ? code : null);
  };
  const add = (construct: Construct<'constant'>): void => {
    const nameNode = part(construct, 'name');
    const written = part(construct, 'value');
    if (!nameNode || !written) return;
    const value = unwrap(source, written);
    const name = nameNode.text;
    if (source.constructs.at(value, 'list') || source.constructs.at(value, 'object')) {
      literals.set(name, literals.has(name) ? null : value);
      all.push({ name, at: value, text: value.text });
      return;
    }
    const code = literalCode(source, value);
    if (!code) return;
    const scope = scopeOf(construct.node);
    const literal: Meaning = { text: code.text, value: code.value, ...(scope?.isClosed && { isMember: true }) };
    all.push({ name, at: value, text: code.value === 'string' ? `"${code.text}"` : code.text });
    names.set(value.id, scope ? { name, owner: scope.node } : { name });
    declare(scope?.name ? `${scope.name}.${name}` : name, literal);
    // Inside its own class a member is also reached as self.NAME, cls.NAME or plain NAME.
    if (scope?.name) declare(`.${name}`, literal);
    if (scope?.name) members.add(name);
  };
  source.constructs.all('constant').forEach(add);
  for (const binding of source.constructs.all('binding')) {
    const name = bareName(part(binding, 'name'));
    const written = part(binding, 'value');
    if (!name || !written) continue;
    const value = unwrap(source, written);
    const isLiteral = source.constructs.at(value, 'list') ?? source.constructs.at(value, 'object');
    // A name that is given something else anywhere is no name for a literal.
    if (isLiteral) all.push({ name, at: value, text: value.text });
    if (isLiteral || literals.has(name)) literals.set(name, literals.has(name) || !isLiteral ? null : value);
  }

  /** What a bare name stands for among the members of the classes around it. */
  const memberAround = (node: Node, name: string) => {
    if (!members.has(name)) return undefined;
    return scopes
      .filter((scope) => scope.node.startIndex < node.startIndex && node.endIndex <= scope.node.endIndex)
      .map((scope) => values.get(`${scope.name}.${name}`))
      .find((code) => code !== undefined);
  };

  const referenced = (node: Node): CodeText | undefined => {
    if (!isReference(source, node) || node.endIndex - node.startIndex > LONGEST_NAME) return undefined;
    // A member whose owner goes without saying: `.notConnected`.
    const isShort = node.text.startsWith('.');
    let words = node.text
      .slice(isShort ? 1 : 0)
      .replace(/^(?:::|\\)/, '')
      .split(/\s*(?:\?\.|->|::|\.|\\)\s*/);
    if (words.some((word) => !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(word))) return undefined;
    const isRead = words.length > 1 && source.description.accessors.includes(words.at(-1) ?? '');
    if (isRead) words = words.slice(0, -1);
    const name = words.at(-1) ?? '';
    const owner = words.at(-2);
    const own = owner === undefined || isSelf(owner);
    const found = isShort
      ? values.get(`.${name}`)
      : own
        ? (values.get(name) ??
          (owner ? undefined : memberAround(node, name)) ??
          (owner || isCapital(name) ? values.get(`.${name}`) : undefined))
        : values.get(`${owner}.${name}`);
    const code = found ?? (found === undefined && owner ? asString(source.vocabulary.symbol(owner, name)) : undefined);
    if (!code) return undefined;
    const { text, value, isMember } = code;
    return {
      text,
      value,
      node,
      span: spanOf(node),
      name: words.join('.'),
      ...(isMember && !isRead && { isMember }),
    };
  };

  return {
    codeOf(written) {
      const node = unwrap(source, written);
      const literal = literalCode(source, node);
      if (literal) return { ...literal, node, span: literal.span };
      return referenced(node);
    },
    literalOf: (name) => literals.get(name) ?? undefined,
    all: () => all,
    nameOf: (value) => names.get(value.id),
  };
}

/** A name that only a constant has: it may be a member whose owner goes without saying, as in an arm. */
function isCapital(name: string): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(name);
}

function asString(text: string | undefined): Meaning | undefined {
  return text === undefined ? undefined : { text, value: 'string' };
}

function literalCode(
  source: Source,
  node: Node,
): { text: string; value: 'string' | 'integer'; span: Span } | undefined {
  if (source.constructs.at(node, 'string')) {
    const literal = readString(source, node);
    return literal && { text: literal.text, value: 'string', span: literal.content };
  }
  if (source.constructs.at(node, 'integer')) return { text: node.text, value: 'integer', span: spanOf(node) };
  return undefined;
}

/** A node's range in the text. */
export function spanOf(node: Node): Span {
  return { start: node.startIndex, end: node.endIndex };
}
