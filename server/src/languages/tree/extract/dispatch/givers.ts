import { setsValue } from '../../../../knowledge/functions.ts';
import { isLog } from '../../../../knowledge/logs.ts';
import { once } from '../../../../model/once.ts';
import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Placed, placed } from '../placed.ts';
import { calleePath, type Source } from '../source.ts';

/** What gives values in a file, by its names. */
export interface Givers {
  /** What is given a value under a name, and under a name without its marks. */
  readonly named: ReadonlyMap<string, readonly Placed<'binding' | 'constant'>[]>;
  readonly owners: ReadonlyMap<string, readonly Placed<'binding' | 'constant'>[]>;
  /** Calls that give something a new value, by what they call. */
  readonly setters: ReadonlyMap<string, readonly Placed<'call'>[]>;
}

/** Looks through what gives values in a file when somebody first asks. */
export function createGivers(source: Source): () => Givers {
  return once(() => giversOf(source));
}

function giversOf(source: Source): Givers {
  const given = placed(source, 'binding', 'constant').filter(({ construct }) => part(construct, 'value'));
  const nameOf = ({ construct }: Placed<'binding' | 'constant'>): string => part(construct, 'name')?.text ?? '';
  return {
    named: grouped(given, nameOf),
    owners: grouped(given, (one) => withoutMarks(nameOf(one))),
    setters: grouped(placed(source, 'call'), ({ construct }) => setterOf(source, construct.node)),
  };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.push(item);
    else if (key !== undefined) groups.set(key, [item]);
  }
  return groups;
}

/** Some grammars have `$` in a name in one place and not in another. */
export function withoutMarks(name: string): string {
  return name.replace(/^[*$]+/, '');
}

/** UTF-16 units behind what is called in which its first argument begins. */
const LEAD_LIMIT_UNITS = 200;

/** What a call calls, where that gives something a new value: `result.setText` of `result.setText("offline")`. */
export function setterOf(source: Source, node: Node): string | undefined {
  const call = source.constructs.at(node, 'call');
  const callee = call && part(call, 'callee');
  if (!call || !callee) return undefined;
  const path = calleePath(call);
  const hasArguments = /^\s*[({]?\s*[^\s)}]/.test(
    source.text.slice(callee.endIndex, Math.min(node.endIndex, callee.endIndex + LEAD_LIMIT_UNITS)),
  );
  return hasArguments && setsValue(path.at(-1) ?? '') && !isLog(path)
    ? source.text.slice(part(call, 'receiver')?.startIndex ?? callee.startIndex, callee.endIndex)
    : undefined;
}
