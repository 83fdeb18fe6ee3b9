import { handsFailureOn } from '../../../../knowledge/channels.ts';
import { isBodyMember } from '../../../../knowledge/clients.ts';
import {
  asksForType,
  isAnyError,
  isDerivedFromCode,
  isErrorTypeOrMaker,
  type MemberOfError,
  memberOfError,
  namesCode,
} from '../../../../knowledge/errors.ts';
import { givesText, looksInText } from '../../../../knowledge/functions.ts';
import { beginsName, isMade, isNothing } from '../../../../knowledge/keywords.ts';
import type { Kind, PartOf } from '../../query/captures.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { around, calledName, calleePath, escapeWord, type Source } from '../source.ts';
import { isGiven, isLabel, isMember, namesIn } from './names.ts';
import { isLog, throwsAt } from './shows.ts';

/** What a use comes to: the code is read, the error is passed on, or neither. */
export type Use = 'read' | 'passed' | undefined;

/**
 * What there is of an error at some place: all of it, the answer that came with it, a text made of it, or what is none of
 * these, such as its stack. Only a text that is thrown, or looked through, is more than told.
 */
type State = 'whole' | 'answer' | 'text' | 'beside';

/** A value on its way from where an error is named to where it ends. */
interface Value {
  readonly node: Node;
  readonly state: State;
}

/** Where uses of a name are looked for. */
export interface Search {
  /** The piece of syntax; a value is followed to its edge at most. */
  readonly where: Node;
  /** Leaves out what is no use of the name. */
  readonly isOwn: (node: Node) => boolean;
  /** What it comes to when a value, or a text of it, gets to that edge. */
  readonly atEdge: { readonly whole: Use; readonly text: Use };
}

/** One step on that way: where it ends, or what it has become. */
type Step = { readonly use: Use } | { readonly state: State };

