import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Vendor } from '../../catalog/types.ts';
import { usesDatabase } from '../../knowledge/databases.ts';
import { anyOf } from '../../knowledge/expressions.ts';
import { handlesErrorsApart, wrapsAnswers } from '../../knowledge/frameworks.ts';
import { PUTS_ENTRY } from '../../knowledge/functions.ts';
import { keepsForItself } from '../../knowledge/names.ts';
import { testsFrom, testsOfWrong } from '../../knowledge/testing.ts';
import {
  headersTogether,
  isBusinessApi,
  isLegacyThinq,
  isNuguPlay,
  isWordOfEverybody,
  namesNugu,
  SIGN_WORDS,
  SIGNS,
} from '../../knowledge/vendors.ts';
import { lazily, madeOf } from '../../model/lazily.ts';
import type { Span } from '../../model/model.ts';
import { once } from '../../model/once.ts';
import type { TextSearch } from '../../model/textSearch.ts';
import { createPairFinder } from './sdkPairs.ts';
import type { SearchedText } from './searchedText.ts';

/** What a file's text says about whom it talks to, found without parsing it: each part when it is first asked for. */
export interface Signals {
  /** Where the vendor's names, hosts and keys stand; bounded, since one is enough to know. */
  readonly found: { readonly [vendor in Vendor]: readonly Span[] };
  /** The vendor's name is all over the text, but for another product of theirs whose codes are not ours. */
  readonly legacy: { readonly [vendor in Vendor]: boolean };
  /** Something in it is called after NUGU, which by itself proves no more than its project does. */
  readonly namesNugu: boolean;
  /** It talks to LG's API for businesses, which has ThinQ's codes but limits of its own. */
  readonly business: boolean;
  /** It also talks to something whose error numbers look like ThinQ's, such as a database. */
  readonly foreign: boolean;
  /** It has a place of its own for responses to errors. */
  readonly respondsElsewhere: boolean;
  /** What its functions answer with passes through something that may put more into it: an interceptor. */
  readonly wrapsAnswers: boolean;
  /** From where on it only plays the service, or plays with it: a test. */
  readonly rehearsesFrom: number;
  /** The tests in it that send something wrong on purpose. */
  readonly testsOfWrong: readonly Span[];
  /** Keys of responses that are written to something, and where. Those of literals' own entries may be among them. */
  readonly adds: readonly { readonly key: string; readonly start: number }[];
  /** Where `properties` is taken out of something, so that more may be put into it: `item.properties`, `item["properties"]`. */
  readonly takesProperties: readonly number[];
  /** Something is put into `errorProperties` after these were made: `item.errorProperties.mode = …`. */
  readonly fillsErrorProperties: boolean;
}

/** Signals looked at per vendor; a text that has this many has proved itself. */
const MOST_SIGNALS = 40;

/** White space within an expression: no person puts more there, and two places for any amount would be tried in all ways. */
const BLANKS = '\\s{0,40}';
const KEYS =
  '(requestId|data|error|resultCode|smartHomeDevice|properties|errorProperties|messageId|timestamp|message|code)';
/** `answer.requestId = …`, `answer["requestId"] = …`, `answer.put("requestId", …)`. */
const ADDS = new RegExp(
  `[.[]${BLANKS}["'\`]?${KEYS}["'\`]?${BLANKS}\\]?${BLANKS}=(?!=)|\\b${anyOf(PUTS_ENTRY)}\\w{0,40}\\(${BLANKS}["'\`]${KEYS}["'\`]${BLANKS},`,
  'dg',
);
/** What is said of before a match of these: `answer`, `res.body`; nothing behind a call. */
const RECEIVER = /([\w$]+)[!?]?(?:->|::|\.)?$/;
const RECEIVER_UNITS = 40;
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
export type SignalReader = (text: SearchedText) => Signals;

/**
 * @returns a reader that also counts NUGU's own words: two different ones in quotes are a signal where one is nobody
 * else's, and so is any one beside the vendor's name
 */
