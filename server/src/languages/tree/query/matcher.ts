import type { Node } from '../syntax/node.ts';
import type { CaptureName } from './captures.ts';
import type { LibraryNames } from './libraries.ts';
import {
  type Child,
  type NodeKey,
  type NodePattern,
  type Pattern,
  type Predicate,
  parseQuery,
  type QueryFile,
} from './parser.ts';

/** A node under a name that a pattern gives it. */
export interface Capture {
  readonly name: CaptureName;
  readonly node: Node;
}

/** The captures of one match, outermost first. */
export type Captures = readonly Capture[];

/** What stands in patterns for several types of nodes, with what the names of these match: `statement`. */
export type Supertypes = { readonly [name: string]: RegExp };

/**
 * Finds all matches of a file of patterns in a tree. Does what a query of tree-sitter does, to which a test compares
 * it, but for the order of the matches; compiling such a query takes a third of a second.
 */
export interface Matcher {
  /** @yields matches in the order of their outermost nodes, each node's in the order of the patterns */
  matches(root: Node): Iterable<Captures>;
}

/** Tries a pattern on a node; calls `next` for every way in which it fits, with the captures on the stack. */
type Test = (node: Node, stack: Capture[], next: () => void) => void;

/** A pattern that can begin at a node of some type. */
interface Start {
  readonly test: Test;
  readonly holds: (captures: Captures) => boolean;
}

/**
 * Makes a matcher of all patterns of some files.
 *
 * @param namesOf what stands for the names of libraries in them
 * @throws as `parseQuery` does
 */
export function createMatcher(
  files: readonly QueryFile[],
  namesOf: LibraryNames,
  supertypes: Supertypes = {},
): Matcher {
  const starts = new Map<string, Start[]>();
  for (const { pattern, roots, predicates } of files.flatMap((file) => parseQuery(file, namesOf))) {
    const start: Start = {
      test: new Compiler(predicates, supertypes).test(pattern),
      holds: (captures) => predicates.every((one) => one.isNegated || captures.some(({ name }) => isOf(one, name))),
    };
    for (const key of new Set(roots.map(keyOf))) starts.set(key, [...(starts.get(key) ?? []), start]);
  }
  return {
    *matches(root) {
      const found: Captures[] = [];
      const stack: Capture[] = [];
      for (const node of root.walk()) {
        for (const { test, holds } of starts.get(keyOf(node)) ?? []) {
          test(node, stack, () => {
            if (holds(stack)) found.push([...stack]);
          });
        }
        yield* found.splice(0);
      }
    },
  };
}

function isOf({ capture }: Predicate, { name }: CaptureName): boolean {
  return capture === name;
}

function keyOf({ type, isNamed }: NodeKey): string {
  return isNamed ? type : `"${type}`;
}

/**
 * Tries patterns of children, the first on a node and those behind it.
 *
 * @returns the id of the last of these that the first pattern fits where the others fit behind it; negative for none
 */
type ChildrenTest = (from: Node | undefined, stack: Capture[], next: () => void) => number;

/** Where there are no patterns, they fit anywhere. */
const NO_CHILDREN: ChildrenTest = (_from, _stack, next) => {
  next();
  return Number.POSITIVE_INFINITY;
};

/** Makes tests of the parts of one whole pattern. */
class Compiler {
  /** @param predicates those of the whole */
  constructor(
    private readonly predicates: readonly Predicate[],
    private readonly supertypes: Supertypes,
  ) {}

  test(pattern: Pattern): Test {
    const { captures: names } = pattern;
    const inner = pattern.kind === 'node' ? this.node(pattern) : anyOf(pattern.options.map((one) => this.test(one)));
    if (names.length === 0) return inner;
    const asked = this.predicates.filter((one) => names.some((name) => isOf(one, name)));
    return (node, stack, next) => {
      const { length } = stack;
      for (const name of names) stack.push({ name, node });
      let holds: boolean | undefined;
      // What the whole would be refused for in the end is not followed to the nodes behind it.
      const go = (): void => {
        holds ??= asked.every(({ test, isNegated }) => test(node.text) !== isNegated);
        if (holds) next();
      };
      inner(node, stack, asked.length > 0 ? go : next);
      stack.length = length;
    };
  }

  private node({ type, isNamed, absent, children: patterns, isClosed }: NodePattern): Test {
    const several = type === undefined ? /^(?!ERROR$)/ : this.supertypes[type];
    const fits = (node: Node): boolean =>
      node.isNamed === isNamed &&
      (several ? several.test(node.type) : node.type === type) &&
      (absent.length === 0 || !hasField(node, absent));
    if (patterns.length === 0) {
      return (node, _stack, next) => {
        if (fits(node)) next();
      };
    }
    const children = this.children(patterns, isClosed);
    return (node, stack, next) => {
      if (fits(node)) children(node.firstChild, stack, next);
    };
  }

