import { distance } from 'fastest-levenshtein';
import type { Catalog } from '../../catalog/catalog.ts';
import { factsOf } from '../../catalog/text.ts';
import type { Code } from '../../catalog/types.ts';
import { SDK_CLASS } from '../../knowledge/vendors.ts';
import { codesInText } from './inText.ts';

/** What a query names: codes for certain, or what it may have been meant as. */
export interface Resolution {
  /** The codes that the query names. */
  readonly codes: readonly Code[];
  /** Where it names none: the word or number that is no code, and what it may stand for, the likeliest first. */
  readonly unknown?: { readonly text: string; readonly nearest: readonly Code[] };
}

/** How many suggestions are a help. */
const MOST_SUGGESTIONS = 3;
/** A longer text is no bare name, whatever stands around it. */
const LONGEST_NAME_UNITS = 200;
/** Longer words are no mistyped names, and slow to compare. */
const LONGEST_SLIP_UNITS = 64;
/** How many wrong letters a mistyped name or message may have. */
const MOST_WRONG_LETTERS = 3;
/** Two words in one, as in `DeviceTurnedOff`. */
const HUMPS = /^[A-Z]\w*[a-z][A-Z]/;
/** Words of a long text that are looked at for a mistyped code. */
const MOST_WORDS_COMPARED = 200;

/**
 * What a query names: the whole of it as code, name or message, with or without quotes and brackets around;
 * else the values of its keys `code` and `resultCode`; else all codes in its text; else a message it contains.
 */
export function resolveQuery(query: string, catalog: Catalog): Resolution {
  const whole = query.trim();
  const bare = strip(whole);
  const values = codeValues(whole);
  const ways = [
    () => named(bare, catalog),
    () => unique([...catalog.byText(whole), ...catalog.byText(bare)]),
    () => unique(values.flatMap((value) => named(value, catalog))),
    () => unique(codesInText(whole, catalog).map(({ code }) => code)),
    // A value that is no code must not be passed over for the message beside it.
    () => (values.length === 0 ? messagesIn(whole, catalog) : []),
  ];
  for (const way of ways) {
    const codes = way();
    if (codes.length > 0) return { codes };
  }
  return { codes: [], unknown: suggest(values[0] ?? bare, catalog) };
}

/** Quotes, brackets and punctuation around a word, as they come along when it is copied, and a word such as `code`. */
function strip(text: string): string {
  if (text.length > LONGEST_NAME_UNITS) return text;
  return text
    .replace(/^[\s"'`“”‘’「『([{<,;:.*_]+/, '')
    .replace(/[\s"'`“”‘’」』)\]}>,;:.*_?!]+$/, '')
    .replace(/^(?:error|result)?[\s_-]?(?:code)?[\s:=#"'`([]*(?=\d{3,5}$)/i, '');
}

/** The codes of exactly this spelling, or of this name in the SDK. */
function named(text: string, catalog: Catalog): readonly Code[] {
  const spelled = catalog.findAny(text);
  if (spelled.length > 0) return spelled;
  const symbol = catalog.bySdkName(text.split(/\.|::/).at(-1) ?? '');
  return symbol === undefined ? [] : [symbol];
}

/** The values of the keys that hold codes, in JSON or in a text that looks like it. A bare lower-case word is a type or prose. */
function codeValues(text: string): readonly string[] {
  const keys =
    /(?<![A-Za-z])(?:[Ee]rror_?|[Rr]esult_?)?[Cc]ode["']?\s*[:=]\s*(?:(["'])(\w{2,64})\1|(\d{3,5}|[A-Z][a-z]+[A-Z]\w{0,60})(?!\w))/g;
  return [...text.matchAll(keys)].flatMap(([, , quoted, bare]) => quoted ?? bare ?? []);
}

/** The codes of the longest message that stands in a text, of those with two words or more. */
function messagesIn(text: string, catalog: Catalog): readonly Code[] {
  const folded = text.toLowerCase();
  const texts = textsOf(catalog).filter((one) => one.includes(' ') && folded.includes(one.toLowerCase()));
  const longest = texts.reduce((best, one) => (one.length > best.length ? one : best), '');
  return longest === '' ? [] : catalog.byText(longest);
}

function suggest(text: string, catalog: Catalog): Resolution['unknown'] & {} {
  // Within a longer text only a word of several humps can be a mistyped code.
  const identifiers = (text.match(/\w+/g) ?? []).filter(
    (word) => word.length <= LONGEST_SLIP_UNITS && HUMPS.test(word),
  );
  for (const word of [text, ...identifiers.slice(0, MOST_WORDS_COMPARED)]) {
    if (word.length > LONGEST_SLIP_UNITS) continue;
    const nearest = nearestCodes(word, catalog).slice(0, MOST_SUGGESTIONS);
    if (nearest.length > 0) return { text: word, nearest };
  }
  return { text, nearest: [] };
}

/** Words in capitals are sooner names of the SDK, any others sooner codes. */
function nearestCodes(word: string, catalog: Catalog): readonly Code[] {
  const words = catalog.nearest('nugu', word, MOST_SUGGESTIONS);
  const numbers = catalog.nearest('thinq', word, MOST_SUGGESTIONS);
  const names = nearestNames(word, catalog);
  return unique(word === word.toUpperCase() ? [...names, ...numbers, ...words] : [...words, ...numbers, ...names]);
}

/** The codes whose SDK name or message is a few letters from the text, or whose message contains it. */
function nearestNames(text: string, catalog: Catalog): readonly Code[] {
  const folded = text.replace(new RegExp(`^${SDK_CLASS}\\.`), '').toLowerCase();
  if (folded.length <= MOST_WRONG_LETTERS) return [];
  const slips = (name: string): number =>
    name.toLowerCase().includes(folded) ? MOST_WRONG_LETTERS : distance(name.toLowerCase(), folded);
  return catalog.codes
    .map((code) => ({
      code,
      slips: Math.min(...[...messagesOf(code), ...(code.sdkName === undefined ? [] : [code.sdkName])].map(slips)),
    }))
    .filter((one) => one.slips <= Math.min(MOST_WRONG_LETTERS, Math.floor(folded.length / 3)))
    .sort((a, b) => a.slips - b.slips)
    .map(({ code }) => code);
}

function textsOf(catalog: Catalog): readonly string[] {
  return catalog.codes.flatMap(messagesOf);
}

function messagesOf(code: Code): readonly string[] {
  return factsOf(code).flatMap(([, { text }]) => text ?? []);
}

function unique(codes: readonly Code[]): readonly Code[] {
  return [...new Set(codes)];
}
