import { makesOwnObject } from '../../../../knowledge/functions.ts';
import { isSelf } from '../../../../knowledge/keywords.ts';
import type { Span } from '../../../../model/model.ts';
import { part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { type Placed, within } from '../placed.ts';
import { around, type Source, unwrap } from '../source.ts';
import type { Draft, SiteContext } from './draft.ts';
import { setterOf, withoutMarks } from './givers.ts';
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

/** Values before a dispatch that are looked at for each name: the nearest. */
const MOST_VALUES = 60;

/** Whether arms merely change a value that is there already, in a name, in an object, or set by the same function. */
export function isPreset(context: SiteContext, draft: Draft, error: TrackedError): boolean {
  const { source } = context;
  const { names, owners, setters } = changesIn(context, draft);
  if (names.size + owners.size + setters.size === 0) return false;
  const { named, owners: owning, setters: setting } = context.givers();
  const scope = around(source, draft.statement, 'function')?.node ?? source.root;
  const before = { start: scope.startIndex, end: draft.statement.startIndex };
  const holds = ({ construct }: Placed<'binding' | 'constant'>): boolean => {
    const value = part(construct, 'value');
    const isNamed = names.has(part(construct, 'name')?.text ?? '');
    return value !== undefined && !isNamed && holdsSomething(source, value, error);
  };
  return (
    [...names].some((name) =>
      lastWithin(named.get(name), before).some(({ construct }) => construct.kind === 'binding'),
    ) ||
    [...owners].some((name) => lastWithin(owning.get(name), before).some(holds)) ||
    [...setters].some((setter) => lastWithin(setting.get(setter), before).length > 0)
  );
}

function lastWithin<T extends Span>(ordered: readonly T[] | undefined, span: Span): readonly T[] {
  return ordered ? within(ordered, span, MOST_VALUES) : [];
}

function changesIn({ source }: SiteContext, draft: Draft): Changes {
  const arms: Node[] = [];
  // What stands within another arm, as an else-if does, has been looked through with that.
  for (const { node, body } of draft.branches)
    if (body && node.endIndex > (arms.at(-1)?.endIndex ?? -1)) arms.push(node);
  const names = arms
    .flatMap((arm) => [...source.constructs.within('assignment', arm), ...source.constructs.within('binding', arm)])
    .flatMap((assignment) => part(assignment, 'name')?.text ?? []);
  const setters = arms
    .flatMap((arm) => source.constructs.within('call', arm))
    .flatMap(({ node }) => setterOf(source, node) ?? []);
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

/** Whether a value has something in it from the beginning. */
function holdsSomething(source: Source, written: Node, error: TrackedError): boolean {
  const value = unwrap(source, written);
  const object = source.constructs.at(value, 'object');
  if (object) return parts(object, 'pair').length + parts(object, 'spread').length > 0;
  if (error.isIn(value)) return true;
  return makesOwnObject(source.text.slice(value.startIndex, Math.min(value.endIndex, value.startIndex + 400)));
}
