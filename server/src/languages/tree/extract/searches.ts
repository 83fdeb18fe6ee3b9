import { isNamespaceOfTexts, makesPattern, searchesText } from '../../../knowledge/functions.ts';
import { isItsOwnName } from '../../../knowledge/keywords.ts';
import type { Place } from '../../../model/model.ts';
import { type Construct, part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import type { Constants } from './constants.ts';
import { listBehind } from './lists.ts';
import { bareName, calledName, calleePath, pathOf, type Source, unwrap } from './source.ts';
import { subjectPlace } from './subjects.ts';
import type { Types } from './types.ts';

/**
 * Places what is looked for in a text by a call: `text.indexOf("…")`, `re.search("…", text)`, `/…/.test(text)`,
 * `Regex("…").containsMatchIn(text)`. Tests that a language has a construct for are placed with these.
 */
export function placeSearches(source: Source, types: Types, put: (node: Node, place: Place) => void): void {
  const patterns: Pattern[] = [];
  for (const call of source.constructs.all('call')) {
    if (makesPattern(calleePath(call)))
      patterns.push(...parts(call, 'argument').map((text) => ({ text, made: call.node })));
    else if (searchesText(calledName(call))) {
      for (const argument of parts(call, 'argument')) {
        const subject = subjectOfCall(source, call, argument);
        if (subject) put(argument, sought(source, types, subject));
      }
    }
  }
  patterns.push(...source.constructs.all('regex').map(({ node }) => ({ text: node, made: node })));
  const names = namesOf(source, patterns);
  for (const { text, made } of patterns) {
    const subject = subjectOfPattern(source, made);
    if (subject) put(text, sought(source, types, subject));
  }
  for (const { text, node } of names) {
    const subject = subjectOfPattern(source, node);
    if (subject) put(text, { ...sought(source, types, subject), isApart: true });
  }
}

/** A pattern: the text of it, and what makes one of that text. */
interface Pattern {
  readonly text: Node;
  readonly made: Node;
}

/** Where patterns are named again that a name was given: `OFFLINE` of `OFFLINE.test(text)`. */
function namesOf(
  source: Source,
  patterns: readonly Pattern[],
): readonly { readonly text: Node; readonly node: Node }[] {
  if (patterns.length === 0) return [];
  const given = new Map(
    (['constant', 'binding'] as const).flatMap((kind) =>
      source.constructs.all(kind).flatMap((one) => {
        const [name, value] = [bareName(part(one, 'name')), part(one, 'value')];
        const pattern =
          value && patterns.find(({ made }) => value.startIndex <= made.startIndex && made.endIndex <= value.endIndex);
        return name !== undefined && pattern ? [[name, pattern.text] as const] : [];
      }),
    ),
  );
  if (given.size === 0) return [];
  return source.constructs.all('call').flatMap((call) => {
    if (!searchesText(calledName(call))) return [];
    const receiver = receiverOf(call);
    const nodes = [...(receiver ? [receiver] : []), ...givenTo(call)];
    return nodes.flatMap((node) => {
      const text = given.get(bareName(node) ?? '');
      return text ? [{ text, node }] : [];
    });
  });
}

function sought(source: Source, types: Types, subject: Node): Place {
  return { ...subjectPlace(source, types, 'compared', subject), inText: true };
}

/** What a call looks through: what it is called on, or, behind the name of a library, what it is given beside the pattern. */
function subjectOfCall(source: Source, call: Construct<'call'>, pattern: Node): Node | undefined {
  const receiver = receiverOf(call);
  const isOfLibrary = !receiver || isNamespaceOfTexts(receiver.text);
  if (receiver && !isOfLibrary) return receiver;
  return siblingsOf(source, call, pattern)[0];
}

/** What a pattern is tried on that is made right there: the other argument of the call that it stands in, or what that is called on. */
function subjectOfPattern(source: Source, pattern: Node): Node | undefined {
  let at: Node = pattern;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { parent } = at;
    if (!parent || source.constructs.at(parent, 'function') || source.constructs.at(parent, 'block')) return undefined;
    const call = source.constructs.at(parent, 'call');
    const holder = call ?? callAround(source, parent);
    const others = parent.namedChildren.filter(
      (child): child is Node => child !== null && (child.endIndex <= at.startIndex || child.startIndex >= at.endIndex),
    );
    if (holder && searchesText(calledName(holder))) {
      const receiver = receiverOf(holder);
      const isCalledOn = receiver && receiver.startIndex <= pattern.startIndex && pattern.endIndex <= receiver.endIndex;
      const given = siblingsOf(source, holder, pattern);
      return isCalledOn ? given[0] : isNamespaceOfTexts(receiver?.text ?? '') ? given[0] : receiver;
    }
    // An operator of the language's own: `text =~ /…/`, `text[/…/]`.
    if (!call && others.length === 1 && pattern.id === at.id && !holder && !isGivenName(source, pattern))
      return others[0];
    at = parent;
  }
  return undefined;
}

