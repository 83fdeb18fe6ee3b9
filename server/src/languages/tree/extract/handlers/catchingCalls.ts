import { type Catching, channelsOf } from '../../../../knowledge/channels.ts';
import { memberOfError } from '../../../../knowledge/errors.ts';
import { isErrorType } from '../../../../knowledge/names.ts';
import type { Span } from '../../../../model/model.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { argumentsOf, argumentUnder, functionOf, receiverOf } from '../arguments.ts';
import { around, bareName, calledName, calleePath, type Source, spanOf } from '../source.ts';
import { errorTypesIn, isGiven } from './names.ts';
import { isStatement } from './results.ts';
import { isLog } from './shows.ts';

/** What deals with an error because a library is told so: `catchError(() => of(null))`. */
export interface CatchingCall {
  /** As if the language had a statement for it. */
  readonly handler: Construct<'catch'>;
  /** What may fail; functions in it count, since the library runs them. */
  readonly guarded: readonly Span[];
  /** What the error is called where it has no name of its own. */
  readonly name?: string;
  /** Under which member it is. */
  readonly member?: string;
  /** What may fail holds its failure, and nothing around it does. */
  readonly isResult: boolean;
}

/** Reads the calls of libraries that are given what deals with an error, as `ERROR_CHANNELS` has them. */
export function catchingCalls(source: Source): readonly CatchingCall[] {
  const rows = channelsOf(librariesOf(source.description), source.text).catching;
  const names = new Set(rows.flatMap(({ calls }) => calls));
  return [...source.constructs.all('call'), ...annotations(source)].flatMap((call) => {
    const name = calledName(call);
    if (!names.has(name)) return [];
    // A library may have several ways to be told: the first that is used counts.
    for (const row of rows) {
      const read = row.calls.includes(name) ? readCall(source, call, row) : undefined;
      if (read) return read;
    }
    return [];
  });
}

/** What stands before a function and is written like a call, although the grammar makes none of it: `@ExceptionHandler`. */
function annotations(source: Source): readonly Construct<'call'>[] {
  return source.constructs.all('decorator').flatMap((decorator) => {
    const callee = parts(decorator, 'callee');
    if (callee.length === 0) return [];
    return [{ kind: 'call', node: decorator.node, parts: { callee, arguments: parts(decorator, 'arguments') } }];
  });
}

