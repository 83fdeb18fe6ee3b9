import { distance } from 'fastest-levenshtein';
import type { Catalog } from '../../catalog/catalog.ts';
import { misspeltName } from '../../catalog/nearestName.ts';
import { factsOf } from '../../catalog/text.ts';
import type { Code } from '../../catalog/types.ts';
import { speaksOfOtherProduct } from '../../knowledge/products.ts';
import { isLegacyCodeKey, isLegacySuccessCode, SDK_CLASS, speaksOfVendor } from '../../knowledge/vendors.ts';
import type { RuleWords } from '../describe/others.ts';
import { type FoundTopic, topicsInText } from './inText.ts';
import { codesAbout } from './search.ts';
import { topicsSpokenOf } from './spoken.ts';
import { statusesInText } from './statuses.ts';
import { type Topic, unique } from './topic.ts';

/** What there is to be asked for. */
export interface Sought {
  readonly catalog: Catalog;
  readonly rules: readonly RuleWords[];
}

/** What a query names: topics for certain, codes that its words fit, or what it may have been meant as. */
export interface Resolution {
  /** What the query names. */
  readonly topics: readonly Topic[];
  /** Where it names nothing: the codes that all of its words fit, the closest first. */
  readonly fitting?: readonly Code[];
  /** Where it is nothing at all: the word or number that is unknown, and what it may stand for, the likeliest first. */
  readonly unknown?: { readonly text: string; readonly nearest: readonly Topic[] };
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
 * What a query names: the whole of it as rule, code, name, row of a page or message, with or without quotes and brackets
 * around; else all of a list of codes; else the values of its keys `code` and `resultCode`; else all that its text speaks of, as a hover would see it in a
 * log of one line; else a directive, an HTTP status; else the codes that its words fit.
 */
export function resolveQuery(query: string, { catalog, rules }: Sought): Resolution {
  const whole = query.trim();
  const bare = strip(whole);
  const values = codeValues(whole);
  const ways = [
    () => ruleOf(bare, rules),
    () => named(whole, bare, catalog),
    () => codeTopics(listedCodes(whole, catalog)),
    () => codeTopics([whole, bare].flatMap((text) => (isMessage(text, catalog) ? catalog.byText(text) : []))),
    () =>
      values.flatMap((value) => valueTopics(value, catalog)).filter((topic) => isMeant(topic, values, whole, catalog)),
    () => spokenIn(whole, values.length > 0, catalog).map(({ topic }) => topic),
    () => (values.length === 0 ? namesIn(whole, catalog) : []),
    () => (values.length === 0 ? statusesIn(whole, catalog) : []),
  ];
  for (const way of ways) {
    const topics = unique(way());
    if (topics.length > 0) return { topics };
  }
  const fitting = values.length === 0 ? codesAbout(bare, catalog) : [];
  if (fitting.length > 0) return { topics: [], fitting };
  const ordinary = protocolTopics(bare, catalog);
  if (ordinary.length > 0) return { topics: ordinary };
  return { topics: [], unknown: suggest(values[0]?.text ?? bare, whole, { catalog, rules }) };
}

/** Quotes, brackets and punctuation around a word, as they come along when it is copied, and a word such as `code`. */
function strip(text: string): string {
  if (text.length > LONGEST_NAME_UNITS) return text;
  const bare = text
    .replace(/^[\s"'`“”‘’「『([{<,;:.*_]+/, '')
    .replace(/[\s"'`“”‘’」』)\]}>,;:.*_?!]+$/, '')
    .replace(/^(?:error)?[\s_-]?(?:code)?[\s:=#"'`([]*(?=\d{3,5}$)/i, '');
  // `[4711] Retry request` and `… in HEAT (2302)` would be left with half of their brackets.
  return /^[^[(]*[\])]|[[(][^\])]*$/.test(bare) ? text : bare;
}

function ruleOf(text: string, rules: readonly RuleWords[]): readonly Topic[] {
  const rule = rules.find(({ id }) => id === text.toLowerCase());
  return rule ? [{ kind: 'rule', rule }] : [];
}

/** All that is called so: codes, names of the SDK, capabilities and directives, rows of the pages, what is taken for a code. */
function named(whole: string, bare: string, catalog: Catalog): readonly Topic[] {
  const rows = [whole, bare].flatMap((text) => catalog.pageRows(text)).map((row): Topic => ({ kind: 'row', row }));
  const number = /^\d{3}$/.test(bare) ? bare : (/^HTTP\D*(\d{3})$/i.exec(bare)?.[1] ?? bare);
  const codes = codeTopics(codesOf(number, catalog));
  const taken = [whole, bare].find((text) => catalog.lookalikeOf(text));
  const lookalike = taken === undefined ? undefined : catalog.lookalikeOf(taken);
  return [
    // `HTTP 401` asks for the status, `401` sooner for the code.
    ...(number === bare ? [...codes, ...rows] : [...rows, ...codes]),
    // Who asks for it by itself may have it from either.
    ...(isLegacySuccessCode(bare) ? [{ kind: 'success' } as const] : []),
    ...nameOf(bare, catalog),
    ...protocolTopics(bare, catalog).filter(() => !isOrdinaryWord(bare)),
    ...(lookalike && taken !== undefined ? [{ kind: 'lookalike', text: taken, lookalike } as const] : []),
  ];
}

/** The codes of exactly this spelling, or of this name in the SDK. */
function codesOf(text: string, catalog: Catalog): readonly Code[] {
  const spelled = catalog.findAny(text);
  if (spelled.length > 0) return spelled;
  const symbol = catalog.bySdkName(text.split(/\.|::/).at(-1) ?? '');
  return symbol === undefined ? [] : [symbol];
}

/** The codes of a list that holds nothing else: `1222 2305`, `"1222", AlreadyTurnOn`. `UNKNOWN_ERROR (1314)` is none. */
function listedCodes(text: string, catalog: Catalog): readonly Code[] {
  if (text.length > LONGEST_NAME_UNITS) return [];
  const codes = text.split(/[\s,;/|]+/).map((word) => catalog.findAny(word.replace(/^(["'`]?)(\w+)\1$/, '$2')));
  return codes.every(({ length }) => length > 0) ? codes.flat() : [];
}

/** `PowerControl`, `TurnOn`, `PowerControl.TurnOn`, `/nugu/v1/capabilities/PowerControl/directives/TurnOn`. */
function nameOf(text: string, catalog: Catalog): readonly Topic[] {
  const [, capability, name = ''] = /^(?:\S*\/)?(?:(\w+)(?:\.|\/directives\/))?(\w+)$/.exec(text) ?? [];
  const owner = catalog.capabilityOf(name)?.name ?? (catalog.capability(name) ? '' : undefined);
  const isKnown = owner !== undefined && (capability === undefined || capability === owner);
  return isKnown ? [{ kind: 'name', name }] : [];
}

/** Where a key stands: `data[].properties.airflowType`, `errorProperties.mode`. */
const PATH_TO_KEY = /^(?:[A-Za-z]+(?:\[\d*\])?\.)*(?:properties|errorProperties|parameters|supportedCapabilities)\./;

/** Keys, words and device types of NUGU's that a text names, by their path or alone. */
function protocolTopics(text: string, catalog: Catalog): readonly Topic[] {
  return catalog.protocolRows(text.replace(PATH_TO_KEY, '')).map((row): Topic => ({ kind: 'protocol', row }));
}

/** A word of everybody's, which may as well be meant for what it says: `mode`, `fan`, `에어컨`. */
function isOrdinaryWord(text: string): boolean {
  return /^[a-z ]+$|[가-힣]/.test(text);
}

/** The value of a key that holds codes. */
interface CodeValue {
  readonly key: string;
  readonly text: string;
  readonly isQuoted: boolean;
}

/** The values of the keys that hold codes, in JSON or in a text that looks like it. A bare lower-case word is a type or prose. */
function codeValues(text: string): readonly CodeValue[] {
  const keys =
    /(?<![A-Za-z])((?:[Ee]rror_?|[Rr]esult_?|[Rr]eturn_?)?[Cc]ode|[Rr]eturnCd)\\?["']?(?:\s*:\s*\w+\s*=|\s*[:=])\s*(?:\\?(["'])(\w{2,64})\\?\2|(\d{3,5}|[A-Z][a-z]+[A-Z]\w{0,60})(?!\w))/g;
  return [...text.matchAll(keys)].flatMap(([, key = '', , quoted, bare]) => {
    const value = quoted ?? bare;
    return value === undefined ? [] : { key, text: value, isQuoted: quoted !== undefined };
  });
}

function valueTopics({ key, text }: CodeValue, catalog: Catalog): readonly Topic[] {
  if (isLegacyCodeKey(key) && isLegacySuccessCode(text)) return [{ kind: 'success' }];
  const lookalike = catalog.lookalikeOf(text);
  return lookalike ? [{ kind: 'lookalike', text, lookalike }] : codeTopics(codesOf(text, catalog));
}

/** Whether a value is a code of ours. A number without quotes in a line may be another product's, as any other number. */
function isMeant(topic: Topic, values: readonly CodeValue[], line: string, catalog: Catalog): boolean {
  if (topic.kind !== 'code' || !/^\d{4}$/.test(topic.code.code)) return true;
  const { code } = topic;
  const isQuoted = values.some((value) => value.isQuoted && value.text === code.code);
  if (isQuoted) return speaksOfVendor(line) || !speaksOfOtherProduct(line);
  return spokenIn(line, false, catalog).some((one) => one.topic.kind === 'code' && one.topic.code === code);
}

/** Whether a whole text is a message: what others fill in, as in `command not supported in lockdown`, is not in capitals. */
function isMessage(text: string, catalog: Catalog): boolean {
  return /\(\d{4}\)$/.test(text) || catalog.messagesIn(text).length > 0;
}

/** Who asks names no file. */
const NOBODYS = { thinq: undefined, nugu: undefined };

/** What a line speaks of. @param hasValues it has keys for codes: a value that is none must not be passed over for the message beside it */
function spokenIn(line: string, hasValues: boolean, catalog: Catalog): readonly FoundTopic[] {
  const found = topicsSpokenOf(line, { start: 0, end: line.length }, { catalog, file: NOBODYS }, 'log');
  return hasValues ? found.filter(({ isBare }) => !isBare) : found;
}

/** Capabilities and directives, as a request or a path names them. */
function namesIn(text: string, catalog: Catalog): readonly Topic[] {
  return (text.match(/\w+/g) ?? []).filter((word) => HUMPS.test(word)).flatMap((word) => nameOf(word, catalog));
}

function statusesIn(text: string, catalog: Catalog): readonly Topic[] {
  return statusesInText(text).flatMap(({ status }) =>
    catalog.pageRows(status).map((row): Topic => ({ kind: 'row', row })),
  );
}

function suggest(text: string, whole: string, { catalog, rules }: Sought): Resolution['unknown'] & {} {
  // Within a longer text only a word of several humps can be a mistyped code.
  const identifiers = (text.match(/\w+/g) ?? []).filter(
    (word) => word.length <= LONGEST_SLIP_UNITS && HUMPS.test(word),
  );
  // What a line holds that may be anybody's, as in `Error 1222: out of memory`.
  const mentioned = topicsInText(whole, catalog).map(({ topic }) => topic);
  const unspoken = unique([...mentioned, ...codeTopics(catalog.byText(text))]).filter(isThinqCode);
  if (unspoken.length > 0) return { text, nearest: unspoken.slice(0, MOST_SUGGESTIONS) };
  for (const word of [text, ...identifiers.slice(0, MOST_WORDS_COMPARED)]) {
    if (word.length > LONGEST_SLIP_UNITS) continue;
    const nearest = [...codeTopics(nearestCodes(word, catalog)), ...nearestNames(word, { catalog, rules })];
    if (nearest.length > 0) return { text: word, nearest: nearest.slice(0, MOST_SUGGESTIONS) };
  }
  return { text: text.length === 0 ? whole : text, nearest: nearestStatuses(text, catalog) };
}

function isThinqCode(topic: Topic): boolean {
  return topic.kind === 'code' && topic.code.vendor === 'thinq';
}

/** Words in capitals are sooner names of the SDK, any others sooner codes. */
function nearestCodes(word: string, catalog: Catalog): readonly Code[] {
  const words = catalog.nearest('nugu', word, MOST_SUGGESTIONS);
  const numbers = catalog.nearest('thinq', word, MOST_SUGGESTIONS);
  const names = nearestSymbols(word, catalog);
  return word === word.toUpperCase() ? [...names, ...numbers, ...words] : [...words, ...numbers, ...names];
}

/** The codes whose SDK name or message is a few letters from the text, or whose message contains it. */
function nearestSymbols(text: string, catalog: Catalog): readonly Code[] {
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

/** Directives, capabilities, keys of responses and rules that are a few letters away. */
function nearestNames(text: string, { catalog, rules }: Sought): readonly Topic[] {
  const [last = ''] = text.split(/[./]/).slice(-1);
  const names = [...catalog.nearestDirectives(last), ...catalog.nearestCapabilities(last)];
  const keys = [...new Set(catalog.data.fields.flatMap(({ path }) => path.split('.').at(-1) ?? []))];
  const key = misspeltName(text, keys);
  const own = misspeltName(
    last,
    namesOfProtocol(catalog).filter((name) => name.length >= FEWEST_LETTERS),
  );
  const id = misspeltName(
    text,
    rules.map((rule) => rule.id),
  );
  return unique([
    ...names.map(({ name }): Topic => ({ kind: 'name', name })),
    ...(key === undefined ? [] : catalog.pageRows(key).map((row): Topic => ({ kind: 'row', row }))),
    ...(own === undefined ? [] : protocolTopics(own, catalog)),
    ...(id === undefined ? [] : ruleOf(id, rules)),
  ]);
}

/** A shorter word is a slip away from a dozen others. */
const FEWEST_LETTERS = 6;

function namesOfProtocol({ data }: Catalog): readonly string[] {
  return [
    ...data.keys.map(({ name }) => name),
    ...data.deviceTypes.map(({ code }) => code),
    ...new Set(data.words.map(({ word }) => word)),
    ...data.capabilities.map(({ discoveryKey }) => discoveryKey.name),
  ];
}

/** For a status or a range that no page has, those of the same class: `403`, `21xx`. */
function nearestStatuses(text: string, catalog: Catalog): readonly Topic[] {
  const [, status] = /^(?:HTTP\D*)?([1-5])(?:\d\d|xx)$/i.exec(text) ?? [];
  const [, range] = /^(\d)\dxx$/i.exec(text) ?? [];
  const near = status === undefined ? (range === undefined ? [] : [`${range}000`]) : [`${status}xx`];
  return near.flatMap((name) => catalog.pageRows(name)).map((row): Topic => ({ kind: 'row', row }));
}

function messagesOf(code: Code): readonly string[] {
  return factsOf(code).flatMap(([, { text }]) => text ?? []);
}

function codeTopics(codes: readonly Code[]): readonly Topic[] {
  return unique(codes.map((code): Topic => ({ kind: 'code', code })));
}
