import { keepsBody } from '../../../knowledge/frameworks.ts';
import { isFilled, isFilledInside, isTakenOn, opensTakingPart } from '../../../knowledge/functions.ts';
import { KEYWORD } from '../../../knowledge/keywords.ts';
import { isLogWord } from '../../../knowledge/logs.ts';
import type { ObjectLiteral } from '../../../model/model.ts';
import { part } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { around, bareName, type Source, unwrap } from './source.ts';

/**
 * What becomes of an object literal behind its braces.
 *
 * @param isReturned as `createIsReturned` makes it @param name the one that it is given, if any
 */
export function readUse(
  source: Source,
  isReturned: (value: Node) => boolean,
  object: Node,
  name: string | undefined,
): Pick<ObjectLiteral, 'handedOver' | 'givenTo' | 'returned'> {
  const { text } = source;
  const uses = name === undefined ? [] : usesOf(text, object, name);
  const handedOver =
    isHandedOver(text, object) ||
    uses.some((use) => isFilled(use.before, use.after) || isFilledInside(use.after) || isGivenAway(use));
  const givenTo = functionAround(source, object);
  const returned = isReturned(object) || uses.some(isReturnedName);
  return {
    ...(handedOver && { handedOver }),
    ...(givenTo !== undefined && { givenTo }),
    ...(returned && { returned }),
  };
}

/**
 * Makes what tells whether a value is what its function gives back: behind a word for that, or where the function ends. What
 * is found for a value holds for those in it, and is kept.
 */
export function createIsReturned(source: Source): (value: Node) => boolean {
  const { constructs } = source;
  const known = new Map<number, boolean>();
  /** @returns undefined where what is around the parent decides */
  const tells = (at: Node, parent: Node): boolean | undefined => {
    // Behind the word at the end of a file of PHP stands what the file is, and nobody calls that.
    if (constructs.at(parent, 'leave')) return around(source, parent, 'function') !== undefined;
    const called = constructs.at(parent, 'function');
    if (called) return endsIn(source, part(called, 'body') ?? parent, at);
    if (constructs.at(parent, 'block') && !endsIn(source, parent, at)) return false;
    return (constructs.at(parent, 'binding') ?? constructs.at(parent, 'constant')) && false;
  };
  return (value) => {
    const passed: number[] = [];
    let found: boolean | undefined;
    for (let at: Node | null = value; at && found === undefined; at = at.parent) {
      passed.push(at.id);
      found = known.get(at.id) ?? (at.parent ? tells(at, at.parent) : false);
    }
    for (const id of passed) known.set(id, found === true);
    return found === true;
  };
}

/** Whether a node is all of another, or its last part but for comments. */
function endsIn({ constructs }: Source, whole: Node, node: Node): boolean {
  return (
    whole.id === node.id || whole.namedChildren.findLast((child) => !constructs.at(child, 'comment'))?.id === node.id
  );
}

/** Given together with another literal, but for the options of a response: `send({ … }, { … })`. */
const GIVEN_FIRST = /(?<!json)\s*\($/i;
const WITH_ANOTHER = /^\s*,\s*[{[]/;

/** Whether an object literal is no answer by itself: a part of one, or a pattern. */
function isHandedOver(text: string, node: Node): boolean {
  const before = text.slice(Math.max(0, node.startIndex - 80), node.startIndex).trimEnd();
  const after = text.slice(node.endIndex, node.endIndex + 80);
  return (
    opensTakingPart(before.replace(/,[^(]*$/, '')) ||
    isTakenOn(after) ||
    (GIVEN_FIRST.test(before) && WITH_ANOTHER.test(after))
  );
}

/** The names that object literals are given, by node id. */
export function namesOfLiterals(source: Source): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const kind of ['binding', 'constant'] as const) {
    for (const named of source.constructs.all(kind)) {
      const [name, value] = [bareName(part(named, 'name')), part(named, 'value')];
      const literal = value && literalIn(source, value);
      if (name && literal && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name)) names.set(literal.id, name);
    }
  }
  return names;
}

/** The literal that a value is, within what a language writes around its brackets: `json!({ … })`. */
function literalIn(source: Source, value: Node): Node | undefined {
  for (let at: Node | null | undefined = unwrap(source, value); at; at = at.namedChildren.at(-1)) {
    if (source.constructs.at(at, 'object')) return at;
    if (!/^(?:\w+!\s*)?\(/.test(at.text)) return undefined;
  }
  return undefined;
}

/** UTF-16 units behind a literal in which its name is looked for: a function's worth. */
const NEARBY = 1500;

/** A place where a literal is used by its name: `item.merge(…)`, `maps.Copy(item, …)`, `{ ...item }`, `return item`. */
interface Use {
  readonly before: string;
  readonly after: string;
}

function usesOf(text: string, node: Node, name: string): readonly Use[] {
  const nearby = text.slice(node.endIndex, node.endIndex + NEARBY);
  const uses: Use[] = [];
  for (let at = nearby.indexOf(name); at >= 0; at = nearby.indexOf(name, at + name.length)) {
    const before = nearby.slice(Math.max(0, at - 40), at);
    const after = nearby.slice(at + name.length, at + name.length + 200);
    const isWord = !/[\p{L}\p{N}_]$/u.test(before) && !/^[\p{L}\p{N}_]/u.test(after);
    if (isWord) uses.push({ before, after });
  }
  return uses;
}

/** Whether a function is given it that may do anything with it: `wrap(answer)`; not one that sends or logs it. */
function isGivenAway({ before, after }: Use): boolean {
  const called = /([\p{L}_$][\p{L}\p{N}_$]*)!?\s*\(\s*[&*$]*$/u.exec(before)?.[1];
  return called !== undefined && /^\s*[,)]/.test(after) && !keepsBody(called) && !isLogWord(called);
}

/** `return answer;`, or a line of its own at the end of a block. */
function isReturnedName({ before, after }: Use): boolean {
  return (RETURNS.test(before) && STOPS.test(after)) || (/\n\s*[$@]*$/.test(before) && ENDS.test(after));
}

const RETURNS = new RegExp(`\\b${KEYWORD.returns}\\s+[&$@]*$`);
/** The end of a statement, or a comment behind it: `return answer  # TODO`. */
const STOPS = /^\s*(?:[;}\n#]|\/[/*]|$)/;
/** The end of a block behind a name, below lines of comments: `answer`, `# TODO`, `end`. */
const ENDS = new RegExp(
  `^[^\\S\\n]*(?:(?:\\/[/*]|#)[^\\n]*)?\\n(?:\\s*(?:\\/[/*]|#)[^\\n]*\\n)*\\s*(?:\\}|${KEYWORD.endsBlock}\\b)`,
);

/** The function whose argument an object literal is; what a language writes in front of its braces is skipped. */
function functionAround({ text, description }: Source, node: Node): string | undefined {
  let before = text.slice(Math.max(0, node.startIndex - 120), node.startIndex);
  for (;;) {
    const found = /([\p{L}_$][\p{L}\p{N}_$]*)(?:::?<[^<>(]*>)?(!?)\s*\([^(){};]*$/u.exec(before);
    const [, name = '', isMacro] = found ?? [];
    if (!found) return undefined;
    if (!isMacro && !description.words?.wraps?.test(name)) return name;
    before = before.slice(0, found.index);
  }
}