/** What a call does with an error in the way that one row says; undefined where it does nothing of the kind. */
function readCall(source: Source, call: Construct<'call'>, row: Catching): CatchingCall | undefined {
  const given = source.text.slice(part(call, 'callee')?.endIndex ?? call.node.startIndex, call.node.endIndex).trim();
  if (row.on && !row.on.test(calleePath(call).slice(0, -1).join('.'))) return undefined;
  if ((row.only && !row.only.test(given)) || row.unless?.test(given)) return undefined;
  if (row.receiver && !row.receiver.test(receiverOf(call)[0]?.text ?? '')) return undefined;
  if (row.given !== undefined && argumentsOf(source, call).length !== row.given) return undefined;
  if (row.goesOn && !isStatement(source, call.node)) return undefined;
  const guarded = guardedBy(source, call, row);
  const [attempt] = guarded;
  const dealing = dealingIn(source, call, row);
  if (!attempt || !dealing) return undefined;
  const isTaken = dealing.error && /^[{[(]/.test(dealing.error.text);
  const handler: Construct<'catch'> = {
    kind: 'catch',
    node: dealing.node,
    parts: {
      head: [dealing.head],
      attempt: [call.node],
      protected: [attempt],
      [isTaken ? 'taken' : 'name']: dealing.error ? [dealing.error] : [],
      type: dealing.type ? [dealing.type] : [],
    },
  };
  const { unnamed: name } = dealing;
  return {
    handler,
    guarded: guarded.map(spanOf),
    isResult: row.guards === 'result',
    ...(name !== undefined && { name }),
    ...(row.member !== undefined && { member: row.member }),
  };
}

/** The code that deals with an error. */
interface Dealing {
  readonly node: Node;
  readonly head: Node;
  /** The name of the error in it, or a pattern. */
  readonly error?: Node | undefined;
  /** What it is called where it has no name of its own. */
  readonly unnamed?: string | undefined;
  /** What names the types of the error. */
  readonly type?: Node | undefined;
}

function dealingIn(source: Source, call: Construct<'call'>, row: Catching): Dealing | undefined {
  const callee = part(call, 'callee');
  if (!callee) return undefined;
  const given = argumentsOf(source, call);
  const type =
    row.types === 'receiver'
      ? receiverOf(call)[0]
      : typeof row.types === 'number'
        ? given[row.types]?.value
        : undefined;
  if (row.by === 'decorated') return decorated(source, call, lastName(callee), type, row.parameter ?? 0);
  // What it is given may fail there, and deals with nothing.
  const isGivenWhatFails = row.guards === 'arguments';
  if (row.by === 'none') return { node: isGivenWhatFails ? lastName(callee) : call.node, head: lastName(callee), type };
  const argument = typeof row.by === 'number' ? given.at(row.by) : argumentUnder(source, call, row.by);
  if (!argument) return undefined;
  const head = typeof row.by === 'number' ? lastName(callee) : (argument.label ?? lastName(callee));
  const deals = functionOf(source, argument.value);
  // What goes by a name that the file does not have may do anything, but for a log.
  if (!deals) return isShown(source, argument.value) ? { node: argument.value, head, type } : undefined;
  const error = parameterOf(source, deals, row.parameter ?? 0);
  const mark = parametersOf(source, deals).length === 0 ? source.description.unnamedParameter : undefined;
  const unnamed = mark && `${mark}${row.parameter ?? 0}`;
  return { node: deals.node, head, error, unnamed, type: type ?? typeFor(source, deals.node, error, row) };
}

/** Whether what goes by a name only shows an error: `console.error`, `Throwable::printStackTrace`. */
function isShown(source: Source, { text }: Node): boolean {
  const path = text.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
  const [owner = '', name = ''] = path.slice(-2);
  return (
    isLog(source, path) || (/^\p{Lu}\w*::/u.test(text) && isErrorType(owner) && memberOfError(name, true) === 'beside')
  );
}

/** The type that the function says it is there for. */
function typeFor(source: Source, node: Node, error: Node | undefined, { types }: Catching): Node | undefined {
  if (types === 'parameter') return typeOf(source, error);
  return types === 'asked' ? errorTypesIn(source, node)[0] : undefined;
}

/** The function behind a decorator as what deals with an error. */
function decorated(
  source: Source,
  { node }: Construct<'call'>,
  head: Node,
  type: Node | undefined,
  index: number,
): Dealing | undefined {
  const [holder] = decoratedBy(source, node);
  const deals = holder && source.constructs.at(holder, 'function');
  if (!deals) return undefined;
  const declared = parts(deals, 'parameter');
  const isError = (one: Node): boolean => isErrorType(typeOf(source, one)?.text ?? '');
  const error = declared.find(isError) ?? declared.at(index);
  return { node: deals.node, head, error, type: type ?? typeOf(source, error) };
}

/** A parameter of a function. */
function parameterOf(source: Source, deals: Construct<'function' | 'lambda'>, index: number): Node | undefined {
  const declared = parametersOf(source, deals);
  return declared.at(index);
}

function parametersOf({ constructs }: Source, { node }: Construct<'function' | 'lambda'>): readonly Node[] {
  const [named, unnamed] = [constructs.at(node, 'function'), constructs.at(node, 'lambda')];
  return [...(named ? parts(named, 'parameter') : []), ...(unnamed ? parts(unnamed, 'parameter') : [])];
}

/** The type that a parameter is declared with. */
function typeOf(source: Source, parameter: Node | undefined): Node | undefined {
  const typed = parameter && around(source, parameter, 'typed');
  return typed && part(typed, 'type');
}

/** What may fail where a call deals with it; nothing where that cannot be told. */
function guardedBy(source: Source, call: Construct<'call'>, { guards }: Catching): readonly Node[] {
  if (guards === 'receiver' || guards === 'result') {
    const on = receiverOf(call);
    // `const { mutate } = useMutation(…)` has none.
    return on.length > 0 ? on : parts(call, 'callee');
  }
  if (guards === 'arguments') return [...parts(call, 'arguments'), ...parts(call, 'block')];
  if (guards === 'decorated') return decoratedBy(source, call.node);
  if (guards === 'any' || guards === 'made') return [call.node];
  if (guards === 'given') return blocksGiven(source, call);
  if (guards === 'configured') return configuredBy(source, call);
  for (let at = call.node.parent; at && !source.constructs.at(at, 'function'); at = at.parent) {
    const outer = source.constructs.at(at, 'call');
    if (outer && isGiven(outer, call.node)) return receiverOf(outer);
  }
  return [];
}

/** The function behind a decorator. */
function decoratedBy(source: Source, node: Node): readonly Node[] {
  const decorator = around(source, node, 'decorator')?.node;
  const holder = decorator?.parent;
  if (!decorator || !holder) return [];
  const own = around(source, holder, 'function');
  const body = own && part(own, 'body');
  // Some grammars have a decorator in its function, some before it.
  if (own && body && decorator.endIndex <= body.startIndex) return [own.node];
  const behind = source.constructs
    .all('function')
    .filter((one) => decorator.endIndex <= one.node.startIndex && one.node.endIndex <= holder.endIndex);
  return behind.slice(0, 1).map((one) => one.node);
}

/** The blocks that run under what a call makes: of the calls that this is given to, itself or by a name. */
function blocksGiven(source: Source, call: Construct<'call'>): readonly Node[] {
  const name = nameGiven(source, call.node);
  return source.constructs.all('call').flatMap((outer) => {
    const isGivenTo = parts(outer, 'arguments').some((list) =>
      name === undefined ? contains(list, call.node) : [...list.walk()].some(({ text }) => text === name),
    );
    return isGivenTo ? parts(outer, 'block') : [];
  });
}

/** The name that a value is given, if it is. */
function nameGiven(source: Source, value: Node): string | undefined {
  const given = (['constant', 'binding'] as const).flatMap((kind) => source.constructs.all(kind));
  return bareName(given.flatMap((one) => (part(one, 'value')?.id === value.id ? (part(one, 'name') ?? []) : []))[0]);
}

/** The outermost call in whose block something stands, with which it is set up. */
function configuredBy(source: Source, { node }: Construct<'call'>): readonly Node[] {
  let found: Node | undefined;
  for (let at = node.parent; at; at = at.parent) if (source.constructs.at(at, 'call')) found = at;
  return found ? [found] : [];
}

function contains(outer: Node, inner: Node): boolean {
  return outer.startIndex <= inner.startIndex && inner.endIndex <= outer.endIndex;
}

/** The last name in what is called: `use` of `client.interceptors.response.use`. */
function lastName(callee: Node): Node {
  return [...callee.walk()].findLast((leaf) => !leaf.firstChild && leaf.isNamed) ?? callee;
}
