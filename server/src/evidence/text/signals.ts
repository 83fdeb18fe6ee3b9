import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Vendor } from '../../catalog/types.ts';
import type { Span } from '../../model/model.ts';

/** What a file's text says about whom it talks to, found without parsing it. */
export interface Signals {
  /** Where the vendor's names, hosts and keys stand; bounded, since one is enough to know. */
  readonly found: { readonly [vendor in Vendor]: readonly Span[] };
  /** The vendor's name is all over the text, but for another product of theirs whose codes are not ours. */
  readonly legacy: { readonly [vendor in Vendor]: boolean };
  /** It also talks to something whose error numbers look like ThinQ's, such as a database. */
  readonly foreign: boolean;
  /** It has a place of its own for what is answered to errors. */
  readonly respondsElsewhere: boolean;
  /** It only plays the service, or plays with it: a test. */
  readonly rehearses: boolean;
  /** Keys of responses that are written to something, and where. Those of literals' own entries may be among them. */
  readonly adds: readonly { readonly key: string; readonly start: number }[];
}

/** Marks looked at per vendor; a text that has this many has proved itself. */
const ENOUGH = 40;

const THINQ =
  /\bThinQ(?:API|Api|Connect)?(?:::|\\|\.)?[A-Z]\w+|\bThinQAPI\b|\bThinQApi\b|\bthinq[-_]?connect\b|\bapi-[^\s"'`/]{1,60}\.lgthinq\.com|\bx-service-phase\b/g;
const NUGU =
  /\bsmartHomeDevices?\b|\bsmartHome(?:Directive|Capability)\b|\b[gs]etSmartHome(?:Directive|Capability)\b|\bSmartHomeBackendProxy\b|\berrorProperties\b|\bnugu\/v1\b/g;

/** Whatever the two above find holds one of these, in some case of letters. */
const SIGNAL_WORDS = [
  'thinq',
  'x-service-phase',
  'smartHomeDevice',
  'smartHomeDirective',
  'smartHomeCapability',
  'SmartHomeBackendProxy',
  'errorProperties',
  'nugu/v1',
];

/** The private v1 and v2 APIs, and LG's DR and Business APIs: their codes are others, and 0000 or 2000 is success there. */
const THINQ_LEGACY =
  /\bwideq\b|lgedmRoot|\breturnCd\b|x-thinq-app-|lgeapi\.com|\b46030\b|X-Response-Code|["'](?:0102|0106|9006)["']/i;
/** Custom plays: their resultCode holds any word of the author's. */
const NUGU_PLAY = /["']?version["']?\s*:\s*["']2\.0["'][\s\S]*\boutput\b|\bactionName\b/;
const SMART_HOME = /\bsmartHome(?:Devices?|Directive|Capability)\b|\bSmartHomeBackendProxy\b/;
const FOREIGN =
  /\b(?:mysql2?|mariadb|mssql|tedious|pymysql|pymssql|pyodbc|sequelize|typeorm|knex|sqlalchemy|SqlException|SQLSTATE|PDOException|psycopg2?|java\.sql)\b/i;

const KEYS =
  '(requestId|data|error|resultCode|smartHomeDevice|properties|errorProperties|messageId|timestamp|message|code)';
/** `answer.requestId = …`, `answer["requestId"] = …`, `answer.put("requestId", …)`. */
const ADDS = new RegExp(
  `[.[]\\s*["'\`]?${KEYS}["'\`]?\\s*\\]?\\s*=(?!=)|\\b(?:put|set|add|insert|append|with)\\w*\\(\\s*["'\`]${KEYS}["'\`]\\s*,`,
  'dg',
);
/** Given a value under their name, or handed over by it, to something that may put them in. */
const HANDS_OVER = /\berrorProperties(?:\s*=(?!=)|["']?\s*[,}]\s*\))/g;

/** Where programs of all frameworks put what they answer to errors. */
const ERROR_HANDLER =
  /error_?handler|exception_?(?:handler|filter|mapper)|rescue_from|StatusPages|ControllerAdvice|\bUseFilters\b|\bonError\b|\.use\(\s*(?:async\s*)?(?:function\s*)?\(\s*err/i;
const REHEARSAL =
  /\b(?:mock\w*|stub\w*|fake\w*|msw|nock|setupServer|vitest|jest|supertest|pytest|unittest|httptest|testing\.T|XCTest|xunit|nunit|PHPUnit|rspec|wiremock|test_?client|WebTestClient|testApplication|assert\w*)\b|\bexpect\(|\bdescribe\(\s*['"`]/i;

/** Words without any of which, in whatever case, a text has no signals. @param codes those that everybody shares */
export function signalWords(codes: readonly Code[]): readonly string[] {
  return [...SIGNAL_WORDS, ...nuguWordsOf(codes)];
}

/** NUGU's own codes, which are words that nobody else has. */
function nuguWordsOf(codes: readonly Code[]): readonly string[] {
  return codes.filter(({ level }) => level === 'device-level').map(({ code }) => code);
}

/** Finds a text's marks. */
export type SignalReader = (text: string) => Signals;

/** @returns a reader that also counts NUGU's own words: two different ones in quotes are a mark of their own */
export function createSignalReader(catalog: Catalog): SignalReader {
  const quoted = new RegExp(`(?<=["'\`])(?:${nuguWordsOf(catalog.codes).join('|')})(?=["'\`])`, 'g');
  return (text) => {
    const nuguWords = spansOf(quoted, text);
    const distinct = new Set(nuguWords.map(({ start, end }) => text.slice(start, end)));
    const legacyNugu = NUGU_PLAY.test(text) && !SMART_HOME.test(text);
    return {
      found: {
        thinq: spansOf(THINQ, text),
        nugu: [...spansOf(NUGU, text), ...(distinct.size > 1 ? nuguWords : [])],
      },
      legacy: { thinq: THINQ_LEGACY.test(text), nugu: legacyNugu },
      foreign: FOREIGN.test(text),
      respondsElsewhere: ERROR_HANDLER.test(text),
      rehearses: REHEARSAL.test(text),
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
    if (spans.length >= ENOUGH) break;
  }
  return spans;
}
