import { channelsOf, goesThrough, type Settling } from '../../../../knowledge/channels.ts';
import type { Handler } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { argumentsOf, functionOf } from '../arguments.ts';
import { around, calledName, type Source } from '../source.ts';
import { ErrorUses, type Use } from './errorUses.ts';
import { isGiven, isMember, namesIn, readsCodeIn } from './names.ts';

/** A call that gives the errors of several attempts beside their results. */
export interface SettledCall {
  readonly call: Construct<'call'>;
  /** Where errors are told from results and dropped; what makes the call give them, where nobody looks. */
  readonly head: Node;
  /** What becomes of the errors. */
  readonly outcome: Handler['outcome'];
}

/** Reads the calls that give errors beside results, as `ERROR_CHANNELS` has them, and what becomes of the errors. */
export function settledCalls(source: Source): readonly SettledCall[] {
  const rows = channelsOf(librariesOf(source.description), source.text).settling;
  if (rows.length === 0) return [];
  return source.constructs.all('call').flatMap((call) => {
    const row = rows.find(({ calls }) => calls.includes(calledName(call)));
    const head = row && headOf(source, call, row);
    if (!row || !head) return [];
    const settled = new Settled(source, call, row);
    const outcome = settled.outcome();
    return { call, head: (outcome === 'dropped' && settled.asked()) || head, outcome };
  });
}

/** What makes a call give errors: the argument that says so, or else its name. */
function headOf(source: Source, call: Construct<'call'>, { only }: Settling): Node | undefined {
  const callee = part(call, 'callee');
  if (only === undefined) return callee && [...callee.walk()].findLast((leaf) => !leaf.firstChild && leaf.isNamed);
  const { label } =
    argumentsOf(source, call).find(({ label }) => label?.parent?.text.replace(/\s/g, '') === only) ?? {};
  return label?.parent ?? undefined;
}

/** Follows what one call gives, to what becomes of the errors in it. */
class Settled {
  private readonly scope: Node;
  private readonly uses: ErrorUses;
  /** Where the type of an item is asked for. */
  private tested: readonly Node[] = [];

  constructor(
    private readonly source: Source,
    private readonly call: Construct<'call'>,
    private readonly row: Settling,
  ) {
    this.scope = around(source, call.node.parent ?? call.node, 'function')?.node ?? source.root;
    this.uses = new ErrorUses(source, this.scope);
  }

