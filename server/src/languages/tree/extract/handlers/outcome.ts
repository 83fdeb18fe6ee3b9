import { isShownBy } from '../../../../knowledge/channels.ts';
import { anyOf } from '../../../../knowledge/expressions.ts';
import { WRITES_OUT } from '../../../../knowledge/functions.ts';
import { KEYWORD } from '../../../../knowledge/keywords.ts';
import { readsCode } from '../../../../knowledge/names.ts';
import type { Handler } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import { calleePath, escapeWord, type Source } from '../source.ts';

/** A text in quotes: what is put into it is shown, not passed on. */
const STRINGS = /"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
/** What is thrown, or given back as an error: the rest of each line that does so, and what it goes on with in brackets. */
export function throwsIn({ description }: Source, text: string): readonly string[] {
  const { throws = NOTHING, returnsError = NOTHING } = description.words ?? {};
  const word = `${throws.source}|${returnsError.source}`;
  return text.match(new RegExp(`(?:${word})[^;\\r\\n]*(?:[([{]\\s*\\r?\\n[^;]{0,200})?`, 'g')) ?? [];
}
/** What no text has in it. */
const NOTHING = /(?!)/;
/** Whether a function by this path only shows what it is given, as a log does. */
export function onlyShows({ description }: Source, path: readonly string[]): boolean {
  return isShownBy(path) || (description.words?.shows ?? NOTHING).test(path.at(-1) ?? '');
}

/**
 * What becomes of the error in a handler.
 *
 * @param start offset behind the handler's head @param calls those inside the handler
 */
export function outcomeOf(
  source: Source,
  handler: Construct<'catch'>,
  start: number,
  calls: readonly Construct<'call'>[],
): Handler['outcome'] {
  const text = source.text.slice(start, handler.node.endIndex);
  if (readsCode(text) || readsCode(part(handler, 'guard')?.text ?? '')) return 'read';
  if ((source.description.words?.throws ?? NOTHING).test(text)) return 'passed';
  const name = part(handler, 'name')?.text ?? source.description.caught;
  if (name === undefined) return 'dropped';
  const word = new RegExp(`(?<![\\p{L}\\p{N}_$.])${escapeWord(name)}(?![\\p{L}\\p{N}_])(?!\\s*\\.)`, 'u');
  const passes = calls.some((call) => {
    const callee = part(call, 'callee');
    if (!callee) return false;
    const given = source.text.slice(callee.endIndex, call.node.endIndex);
    return word.test(given) && !onlyShows(source, calleePath(call));
  });
  const bare = `(?<![\\p{L}\\p{N}_$.])${escapeWord(name)}(?![\\p{L}\\p{N}_])(?!\\s*[.(])`;
  const told = text
    .replace(STRINGS, '""')
    .replace(new RegExp(`\\b${anyOf(WRITES_OUT)}\\(\\s*${bare}\\s*\\)`, 'gu'), '""');
  const returned = new RegExp(
    `\\b${KEYWORD.returns}\\b[^;]{0,300}?${bare}|[\\w\\])"']\\s*:?=\\s*${bare}\\s*(?:[;,)}\\r\\n]|$)`,
    'u',
  ).test(told);
  return passes || returned ? 'passed' : 'dropped';
}
