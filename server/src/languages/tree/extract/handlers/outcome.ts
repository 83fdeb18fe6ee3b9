import type { Handler } from '../../../../model/model.ts';
import { type Construct, part } from '../../query/constructs.ts';
import { calleePath, escapeWord, type Source } from '../source.ts';

/** Reading a code, in the spellings of all languages: `.code`, `["code"]`, `getCode()`, `error_code`, the SDK's names. */
const READS_CODE = /\b(?:get)?(?:error|err|result)?_?codes?\b|ErrorCodes?\b|resultCode|error_name/i;
/** Whether source text reads the code of an error. */
export function readsCode(text: string): boolean {
  return READS_CODE.test(text);
}

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
/** Functions of many programs that only show what they get. */
const SHOWS = /^(?:show|alert|toast|repr|format)$/;
/** Methods of a log, which are other things elsewhere. */
const LEVELS = /^(?:log|warn|warning|error|info|debug|exception|trace|critical|fatal|verbose|severe)$/i;
const LOGS = /^(?:[Cc]onsole|Timber|.*log(?:s|ger|ging)?)$/i;

/** Whether a function by this path only shows what it is given, as a log does. */
export function onlyShows({ description }: Source, path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const receivers = path.slice(0, -1);
  if (SHOWS.test(last) || (description.words?.shows ?? NOTHING).test(last)) return true;
  return LEVELS.test(last)
    ? receivers.length === 0 || receivers.some((one) => LOGS.test(one))
    : receivers.some((one) => LOGS.test(one));
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
    .replace(new RegExp(`\\b(?:str|String|repr|format)\\(\\s*${bare}\\s*\\)`, 'gu'), '""');
  const returned = new RegExp(
    `\\breturn\\b[^;]{0,300}?${bare}|[\\w\\])"']\\s*:?=\\s*${bare}\\s*(?:[;,)}\\r\\n]|$)`,
    'u',
  ).test(told);
  return passes || returned ? 'passed' : 'dropped';
}
