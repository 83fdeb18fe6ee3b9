import { isCleanUp } from '../../../../knowledge/cleanUp.ts';
import { part } from '../../query/constructs.ts';
import type { Node } from '../../syntax/node.ts';
import type { Source } from '../source.ts';

/** UTF-16 units in front of a function in which its name is looked for, and of its head. */
const NAME_LIMIT_UNITS = 120;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

/** Whether a node stands in code that ends something: in a `finally`, or in a function that is named so. */
export function isInCleanUp(source: Source, node: Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (source.constructs.at(at, 'final')) return true;
    const holder = source.constructs.at(at, 'function');
    if (!holder) continue;
    const name = part(holder, 'name')?.text;
    const names = name === undefined ? namesOf(source, at, part(holder, 'body')) : [name];
    if (names.some(isCleanUp)) return true;
  }
  return false;
}

/**
 * The words that may be the name of a function whose grammar does not say it: those in front of its parameters, as in `async Task StopAsync()`, and the
 * last one in front of it, as in `const stop = async () => …` and `process.on('SIGTERM', () => …)`.
 */
function namesOf({ text }: Source, { startIndex, endIndex }: Node, body: Node | undefined): readonly string[] {
  const end = Math.min(
    body && body.startIndex > startIndex ? body.startIndex : endIndex,
    startIndex + NAME_LIMIT_UNITS,
  );
  const head = /^[^({]*/.exec(text.slice(startIndex, end))?.[0] ?? '';
  const lineStart = text.lastIndexOf('\n', startIndex - 1) + 1;
  const before = text.slice(Math.max(lineStart, startIndex - NAME_LIMIT_UNITS), startIndex);
  return [...(head.match(WORD) ?? []), ...(before.match(WORD)?.slice(-1) ?? [])];
}
