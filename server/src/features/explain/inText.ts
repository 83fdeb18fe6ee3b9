import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';
import { isLegacySuccessCode, legacyCodesIn, SDK_CLASS, SDK_UNLISTED } from '../../knowledge/vendors.ts';
import { looksLikeCode } from './numbers.ts';
import type { Topic } from './topic.ts';

/** A topic found in a text; UTF-16 offsets, half open. */
export interface FoundTopic {
  readonly topic: Topic;
  readonly start: number;
  readonly end: number;
  /** It is the text of a message alone, with the code nowhere in it; several codes may share it, each with this span. */
  readonly isBare?: true;
}

/** More than any message has, in UTF-16 units and in words, with a state or mode filled in. */
const LONGEST_MESSAGE_UNITS = 120;
const LONGEST_MESSAGE_WORDS = 12;

/**
 * Finds what free text speaks of: comments, log lines, longer strings. In order, and never overlapping.
 *
 * - A message with its code in brackets, as one span: `Command not supported in STANDBY (2305)`.
 * - A line of the SDK's log, as one span: `RETRY_REQUEST (2210)`; so `NOT_REGISTERED_DEVICE (1205)` is 1205, and
 *   `UNKNOWN_ERROR (1314)` is 1314: the SDK calls every code so that it does not list.
 * - A NUGU device-level code as a whole word of exactly this spelling. `OK` is an ordinary word and never counts.
 * - A name of the SDK as a whole word, with or without `ThinQAPIErrorCodes.`, which is part of the span. A name of
 *   one word (`SYNCING`) counts with it only.
 * - A four-digit number that is a catalog code, wherever `looksLikeCode` does not take it for something else.
 * - `0000` under `resultCode` and its like, which is success; other numbers there are codes of other lists.
 * - What an SDK says by itself: `Not support current_job_mode : None`.
 * - A message without its code, in any case of letters: `Command not supported in POWER OFF`, `Retry request`.
 *
 * Three-digit codes never count: they are HTTP statuses nearly everywhere. Takes time linear in the text.
 */
export function topicsInText(text: string, catalog: Catalog): readonly FoundTopic[] {
  const found = [
    ...messages(text, catalog),
    ...unlisted(text, catalog),
    ...words(text, catalog),
    ...numbers(text, catalog),
    ...ofOthers(text, catalog),
    ...bareMessages(text, catalog),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last: FoundTopic | undefined;
  return found.filter((one) => {
    const isTwin = one.isBare && last?.isBare && one.start === last.start && one.end === last.end;
    if (last && one.start < last.end && !isTwin) return false;
    last = one;
    return true;
  });
}

function* bareMessages(text: string, catalog: Catalog): Generator<FoundTopic> {
  for (const { codes, start, end } of catalog.messagesIn(text))
    for (const code of codes) yield { topic: { kind: 'code', code }, start, end, isBare: true };
}

/** Messages and SDK names that carry their code in brackets. */
function* messages(text: string, catalog: Catalog): Generator<FoundTopic> {
  for (const { 0: bracketed, 1: digits = '', index } of text.matchAll(/[ \t]?\((\d{4})\)/g)) {
    const code = catalog.find('thinq', digits);
    if (code === undefined) continue;
    const before = text.slice(Math.max(0, index - LONGEST_MESSAGE_UNITS), index);
    const length = messageLength(before, code, catalog);
    if (length > 0) yield { topic: { kind: 'code', code }, start: index - length, end: index + bracketed.length };
  }
}

/** `UNKNOWN_ERROR (1314)`, `ThinQAPIErrorCodes.UNKNOWN_ERROR(1399)`. */
const UNLISTED = new RegExp(`(?<!\\w)(?:${SDK_CLASS}\\.)?${SDK_UNLISTED}[ \\t]*\\((\\d{4})\\)`, 'g');

/** The name that the SDK has for every code it does not list, with the number that is the code. */
function* unlisted(text: string, catalog: Catalog): Generator<FoundTopic> {
  for (const { 0: whole, 1: number = '', index } of text.matchAll(UNLISTED)) {
    const code = catalog.find('thinq', number);
    const lookalike = catalog.lookalikeOf(number);
    const topic: Topic = code
      ? { kind: 'code', code, unnamed: code.sdkName !== SDK_UNLISTED }
      : lookalike
        ? { kind: 'lookalike', text: number, lookalike }
        : { kind: 'unlisted', number };
    yield { topic, start: index, end: index + whole.length };
  }
}

/** How much of the end of `before` is a message or SDK name of the code; the longest counts, 0 where none is. */
function messageLength(before: string, code: Code, catalog: Catalog): number {
  const names = [code.sdkName, code.sdkRenamed?.from].filter((name) => name !== undefined);
  const starts = [...before.matchAll(/(?<![A-Za-z0-9_])[A-Za-z]/g)];
  for (const { index } of starts.slice(-LONGEST_MESSAGE_WORDS)) {
    const words = before.slice(index);
    const isMessage = catalog.byText(words, 'thinq').includes(code);
    if (isMessage || names.some((name) => words === name || words === `${SDK_CLASS}.${name}`)) return words.length;
  }
  return 0;
}

function* words(text: string, catalog: Catalog): Generator<FoundTopic> {
  for (const { 0: name, index } of text.matchAll(/[A-Za-z_]\w*/g)) {
    const end = index + name.length;
    const word = catalog.find('nugu', name);
    if (word?.level === 'device-level') yield { topic: { kind: 'code', code: word }, start: index, end };
    const symbol = catalog.bySdkName(name);
    if (symbol === undefined) continue;
    const owner = new RegExp(`\\b${SDK_CLASS}\\.$`).exec(text.slice(Math.max(0, index - SDK_CLASS.length - 2), index));
    const topic: Topic = { kind: 'code', code: symbol };
    if (owner !== null) yield { topic, start: index - owner[0].length, end };
    else if (name.includes('_')) yield { topic, start: index, end };
  }
}

function* numbers(text: string, catalog: Catalog): Generator<FoundTopic> {
  const others = new Set(legacyCodesIn(text).map(({ start }) => start));
  // A list such as `1103/1218` is codes if all of it is; as a date or a fraction it would not be.
  for (const { 0: list, index } of text.matchAll(/(?<!\d)\d{4}(?:\/\d{4})*(?!\d)/g)) {
    const codes = list.split('/').map((digits) => catalog.find('thinq', digits));
    if (!looksLikeCode(text, index, index + list.length)) continue;
    if (codes.includes(undefined) || others.has(index)) continue;
    for (const [position, code] of codes.entries()) {
      const start = index + position * 5;
      if (code !== undefined) yield { topic: { kind: 'code', code }, start, end: start + 4 };
    }
  }
}

/** What stands there for a code or a message of ThinQ's, and is none. */
function* ofOthers(text: string, catalog: Catalog): Generator<FoundTopic> {
  for (const { start, end } of legacyCodesIn(text)) {
    const number = text.slice(start, end);
    const lookalike = catalog.lookalikeOf(number);
    if (isLegacySuccessCode(number)) yield { topic: { kind: 'success' }, start, end };
    else if (lookalike) yield { topic: { kind: 'lookalike', text: number, lookalike }, start, end };
  }
  for (const { lookalike, start, end } of catalog.lookalikesIn(text))
    yield { topic: { kind: 'lookalike', text: text.slice(start, end), lookalike }, start, end };
}
