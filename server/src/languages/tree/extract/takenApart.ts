import { part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { pathOf, type Source, unwrap } from './source.ts';

/** A member that a pattern looks at: `code` of `ThinQError(code="1222")`. */
export interface TakenMember {
  /** The words of its name, outermost first: `error`, `code` of `{"error": {"code": "1222"}}`; none where it has only a place. */
  readonly path: readonly string[];
  /** Where it is named; absent where it has only a place. */
  readonly name?: Node;
  /** What it must be. */
  readonly values: readonly Node[];
}

/** What a pattern asks of an object. */
export interface TakenApart {
  /** The type that it must have, as written. */
  readonly type?: string;
  /** The members that must be something; those that only get a name are none. */
  readonly members: readonly TakenMember[];
}

/** Reads a pattern that takes an object apart. @returns undefined for any other */
export function takenApart(source: Source, pattern: Node): TakenApart | undefined {
  const taking = source.constructs.at(unwrap(source, pattern), 'taking');
  if (!taking) return undefined;
  const type = part(taking, 'type')?.text;
  const names = parts(taking, 'name');
  const members: TakenMember[] = [];
  for (const value of parts(taking, 'value')) {
    if (isName(value)) continue;
    const name = names.findLast((one) => one.endIndex <= value.startIndex);
    const path = name ? pathOf(name) : [];
    const inner = takenApart(source, value);
    const last = members.at(-1);
    if (inner) members.push(...inner.members.map((member) => ({ ...member, path: [...path, ...member.path] })));
    else if (name && last?.name === name) members[members.length - 1] = { ...last, values: [...last.values, value] };
    else members.push({ path, ...(name && { name }), values: [value] });
  }
  return { ...(type !== undefined && { type }), members };
}

/** A name that is given to whatever stands there, with or without a word or a type in front of it: `_`, `code`, `var code`. */
function isName({ text }: Node): boolean {
  return /^(?:_|[a-z_]\w*|[\w.<>?[\]]+\s+[a-z_]\w*)$/.test(text);
}
