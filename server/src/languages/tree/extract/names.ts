import { keepsSettings } from '../../../knowledge/names.ts';
import { escapeRegExp } from '../../../model/escapeRegExp.ts';
import type { Span } from '../../../model/model.ts';
import type { Alias, Constant, Declared, FileNames } from '../../../model/names.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { addressesIn } from './addresses.ts';
import { valuesOf } from './dispatch/enumerations.ts';
import { itemsOf } from './lists.ts';
import type { Declarations } from './readModel.ts';
import { createSentRequests, hidesFailures, isIn, type SentRequests } from './sentRequests.ts';
import { around, bareName, isReference, type Source, spanOf, unwrap, withoutComments } from './source.ts';

/** UTF-16 units of a statement that are read: no list of imports is longer. */
const STATEMENT_LIMIT_UNITS = 8000;

/** Objects within one another whose members are read. */
const MOST_NESTED_OBJECTS = 4;
/** The name of what a file gives as a whole. */
const WHOLE = 'default';

/** Reads what a file gives to others of its project, and where it has what it uses from. */
export function readNames(declarations: Declarations): FileNames {
  const { source } = declarations;
  const { modules } = source.description;
  const said = modules
    ? source.constructs.all('import').map(({ node }) => modules.read(statementAt(source, node)))
    : [];
  const packageName = source.constructs.all('package').flatMap((one) => part(one, 'name')?.text ?? [])[0];
  return {
    ...(packageName !== undefined && { packageName }),
    declared: new DeclarationReader(declarations).read(),
    imports: said.flatMap(({ imports = [] }) => imports),
    given: said.flatMap(({ given = [] }) => given),
  };
}

function statementAt(source: Source, node: Node): string {
  const isLong = node.endIndex - node.startIndex > STATEMENT_LIMIT_UNITS;
  return isLong
    ? source.text.slice(node.startIndex, node.startIndex + STATEMENT_LIMIT_UNITS)
    : withoutComments(source, node).trim();
}

/** Reads the declarations of a file that others can see. */
class DeclarationReader {
  private readonly declared = new Map<string, Declared | undefined>();
  private readonly source: Source;
  private readonly requests: SentRequests;

  constructor(private readonly declarations: Declarations) {
    this.source = declarations.source;
    this.requests = createSentRequests(this.source);
  }

  read(): ReadonlyMap<string, Declared | undefined> {
    const { constructs } = this.source;
    for (const kind of ['scope', 'shape', 'type'] as const) for (const type of constructs.all(kind)) this.addType(type);
    for (const one of constructs.all('function')) this.addFunction(part(one, 'name')?.text, one.node);
    // What is declared with a code, as Go's errors are, stands for that: `ErrOffline = &Error{Code: "1222"}`.
    const constants = new Set(constructs.all('constant').map((one) => part(one, 'name')?.startIndex));
    for (const one of constructs.all('binding')) if (!constants.has(part(one, 'name')?.startIndex)) this.addValue(one);
    for (const one of constructs.all('constant')) this.addValue(one);
    for (const one of constructs.all('given')) this.addGiven(part(one, 'value'));
    return this.declared;
  }

  private addType(type: Construct<'scope' | 'shape' | 'type'>): void {
    const name = part<'scope' | 'shape' | 'type'>(type, 'name')?.text;
    const owner = this.ownerOf(type.node);
    const key = owner && name !== undefined ? `${owner.name}.${name}` : name;
    if (key === undefined || !DOTTED.test(key) || this.isLocal(type.node)) return;
    const known = this.declared.get(key);
    const of = this.addressesOf(type);
    const scope = type.kind === 'scope' ? this.source.constructs.at(type.node, 'scope') : undefined;
    const values = scope && valuesOf(this.source, scope);
    // What a type does may stand apart from it.
    if (!this.declared.has(key) || (known?.kind === 'type' && of.length > 0))
      this.declared.set(key, { kind: 'type', ...(of.length > 0 && { of }), ...(values && { values }) });
  }

  private addFunction(name: string | undefined, node: Node): void {
    // `func NewClient() *Client`
    const made = name === undefined ? undefined : /^New(\p{Lu}.*)$/u.exec(name)?.[1];
    const isMaker = made !== undefined && this.declared.get(made)?.kind === 'type';
    this.addName(name, node, isMaker ? { kind: 'value', types: [made] } : this.functionAt(node));
  }

