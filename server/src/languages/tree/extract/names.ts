import { keepsSettings } from '../../../knowledge/names.ts';
import type { Alias, Constant, Declared, FileNames } from '../../../model/names.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { addressesIn } from './addresses.ts';
import { itemsOf } from './lists.ts';
import type { Declarations } from './readModel.ts';
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

  constructor(private readonly declarations: Declarations) {
    this.source = declarations.source;
  }

  read(): ReadonlyMap<string, Declared | undefined> {
    const { constructs } = this.source;
    for (const kind of ['scope', 'shape'] as const) {
      for (const type of constructs.all(kind))
        this.addName(part<'scope' | 'shape'>(type, 'name')?.text, type.node, this.typeOf(type));
    }
    for (const one of constructs.all('function')) this.addName(part(one, 'name')?.text, one.node, { kind: 'function' });
    for (const kind of ['binding', 'constant'] as const) for (const one of constructs.all(kind)) this.addValue(one);
    for (const one of constructs.all('given')) this.addGiven(part(one, 'value'));
    return this.declared;
  }

  private addName(name: string | undefined, node: Node, declared: Declared): void {
    if (name === undefined || !isWord(name) || this.declared.has(name) || this.isLocal(node)) return;
    this.declared.set(name, declared);
  }

  /** A class. Of one that deals with failures itself, its callers see no errors of the service that it talks to. */
  private typeOf(type: Construct<'scope' | 'shape'>): Declared {
    const name = part<'scope' | 'shape'>(type, 'name')?.text ?? '';
    const span = spanOf(type.node);
    const { constructs } = this.source;
    const holds = (kind: 'catch' | 'function' | 'call'): boolean =>
      constructs.all(kind).some(({ node }) => span.start <= node.startIndex && node.endIndex <= span.end);
    const talks = !keepsSettings(name) && holds('function') && holds('call') && !holds('catch');
    const of = talks ? addressesIn(this.source, span) : [];
    return { kind: 'type', ...(of.length > 0 && { of }) };
  }

  private addValue(declaration: Construct<'binding' | 'constant'>): void {
    const [name, written] = [bareName(part(declaration, 'name')), part(declaration, 'value')];
    if (name === undefined || !written || !isWord(name) || this.isLocal(declaration.node)) return;
    const meaning = this.meaningOf(unwrap(this.source, written), name);
    if (!meaning) return;
    const owner = this.ownerOf(declaration.node);
    const key = owner === undefined ? name : `${owner.name}.${name}`;
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
    const object = constructs.at(value, 'object');
    if (object) return this.mapOf(object);
    if (constructs.at(value, 'list')) {
      const written = itemsOf(source, value);
      const items = written.flatMap((item) => this.constantAt(item) ?? []);
      return { kind: 'list', items, open: items.length < written.length };
    }
    const constant = this.constantAt(value);
    if (constant) return constant;
    const types = declarations.types.get(name);
    const of = constructs.at(value, 'function') || keepsSettings(name) ? [] : addressesIn(source, spanOf(value));
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
    const spreads = written.flatMap((node) => aliasOf(node.text.replace(/^[.*\s]+/, '')) ?? []);
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

  private ownerOf(declaration: Node): { readonly name: string; readonly isClosed: boolean } | undefined {
    // `const CODES = { … }` is what its own entries belong to.
    const inside = this.source.constructs.at(declaration, 'scope') ? declaration.parent : declaration;
    const scope = inside ? around(this.source, inside, 'scope') : undefined;
    const name = scope && part(scope, 'name')?.text;
    return scope && name !== undefined ? { name, isClosed: part(scope, 'closed') !== undefined } : undefined;
  }

  /** Whether something is declared within a function, where nobody else sees it. */
  private isLocal(declared: Node): boolean {
    for (let at = declared.parent; at; at = at.parent) if (this.source.constructs.at(at, 'function')) return true;
    return false;
  }
}

/** What a dotted name stands for, in the styles of all languages. @returns undefined for anything else */
function aliasOf(text: string): Alias | undefined {
  const of = text.replace(/\s*(?:\?\.|->|::|\\)\s*/g, '.').replace(/^[.$@]+/, '');
  return DOTTED.test(of) ? { kind: 'alias', of } : undefined;
}

const DOTTED = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;

function isWord(name: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
}

function isSame(a: Declared | undefined, b: Declared): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
