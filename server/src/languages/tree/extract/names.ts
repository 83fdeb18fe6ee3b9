import type { Alias, Constant, Declared, FileNames } from '../../../model/names.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { itemsOf } from './lists.ts';
import type { Declarations } from './readModel.ts';
import { around, bareName, isReference, type Source, unwrap, withoutComments } from './source.ts';

/** UTF-16 units of a statement that are read: no list of imports is longer. */
const STATEMENT_LIMIT_UNITS = 8000;

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
        this.addName(part<'scope' | 'shape'>(type, 'name')?.text, type.node, 'type');
    }
    for (const one of constructs.all('function')) this.addName(part(one, 'name')?.text, one.node, 'function');
    for (const kind of ['binding', 'constant'] as const) for (const one of constructs.all(kind)) this.addValue(one);
    return this.declared;
  }

  private addName(name: string | undefined, node: Node, kind: 'type' | 'function'): void {
    if (name === undefined || !isWord(name) || this.declared.has(name) || this.isLocal(node)) return;
    this.declared.set(name, { kind });
  }

  private addValue(declaration: Construct<'binding' | 'constant'>): void {
    const [name, written] = [bareName(part(declaration, 'name')), part(declaration, 'value')];
    if (name === undefined || !written || !isWord(name) || this.isLocal(declaration.node)) return;
    const meaning = this.meaningOf(unwrap(this.source, written), name);
    if (!meaning) return;
    const owner = this.ownerOf(declaration.node);
    const key = owner === undefined ? name : `${owner.name}.${name}`;
    const whole: Declared = meaning.kind === 'constant' && owner?.isClosed ? { ...meaning, isMember: true } : meaning;
    const known = this.declared.get(key);
    // What is only a name of something so far is more than that.
    const isNew = !this.declared.has(key) || known?.kind === 'type' || known?.kind === 'function';
    this.declared.set(key, isNew || isSame(known, whole) ? whole : undefined);
  }

  private meaningOf(value: Node, name: string): Declared | undefined {
    const { source, declarations } = this;
    const { constructs } = source;
    if (constructs.at(value, 'list')) {
      const written = itemsOf(source, value);
      const items = written.flatMap((item) => this.constantAt(item) ?? []);
      return { kind: 'list', items, open: items.length < written.length };
    }
    const object = constructs.at(value, 'object');
    if (object) return this.mapOf(object);
    const constant = this.constantAt(value);
    if (constant) return constant;
    const types = declarations.types.get(name);
    return types && { kind: 'value', types };
  }

  private mapOf(object: Construct<'object'>): Declared {
    const pairs = parts(object, 'pair').flatMap((node) => this.source.constructs.at(node, 'pair') ?? []);
    const keys = pairs.flatMap((pair) => {
      const key = part(pair, 'key');
      const bare = part(pair, 'name');
      if (bare) return { kind: 'constant' as const, text: bare.text, value: 'string' as const };
      return (key && this.constantAt(key)) ?? [];
    });
    return { kind: 'map', keys, open: keys.length < pairs.length || parts(object, 'spread').length > 0 };
  }

  /** What an expression stands for, where that is one text, or the name of something. */
  private constantAt(written: Node): Constant | Alias | undefined {
    const node = unwrap(this.source, written);
    const code = this.declarations.constants.codeOf(node);
    if (code) return { kind: 'constant', text: code.text, value: code.value, ...(code.isMember && { isMember: true }) };
    if (!isReference(this.source, node)) return undefined;
    const of = node.text.replace(/\s*(?:\?\.|->|::|\\)\s*/g, '.').replace(/^[.$@]+/, '');
    return DOTTED.test(of) ? { kind: 'alias', of } : undefined;
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

const DOTTED = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;

function isWord(name: string): boolean {
  return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(name);
}

function isSame(a: Declared | undefined, b: Declared): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
