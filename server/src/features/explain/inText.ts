import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';
import { SDK_CLASS } from '../../knowledge/vendors.ts';
import { looksLikeCode } from './numbers.ts';

/** A code found in a text; UTF-16 offsets, half open. */
export interface FoundCode {
  readonly code: Code;
  readonly start: number;
  readonly end: number;
}

/** More than any message has, in UTF-16 units and in words, with a state or mode filled in. */
const LONGEST_MESSAGE_UNITS = 120;
const LONGEST_MESSAGE_WORDS = 12;

/**
 * Finds the codes that free text speaks of: comments, log lines, longer strings. In order, and never overlapping.
 *
 * - A message with its code in brackets, as one span: `Command not supported in STANDBY (2305)`.
 * - A line of the SDK's log, as one span: `RETRY_REQUEST (2210)`; so `NOT_REGISTERED_DEVICE (1205)` is 1205.
 * - A NUGU device-level code as a whole word of exactly this spelling. `OK` is an ordinary word and never counts.
 * - A name of the SDK as a whole word, with or without `ThinQAPIErrorCodes.`, which is part of the span. A name of
 *   one word (`SYNCING`) counts with it only.
 * - A four-digit number that is a catalog code, wherever `looksLikeCode` does not take it for something else.
 *
 * Three-digit codes never count: they are HTTP statuses nearly everywhere. Takes time linear in the text.
 */
export function codesInText(text: string, catalog: Catalog): readonly FoundCode[] {
  const found = [...messages(text, catalog), ...words(text, catalog), ...numbers(text, catalog)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return found.filter((one) => {
    if (one.start < end) return false;
    end = one.end;
    return true;
  });
}

/** Messages and SDK names that carry their code in brackets. */
function* messages(text: string, catalog: Catalog): Generator<FoundCode> {
  for (const { 0: bracketed, 1: digits = '', index } of text.matchAll(/[ \t]?\((\d{4})\)/g)) {
    const code = catalog.find('thinq', digits);
    if (code === undefined) continue;
    const before = text.slice(Math.max(0, index - LONGEST_MESSAGE_UNITS), index);
    const length = messageLength(before, code, catalog);
    if (length > 0) yield { code, start: index - length, end: index + bracketed.length };
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

function* words(text: string, catalog: Catalog): Generator<FoundCode> {
  for (const { 0: name, index } of text.matchAll(/[A-Za-z_]\w*/g)) {
    const end = index + name.length;
    const word = catalog.find('nugu', name);
    if (word?.level === 'device-level') yield { code: word, start: index, end };
    const symbol = catalog.bySdkName(name);
    if (symbol === undefined) continue;
    const owner = new RegExp(`\\b${SDK_CLASS}\\.$`).exec(text.slice(Math.max(0, index - SDK_CLASS.length - 2), index));
    if (owner !== null) yield { code: symbol, start: index - owner[0].length, end };
    else if (name.includes('_')) yield { code: symbol, start: index, end };
  }
}

function* numbers(text: string, catalog: Catalog): Generator<FoundCode> {
  // A list such as `1103/1218` is codes if all of it is; as a date or a fraction it would not be.
  for (const { 0: list, index } of text.matchAll(/(?<!\d)\d{4}(?:\/\d{4})*(?!\d)/g)) {
    const codes = list.split('/').map((digits) => catalog.find('thinq', digits));
    if (!looksLikeCode(text, index, index + list.length)) continue;
    if (codes.includes(undefined)) continue;
    for (const [position, code] of codes.entries()) {
      const start = index + position * 5;
      if (code !== undefined) yield { code, start, end: start + 4 };
    }
  }
}
