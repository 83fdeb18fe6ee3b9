import { isCodeName, isMessageName } from '../../../knowledge/names.ts';
import { isExpectation, testsFrom } from '../../../knowledge/testing.ts';
import type { Place } from '../../../model/model.ts';
import { part, parts } from '../query/constructs.ts';
import type { Node } from '../syntax/node.ts';
import { rangingAround } from './searches.ts';
import { around, calleePath, isReference, type Source } from './source.ts';
import { subjectPlace } from './subjects.ts';
import type { Types } from './types.ts';

/** Tells why nothing hangs on a text that is compared. */
export type BesideOf = (node: Node, place: Place) => Place['beside'];

/** Looks for decisions on codes beside those on texts; the work is done when something is first asked. */
export function createBesideOf(source: Source, types: Types): BesideOf {
  let known: ReadonlyMap<number, readonly string[]> | undefined;
  return (node, place) => {
    if (isExpected(source, node)) return 'expectation';
    known ??= rootsOfCodes(source, types);
    const roots = rootsOf(place);
    const decided = known.get(holderOf(source, node).id) ?? [];
    return decided.some((root) => root === '' || roots.length === 0 || roots.includes(root)) ? 'code' : undefined;
  };
}

/** Of what codes are decided on, by function: `error` for `error.code`, nothing for a `code` of its own. */
function rootsOfCodes(source: Source, types: Types): ReadonlyMap<number, readonly string[]> {
  const { constructs } = source;
  const subjects = [
    ...(['equals', 'differs'] as const).flatMap((kind) =>
      constructs.all(kind).flatMap((test) => [...parts(test, 'left'), ...parts(test, 'right')]),
    ),
    ...(['contains', 'lacks'] as const).flatMap((kind) =>
      constructs.all(kind).flatMap((test) => parts(test, 'item').filter((item) => !rangingAround(source, item))),
    ),
    ...(['switch', 'prefix', 'between'] as const).flatMap((kind) =>
      constructs.all(kind).flatMap((test) => parts(test, 'subject')),
    ),
    ...constructs.all('lookup').flatMap((lookup) => parts(lookup, 'key')),
  ];
  const roots = new Map<number, string[]>();
  for (const subject of subjects) {
    // What is looked for may speak of codes itself: `'"code":"1222"' in text`.
    if (constructs.at(subject, 'string')) continue;
    const { path } = subjectPlace(source, types, 'compared', subject);
    if (!isCodeName(path.at(-1) ?? '')) continue;
    const { id } = holderOf(source, subject);
    roots.set(id, [...(roots.get(id) ?? []), path.length > 1 ? (path[0] ?? '') : '']);
  }
  return roots;
}

/** What a message is one of: `error` for `error.message` and for `String(error)`, nothing for a `message` of its own. */
function rootsOf({ path, origin }: Place): readonly string[] {
  return (origin?.path ?? path.slice(0, 1)).filter((word) => !isMessageName(word));
}

function holderOf(source: Source, node: Node): Node {
  return around(source, node, 'function')?.node ?? source.root;
}

/** Whether a test says by a node what it expects: `assertEquals("…", e.getMessage())`, `assert "…" in str(e)`. */
function isExpected(source: Source, node: Node): boolean {
  for (let at: Node | null = node; at; at = at.parent) {
    const call = source.constructs.at(at, 'call');
    if (call ? calleePath(call).some(isExpectation) : isAssertion(source, at)) return true;
    const holder = source.constructs.at(at, 'function');
    if (!holder) continue;
    const body = part(holder, 'body');
    return testsFrom(source.text.slice(at.startIndex, body?.startIndex ?? at.startIndex)) !== undefined;
  }
  return false;
}

/** Whether a node is a statement that begins with the word for it: `assert a == b`. */
function isAssertion(source: Source, { firstChild }: Node): boolean {
  return firstChild !== undefined && !isReference(source, firstChild) && isExpectation(firstChild.text);
}