/** `.message`, `?.message`, `!!.message`, `->getMessage`, `::<T>`; `["message"]` */
const MEMBER =
  /\s*(?:[?!]*\.\s*|\??->\s*|&\.\s*|!?\[\s*["':])([\p{L}_][\p{L}\p{N}_]*(?:[?!](?![.[(]))?)(?:["']?\s*\])?/uy;
/** How often a value is followed to another name. */
const MOST_NAMES = 3;

/** Follows an error through the code that deals with it, to where it ends. */
export class ErrorUses {
  private readonly source: Source;
  /** The code that deals with it. */
  private readonly scope: Node;
  private readonly statuses: ReadonlySet<string>;
  /** The function around that code, or the whole file. */
  private readonly holder: Node;

  /** @param statuses members of the error that are the HTTP status, although they sound like a code */
  constructor(source: Source, scope: Node, statuses: ReadonlySet<string> = new Set()) {
    this.source = source;
    this.scope = scope;
    this.statuses = statuses;
    this.holder = around(source, scope.parent ?? scope, 'function')?.node ?? source.root;
  }

  /** What becomes of the value of a name. @param depth how many other names it has gone by */
  useOf(name: string, state: State, search: Search, depth = 0): Use {
    // What is called so is not used.
    if (name === '_') return undefined;
    let found: Use;
    for (const leaf of namesIn(this.source, search.where)) {
      if (!this.isNamed(leaf, name) || !search.isOwn(leaf)) continue;
      const use = this.follow({ node: leaf, state }, search, depth);
      if (use === 'read') return use;
      found ??= use;
    }
    for (const text of this.textsWith(name, search))
      found ??= this.follow({ node: text, state: 'text' }, search, depth);
    return found;
  }

  /** What becomes of the errors that are members of a name: `reason` in `result.reason`. */
  usesOfMember(name: string, where: Node, isOwn: (node: Node) => boolean = () => true): readonly Use[] {
    const search: Search = { where, isOwn: () => true, atEdge: { whole: 'passed', text: undefined } };
    return [...namesIn(this.source, where)]
      .filter((leaf) => leaf.text === name && isMember(this.source, leaf) && isOwn(leaf))
      .map((leaf) => this.follow({ node: leaf.parent ?? leaf, state: 'whole' }, search, 0));
  }

  /** What becomes of the members that a pattern takes out of a value. */
  taken(pattern: Node, state: State, search: Search, depth = 0): Use {
    if (state !== 'whole') return undefined;
    const names = [...namesIn(this.source, pattern)];
    const isOwn = (leaf: Node): boolean => search.isOwn(leaf) && !covers(pattern, leaf);
    // Where the pattern goes by the order of members, what they are called in it is up to whoever wrote it.
    const isOrdered = !pattern.text.includes('{');
    const uses = names.map((name): Use => {
      if (isDerivedFromCode(name.text)) return 'read';
      const member = memberOfError(name.text, false);
      if (member === 'code' && (!isOrdered || namesCode(name.text)))
        return /^[A-Z]/.test(name.text) ? undefined : 'read';
      if (depth >= MOST_NAMES) return undefined;
      return this.useOf(name.text, member === 'code' ? 'whole' : member, { ...search, isOwn }, depth + 1);
    });
    return uses.includes('read') ? 'read' : uses.find((use) => use !== undefined);
  }

  /** Whether a leaf stands for the value of a name. */
  private isNamed(leaf: Node, name: string): boolean {
    const { source } = this;
    const { text } = leaf;
    if (text !== name && !(name === `$${text}` && source.text[leaf.startIndex - 1] === '$')) return false;
    if (isMember(source, leaf) || isLabel(source, leaf)) return false;
    const behind = source.text.slice(leaf.endIndex, leaf.endIndex + 40);
    // It gets another value, or is the parameter of a function.
    return !/^\s*(?::?=(?![=>~])|=>)/.test(behind) && !(text === name && /^\s*\)?\s*(?:->|=>)/.test(behind));
  }

  /** Texts into which a name is put although the grammar makes nothing of it. */
  private textsWith(name: string, { where, isOwn }: Search): readonly Node[] {
    const form = this.source.description.words?.putIntoText;
    if (!form) return [];
    return this.source.constructs
      .within('string', where)
      .map(({ node }) => node)
      .filter((node) => isOwn(node) && [...node.text.matchAll(form)].some(([, word]) => word === name));
  }

  /** Follows a value outwards, to the end of a piece of syntax at most. */
  private follow(value: Value, search: Search, depth: number): Use {
    let { node, state } = value;
    for (;;) {
      const member = this.members(node, state);
      if (member === 'read') return 'read';
      ({ node, state } = member);
      const names = this.namesGiven(node);
      if (names.length > 0 && state !== 'beside') {
        const use = this.named(names, { node, state }, search, depth);
        if (use !== 'kept') return use;
      }
      const item = this.goneThrough(node);
      if (item && state === 'whole' && depth < MOST_NAMES) {
        const inside: Search = { ...search, isOwn: (leaf) => leaf.id !== item.id };
        return this.useOf(item.text, state, inside, depth + 1);
      }
      const { parent } = node;
      if (!parent || node.id === search.where.id)
        return state === 'beside' ? undefined : search.atEdge[state === 'answer' ? 'whole' : state];
      const step = this.through(parent, { node, state });
      if ('use' in step) return step.use;
      state = step.state;
      node = parent;
    }
  }

  /** What names a value gets, in the function around. */
  private namesGiven(value: Node): readonly Construct<'binding' | 'constant'>[] {
    const { constructs } = this.source;
    if (!covers(this.holder, value)) return [];
    return [...constructs.having('binding', 'value', value), ...constructs.having('constant', 'value', value)];
  }

  /** The name that each of several errors gets, where a value is a list that is gone through: `for one in group.exceptions`. */
  private goneThrough(node: Node): Node | undefined {
    const each = [node.parent, node.parent?.parent].flatMap((one) => (one && this.at(one, 'each')) ?? [])[0];
    return each && parts(each, 'list').some((list) => list.id === node.id) ? part(each, 'item') : undefined;
  }

  /** Goes along the members behind a value: `e.response.data`. */
  private members(from: Node, state: State): Value | 'read' {
    const { text } = this.source;
    let node = from;
    let left = state;
    for (;;) {
      MEMBER.lastIndex = node.endIndex;
      const [found, name] = MEMBER.exec(text) ?? [];
      if (found === undefined || name === undefined) return { node, state: left };
      const end = node.endIndex + found.length;
      const isCalled = text[end] === '(';
      if ((left === 'text' || left === 'answer') && looksInText(name)) return 'read';
      const of = left === 'whole' ? this.memberIn(from, node, name, isCalled) : left;
      if (of === 'code') return 'read';
      left = of;
      node = widen(node, end);
      // What is called there belongs to it.
      const call = node.parent && this.source.constructs.at(node.parent, 'call');
      if (call && !isGiven(call, node)) node = call.node;
    }
  }

  /** The body of an answer that came with an error is that answer, in whatever text it stands: `e.response.text`. */
  private memberIn(from: Node, node: Node, name: string, isCalled: boolean): MemberOfError | 'answer' {
    const before = this.source.text.slice(from.endIndex, node.endIndex);
    return isBodyMember(name) && /\bresponse\b[\s?!)(]*$/i.test(before) ? 'answer' : this.member(name, isCalled);
  }

  private member(name: string, isCalled: boolean): MemberOfError {
    return this.statuses.has(name) ? 'beside' : memberOfError(name, isCalled);
  }

  /** What a construct does with a value in it. */
  private through(around: Node, value: Value): Step {
    const { source } = this;
    const { node, state } = value;
    if (throwsAt(source, around)) return { use: state === 'beside' ? undefined : 'passed' };
    const decided = this.decides(around, value);
    if (decided) return decided;
    if (source.constructs.at(around, 'string') || source.constructs.at(around, 'text')) return { state: asText(state) };
    if (source.constructs.at(around, 'joined') && this.holdsText(around)) return { state: asText(state) };
    const call = source.constructs.at(around, 'call');
    return call && isGiven(call, node) ? this.givenTo(call, state) : { state };
  }

  /** Where a construct decides by a value: what that comes to. */
  private decides(around: Node, { node, state }: Value): Step | undefined {
    const typed = this.at(around, 'typed');
    if (typed && holds(typed, 'name', node)) {
      return { use: isDerivedFromCode(part(typed, 'type')?.text ?? '') ? 'read' : undefined };
    }
    if (this.isOpened(around, node)) return { use: undefined };
    const decision: Step = { use: state === 'beside' ? undefined : 'read' };
    const compared = this.comparedWith(around, node);
    if (compared) return tells(compared.text) ? decision : { use: undefined };
    if (this.looksUp(around, node)) return decision;
    // Whether there is an error at all, or a text, says nothing; a text that is looked through for that does.
    return this.isCondition(around, node)
      ? { use: state === 'text' || state === 'answer' ? 'read' : undefined }
      : undefined;
  }

  /** What a node is compared with by what is around it. */
  private comparedWith(around: Node, node: Node): Node | undefined {
    const test = this.at(around, 'equals') ?? this.at(around, 'differs');
    if (!test) return undefined;
    return (['left', 'right'] as const)
      .flatMap((side) => parts<'equals' | 'differs'>(test, side))
      .find((one) => !covers(one, node));
  }

  /** Whether what is around a node looks it up, looks through it, or chooses by it. */
  private looksUp(around: Node, node: Node): boolean {
    if ((['contains', 'lacks', 'prefix', 'between'] as const).some((kind) => this.at(around, kind))) return true;
    const lookup = this.at(around, 'lookup');
    if (lookup && holds(lookup, 'key', node)) return true;
    const dispatch = this.at(around, 'switch');
    return dispatch !== undefined && holds(dispatch, 'subject', node);
  }

  /** Whether what is around a node only takes a value or an error out of it, or asks for its type. */
  private isOpened(around: Node, node: Node): boolean {
    const dispatch = this.at(around, 'switch');
    if (!dispatch || !holds(dispatch, 'subject', node)) return false;
    return part(dispatch, 'opened') !== undefined || this.tellsTypes(dispatch);
  }

  /** Whether all arms ask for no more than a type of errors: `case ThinQException:`, `is ThinQException ->`. */
  private tellsTypes(dispatch: Construct<'switch'>): boolean {
    const patterns = parts(dispatch, 'arm').flatMap((arm) => {
      const read = this.at(arm, 'arm');
      return read && !part(read, 'guard') ? parts(read, 'pattern') : [];
    });
    const isType = ({ text }: Node): boolean =>
      /^(?:\p{Ll}+\s+)?[\p{L}_][\p{L}\p{N}_.]*(?:\s+\p{Ll}\w*|\(\))?$/u.test(text) &&
      isErrorTypeOrMaker(/[\p{L}\p{N}_]*\p{Lu}[\p{L}\p{N}_]*/u.exec(text)?.[0] ?? '') &&
      !isDerivedFromCode(text);
    return patterns.length > 0 && patterns.length === parts(dispatch, 'arm').length && patterns.every(isType);
  }

  /** Whether a node is the condition of what is around it. */
  private isCondition(around: Node, node: Node): boolean {
    if (this.at(around, 'not')) return true;
    const both = this.at(around, 'both');
    if (both && holds(both, 'left', node)) return true;
    const choice = this.at(around, 'choice');
    if (choice) return !holds(choice, 'branch', node);
    const branch = this.at(around, 'if');
    if (branch) return !(['then', 'elif', 'else'] as const).some((name) => holds(branch, name, node));
    const elif = this.at(around, 'elif');
    return elif !== undefined && !holds(elif, 'then', node);
  }

  /** What a function makes of a value that it is given. */
  private givenTo(call: Construct<'call'>, state: State): Step {
    const path = calleePath(call);
    const last = calledName(call);
    if (state !== 'beside' && handsFailureOn(path, librariesOf(this.source.description))) return { use: 'passed' };
    if (asksForType(last)) return { use: isDerivedFromCode(call.node.text) ? 'read' : undefined };
    if (givesText(last)) return { state: asText(state) };
    const makesError = isErrorTypeOrMaker(last) && (path.length === 1 || isMade(call.node.text) || !isAnyError(last));
    if (isLog(this.source, path) && !makesError) return { use: undefined };
    if (state === 'whole' || state === 'answer') return { use: 'passed' };
    if (state === 'beside') return { state };
    if (looksInText(last)) return { use: 'read' };
    // Another error that names this one.
    return { state: makesError ? 'whole' : state };
  }

  /** Whether one of the operands is a text: where none is, an error may be added to a list. */
  private holdsText(joined: Node): boolean {
    const { constructs } = this.source;
    return joined.namedChildren.some(
      (one) =>
        constructs.at(one, 'string') !== undefined ||
        constructs.at(one, 'text') !== undefined ||
        (constructs.at(one, 'joined') !== undefined && this.holdsText(one)),
    );
  }

  /** What becomes of a value that is given to names; `kept` where they are none of this code's alone. */
  private named(
    givings: readonly Construct<'binding' | 'constant'>[],
    value: Value,
    search: Search,
    depth: number,
  ): Use | 'kept' {
    const uses = givings.map((given) => this.renamed(given, value, search, depth));
    if (uses.includes('kept')) return 'kept';
    return uses.includes('read') ? 'read' : uses.find((use) => use !== undefined);
  }

  private renamed(
    given: Construct<'binding' | 'constant'>,
    { node, state }: Value,
    search: Search,
    depth: number,
  ): Use | 'kept' {
    const { source } = this;
    const target = part(given, 'name');
    const call = source.constructs.at(given.node, 'call');
    const isOther = call ? !asksForType(calledName(call)) : this.isArgument(given.node);
    if (!target || isOther) return 'kept';
    const names = [...namesIn(source, target)];
    const [name] = names;
    if (!name || names.some((one) => isMember(source, one)) || /^@|\[/.test(target.text)) return 'kept';
    const inside: Search = { ...search, where: this.scope };
    if (/^[{(]/.test(target.text)) return this.taken(target, state, inside, depth);
    const isLocal = this.isDeclared(name, target) || this.isDeclaredBefore(name);
    const isElsewhere = !isLocal && (!source.description.words?.declaresByAssigning || this.isUsedOutside(name.text));
    if (state === 'whole' && (isElsewhere || depth >= MOST_NAMES)) return 'passed';
    if (depth >= MOST_NAMES) return undefined;
    const word = source.text[name.startIndex - 1] === '$' ? `$${name.text}` : name.text;
    const isOwn = (leaf: Node): boolean => !covers(node, leaf) && leaf.id !== name.id;
    const where = isElsewhere
      ? (around(source, this.scope.parent ?? this.scope, 'function')?.node ?? source.root)
      : this.scope;
    return this.useOf(word, state, { ...search, where, isOwn }, depth + 1);
  }

  private isArgument(node: Node): boolean {
    for (let at = node.parent; at; at = at.parent) {
      if (this.at(at, 'block') || this.at(at, 'function')) return false;
      const call = this.at(at, 'call');
      if (call && isGiven(call, node)) return true;
    }
    return false;
  }

  /** Whether a name begins to be where it gets its value. */
  private isDeclared(name: Node, target: Node): boolean {
    const { text } = this.source;
    const before = text.slice(text.lastIndexOf('\n', name.startIndex) + 1, name.startIndex);
    return beginsName(before) || /^\s*(?:,\s*\w+\s*)?:=/.test(text.slice(target.endIndex, target.endIndex + 40));
  }

  /** Whether a name begins to be earlier in this code, still without a value: `var failure *ThinQError`, `let text;` */
  private isDeclaredBefore({ text: word, startIndex }: Node): boolean {
    const before = this.source.text.slice(this.scope.startIndex, startIndex);
    const declared = new RegExp(`^(.*?)(?<![\\p{L}\\p{N}_$.])${escapeWord(word)}(?![\\p{L}\\p{N}_])`, 'gmu');
    return [...before.matchAll(declared)].some(([, line = '']) => beginsName(line));
  }

  private isUsedOutside(word: string): boolean {
    const { text } = this.source;
    const { startIndex, endIndex } = this.scope;
    const use = new RegExp(`(?<![\\p{L}\\p{N}_])${escapeWord(word)}(?![\\p{L}\\p{N}_])`, 'u');
    return use.test(text.slice(0, startIndex)) || use.test(text.slice(endIndex));
  }

  private at<K extends Kind>(node: Node, kind: K): Construct<K> | undefined {
    return this.source.constructs.at(node, kind);
  }
}

/** Whether an error that is compared with something is told from other errors of the service by it. */
function tells(other: string): boolean {
  return !isNothing(other) && (!isErrorTypeOrMaker(other) || isDerivedFromCode(other));
}

function asText(state: State): State {
  return state === 'whole' ? 'text' : state;
}

function covers(outer: Node, inner: Node): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** Whether a part of a construct is around a node. */
function holds<K extends Kind>(construct: Construct<K>, name: PartOf<K>, node: Node): boolean {
  return parts(construct, name).some((one) => covers(one, node));
}

/** The innermost node around one that goes on to an offset. */
function widen(node: Node, end: number): Node {
  let at = node;
  while (at.endIndex < end && at.parent) at = at.parent;
  return at;
}
