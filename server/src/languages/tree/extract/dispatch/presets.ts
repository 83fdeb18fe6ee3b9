import { makesOwnObject, setsValue } from '../../../../knowledge/functions.ts';
import { isSelf } from '../../../../knowledge/keywords.ts';
import { isLog } from '../../../../knowledge/logs.ts';
import { part, parts } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import { around, calleePath, type Source, unwrap } from '../source.ts';
import type { BranchContext, Draft } from './draft.ts';
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

/** Whether arms merely change a value that is there already, in a name, in an object, or set by the same function. */
export function isPreset(context: BranchContext, draft: Draft, error: TrackedError): boolean {
  const { source, inside } = context;
  const { names, owners, setters } = changesIn(context, draft);
  if (names.size + owners.size + setters.size === 0) return false;
  const scope = around(source, draft.statement, 'function')?.node ?? source.root;
  const before = ({ node }: { readonly node: Node }): boolean => node.endIndex <= draft.statement.startIndex;
  const given = [...inside.of('binding', scope), ...inside.of('constant', scope)].filter(before);
  return (
    given.some((one) => {
      const [name, value] = [part(one, 'name')?.text, part(one, 'value')];
      if (name === undefined || !value) return false;
      if (names.has(name)) return source.constructs.at(one.node, 'binding') !== undefined;
      return owners.has(withoutMarks(name)) && holdsSomething(source, value, error);
    }) || inside.of('call', scope).some((call) => before(call) && setters.has(setterOf(source, call.node) ?? ''))
  );
}

function changesIn({ source, inside }: BranchContext, draft: Draft): Changes {
  const arms = draft.branches.flatMap(({ node, body }) => (body ? node : []));
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

/** What a call calls, where that gives something a new value: `result.setText` of `result.setText("offline")`. */
function setterOf(source: Source, node: Node): string | undefined {
  const call = source.constructs.at(node, 'call');
  const callee = call && part(call, 'callee');
  if (!call || !callee) return undefined;
  const path = calleePath(call);
  const hasArguments = /^\s*[({]?\s*[^\s)}]/.test(source.text.slice(callee.endIndex, node.endIndex));
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