  private children([first, ...others]: readonly Child[], isClosed: boolean): ChildrenTest {
    if (!first) return NO_CHILDREN;
    const test = this.test(first.pattern);
    const rest = this.children(others, isClosed);
    if (first.quantifier === '*') return repeated(test, rest);
    // Where the others may stand anywhere behind it, it is the same for them which of its places it is.
    const isFree = !first.isAnchored && !first.quantifier && !others[0]?.isAnchored;
    const isLast = isClosed && others.length === 0;
    return inRow(first, test, rest, {
      isFree,
      isLast,
      isHidden: isFree && !this.shows(first),
      isRestHidden: isFree && others.length > 0 && !others.some((one) => one.quantifier || this.shows(one)),
    });
  }

  /** Whether it matters where a child is found: it is captured for others to see, or a predicate may miss what it captures. */
  private shows({ pattern }: Child): boolean {
    if (pattern.captures.some(({ isHidden }) => !isHidden)) return true;
    if (pattern.kind === 'node') return pattern.children.some((one) => this.shows(one) || this.mayLack(one));
    return pattern.options.some((one) => this.shows({ pattern: one, isAnchored: false }) || this.isAsked(one));
  }

  private mayLack({ pattern, quantifier }: Child): boolean {
    return quantifier !== undefined && this.isAsked(pattern);
  }

  /** Whether a predicate asks about something in a pattern. */
  private isAsked(pattern: Pattern): boolean {
    const inner = pattern.kind === 'node' ? pattern.children.map((one) => one.pattern) : pattern.options;
    return (
      pattern.captures.some((name) => this.predicates.some((one) => isOf(one, name))) ||
      inner.some((one) => this.isAsked(one))
    );
  }
}

/** How a child stands among its siblings. */
interface Standing {
  /** It may stand anywhere, and so may the others behind it. */
  readonly isFree: boolean;
  /** No named node may follow it. */
  readonly isLast: boolean;
  /** Of it, or of the others, it does not matter which of their places they are found at. */
  readonly isHidden: boolean;
  readonly isRestHidden: boolean;
}

/** Tries one child, and the others behind it. Siblings are not paired one by one where it does not matter which they are. */
function inRow(
  { field, isAnchored, quantifier }: Child,
  test: Test,
  rest: ChildrenTest,
  { isFree, isLast, isHidden, isRestHidden }: Standing,
): ChildrenTest {
  return (from, stack, next) => {
    const end = isLast ? lastNamed(from) : -1;
    let last = -1;
    /** Where the others were found last, and what they capture there. */
    let place = -1;
    let captures: Captures = [];
    let isOver = false;
    for (let child = from; child && !isOver; child = child.nextSibling) {
      const { id, nextSibling } = child;
      if ((field === undefined || child.field === field) && id >= end) {
        test(child, stack, () => {
          const { length } = stack;
          if (isRestHidden && place > id) {
            stack.push(...captures);
            next();
            stack.length = length;
          } else {
            place = rest(nextSibling, stack, () => {
              if (isRestHidden) captures = stack.slice(length);
              next();
            });
          }
          if (place >= 0) last = id;
          // What is nowhere behind this one is nowhere behind the next.
          isOver = isFree && (place < 0 || isHidden);
        });
      }
      if (isAnchored && child.isNamed) break;
    }
    return quantifier ? Math.max(last, rest(from, stack, next)) : last;
  };
}

/** Tries one child as often as it comes in a row, and the others behind each of these. It captures nothing. */
function repeated(test: Test, rest: ChildrenTest): ChildrenTest {
  return (from, stack, next) => {
    let last = rest(from, stack, next);
    for (let child = from; child; child = child.nextSibling) {
      let fits = false;
      test(child, stack, () => {
        fits = true;
      });
      if (fits) last = Math.max(last, rest(child.nextSibling, stack, next));
      else if (child.isNamed) break;
    }
    return last;
  };
}

function anyOf(tests: readonly Test[]): Test {
  return (node, stack, next) => {
    for (const test of tests) test(node, stack, next);
  };
}

/** The id of the last named node from one on; negative for none. */
function lastNamed(from: Node | undefined): number {
  let last = -1;
  for (let node = from; node; node = node.nextSibling) if (node.isNamed) last = node.id;
  return last;
}

function hasField(node: Node, fields: readonly string[]): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.field !== undefined && fields.includes(child.field)) return true;
  return false;
}
