import { isLog } from '../../../../knowledge/channels.ts';
import { makesOwnObject, setsValue } from '../../../../knowledge/functions.ts';
import { isSelf } from '../../../../knowledge/keywords.ts';
import type { Span } from '../../../../model/model.ts';
import { part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Placed, placed, within } from '../placed.ts';
import { around, calleePath, type Source, unwrap } from '../source.ts';
import type { Draft, SiteContext } from './draft.ts';
import type { TrackedError } from './trackedError.ts';

/** What the arms of a dispatch change. */
interface Changes {
  /** Names and members that they give a value. */
  readonly names: ReadonlySet<string>;
  /** Names of objects whose members they change. */
  readonly owners: ReadonlySet<string>;
  /** What they call to set something: `res.status`, `setText`. */
  readonly setters: ReadonlySet<string>;
}

/** What gives values in a file, by its names. */
interface Givers {
  /** What is given a value under a name, and under a name without its marks. */
  readonly named: ReadonlyMap<string, readonly Placed<'binding' | 'constant'>[]>;
  readonly owners: ReadonlyMap<string, readonly Placed<'binding' | 'constant'>[]>;
  /** Calls that give something a new value, by what they call. */
  readonly setters: ReadonlyMap<string, readonly Placed<'call'>[]>;
}

/** Values before a dispatch that are looked at for each name: the nearest. */
const MOST_VALUES = 60;

/** Whether arms merely change a value that is there already, in a name, in an object, or set by the same function. */
export type IsPreset = (context: SiteContext, draft: Draft, error: TrackedError) => boolean;

/** Looks through what gives values in a file when somebody first asks. */
export function createIsPreset(source: Source): IsPreset {
  let known: Givers | undefined;
  return (context, draft, error) => {
    const { names, owners, setters } = changesIn(context, draft);
    if (names.size + owners.size + setters.size === 0) return false;
    known ??= giversOf(source);
    const scope = around(source, draft.statement, 'function')?.node ?? source.root;
    const before = { start: scope.startIndex, end: draft.statement.startIndex };
    const { named, owners: owning, setters: setting } = known;
    return (
      [...names].some((name) =>
        lastWithin(named.get(name), before).some(({ construct }) => construct.kind === 'binding'),
      ) ||
      [...owners].some((name) =>
        lastWithin(owning.get(name), before).some(({ construct }) => {
          const value = part(construct, 'value');
          return (
            value !== undefined &&
            !names.has(part(construct, 'name')?.text ?? '') &&
            holdsSomething(source, value, error)
          );
        }),
      ) ||
      [...setters].some((setter) => lastWithin(setting.get(setter), before).length > 0)
    );
  };
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

function lastWithin<T extends Span>(ordered: readonly T[] | undefined, span: Span): readonly T[] {
  return ordered ? within(ordered, span, MOST_VALUES) : [];
}

function changesIn({ source, inside }: SiteContext, draft: Draft): Changes {
  const arms: Node[] = [];
  // What stands within another arm, as an else-if does, has been looked through with that.
  for (const { node, body } of draft.branches)
    if (body && node.endIndex > (arms.at(-1)?.endIndex ?? -1)) arms.push(node);
  const names = arms
    .flatMap((arm) => [...inside.of('assignment', arm), ...inside.of('binding', arm)])
    .flatMap((assignment) => part(assignment, 'name')?.text ?? []);
  const setters = arms.flatMap((arm) => inside.of('call', arm)).flatMap(({ node }) => setterOf(source, node) ?? []);
  return {
    names: new Set(names),
    owners: new Set([...names, ...setters].flatMap((name) => ownerOf(name) ?? [])),
    setters: new Set(setters),
  };
}

/** The object in front of a member: `result` of `result.text`, `$result` of `$result['text']`; none of one's own. */
function ownerOf(name: string): string | undefined {
  const owner = /^([*$@]*[\p{L}_][\p{L}\p{N}_]*)[!?]*(?:\.|->|\[)/u.exec(name)?.[1];
  return owner !== undefined && !isSelf(withoutMarks(owner)) ? withoutMarks(owner) : undefined;
}

/** Some grammars have `$` in a name in one place and not in another. */
function withoutMarks(name: string): string {
  return name.replace(/^[*$]+/, '');
}

/** UTF-16 units behind what is called in which its first argument begins. */
const LEAD_LIMIT_UNITS = 200;

/** What a call calls, where that gives something a new value: `result.setText` of `result.setText("offline")`. */
function setterOf(source: Source, node: Node): string | undefined {
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

/** Whether a value has something in it from the beginning. */
function holdsSomething(source: Source, written: Node, error: TrackedError): boolean {
  const value = unwrap(source, written);
  const object = source.constructs.at(value, 'object');
  if (object) return parts(object, 'pair').length + parts(object, 'spread').length > 0;
  if (error.isIn(value)) return true;
  return makesOwnObject(source.text.slice(value.startIndex, Math.min(value.endIndex, value.startIndex + 400)));
}
