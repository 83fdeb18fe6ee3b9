import { type CaptureName, readCaptureName } from './captures.ts';
import type { LibraryNames } from './libraries.ts';

/** A file of patterns (`.scm`), which is a query of tree-sitter. */
export interface QueryFile {
  /** From the root of the repository, to name it in errors. */
  readonly path: string;
  readonly text: string;
}

/**
 * The patterns of a query as far as ours need them: nodes with children, fields and fields that must be absent,
 * alternatives, wildcards, `?` and `*`, anchors, captures, and predicates over text.
 */
export type Pattern = NodePattern | Alternatives;

/** One node. */
export interface NodePattern {
  readonly kind: 'node';
  /** Its type; undefined for any named node that is no error. */
  readonly type: string | undefined;
  /** Written as `(type)`, not as `"text"`. */
  readonly isNamed: boolean;
  readonly children: readonly Child[];
  /** No named node may follow the last of its children. */
  readonly isClosed: boolean;
  /** Fields that it must not have. */
  readonly absent: readonly string[];
  readonly captures: readonly CaptureName[];
}

/** Patterns of which one is enough. */
export interface Alternatives {
  readonly kind: 'alternatives';
  readonly options: readonly Pattern[];
  readonly captures: readonly CaptureName[];
}

/** A pattern in the place of a child. */
export interface Child {
  readonly pattern: Pattern;
  readonly field?: string;
  /** No other named node may stand between it and the child before it, or its parent's beginning. */
  readonly isAnchored: boolean;
  /** What is repeated (`*`) is always anchored, and captures nothing. */
  readonly quantifier?: '?' | '*';
}

/** A test of the text of captured nodes: each must be one of the texts, or match, or each must not. */
export interface Predicate {
  /** A capture of the same pattern. */
  readonly capture: string;
  readonly test: (text: string) => boolean;
  readonly isNegated: boolean;
}

/** A pattern with its predicates, as it stands at the top level of a file. */
export interface TopLevelPattern {
  readonly pattern: Pattern;
  /** The node types that it can begin at; never a wildcard. */
  readonly roots: readonly NodeKey[];
  readonly predicates: readonly Predicate[];
}

/** What a pattern of one node is found by. */
export interface NodeKey {
  readonly type: string;
  readonly isNamed: boolean;
}

/** What a grammar has names for. */
export interface GrammarNames {
  /** @param isNamed written as `(type)`, not as `"text"` */
  hasNode(type: string, isNamed: boolean): boolean;
  hasField(name: string): boolean;
}

const TOKEN = /;[^\n]*|\s+|"((?:\\.|[^"\\])*)"|(@[\w.-]+|#[\w-]+\?|[A-Za-z_][\w-]*:?|[()[\]?*.!])|([\s\S])/g;
const WORD = /^[A-Za-z_][\w-]*$/;
/** What stands for names of libraries. */
const TABLE = /^\$([a-z]\w*)$/i;

interface Token {
  readonly text: string;
  readonly isString: boolean;
  /** UTF-16 offset in the file. */
  readonly at: number;
}

/** A capture where it is written. */
interface WrittenCapture {
  readonly name: CaptureName;
  /** UTF-16 offset in the file. */
  readonly at: number;
}

/**
 * Reads a query.
 *
 * @param namesOf what stands for `"$table"` in its predicates
 * @param grammar what its nodes and fields must be of; where absent, they may be called anything
 * @throws for whatever is not understood here, for captures that `captures.ts` does not have, for tables that there are
 * none of, and for names that the grammar does not have; the message begins with `path:line:column: `, both counted from 1
 */
export function parseQuery(file: QueryFile, namesOf: LibraryNames, grammar?: GrammarNames): readonly TopLevelPattern[] {
  return new PatternReader(file, namesOf, grammar).read();
}

/** An error at a place of a file. @param offset in UTF-16 units */
export function errorAt({ path, text }: QueryFile, offset: number, message: string): Error {
  const before = text.slice(0, offset).split('\n');
  return new Error(`${path}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}: ${message}`);
}

function tokensOf(file: QueryFile): readonly Token[] {
  const tokens: Token[] = [];
  for (const { 1: string, 2: word, 3: unknown, index: at } of file.text.matchAll(TOKEN)) {
    if (unknown !== undefined) throw errorAt(file, at, `unexpected ${unknown}`);
    if (string !== undefined) tokens.push({ text: unescaped(string), isString: true, at });
    else if (word !== undefined) tokens.push({ text: word, isString: false, at });
  }
  return tokens;
}

