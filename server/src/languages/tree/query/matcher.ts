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
  const compile = compiler(supertypes);
  for (const { pattern, roots, predicates } of files.flatMap((file) => parseQuery(file, namesOf))) {
    const start: Start = {
      test: compile(pattern),
      holds: (captures) => predicates.every((one) => holds(one, captures)),
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

function holds({ capture, test, isNegated }: Predicate, captures: Captures): boolean {
  const texts = captures.filter(({ name }) => name.name === capture).map(({ node }) => node.text);
  if (texts.length === 0) return isNegated;
  return texts.every((text) => test(text) !== isNegated);
}

function keyOf({ type, isNamed }: NodeKey): string {
  return isNamed ? type : `"${type}`;
}

function compiler(supertypes: Supertypes): (pattern: Pattern) => Test {
  const compile = (pattern: Pattern): Test => {
    const { captures: names } = pattern;
    const inner = pattern.kind === 'node' ? node(pattern) : anyOf(pattern.options.map(compile));
    if (names.length === 0) return inner;
    return (node, stack, next) => {
      const { length } = stack;
      for (const name of names) stack.push({ name, node });
      inner(node, stack, next);
      stack.length = length;
    };
  };

  const node = (pattern: NodePattern): Test => {
    const { type, isNamed, absent } = pattern;
    const several = type === undefined ? /^(?!ERROR$)/ : supertypes[type];
    const fits = (node: Node): boolean =>
      node.isNamed === isNamed &&
      (several ? several.test(node.type) : node.type === type) &&
      (absent.length === 0 || !hasField(node, absent));
    if (pattern.children.length === 0) {
      return (node, _stack, next) => {
        if (fits(node)) next();
      };
    }
    const children = childrenOf(pattern.children, pattern.isClosed);
    return (node, stack, next) => {
      if (fits(node)) children(node.firstChild, stack, next);
    };
  };

  /** Tries the patterns of children one after another on a node and those behind it. */
  const childrenOf = (
    [first, ...others]: readonly Child[],
    isClosed: boolean,
  ): ((from: Node | undefined, stack: Capture[], next: () => void) => void) => {
    if (!first) return (_from, _stack, next) => next();
    const test = compile(first.pattern);
    const rest = childrenOf(others, isClosed);
    const { field, isAnchored, quantifier } = first;
    const isLast = isClosed && others.length === 0;
    const run = (from: Node | undefined, stack: Capture[], next: () => void): void => {
      for (let child = from; child; child = child.nextSibling) {
        const { nextSibling } = child;
        if ((field === undefined || child.field === field) && !(isLast && hasNamed(nextSibling))) {
          test(child, stack, () => {
            if (quantifier === '*') run(nextSibling, stack, next);
            else rest(nextSibling, stack, next);
          });
        }
        if (isAnchored && child.isNamed) break;
      }
      if (quantifier) rest(from, stack, next);
    };
    return run;
  };
  return compile;
}

function anyOf(tests: readonly Test[]): Test {
  return (node, stack, next) => {
    for (const test of tests) test(node, stack, next);
  };
}

function hasNamed(from: Node | undefined): boolean {
  for (let node = from; node; node = node.nextSibling) if (node.isNamed) return true;
  return false;
}

function hasField(node: Node, fields: readonly string[]): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.field !== undefined && fields.includes(child.field)) return true;
  return false;
}
