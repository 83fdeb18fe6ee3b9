import { handsFailureOn } from '../../../../knowledge/channels.ts';
import { givesText } from '../../../../knowledge/functions.ts';
import { isShownBy } from '../../../../knowledge/logs.ts';
import { librariesOf } from '../../query/libraries.ts';
import type { Node } from '../../syntax/node.ts';
import { calleePath, type Source } from '../source.ts';

/** What no text has in it. */
const NOTHING = /(?!)/;

/** Whether a function by this path only shows what it is given, as a log does. */
export function isLog({ description }: Source, path: readonly string[]): boolean {
  return isShownBy(path) || (description.words?.shows ?? NOTHING).test(path.at(-1) ?? '');
}

/** Whether a function by this path only shows what it is given, or makes a text of it. */
export function onlyShows(source: Source, path: readonly string[]): boolean {
  return isLog(source, path) || givesText(path.at(-1) ?? '');
}

/** What is thrown, or given back as an error: the rest of each line that does so, and what it goes on with in brackets. */
export function throwsIn({ description }: Source, text: string): readonly string[] {
  const { throws = NOTHING, returnsError = NOTHING } = description.words ?? {};
  const word = `${throws.source}|${returnsError.source}`;
  return text.match(new RegExp(`(?:${word})[^;\\r\\n]*(?:[([{]\\s*\\r?\\n[^;]{0,200})?`, 'g')) ?? [];
}

/** Whether a node is what throws: a statement, or a call that stands for one. */
export function throwsAt(source: Source, node: Node): boolean {
  if (!source.constructs.at(node, 'leave')) return false;
  if (node.text.search(source.description.words?.throws ?? NOTHING) === 0) return true;
  const call = source.constructs.at(node, 'call');
  return call !== undefined && handsFailureOn(calleePath(call), librariesOf(source.description));
}

/** Whether a node is what gives an error back, where a language has no other way: `return nil, fmt.Errorf("…")`. */
export function givesErrorAt({ description }: Source, node: Node): boolean {
  return node.text.search(description.words?.returnsError ?? NOTHING) === 0;
}