function unescaped(string: string): string {
  return string.replace(/\\([\s\S])/g, (_, unit: string) => ({ n: '\n', r: '\r', t: '\t', 0: '\0' })[unit] ?? unit);
}

class PatternReader {
  private readonly tokens: readonly Token[];
  private index = 0;
  /** What the pattern at hand has of these so far, at any depth. */
  private predicates: { readonly predicate: Predicate; readonly at: number }[] = [];
  private written: WrittenCapture[] = [];

  constructor(
    private readonly file: QueryFile,
    private readonly namesOf: LibraryNames,
    private readonly grammar: GrammarNames | undefined,
  ) {
    this.tokens = tokensOf(file);
  }

  read(): readonly TopLevelPattern[] {
    const patterns: TopLevelPattern[] = [];
    while (this.index < this.tokens.length) patterns.push(this.topLevel());
    return patterns;
  }

  private topLevel(): TopLevelPattern {
    this.predicates = [];
    this.written = [];
    const at = this.peek()?.at ?? 0;
    const pattern = this.pattern();
    this.checkCaptures();
    const roots = this.roots(pattern, at);
    return { pattern, roots, predicates: this.predicates.map(({ predicate }) => predicate) };
  }

  /** A part without its whole, and a test of what is not captured, would be silently of no effect. */
  private checkCaptures(): void {
    const names = new Set(this.written.map(({ name }) => name.name));
    for (const { name, at } of this.written) {
      if (!name.isHidden && !names.has(name.kind))
        throw errorAt(this.file, at, `"@${name.name}" without "@${name.kind}" in the same pattern`);
    }
    for (const { predicate, at } of this.predicates) {
      if (!names.has(predicate.capture))
        throw errorAt(this.file, at, `the pattern does not capture "@${predicate.capture}"`);
    }
  }

  private roots(pattern: Pattern, at: number): readonly NodeKey[] {
    if (pattern.kind === 'alternatives') return pattern.options.flatMap((option) => this.roots(option, at));
    const { type, isNamed } = pattern;
    if (type === undefined) throw errorAt(this.file, at, 'a pattern must not begin with a wildcard');
    return [{ type, isNamed }];
  }

  private pattern(): Pattern {
    const token = this.next();
    const { text, isString } = token;
    if (isString) this.checkNode(token, false);
    if (isString) return { ...leaf(text, false), captures: this.captures() };
    if (text === '[') {
      const options: Pattern[] = [];
      while (!this.takes(']')) options.push(this.pattern());
      return { kind: 'alternatives', options, captures: this.captures() };
    }
    if (text !== '(') throw this.unexpected(token);
    return this.peek()?.text === '(' || this.peek()?.text === '[' ? this.group() : this.node();
  }

  /** A pattern in brackets of its own, which hold its predicates. */
  private group(): Pattern {
    const pattern = this.pattern();
    while (!this.takes(')')) {
      if (!this.isPredicate()) throw this.unexpected(this.next(), 'instead of a predicate or the end of the group');
      this.predicate();
    }
    return withCaptures(pattern, this.captures());
  }

  private node(): NodePattern {
    const name = this.word();
    const type = name.text === '_' ? undefined : name.text;
    if (type !== undefined) this.checkNode(name, true);
    const children: Child[] = [];
    const absent: string[] = [];
    let isAnchored = false;
    while (!this.takes(')')) {
      if (this.takes('.')) isAnchored = true;
      else if (this.takes('!')) absent.push(this.fieldName(this.word()));
      else if (this.isPredicate()) this.predicate();
      else {
        children.push(this.child(isAnchored));
        isAnchored = false;
      }
    }
    const node = leaf(type, true);
    return { ...node, children, absent, isClosed: isAnchored, captures: this.captures() };
  }

  private child(isAnchored: boolean): Child {
    const next = this.peek();
    const field = next && !next.isString && next.text.endsWith(':') ? this.fieldName(this.next()) : undefined;
    const before = this.written.length;
    const pattern = this.pattern();
    const quantifier = this.takes('?') ? '?' : this.takes('*') ? '*' : undefined;
    if (quantifier === '*' && !isAnchored) throw errorAt(this.file, next?.at ?? 0, '* needs an anchor before it');
    // Captures may stand behind the quantifier.
    const captured = withCaptures(pattern, this.captures());
    if (quantifier === '*' && this.written.length > before)
      throw errorAt(this.file, next?.at ?? 0, 'what is repeated by * must capture nothing');
    return {
      pattern: captured,
      isAnchored,
      ...(field !== undefined && { field }),
      ...(quantifier && { quantifier }),
    };
  }

