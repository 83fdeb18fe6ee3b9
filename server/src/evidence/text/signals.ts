import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Vendor } from '../../catalog/types.ts';
import { usesDatabase } from '../../knowledge/databases.ts';
import { anyOf } from '../../knowledge/expressions.ts';
import { handlesErrorsApart, wrapsAnswers } from '../../knowledge/frameworks.ts';
import { PUTS_ENTRY } from '../../knowledge/functions.ts';
import { isTest } from '../../knowledge/testing.ts';
import { isLegacyThinq, isNuguPlay, SIGN_WORDS, SIGNS } from '../../knowledge/vendors.ts';
import type { Span } from '../../model/model.ts';

/** What a file's text says about whom it talks to, found without parsing it. */
export interface Signals {
  /** Where the vendor's names, hosts and keys stand; bounded, since one is enough to know. */
  readonly found: { readonly [vendor in Vendor]: readonly Span[] };
  /** The vendor's name is all over the text, but for another product of theirs whose codes are not ours. */
  readonly legacy: { readonly [vendor in Vendor]: boolean };
  /** It also talks to something whose error numbers look like ThinQ's, such as a database. */
  readonly foreign: boolean;
  /** It has a place of its own for responses to errors. */
  readonly respondsElsewhere: boolean;
  /** What its functions answer with passes through something that may put more into it: an interceptor. */
  readonly wrapsAnswers: boolean;
  /** It only plays the service, or plays with it: a test. */
  readonly rehearses: boolean;
  /** Keys of responses that are written to something, and where. Those of literals' own entries may be among them. */
  readonly adds: readonly { readonly key: string; readonly start: number }[];
}

/** Signals looked at per vendor; a text that has this many has proved itself. */
const MOST_SIGNALS = 40;

const KEYS =
  '(requestId|data|error|resultCode|smartHomeDevice|properties|errorProperties|messageId|timestamp|message|code)';
/** `answer.requestId = …`, `answer["requestId"] = …`, `answer.put("requestId", …)`. */
const ADDS = new RegExp(
  `[.[]\\s*["'\`]?${KEYS}["'\`]?\\s*\\]?\\s*=(?!=)|\\b${anyOf(PUTS_ENTRY)}\\w*\\(\\s*["'\`]${KEYS}["'\`]\\s*,`,
  'dg',
);
/** Given a value under their name, or handed over by it, to something that may put them in. */
const HANDS_OVER = /\berrorProperties(?:\s*=(?!=)|["']?\s*[,}]\s*\))/g;

/** Words without any of which, in whatever case, a text has no signals. @param codes those that everybody shares */
export function signalWords(codes: readonly Code[]): readonly string[] {
  return [...SIGN_WORDS, ...nuguWordsOf(codes)];
}

/** NUGU's own codes, which are words that nobody else has. */
function nuguWordsOf(codes: readonly Code[]): readonly string[] {
  return codes.filter(({ level }) => level === 'device-level').map(({ code }) => code);
}

/** Finds a text's signals. */
export type SignalReader = (text: string) => Signals;

/** @returns a reader that also counts NUGU's own words: two different ones in quotes are a signal, too */
export function createSignalReader(catalog: Catalog): SignalReader {
  const quoted = new RegExp(`(?<=["'\`])(?:${nuguWordsOf(catalog.codes).join('|')})(?=["'\`])`, 'g');
  return (text) => {
    const nuguWords = spansOf(quoted, text);
    const distinct = new Set(nuguWords.map(({ start, end }) => text.slice(start, end)));
    return {
      found: {
        thinq: spansOf(SIGNS.thinq, text),
        nugu: [...spansOf(SIGNS.nugu, text), ...(distinct.size > 1 ? nuguWords : [])],
      },
      legacy: { thinq: isLegacyThinq(text), nugu: isNuguPlay(text) },
      foreign: usesDatabase(text),
      respondsElsewhere: handlesErrorsApart(text),
      wrapsAnswers: wrapsAnswers(text),
      rehearses: isTest(text),
      adds: [
        ...[...text.matchAll(ADDS)].map(({ 1: assigned, 2: added, indices }) => ({
          key: assigned ?? added ?? '',
          start: (indices?.[1] ?? indices?.[2])?.[0] ?? 0,
        })),
        ...spansOf(HANDS_OVER, text).map(({ start }) => ({ key: 'errorProperties', start })),
      ],
    };
  };
}

function spansOf(pattern: RegExp, text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(pattern)) {
    spans.push({ start: match.index, end: match.index + match[0].length });
    if (spans.length >= MOST_SIGNALS) break;
  }
  return spans;
}
