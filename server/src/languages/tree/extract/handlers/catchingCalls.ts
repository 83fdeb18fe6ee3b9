import { type Catching, channelsOf } from '../../../../knowledge/channels.ts';
import type { Span } from '../../../../model/model.ts';
import type { PartOf } from '../../query/captures.ts';
import { type Construct, part, parts } from '../../query/constructs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { argumentsOf, argumentUnder, functionOf } from '../arguments.ts';
import { around, calledName, calleePath, pathOf, type Source, spanOf } from '../source.ts';
import { isGiven } from './names.ts';
import { isLog } from './shows.ts';

/** What deals with an error because a library is told so: `catchError(() => of(null))`. */
export interface CatchingCall {
  /** As if the language had a statement for it. */
  readonly handler: Construct<'catch'>;
  /** What may fail; functions in it count, since the library runs them. */
  readonly guarded: readonly Span[];
}

/** Reads the calls of libraries that are given what deals with an error, as `ERROR_CHANNELS` has them. */
export function catchingCalls(source: Source): readonly CatchingCall[] {
  const rows = channelsOf(librariesOf(source.description)).catching;
  const names = new Set(rows.flatMap(({ calls }) => calls));
  return source.constructs.all('call').flatMap((call) => {
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

/** What a call does with an error in the way that one row says; undefined where it does nothing of the kind. */
function readCall(source: Source, call: Construct<'call'>, row: Catching): CatchingCall | undefined {
  const given = parts(call, 'arguments')
    .map(({ text }) => text)
    .join();
  if (row.on && !row.on.test(calleePath(call).slice(0, -1).join('.'))) return undefined;
  if ((row.only && !row.only.test(given)) || row.unless?.test(given)) return undefined;
  const guarded = guardedBy(source, call, row);
  const [attempt] = guarded;
  const dealing = dealingIn(source, call, row);
  if (!attempt || !dealing) return undefined;
  const named: [PartOf<'catch'>, readonly Node[]][] = [
    ['head', [dealing.head]],
    ['attempt', [call.node]],
    ['protected', [attempt]],
    [dealing.error && /^[{[(]/.test(dealing.error.text) ? 'taken' : 'name', dealing.error ? [dealing.error] : []],
    ['type', dealing.type ? [dealing.type] : []],
  ];
  const handler: Construct<'catch'> = {
    kind: 'catch',
    node: dealing.node,
    parts: new Map(named.filter(([, nodes]) => nodes.length > 0)),
  };
  return { handler, guarded: guarded.map(spanOf) };
}

/** The code that deals with an error. */
interface Dealing {
  readonly node: Node;
  readonly head: Node;
  /** The name of the error in it, or a pattern. */
  readonly error?: Node | undefined;
  /** What names the types of the error. */
  readonly type?: Node | undefined;
}

function dealingIn(source: Source, call: Construct<'call'>, row: Catching): Dealing | undefined {
  const callee = part(call, 'callee');
  if (!callee) return undefined;
  const given = argumentsOf(source, call);
  const type = typeof row.types === 'number' ? given[row.types]?.value : undefined;
  if (row.by === 'none') return { node: call.node, head: lastName(callee), type };
  const argument = typeof row.by === 'number' ? given.at(row.by) : argumentUnder(source, call, row.by);
  if (!argument) return undefined;
  const head = typeof row.by === 'number' ? lastName(callee) : (argument.label ?? lastName(callee));
  const deals = functionOf(source, argument.value);
  // What goes by a name that the file does not have may do anything, but for a log.
  if (!deals) return isLog(source, pathOf(argument.value)) ? { node: argument.value, head, type } : undefined;
  const error = parts(deals, 'parameter')[row.parameter ?? 0];
  return { node: deals.node, head, error, type: row.types === 'parameter' ? typeOf(source, error) : type };
}

/** The type that a parameter is declared with. */
function typeOf(source: Source, parameter: Node | undefined): Node | undefined {
  const typed = parameter && around(source, parameter, 'typed');
  return typed && part(typed, 'type');
}

/** What may fail where a call deals with it; nothing where that cannot be told. */
function guardedBy(source: Source, call: Construct<'call'>, { guards }: Catching): readonly Node[] {
  if (guards === 'receiver') return receiverOf(call);
  if (guards === 'arguments') return [...parts(call, 'arguments'), ...parts(call, 'block')];
  if (guards === 'decorated') return decoratedBy(source, call.node);
  for (let at = call.node.parent; at && !source.constructs.at(at, 'function'); at = at.parent) {
    const outer = source.constructs.at(at, 'call');
    if (outer && isGiven(outer, call.node)) return receiverOf(outer);
  }
  return [];
}

/** What a call is called on. */
function receiverOf(call: Construct<'call'>): readonly Node[] {
  const apart = parts(call, 'receiver');
  if (apart.length > 0) return apart;
  const [on, ...members] = part(call, 'callee')?.namedChildren ?? [];
  return on && members.length > 0 ? [on] : [];
}

/** The function behind a decorator. */
function decoratedBy(source: Source, node: Node): readonly Node[] {
  const decorator = around(source, node, 'decorator')?.node;
  const holder = decorator?.parent;
  if (!decorator || !holder) return [];
  const behind = source.constructs
    .all('function')
    .filter((one) => decorator.endIndex <= one.node.startIndex && one.node.endIndex <= holder.endIndex);
  return behind.slice(0, 1).map((one) => one.node);
}

/** The last name in what is called: `use` of `client.interceptors.response.use`. */
function lastName(callee: Node): Node {
  return [...callee.walk()].findLast((leaf) => !leaf.firstChild && leaf.isNamed) ?? callee;
}