  private captures(): readonly CaptureName[] {
    const names: CaptureName[] = [];
    while (this.isCapture()) {
      const { text, at } = this.next();
      const name = this.located(at, () => readCaptureName(text.slice(1)));
      this.written.push({ name, at });
      names.push(name);
    }
    return names;
  }

  private predicate(): void {
    this.next();
    const operator = this.next();
    const capture = this.next();
    if (capture.isString || !capture.text.startsWith('@')) throw this.unexpected(capture, 'instead of a capture');
    const values: string[] = [];
    while (!this.takes(')')) {
      const value = this.next();
      if (!value.isString) throw this.unexpected(value, 'instead of a text');
      const [, table] = TABLE.exec(value.text) ?? [];
      if (table === undefined) values.push(value.text);
      else values.push(...this.located(value.at, () => this.namesOf(table)));
    }
    const test = this.located(operator.at, () => testOf(operator.text.replace('#not-', '#'), values));
    const isNegated = operator.text.startsWith('#not-');
    this.predicates.push({ predicate: { capture: capture.text.slice(1), isNegated, test }, at: capture.at });
  }

  private isPredicate(): boolean {
    const [open, name] = [this.tokens[this.index], this.tokens[this.index + 1]];
    return open?.text === '(' && !open.isString && name?.text.startsWith('#') === true && !name.isString;
  }

  private isCapture(): boolean {
    const next = this.peek();
    return next?.text.startsWith('@') === true && !next.isString;
  }

  private word(): Token {
    const token = this.next();
    if (token.isString || !WORD.test(token.text)) throw this.unexpected(token, 'instead of a name');
    return token;
  }

  private checkNode({ text, at }: Token, isNamed: boolean): void {
    if (this.grammar?.hasNode(text, isNamed) === false)
      throw errorAt(this.file, at, `the grammar has no node ${isNamed ? `(${text})` : JSON.stringify(text)}`);
  }

  private fieldName({ text, at }: Token): string {
    const name = text.replace(/:$/, '');
    if (this.grammar?.hasField(name) === false) throw errorAt(this.file, at, `the grammar has no field "${name}"`);
    return name;
  }

  private peek(): Token | undefined {
    return this.tokens[this.index];
  }

  private next(): Token {
    const token = this.tokens[this.index++];
    if (!token) throw errorAt(this.file, this.file.text.length, 'the query ends too soon');
    return token;
  }

  private takes(text: string): boolean {
    const next = this.peek();
    if (!next || next.isString || next.text !== text) return false;
    this.index++;
    return true;
  }

  private unexpected({ text, at }: Token, instead?: string): Error {
    return errorAt(this.file, at, instead === undefined ? `unexpected ${text}` : `${text} ${instead}`);
  }

  /** Gives what goes wrong at a place that place's name. */
  private located<T>(offset: number, make: () => T): T {
    try {
      return make();
    } catch (error) {
      throw errorAt(this.file, offset, error instanceof Error ? error.message : String(error));
    }
  }
}

function leaf(type: string | undefined, isNamed: boolean): NodePattern {
  return { kind: 'node', type, isNamed, children: [], isClosed: false, absent: [], captures: [] };
}

function withCaptures(pattern: Pattern, captures: readonly CaptureName[]): Pattern {
  return captures.length === 0 ? pattern : { ...pattern, captures: [...pattern.captures, ...captures] };
}

/** UTF-16 units at the end of a text in which what must stand there is looked for. */
const END_LIMIT_UNITS = 500;

/** @throws for an operator that is not known here, and for what is no regular expression */
function testOf(operator: string, values: readonly string[]): Predicate['test'] {
  if (operator === '#eq?' || operator === '#any-of?') return (text) => values.includes(text);
  if (operator !== '#match?') throw new Error(`unknown predicate ${operator}`);
  const [source = ''] = values;
  const expression = new RegExp(source);
  // What must stand at the end is not looked for in all that a chain of calls is called on.
  if (!/^\^|\\\$$|[^$]$/.test(source)) return (text) => expression.test(text.slice(-END_LIMIT_UNITS));
  return (text) => expression.test(text);
}
