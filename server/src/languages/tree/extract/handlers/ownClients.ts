import { isAddress, isPlainMember, isRequestHelper, isSession, sends } from '../../../../knowledge/clients.ts';
import { isSelf } from '../../../../knowledge/keywords.ts';
import type { ProtectedCall } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { Origins } from '../origins.ts';
import { calledName, type Source, spanOf } from '../source.ts';
import { readString } from '../strings.ts';

type OwnClient = NonNullable<ProtectedCall['client']>;

/** Tells of calls whether a class sends a request by them, through a session of its own: `this.http.get(path)`. */
export function createOwnClients(
  source: Source,
  origins: Origins,
): (call: Construct<'call'>, path: readonly string[]) => OwnClient | undefined {
  const known = new Map<number, OwnClient>();
  const classAt = (node: Node): OwnClient | undefined => {
    for (let at = node.parent; at; at = at.parent) {
      const name = classNameOf(source, at);
      if (name === undefined) continue;
      const own = known.get(at.id) ?? { name, addresses: addressesIn(source, origins, at) };
      known.set(at.id, own);
      return own;
    }
    return undefined;
  };
  return (call, path) => (sendsByItself(call, path) ? classAt(call.node) : undefined);
}

/** What a class is called, where a node is one, or belongs to one without standing in it. */
function classNameOf(source: Source, node: Node): string | undefined {
  const scope = source.constructs.at(node, 'scope');
  if (scope) return part(scope, 'name')?.text;
  const holder = source.constructs.at(node, 'function');
  return holder && part(holder, 'of')?.text;
}

function sendsByItself(call: Construct<'call'>, path: readonly string[]): boolean {
  const name = calledName(call);
  if (path.length > 1) return sends(name) && path.slice(0, -1).some(isSession) && !isOfAnswer(call, name);
  const [owner] = /^[$@\p{L}_]+(?=\.|->|::)/u.exec(call.node.text) ?? [];
  return owner !== undefined && isSelf(owner.replace(/^[$@]/, '')) && isRequestHelper(name);
}

/** Whether a call takes something out of the answer to another: `http->get($path)->getBody()`. */
function isOfAnswer(call: Construct<'call'>, name: string): boolean {
  const callee = part(call, 'callee');
  const before = call.node.text.slice(0, Math.max(0, (callee?.endIndex ?? 0) - call.node.startIndex));
  return before.includes('(') && isPlainMember(name);
}

/** The addresses that are written out in a class, or are kept where it names them. */
function addressesIn(source: Source, origins: Origins, owner: Node): readonly string[] {
  const own = (['string', 'text'] as const)
    .flatMap((kind) => source.constructs.all(kind))
    .filter(({ node }) => owner.startIndex <= node.startIndex && node.endIndex <= owner.endIndex)
    .map(({ node }) => readString(source, node)?.text ?? node.text);
  const named = origins.behind(spanOf(owner)).flatMap((span) => origins.textsIn(span));
  return [...new Set([...own, ...named].filter(isAddress))];
}
