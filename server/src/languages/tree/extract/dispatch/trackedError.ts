import { anyOf } from '../../../../knowledge/expressions.ts';
import { isLog, isLogMacro, writesToStream } from '../../../../knowledge/logs.ts';
import { ERROR_NAMES, isCodeName } from '../../../../knowledge/names.ts';
import type { Span } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { around, bareName, calleePath, escapeWord, pathOf, type Source, spanOf, unwrap } from '../source.ts';
import type { SiteContext } from './draft.ts';

/** An error whose code is decided on, under all the names that it goes by around there. */
export interface TrackedError {
  /** Whether a node names it, or what was made of it, elsewhere than in plain texts and lines for a log. */
  isIn(node: Node): boolean;
  /** Whether a node names it at all. */
  isNamedIn(node: Node): boolean;
  /** Whether an expression is what is decided on, by whatever name. */
  isSubject(node: Node): boolean;
  /** Where its name was given it, or undefined where it came in from outside. */
  readonly given: Node | undefined;
}

/** What gives a name its value within a function. */
type Giving = Construct<'binding' | 'constant'>;

/** How many givings are followed from one name to the next. */
const MOST_STEPS = 3;
/** How many givings before a dispatch are looked through, the nearest ones: a long script has thousands. */
const MOST_GIVINGS = 200;

/**
 * @param subject what is decided on @param path its words @param caught the name in the handler around it
 */
export function trackError(
  { source, plainTextsIn }: SiteContext,
  statement: Node,
  subject: Node,
  path: readonly string[],
  caught: string | undefined,
): TrackedError {
  const scope = around(source, statement, 'function')?.node ?? source.root;
  const givings: readonly Giving[] = [
    ...source.constructs.within('binding', scope),
    ...source.constructs.within('constant', scope),
  ]
    .filter((giving) => giving.node.startIndex < statement.startIndex && isLocal(giving))
    .toSorted((a, b) => a.node.startIndex - b.node.startIndex)
    .slice(-MOST_GIVINGS);
  const [root] = path;
  const origin = givings.find((giving) => giving.node.endIndex <= statement.startIndex && nameOf(giving) === root);
  const names = new Set([root, caught, ...(origin ? wordsBehind(source, origin) : [])].filter(isWord));
  for (let step = 0; step < MOST_STEPS; step++) {
    const known = namesAny(names);
    for (const giving of givings) {
      const [name, value] = [nameOf(giving), part(giving, 'value')];
      if (!name || !value || names.has(name)) continue;
      if (known.test(textWithout(source, value, plainTextsIn(value)))) names.add(name);
    }
  }
  const named = namesAny(names);
  return {
    isIn: (node) => named.test(textWithout(source, node, [...plainTextsIn(node), ...logsIn(source, node)])),
    isNamedIn: (node) => named.test(textWithout(source, node, plainTextsIn(node))),
    isSubject(written) {
      const words = pathOf(unwrap(source, written));
      if (words.length > 0 && words.join('.') === pathOf(subject).join('.')) return true;
      return isCodeName(words.at(-1) ?? '') && named.test(written.text);
    },
    given: origin?.node,
  };
}

function isWord(word: string | undefined): word is string {
  return word !== undefined;
}

function nameOf(giving: Giving): string | undefined {
  return bareName(part(giving, 'name'));
}

/** A name of its own, not a member of something. */
function isLocal(giving: Giving): boolean {
  return /^\$?[\p{L}_][\p{L}\p{N}_]*$/u.test(part(giving, 'name')?.text ?? '');
}

/** The names behind `error.code`, `codeOf(error)`; none behind `response.error.code`, which is more than an error. */
function wordsBehind(source: Source, giving: Giving): readonly string[] {
  const value = part(giving, 'value');
  const words = value ? pathOf(unwrap(source, value)) : [];
  return words.length > 2 ? [] : words.filter((word) => !isCodeName(word));
}

/** An expression for names that are no members, no keys and not given anything right there. */
function namesAny(names: ReadonlySet<string>): RegExp {
  const all = anyOf([...[...names].map(escapeWord), ...ERROR_NAMES]);
  return new RegExp(`(?<![\\p{L}\\p{N}_.]|->)${all}(?![\\p{L}\\p{N}_]|\\s*:(?!:)|\\s*=(?![=>]))`, 'u');
}

/** What in a node only reaches a log. */
function logsIn(source: Source, node: Node): readonly Span[] {
  const calls = source.constructs.within('call', node).filter((call) => {
    return isLog(calleePath(call)) || writesToStream(givenTo(source, call.node, part(call, 'callee')));
  });
  const macros = source.constructs.within('macro', node).filter((macro) => {
    const name = part(macro, 'name');
    return (name && isLogMacro(pathOf(name))) || writesToStream(givenTo(source, macro.node, name));
  });
  return [...calls, ...macros].map((one) => spanOf(one.node));
}

/** What a call is given, from its bracket on. */
function givenTo(source: Source, { startIndex, endIndex }: Node, callee: Node | undefined): string {
  return source.text.slice(callee?.endIndex ?? startIndex, endIndex);
}

/** A node's text without some spans in it. */
function textWithout(source: Source, node: Node, spans: readonly Span[]): string {
  let text = '';
  let offset = node.startIndex;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    if (end <= offset) continue;
    text += source.text.slice(offset, Math.max(offset, start));
    offset = end;
  }
  return text + source.text.slice(offset, node.endIndex);
}
