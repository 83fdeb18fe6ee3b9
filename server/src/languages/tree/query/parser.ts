/**
 * The patterns of `.scm` files, which are tree-sitter's queries as far as ours need them: nodes with children, fields
 * and fields that must be absent, alternatives, wildcards, `?` and `*`, anchors, captures, and predicates over text.
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
  readonly captures: readonly string[];
}

/** Patterns of which one is enough. */
export interface Alternatives {
  readonly kind: 'alternatives';
  readonly options: readonly Pattern[];
  readonly captures: readonly string[];
}

/** A pattern in the place of a child. */
export interface Child {
  readonly pattern: Pattern;
  readonly field?: string;
  /** No other named node may stand between it and the child before it, or its parent's beginning. */
  readonly isAnchored: boolean;
  readonly quantifier?: '?' | '*';
}

/** A test of the text of captured nodes: each must be one of the texts, or match, or each must not. */
export interface Predicate {
  readonly capture: string;
  readonly test: (text: string) => boolean;
  readonly isNegated: boolean;
}

/** A pattern with its predicates, as it stands at the top level of a file. */
export interface Rule {
  readonly pattern: Pattern;
  readonly predicates: readonly Predicate[];
}

const TOKEN = /;[^\n]*|\s+|"((?:\\.|[^"\\])*)"|(@[\w.-]+|#[\w-]+\?|[A-Za-z_][\w-]*:?|[()[\]?*.!])|([\s\S])/g;

interface Token {
  readonly text: string;
  readonly isString: boolean;
}

/** Reads a query. @throws for anything outside of the part of the language that is understood here */
export function readPatterns(source: string): readonly Rule[] {
  const tokens: Token[] = [];
  for (const [, string, word, unknown] of source.matchAll(TOKEN)) {
    if (unknown !== undefined) throw new Error(`${unknown} in a query`);
    if (string !== undefined) tokens.push({ text: unescaped(string), isString: true });
    else if (word !== undefined) tokens.push({ text: word, isString: false });
  }
  return new PatternReader(tokens).rules();
}

function unescaped(string: string): string {
  return string.replace(/\\([\s\S])/g, (_, unit: string) => ({ n: '\n', r: '\r', t: '\t', 0: '\0' })[unit] ?? unit);
}

class PatternReader {
  private at = 0;
  private predicates: Predicate[] = [];

  constructor(private readonly tokens: readonly Token[]) {}

  rules(): readonly Rule[] {
    const rules: Rule[] = [];
    while (this.at < this.tokens.length) {
      this.predicates = [];
      const pattern = this.pattern();
      rules.push({ pattern, predicates: this.predicates });
    }
    return rules;
  }

  private pattern(): Pattern {
    const { text, isString } = this.next();
    if (isString) return { ...this.leaf(text, false), captures: this.captures() };
    if (text === '_') throw new Error('_ outside of brackets in a query');
    if (text === '[') {
      const options: Pattern[] = [];
      while (!this.takes(']')) options.push(this.pattern());
      return { kind: 'alternatives', options, captures: this.captures() };
    }
    if (text !== '(') throw new Error(`${text} in a query`);
    return this.peek()?.text === '(' || this.peek()?.text === '[' ? this.group() : this.node();
  }

  /** A pattern in brackets of its own, which hold its predicates. */
  private group(): Pattern {
    const pattern = this.pattern();
    while (!this.takes(')')) {
      if (!this.takes('(')) throw new Error('several nodes in one group of a query');
      this.predicate();
    }
    const captures = this.captures();
    return captures.length === 0 ? pattern : { ...pattern, captures: [...pattern.captures, ...captures] };
  }

  private node(): NodePattern {
    const type = this.next().text;
    const children: Child[] = [];
    const absent: string[] = [];
    let isAnchored = false;
    for (;;) {
      if (this.takes(')')) break;
      if (this.takes('.')) {
        isAnchored = true;
      } else if (this.takes('!')) {
        absent.push(this.next().text);
      } else if (this.isPredicate()) {
        this.next();
        this.predicate();
      } else {
        children.push({ ...this.child(), isAnchored });
        isAnchored = false;
      }
    }
    const leaf = this.leaf(type === '_' ? undefined : type, true);
    return { ...leaf, children, absent, isClosed: isAnchored, captures: this.captures() };
  }

  private child(): Omit<Child, 'isAnchored'> {
    const next = this.peek();
    const field = next && !next.isString && next.text.endsWith(':') ? this.next().text.slice(0, -1) : undefined;
    const pattern = this.pattern();
    const quantifier = this.takes('?') ? '?' : this.takes('*') ? '*' : undefined;
    // Captures may stand behind the quantifier.
    const captures = this.captures();
    return {
      pattern: captures.length === 0 ? pattern : { ...pattern, captures: [...pattern.captures, ...captures] },
      ...(field !== undefined && { field }),
      ...(quantifier && { quantifier }),
    };
  }

  private leaf(type: string | undefined, isNamed: boolean): NodePattern {
    return { kind: 'node', type, isNamed, children: [], isClosed: false, absent: [], captures: [] };
  }

  private captures(): readonly string[] {
    const names: string[] = [];
    for (let next = this.peek(); next && !next.isString && next.text.startsWith('@'); next = this.peek()) {
      names.push(this.next().text.slice(1));
    }
    return names;
  }

  /** Reads what follows the opening bracket of a predicate. */
  private predicate(): void {
    const name = this.next().text;
    const capture = this.next().text.slice(1);
    const values: string[] = [];
    while (!this.takes(')')) values.push(this.next().text);
    const isNegated = name.startsWith('#not-');
    const [first = ''] = values;
    switch (name.replace('not-', '')) {
      case '#eq?':
      case '#any-of?':
        this.predicates.push({ capture, isNegated, test: (text) => values.includes(text) });
        break;
      case '#match?': {
        const expression = new RegExp(first);
        this.predicates.push({ capture, isNegated, test: (text) => expression.test(text) });
        break;
      }
      default:
        throw new Error(`${name} in a query`);
    }
  }

  private isPredicate(): boolean {
    const [open, name] = [this.tokens[this.at], this.tokens[this.at + 1]];
    return open?.text === '(' && !open.isString && name?.text.startsWith('#') === true && !name.isString;
  }

  private peek(): Token | undefined {
    return this.tokens[this.at];
  }

  private next(): Token {
    const token = this.tokens[this.at++];
    if (!token) throw new Error('a query ends too soon');
    return token;
  }

  private takes(text: string): boolean {
    const next = this.peek();
    if (!next || next.isString || next.text !== text) return false;
    this.at++;
    return true;
  }
}