  /** A function, with what it sends requests to; that of a class is nobody's by itself. */
  private functionAt(node: Node): Declared {
    const of = this.ownerOf(node) ? [] : this.requests.of(spanOf(node));
    return { kind: 'function', ...(of.length > 0 && { of }) };
  }

  private addName(name: string | undefined, node: Node, declared: Declared): void {
    if (name === undefined || !isWord(name) || this.declared.has(name) || this.isLocal(node)) return;
    this.declared.set(name, declared);
  }

  /** What a class talks to. Of one that deals with failures itself, its callers see no errors of the service. */
  private addressesOf(type: Construct<'scope' | 'shape' | 'type'>): readonly (Constant | Alias)[] {
    const name = part<'scope' | 'shape' | 'type'>(type, 'name')?.text ?? '';
    const { source } = this;
    const { constructs } = source;
    if (keepsSettings(name)) return [];
    const spans = type.kind === 'type' ? functionsOf(source, name) : [spanOf(type.node)];
    const holds = (kind: 'function' | 'call'): boolean => constructs.all(kind).some(({ node }) => isIn(node, spans));
    const talks = holds('function') && holds('call');
    return talks && !hidesFailures(source, spans)
      ? spans.flatMap((span) => addressesIn(source, span)).slice(0, MOST_ADDRESSES)
      : [];
  }

  private addValue(declaration: Construct<'binding' | 'constant'>): void {
    const [name, written] = [bareName(part(declaration, 'name')), part(declaration, 'value')];
    if (name === undefined || !written || !isWord(name) || this.isLocal(declaration.node)) return;
    const meaning = this.meaningOf(unwrap(this.source, written), name);
    if (!meaning) return;
    const owner = this.ownerOf(declaration.node);
    const key = owner === undefined ? name : `${owner.name}.${name}`;
    // `exports.control = control` gives on what the file calls so.
    if (meaning.kind === 'alias' && meaning.of === key) return;
    this.set(key, meaning.kind === 'constant' && owner?.isClosed ? { ...meaning, isMember: true } : meaning);
    this.addMembers(unwrap(this.source, written), key, MOST_NESTED_OBJECTS);
  }

  /** Adds what the file gives to others without a name. */
  private addGiven(written: Node | undefined): void {
    const value = written && unwrap(this.source, written);
    const meaning = value && this.meaningOf(value, WHOLE);
    if (!meaning) return;
    this.set(WHOLE, meaning);
    this.addMembers(value, WHOLE, MOST_NESTED_OBJECTS);
  }

  /** Adds the members of an object, and those of the objects in it: `config.thinq.baseUrl`. */
  private addMembers(value: Node, key: string, depth: number): void {
    const { constructs } = this.source;
    const object = depth > 0 ? constructs.at(value, 'object') : undefined;
    for (const node of object ? parts(object, 'pair') : []) {
      const pair = constructs.at(node, 'pair');
      const name = pair && part(pair, 'name');
      if (!name || !isWord(name.text)) continue;
      // `{ OFFLINE }` is what the file calls so.
      const member = unwrap(this.source, part(pair, 'value') ?? name);
      const meaning = this.meaningOf(member, name.text);
      if (meaning) this.set(`${key}.${name.text}`, meaning);
      this.addMembers(member, `${key}.${name.text}`, depth - 1);
    }
  }

  private set(key: string, whole: Declared): void {
    const known = this.declared.get(key);
    // What is only a name of something so far is more than that.
    const isNew = !this.declared.has(key) || known?.kind === 'type' || known?.kind === 'function';
    this.declared.set(key, isNew || isSame(known, whole) ? whole : undefined);
  }

  private meaningOf(value: Node, name: string): Declared | undefined {
    const { source, declarations } = this;
    const { constructs } = source;
    if (constructs.at(value, 'function')) return this.functionAt(value);
    const object = constructs.at(value, 'object');
    const sent = object ? this.requests.ofFunctionsIn(object) : [];
    if (sent.length > 0) return { kind: 'value', types: declarations.types.get(name) ?? [], of: sent };
    // Rust makes a map of a list of pairs.
    if (object && (parts(object, 'pair').length > 0 || !constructs.at(value, 'list'))) return this.mapOf(object);
    if (constructs.at(value, 'list')) {
      const written = itemsOf(source, value);
      const spreads = written.flatMap((item) => spreadOf(item.text) ?? []);
      const items = written.flatMap((item) => this.constantAt(item) ?? []);
      const open = items.length + spreads.length < written.length;
      return { kind: 'list', items, ...(spreads.length > 0 && { spreads }), open };
    }
    const constant = this.constantAt(value);
    if (constant) return constant;
    const types = declarations.types.get(name);
    const of = keepsSettings(name) ? [] : addressesIn(source, spanOf(value));
    return types || of.length > 0 ? { kind: 'value', types: types ?? [], ...(of.length > 0 && { of }) } : undefined;
  }