export function createSignalReader(catalog: Catalog): SignalReader {
  const words = nuguWordsOf(catalog.codes).join('|');
  // Also in a list of words without quotes of their own: %w[NoConnectionDevice DeviceTurnedOff]
  const quoted = new RegExp(
    `(?<=["'\`])(?:${words})(?=["'\`])|\\b(?:${words})\\b(?<=%[wi][[({<|!][\\w\\s]{0,400})`,
    'g',
  );
  const pairsIn = createPairFinder(catalog.codes);
  return (text) => {
    const { search } = text;
    const rehearsal = ({ text: code }: TextSearch) => {
      const from = testsFrom(code);
      return from === undefined ? undefined : { from, ofWrong: testsOfWrong(code) };
    };
    // A word in a comment says what somebody had in mind.
    const inCode = <T>(question: (asked: TextSearch) => T, nothing: T): T =>
      question(search) === nothing ? nothing : question(text.code);
    const tests = once(() => inCode(rehearsal, undefined));
    const found = (): Signals['found'] => {
      const nuguWords = search.places(quoted, MOST_SIGNALS);
      const distinct = new Set(nuguWords.map(({ start, end }) => search.text.slice(start, end)));
      const isNobodyElses = distinct.size > 1 && ![...distinct].every(isWordOfEverybody);
      const isOfNugu = isNobodyElses || (distinct.size > 0 && inCode(namesNugu, false));
      return {
        thinq: [...search.places(SIGNS.thinq, MOST_SIGNALS), ...headersTogether(search), ...pairsIn(search)],
        nugu: [...search.places(SIGNS.nugu, MOST_SIGNALS), ...(isOfNugu ? nuguWords : [])],
      };
    };
    return lazily<Signals>({
      found,
      legacy: () => ({ thinq: inCode(isLegacyThinq, false), nugu: inCode(isNuguPlay, false) }),
      namesNugu: () => inCode(namesNugu, false),
      business: () => inCode(isBusinessApi, false),
      foreign: () => inCode(usesDatabase, false),
      respondsElsewhere: () => inCode(handlesErrorsApart, false),
      wrapsAnswers: () => inCode(wrapsAnswers, false),
      rehearsesFrom: () => tests()?.from ?? Number.POSITIVE_INFINITY,
      testsOfWrong: () => tests()?.ofWrong ?? [],
      adds: () => inCode(additionsIn, undefined) ?? [],
      takesProperties: () => inCode(takingsIn, undefined) ?? [],
      fillsErrorProperties: () => inCode((asked) => asked.has(FILLS_ERROR_PROPERTIES), false),
    });
  };
}

/** Whether signals are those of an earlier version of a text, as far as somebody has asked for those. @param offset where offsets moved */
export function areSameSignals(earlier: Signals, later: Signals, offset: (offset: number) => number): boolean {
  return madeOf(earlier).every((part) => isMoved(earlier[part], later[part], offset));
}

/** Whether a value is another one with its numbers, which are offsets, moved. */
function isMoved(value: unknown, other: unknown, offset: (offset: number) => number): boolean {
  if (typeof value === 'number') return offset(value) === other;
  if (typeof value !== 'object' || value === null) return value === other;
  const [parts, others] = [Object.values(value), Object.values(other ?? {})];
  return parts.length === others.length && parts.every((part, index) => isMoved(part, others[index], offset));
}

/** `.properties`, `->properties`, `["properties"]`, `[:properties]`, `get("properties")`. */
const TAKES_PROPERTIES =
  /(?:[.>]\s{0,40}|\[\s{0,40}["'`:]|get\w{0,40}\(\s{0,40}["'])[pP]roperties\b(?!\s{0,40}["'`]?\s{0,40}\]?\s{0,40}=(?!=))/g;

/** `.errorProperties.mode = …`, `["errorProperties"]["mode"] = …`, `errorProperties.put(…)`, `Object.assign(item.errorProperties, …)`. */
const FILLS_ERROR_PROPERTIES = new RegExp(
  `errorProperties["'\`]?${BLANKS}[\\])]{0,9}[!?]{0,9}${BLANKS}(?:` +
    `(?:(?:\\.|->)${BLANKS}\\w{1,80}|\\[[^\\]\\n]{0,200}\\])${BLANKS}=(?![=>])` +
    `|(?:\\.|->)(?:${PUTS_ENTRY.join('|')})\\w{0,40}${BLANKS}!?\\(` +
    `)|\\(${BLANKS}[\\w$.>-]{0,80}errorProperties${BLANKS},`,
);

/** Where a text takes `properties` out of something. @returns undefined where it does not */
function takingsIn(search: TextSearch): readonly number[] | undefined {
  const found = search.places(TAKES_PROPERTIES, MOST_SIGNALS).map(({ start }) => start);
  return found.length > 0 ? found : undefined;
}

/** The keys that a text adds to answers. @returns undefined where there are none */
function additionsIn(search: TextSearch): Signals['adds'] | undefined {
  const written = search.matches(ADDS).flatMap(({ 1: assigned, 2: added, index, indices }) => {
    const receiver = RECEIVER.exec(search.text.slice(Math.max(0, index - RECEIVER_UNITS), index))?.[1];
    if (receiver !== undefined && keepsForItself(receiver)) return [];
    return { key: assigned ?? added ?? '', start: (indices?.[1] ?? indices?.[2])?.[0] ?? 0 };
  });
  const given = search.places(HANDS_OVER, MOST_SIGNALS).map(({ start }) => ({ key: 'errorProperties', start }));
  const all = [...written, ...given];
  return all.length > 0 ? all : undefined;
}