  outcome(): Handler['outcome'] {
    const { source, scope, call } = this;
    const given = this.givenTo();
    if (given === 'nobody') return 'dropped';
    if (given === 'somebody') return 'passed';
    const isOutside = (node: Node): boolean =>
      node.endIndex <= call.node.startIndex ||
      (call.node.startIndex <= node.startIndex && node.endIndex <= call.node.endIndex);
    if (readsCodeIn(source, scope, isOutside)) return 'read';
    const lists = given.filter((name) => !/^[([{]|,/.test(name.text));
    const items = [
      ...given.flatMap((name) => (lists.includes(name) ? [] : [...namesIn(source, name)])),
      ...this.itemsOf(lists.map(({ text }) => text)),
    ];
    if (lists.some((name) => this.isHandedOn(name))) return 'passed';
    const uses = this.row.reason === undefined ? this.usesOfTested(items) : this.usesOfReasons(items, this.row.reason);
    if (uses.includes('read')) return 'read';
    return uses.includes('passed') ? 'passed' : 'dropped';
  }

  /** The first place that asks whether an attempt has failed. */
  asked(): Node | undefined {
    const { source, scope, call, row } = this;
    const { asks } = row;
    const isBehind = (node: Node): boolean => covers(scope, node) && node.startIndex >= call.node.endIndex;
    const places = asks
      ? [
          ...(['equals', 'differs'] as const).flatMap((kind) => source.constructs.all(kind).map(({ node }) => node)),
          ...namesIn(source, scope),
        ].filter((node) => isBehind(node) && asks.test(node.text))
      : this.tested.filter(isBehind);
    return places.toSorted((a, b) => a.startIndex - b.startIndex)[0];
  }

  /** The names that what the call gives has; whether it goes to somebody without one, or to nobody. */
  private givenTo(): readonly Node[] | 'somebody' | 'nobody' {
    const { constructs } = this.source;
    let node = this.call.node;
    for (let outer = node.parent; outer; outer = outer.parent) {
      const names = [
        ...constructs.having('binding', 'value', node),
        ...constructs.having('constant', 'value', node),
      ].flatMap((one) => part(one, 'name') ?? []);
      if (names.length > 0) return names;
      if (constructs.at(outer, 'block') || !outer.parent) return 'nobody';
      const isKept = constructs.at(outer, 'wrapper') || outer.namedChildren.length === 1;
      if (!isKept || constructs.at(outer, 'leave') || constructs.at(outer, 'function')) return 'somebody';
      node = outer;
    }
    return 'somebody';
  }

  /** The names that items of these lists go by, in loops and in the functions that are given each. */
  private itemsOf(lists: readonly string[]): readonly Node[] {
    const { source, scope } = this;
    const isList = (node: Node | undefined): boolean =>
      node !== undefined && [...namesIn(source, node)].some((leaf) => lists.includes(leaf.text));
    const looped = source.constructs
      .all('each')
      .filter((each) => covers(scope, each.node) && isList(part(each, 'list')))
      .flatMap((each) => parts(each, 'item').flatMap((item) => [...namesIn(source, item)]));
    const called = this.callsOn(lists).flatMap((call) =>
      argumentsOf(source, call).flatMap(({ value }) => {
        const given = functionOf(source, value);
        return given
          ? parts(given, 'parameter')
              .slice(0, 1)
              .flatMap((name) => [...namesIn(source, name)])
          : [];
      }),
    );
    return [...looped, ...called];
  }

  /** The calls of methods of these lists, those of what they give included: `results.filter(…).map(…)`. */
  private callsOn(lists: readonly string[]): readonly Construct<'call'>[] {
    return this.source.constructs.all('call').filter((call) => {
      const [first] = /^[\p{L}_$][\p{L}\p{N}_]*(?=\s*\??\.)/u.exec(call.node.text) ?? [];
      return covers(this.scope, call.node) && first !== undefined && lists.includes(first);
    });
  }

  /** Whether a list goes to somebody who may look at the errors in it. */
  private isHandedOn(name: Node): boolean {
    const { source, scope } = this;
    for (const leaf of namesIn(source, scope)) {
      if (leaf.text !== name.text || leaf.id === name.id || leaf.startIndex < name.startIndex || isMember(source, leaf))
        continue;
      const behind = source.text.slice(leaf.endIndex, leaf.endIndex + 3);
      if (/^\s*(?:\??\.|\[)/.test(behind)) continue;
      if (!this.isGoneThrough(leaf)) return true;
    }
    // A function that is not written there may look at each.
    return this.callsOn([name.text]).some((call) =>
      argumentsOf(source, call).some(
        ({ value }) =>
          /^[\p{L}_$][\p{L}\p{N}_$.]*$/u.test(value.text) && !goesThrough(value.text) && !functionOf(source, value),
      ),
    );
  }

  /** Whether a list is only gone through, or counted, where it stands. */
  private isGoneThrough(leaf: Node): boolean {
    const { constructs } = this.source;
    for (let at = leaf.parent; at && !constructs.at(at, 'block'); at = at.parent) {
      const each = constructs.at(at, 'each');
      if (each && parts(each, 'list').some((list) => covers(list, leaf))) return true;
      const call = constructs.at(at, 'call');
      if (call && isGiven(call, leaf) && !goesThrough(calledName(call))) return false;
    }
    return false;
  }

  /** What becomes of the members that hold errors. */
  private usesOfReasons(items: readonly Node[], reason: string): readonly Use[] {
    const { source, scope } = this;
    const named = items.some((item) => item.text === reason) ? [this.useIn(scope, reason)] : [];
    // What an attempt is given to whole may look at it.
    const whole = items
      .filter((item) => item.text !== reason && !/^[[{]/.test(item.parent?.text ?? ''))
      .flatMap((item) => [...namesIn(source, scope)].filter((leaf) => leaf.text === item.text && this.isWhole(leaf)));
    return [...named, ...this.uses.usesOfMember(reason, scope), ...(whole.length > 0 ? (['passed'] as const) : [])];
  }

  /** Whether an attempt is given to a function as it is. */
  private isWhole(leaf: Node): boolean {
    if (
      isMember(this.source, leaf) ||
      /^\s*(?:\??\.|\[)/.test(this.source.text.slice(leaf.endIndex, leaf.endIndex + 3))
    )
      return false;
    const call = leaf.parent?.parent && this.source.constructs.at(leaf.parent.parent, 'call');
    return call !== null && call !== undefined && isGiven(call, leaf) && !goesThrough(calledName(call));
  }

  /** What becomes of errors that stand in the place of results, where these are told apart. */
  private usesOfTested(items: readonly Node[]): readonly Use[] {
    const { source, scope } = this;
    const names = new Set(items.map(({ text }) => text));
    const tests = source.constructs
      .all('typed')
      .filter(
        (one) =>
          covers(scope, one.node) && names.has(part(one, 'name')?.text ?? '') && source.constructs.at(one.node, 'call'),
      );
    if (tests.length === 0) return ['passed'];
    this.tested = tests.map(({ node }) => node);
    return tests.map((test) => this.useBehind(test.node, part(test, 'name')?.text ?? ''));
  }

  /** What becomes of the error where a test has found one. */
  private useBehind(test: Node, name: string): Use {
    const { constructs } = this.source;
    const isNegated = test.parent !== null && constructs.at(test.parent, 'not') !== undefined;
    for (let at = test.parent; at && !constructs.at(at, 'block') && !constructs.at(at, 'leave'); at = at.parent) {
      const each = constructs.at(at, 'each');
      // What is left of a list without its errors, or of them.
      if (each && parts(each, 'condition').some((one) => covers(one, test))) return isNegated ? undefined : 'passed';
      const choice = constructs.at(at, 'choice');
      if (choice) return this.useInChoice(choice, isNegated, name);
      const branch = constructs.at(at, 'if') ?? constructs.at(at, 'elif');
      if (branch) return this.useInBranch(branch, isNegated, name);
    }
    return undefined;
  }

  private useInChoice(choice: Construct<'choice'>, isNegated: boolean, name: string): Use {
    const branches = parts(choice, 'branch').toSorted((a, b) => a.startIndex - b.startIndex);
    const failed = branches.at(isNegated ? -1 : 0);
    return failed && this.useIn(failed, name);
  }

  private useInBranch(branch: Construct<'if'> | Construct<'elif'>, isNegated: boolean, name: string): Use {
    const then = part(branch, 'then');
    if (!isNegated) return then && this.useIn(then, name);
    if (branch.kind === 'elif') return undefined;
    const otherwise = part(branch, 'else');
    if (otherwise) return this.useIn(otherwise, name);
    const block = branch.node.parent;
    return block ? this.useIn(block, name, (leaf) => leaf.startIndex >= branch.node.endIndex) : undefined;
  }

  private useIn(where: Node, name: string, isOwn: (node: Node) => boolean = () => true): Use {
    return this.uses.useOf(name, 'whole', { where, isOwn, atEdge: { whole: 'passed', text: undefined } });
  }
}

function covers(outer: Node, inner: Node): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}