  private mapOf(object: Construct<'object'>): Declared {
    const pairs = parts(object, 'pair').flatMap((node) => this.source.constructs.at(node, 'pair') ?? []);
    const keys = pairs.flatMap((pair) => {
      const key = part(pair, 'key');
      const bare = part(pair, 'name');
      if (bare) return { kind: 'constant' as const, text: bare.text, value: 'string' as const };
      return (key && this.constantAt(key)) ?? [];
    });
    const written = parts(object, 'spread');
    const spreads = written.flatMap((node) => spreadOf(node.text) ?? []);
    const open = keys.length < pairs.length || spreads.length < written.length;
    return { kind: 'map', keys, ...(spreads.length > 0 && { spreads }), open };
  }

  /** What an expression stands for, where that is one text, or the name of something. */
  private constantAt(written: Node): Constant | Alias | undefined {
    const node = unwrap(this.source, written);
    const code = this.declarations.constants.codeOf(node);
    if (code) return { kind: 'constant', text: code.text, value: code.value, ...(code.isMember && { isMember: true }) };
    if (!isReference(this.source, node)) return undefined;
    return aliasOf(node.text);
  }

  /** What a declaration is a member of, with all that this is a member of, outermost first. */
  private ownerOf(declaration: Node): { readonly name: string; readonly isClosed: boolean } | undefined {
    const { source } = this;
    const words: string[] = [];
    let isClosed = false;
    // A scope is no member of itself, nor is `const CODES = { … }` one of its own entries.
    const start = source.constructs.at(declaration, 'scope') ? declaration.parent : declaration;
    for (let scope = start && around(source, start, 'scope'); scope; ) {
      const name = part(scope, 'name')?.text;
      if (words.length === 0) isClosed = name !== undefined && part(scope, 'closed') !== undefined;
      if (name !== undefined) words.unshift(name);
      const { parent } = scope.node;
      scope = parent ? around(source, parent, 'scope') : undefined;
    }
    return words.length > 0 ? { name: words.join('.'), isClosed } : undefined;
  }

  /** Whether something is declared within a function, where nobody else sees it. */
  private isLocal(declared: Node): boolean {
    for (let at = declared.parent; at; at = at.parent) if (this.source.constructs.at(at, 'function')) return true;
    return false;
  }
}

/** What may be an address, of one type. */
const MOST_ADDRESSES = 8;

/** The functions beside a type that belong to it: their heads name it, as `func (c *Client) Control(id string) error` does. */
function functionsOf(source: Source, name: string): readonly Span[] {
  const named = new RegExp(`(?<![\\p{L}\\p{N}_])${escapeRegExp(name)}(?![\\p{L}\\p{N}_])`, 'u');
  return source.constructs.all('function').flatMap((one) => {
    const body = part(one, 'body');
    const head = source.text.slice(one.node.startIndex, body?.startIndex ?? one.node.startIndex);
    return named.test(head) ? spanOf(one.node) : [];
  });
}

/** What a list or a map has all of: `...OFFLINE`, `*OFFLINE`. */
function spreadOf(text: string): Alias | undefined {
  const [, name] = /^(?:\.{3}\??|\*{1,2})\s*(\S+)$/.exec(text) ?? [];
  return name === undefined ? undefined : aliasOf(name);
}

/** What a dotted name stands for, in the styles of all languages. @returns undefined for anything else */
function aliasOf(text: string): Alias | undefined {
  const of = text.replace(/\s{0,40}(?:\?\.|->|::|\\)\s{0,40}/g, '.').replace(/^[.$@]+/, '');
  return DOTTED.test(of) ? { kind: 'alias', of } : undefined;
}

const DOTTED = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;

function isWord(name: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
}

function isSame(a: Declared | undefined, b: Declared): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