/** Whether a pattern only gets a name: `OFFLINE = /…/`. */
function isGivenName(source: Source, pattern: Node): boolean {
  return (['constant', 'binding'] as const).some((kind) => source.constructs.having(kind, 'value', pattern).length > 0);
}

/** How far a pattern may stand within the call that tries it. */
const MOST_STEPS = 7;

/** The call that a list of arguments, or one of them, belongs to. */
function callAround(source: Source, node: Node): Construct<'call'> | undefined {
  let at: Node | null = node;
  for (let step = 0; at && step < 3; step++, at = at.parent) {
    const call = source.constructs.at(at, 'call');
    if (call) return call;
  }
  return undefined;
}

/** What a call is called on. */
function receiverOf(call: Construct<'call'>): Node | undefined {
  const callee = part(call, 'callee');
  const own = part(call, 'receiver');
  if (own) return own;
  const first = callee?.namedChildren[0];
  return callee && callee.namedChildren.length > 1 && first ? first : undefined;
}

/** What else is given to a call, but for plain texts. */
function siblingsOf(source: Source, call: Construct<'call'>, argument: Node): readonly Node[] {
  return givenTo(call)
    .filter(({ startIndex, endIndex }) => argument.startIndex < startIndex || endIndex < argument.endIndex)
    .map((child) => unwrap(source, child))
    .filter((child) => !source.constructs.at(child, 'string') && pathOf(child).length > 0);
}

/** The arguments of a call. */
function givenTo(call: Construct<'call'>): readonly Node[] {
  const behind = part(call, 'callee')?.endIndex ?? 0;
  const children = call.node.namedChildren.filter((child): child is Node => child !== null);
  return children.filter(({ startIndex }) => startIndex >= behind).flatMap((child) => givenIn(child));
}

/** The values in a list of arguments, which grammars wrap in several nodes. */
function givenIn(node: Node): readonly Node[] {
  const children = node.namedChildren.filter((child): child is Node => child !== null);
  const [only] = children;
  if (node.text.startsWith('(')) return children.flatMap(givenIn);
  return only && children.length === 1 && only.text === node.text ? givenIn(only) : [node];
}

/** The list whose values a name stands for one after the other: `s` of `any(s in text for s in ("1222", "1223"))`. */
export function valuesOf(source: Source, constants: Constants, name: Node): Node | undefined {
  const each = rangingAround(source, name);
  const list = each && part(each, 'list');
  return list && listBehind(source, constants, list);
}

/** What gives a name each of some values in turn. */
export function rangingAround(source: Source, { text, parent }: Node): Construct<'ranging'> | undefined {
  const isOwn = isItsOwnName(text);
  if (!isOwn && !/^[$@]?[\p{L}_][\p{L}\p{N}_]*$/u.test(text)) return undefined;
  for (let at = parent; at; at = at.parent) {
    const each = source.constructs.at(at, 'ranging');
    const own = each && part(each, 'name');
    if (each && (own ? own.text === text : isOwn)) return each;
  }
  return undefined;
}
