import { isSelf } from '../../../knowledge/keywords.ts';
import type { Span } from '../../../model/model.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { outsideName } from './outside.ts';
import { bareName, isReference, type Source, spanOf, unwrap } from './source.ts';
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

/** Collects a file's constants. A name declared twice with different values stands for nothing. */
export function collectConstants(source: Source): Constants {
  const table = new ConstantTable(source);
  return {
    codeOf(written) {
      const node = unwrap(source, written);
      const literal = literalCode(source, node);
      return literal ? { ...literal, node } : referencedCode(source, table, node);
    },
    literalOf: (name) => table.literals.get(name) ?? undefined,
    all: () => table.all,
    nameOf: (value) => table.names.get(value.id),
  };
}

/** What constants are members of. */
interface Scope {
  readonly node: Node;
  readonly name: string;
  /** It is an enumeration. */
  readonly isClosed: boolean;
}

/** What the names of a file are declared with. What is `null` was declared twice with different values. */
class ConstantTable {
  /** Of members as `Owner.NAME` and as `.NAME`. */
  private readonly values = new Map<string, Meaning | null>();
  readonly literals = new Map<string, Node | null>();
  /** Of names that stand for what another name does: `const OFFLINE = codes.OFFLINE`. */
  readonly aliases = new Map<string, Node | null>();
  readonly all: Named[] = [];
  /** By the id of a value's node. */
  readonly names = new Map<number, { readonly name: string; readonly owner?: Node }>();
  private readonly members = new Set<string>();
  /** By the ids of their nodes. */
  private readonly scopes: ReadonlyMap<number, Scope>;

  constructor(private readonly source: Source) {
    this.scopes = new Map(
      source.constructs.all('scope').map((scope) => [
        scope.node.id,
        {
          node: scope.node,
          name: part(scope, 'name')?.text ?? '',
          isClosed: part(scope, 'closed') !== undefined,
        },
      ]),
    );
    for (const constant of source.constructs.all('constant')) {
      const [name, written] = [part(constant, 'name'), part(constant, 'value')];
      if (name && written) this.addConstant(constant.node, name.text, unwrap(source, written));
    }
    for (const binding of source.constructs.all('binding')) {
      const [name, written] = [bareName(part(binding, 'name')), part(binding, 'value')];
      if (name && written) this.addBinding(name, unwrap(source, written));
    }
  }

  private addConstant(declaration: Node, name: string, value: Node): void {
    if (this.isLiteral(value)) {
      this.addLiteral(name, value);
      return;
    }
    const code = literalCode(this.source, value);
    if (!code) {
      if (isReference(this.source, value)) this.aliases.set(name, this.aliases.has(name) ? null : value);
      return;
    }
    const [scope] = this.scopesAround(declaration);
    const meaning: Meaning = { text: code.text, value: code.value, ...(scope?.isClosed && { isMember: true }) };
    this.all.push({ name, at: value, text: code.value === 'string' ? `"${code.text}"` : code.text });
    this.names.set(value.id, scope ? { name, owner: scope.node } : { name });
    this.declare(scope?.name ? `${scope.name}.${name}` : name, meaning);
    if (!scope?.name) return;
    // Inside its own class a member is also reached as self.NAME, cls.NAME or plain NAME.
    this.declare(`.${name}`, meaning);
    this.members.add(name);
  }

  private addBinding(name: string, value: Node): void {
    if (this.isLiteral(value)) this.addLiteral(name, value);
    // A name that is given something else anywhere is no name for a literal.
    else if (this.literals.has(name)) this.literals.set(name, null);
  }

  private addLiteral(name: string, value: Node): void {
    this.all.push({ name, at: value, text: value.text });
    this.literals.set(name, this.literals.has(name) ? null : value);
  }

  private declare(name: string, meaning: Meaning): void {
    const known = this.values.get(name);
    this.values.set(name, known === undefined || known?.text === meaning.text ? meaning : null);
  }

  private isLiteral(value: Node): boolean {
    return (this.source.constructs.at(value, 'list') ?? this.source.constructs.at(value, 'object')) !== undefined;
  }

  /** What a name stands for. @param node where it is written */
  lookUp(words: readonly string[], isShort: boolean, node: Node): Meaning | null | undefined {
    const [owner, name = ''] = words.length > 1 ? words.slice(-2) : [undefined, words[0]];
    if (isShort) return this.values.get(`.${name}`);
    if (owner === undefined)
      return (
        this.values.get(name) ??
        this.memberAround(node, name) ??
        (isCapital(name) ? this.values.get(`.${name}`) : undefined)
      );
    return isSelf(owner) ? (this.values.get(name) ?? this.values.get(`.${name}`)) : this.values.get(`${owner}.${name}`);
  }

  /** What a bare name stands for among the members of the classes around it. */
  private memberAround(node: Node, name: string): Meaning | null | undefined {
    if (!this.members.has(name)) return undefined;
    return this.scopesAround(node)
      .map((scope) => this.values.get(`${scope.name}.${name}`))
      .find((meaning) => meaning !== undefined);
  }

  /** The classes around a node, from the inside out. */
  private scopesAround({ parent, startIndex }: Node): readonly Scope[] {
    const found: Scope[] = [];
    for (let at = parent; at; at = at.parent) {
      const scope = this.scopes.get(at.id);
      if (scope && at.startIndex < startIndex) found.push(scope);
    }
    return found;
  }
}

/** A name that only a constant has: it may be a member whose owner goes without saying, as in an arm. */
function isCapital(name: string): boolean {
  return /^[A-Z][A-Z0-9_]+$/.test(name);
}

/** UTF-16 units of the longest dotted name that is looked up. */
const NAME_LIMIT_UNITS = 200;
/** How often a name is followed to another. */
const MOST_STEPS = 4;
/** What stands between the words of a dotted name, in the styles of all languages. */
const DOT = /\s*(?:\?\.|->|::|\.|\\)\s*/;

/** The code that a name stands for: a constant of the file, or a well-known symbol. */
function referencedCode(source: Source, table: ConstantTable, node: Node, steps = MOST_STEPS): CodeText | undefined {
  if (!isReference(source, node) || node.endIndex - node.startIndex > NAME_LIMIT_UNITS) return undefined;
  // A member whose owner goes without saying: `.notConnected`.
  const isShort = node.text.startsWith('.');
  const written = node.text
    .slice(isShort ? 1 : 0)
    .replace(/^(?:::|\\)/, '')
    .split(DOT);
  if (written.some((word) => !/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(word))) return undefined;
  const isRead = written.length > 1 && source.description.accessors.includes(written.at(-1) ?? '');
  const words = isRead ? written.slice(0, -1) : written;
  const known = table.lookUp(words, isShort, node);
  const meaning =
    known === undefined
      ? (outsideConstant(source, words, isShort, node) ??
        aliased(source, table, words, steps) ??
        wellKnown(source, words))
      : known;
  if (!meaning) return undefined;
  const { text, value, isMember } = meaning;
  const span = spanOf(node);
  return { text, value, node, span, name: words.join('.'), ...(isMember && !isRead && { isMember }) };
}

/** What a name stands for that the file gives to what has another name. */
function aliased(source: Source, table: ConstantTable, words: readonly string[], steps: number): Meaning | undefined {
  const value = words.length === 1 && steps > 0 ? table.aliases.get(words[0] ?? '') : undefined;
  return value ? referencedCode(source, table, value, steps - 1) : undefined;
}

/** What a name stands for that another file declares. */
function outsideConstant(source: Source, words: readonly string[], isShort: boolean, node: Node): Meaning | undefined {
  const found = outsideName(source, words, isShort, node);
  return found?.kind === 'constant' ? found : undefined;
}

/** What a member of a class stands for that everybody knows. */
function wellKnown({ vocabulary }: Source, words: readonly string[]): Meaning | undefined {
  const [owner, name] = words.slice(-2);
  const text = owner && name ? vocabulary.symbol(owner, name) : undefined;
  return text === undefined ? undefined : { text, value: 'string' };
}

function literalCode(source: Source, node: Node): Pick<CodeText, 'text' | 'value' | 'span'> | undefined {
  if (source.constructs.at(node, 'string')) {
    const literal = readString(source, node);
    return literal && { text: literal.text, value: 'string', span: literal.content };
  }
  if (source.constructs.at(node, 'integer')) return { text: node.text, value: 'integer', span: spanOf(node) };
  return undefined;
}
