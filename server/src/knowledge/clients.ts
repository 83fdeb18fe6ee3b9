import { anyOf, column, type Part, wholeName } from './expressions.ts';
import { KEYWORD } from './keywords.ts';

/**
 * An HTTP client library: how its answers say whether a request went well, and what else may be asked of them without
 * reading why it did not. The patterns of its languages name the first columns, as `"$succeeded"`.
 */
export interface ClientLibrary {
  readonly name: string;
  /** Ids of the languages in whose patterns its words stand. */
  readonly languages: readonly string[];
  /** Members that say whether the request went well: `response.ok`. */
  readonly succeeded?: readonly string[];
  /** Members that are the status: `response.status == 200`. */
  readonly status?: readonly string[];
  /** Methods that give the status, where the language tells them from members: `response.code() == 200`. */
  readonly statusCalls?: readonly string[];
  /** What a status itself is asked: `response.getStatusCode().is2xxSuccessful()`. */
  readonly statusTests?: readonly string[];
  /** Methods that throw where the request failed: `response.raise_for_status()`. */
  readonly raises?: readonly string[];
  /** It throws by itself where the request failed, so that whoever looks at the status sees no failure. */
  readonly throwing?: {
    /** What calls of it, or their types, name; parts of whole names. */
    readonly names: readonly Part[];
    /** What tells its names from those of others, where these are common. */
    readonly sign?: RegExp;
    /** How a program has it not throw: `validateStatus: () => true`. */
    readonly unless?: RegExp;
  };
  /** In any case, members of an answer in which no code is read; parts of regular expressions. */
  readonly ofAnswer?: readonly Part[];
  /** In any case, what gives a client the address of all its calls: `baseURL: '…'`, `Faraday.new(url: '…')`. */
  readonly based?: readonly Part[];
  /** In any case, what programs call a client of it, behind a word of their own: `httpClient`. */
  readonly clients?: readonly string[];
}

const SWIFT_DART = ['swift', 'dart'];
const JVM = ['java', 'kotlin'];

/** Every library; the first row holds what most of them share. */
export const CLIENT_LIBRARIES: readonly ClientLibrary[] = [
  {
    name: 'most',
    languages: [],
    ofAnswer: [
      ...['ok', 'is_?ok', 'success(?:ful)?', 'is_?success\\w*', 'is_?error', 'failed'],
      ...['(?:get_?)?(?:response_?)?(?:status|reason)\\w*', 'code', 'value', 'url', 'close', 'read\\w*'],
      '(?:get_?)?(?:as_?)?(?:json|text|body|content|bytes|data|string|headers?)\\w*',
    ],
    based: [/base_?(?:url|uri|address|path)["']?\s*(?:=>|[:=(,])/, /(?:host|root)_?(?:url|uri)["']?\s*(?:=>|[:=(])/],
    clients: ['http', 'https', 'session', 'client', 'rest', 'transport', 'requester', 'fetcher'],
  },
  { name: 'fetch', languages: ['javascript'], succeeded: ['ok'], status: ['status'], clients: ['fetch'] },
  {
    name: 'Axios',
    languages: ['javascript'],
    clients: ['axios'],
    status: ['status'],
    throwing: { names: ['[aA]xios(?:Instance|Static|Client)?'], unless: /\bvalidateStatus\b/ },
  },
  {
    name: 'SuperAgent',
    languages: ['javascript'],
    status: ['status'],
    throwing: { names: ['superagent'], unless: /\.ok\(/ },
  },
  {
    name: 'Got, Ky',
    languages: ['javascript'],
    based: [/prefix_?url["']?\s*:/],
    clients: ['got', 'ky'],
    status: ['statusCode'],
    throwing: { names: ['got', 'ky'], unless: /\bthrowHttpErrors\b/ },
  },
  { name: 'Request', languages: ['javascript'], succeeded: ['ok'], status: ['statusCode'] },
  {
    name: 'Requests',
    languages: ['python'],
    based: [/BaseUrlSession\(/],
    clients: ['requests'],
    succeeded: ['ok'],
    status: ['status_code'],
    raises: ['raise_for_status'],
    ofAnswer: ['raise_for_status'],
  },
  {
    name: 'HTTPX',
    languages: ['python'],
    clients: ['httpx'],
    succeeded: ['is_success', 'is_error'],
    status: ['status_code'],
    raises: ['raise_for_status'],
    ofAnswer: [/is_?client_?error/, /is_?server_?error/],
  },
  {
    name: 'aiohttp',
    languages: ['python'],
    succeeded: ['ok'],
    status: ['status'],
    raises: ['raise_for_status'],
    based: [/ClientSession\(/],
  },
  {
    name: 'OkHttp, Retrofit',
    languages: JVM,
    succeeded: ['isSuccessful'],
    status: ['code'],
    statusCalls: ['code'],
    clients: ['okHttp', 'retrofit'],
  },
  { name: "Java's HttpClient", languages: JVM, status: ['statusCode'], statusCalls: ['statusCode'] },
  { name: "Java's HttpURLConnection", languages: ['java'], statusCalls: ['getResponseCode'] },
  { name: "Java's HttpURLConnection", languages: ['kotlin'], status: ['responseCode'] },
  {
    name: 'RestTemplate, WebClient',
    languages: ['java'],
    based: [/(?:Web|Rest)Client\.create\(/],
    clients: ['restTemplate'],
    throwing: {
      names: ['[rR]est(?:Template|Client)', '[wW]ebClient'],
      unless: /\b(?:setErrorHandler|exchangeTo\w+|onStatus)\b/,
    },
    statusCalls: ['getStatusCode'],
    statusTests: ['is2xxSuccessful', 'isError', 'is4xxClientError', 'is5xxServerError'],
  },
  { name: 'Unirest, JAX-RS', languages: ['java'], succeeded: ['isSuccess', 'isOk'], statusCalls: ['getStatus'] },
  {
    name: 'Ktor',
    languages: ['kotlin'],
    status: ['status'],
    statusTests: ['isSuccess'],
    based: [/\bdefaultRequest\b/],
  },
  {
    name: "C#'s HttpClient",
    languages: ['csharp'],
    succeeded: ['IsSuccessStatusCode'],
    status: ['StatusCode'],
    raises: ['EnsureSuccessStatusCode'],
    ofAnswer: ['ensure_?success\\w*'],
  },
  { name: 'RestSharp, Refit', languages: ['csharp'], based: [/\bnew RestClient\(/, /\bRestService\.For\b/] },
  { name: "Go's own", languages: ['go'], status: ['StatusCode'] },
  {
    name: 'Laravel',
    languages: ['php'],
    succeeded: ['successful', 'failed', 'ok', 'clientError', 'serverError'],
    statusCalls: ['status'],
  },
  {
    name: 'Guzzle',
    languages: ['php'],
    statusCalls: ['getStatusCode'],
    throwing: { names: ['Client'], sign: /\bGuzzleHttp\b/, unless: /\bhttp_errors\b/i },
  },
  {
    name: 'Faraday',
    languages: ['ruby'],
    succeeded: ['success?'],
    status: ['status'],
    statusTests: ['success?'],
    based: [/\bFaraday\.new\b/],
    clients: ['faraday', 'conn', 'connection'],
  },
  { name: 'HTTParty', languages: ['ruby'], succeeded: ['success?', 'ok?'], status: ['code'] },
  { name: 'rest-client', languages: ['ruby'], status: ['code'], throwing: { names: ['RestClient'] } },
  { name: 'http.rb', languages: ['ruby'], status: ['status', 'code'], statusTests: ['success?', 'ok?'] },
  { name: 'Typhoeus', languages: ['ruby'], succeeded: ['success?', 'failure?', 'is_success?'], status: ['code'] },
  {
    name: 'reqwest',
    languages: ['rust'],
    statusTests: ['is_success', 'is_client_error', 'is_server_error'],
    raises: ['error_for_status'],
    ofAnswer: ['error_for_status'],
  },
  { name: 'URLSession, http', languages: SWIFT_DART, status: ['statusCode'], clients: ['URLSession'] },
  {
    name: 'Dio',
    languages: ['dart'],
    clients: ['dio'],
    status: ['statusCode'],
    throwing: { names: ['Dio'], unless: /\bvalidateStatus\b/ },
  },
];

const ofAnswer = wholeName(
  column(CLIENT_LIBRARIES, (row) => row.ofAnswer),
  'i',
);

/** Whether a member of an answer is one in which no code is read. */
export function isPlainMember(name: string): boolean {
  return ofAnswer.test(name);
}

/** The members of an answer that are all that came with it, as the source of a regular expression. */
export const BODY_MEMBER = '(?:text|body|content|data|json)';
/** Those that only say how it went. */
export const STATUS_MEMBER = '(?:get_?)?(?:response_?)?(?:status|reason)\\w*';

/** Whether a key is one under which the body of an answer is made: `{ status: 404, json: async () => ({ … }) }`. */
export function isBodyKey(key: string): boolean {
  return /^(?:json|text|body)$/.test(key);
}

const throwing = CLIENT_LIBRARIES.flatMap(({ throwing: row }) =>
  row ? [{ names: wholeName(row.names), sign: row.sign, unless: row.unless }] : [],
);

/**
 * Whether a call is one of a library that throws by itself where the request failed.
 *
 * @param names what the call, and the types of what it is called on, are named @param text that of the program
 */
export function throwsOnFailure(names: readonly string[], text: string): boolean {
  return throwing.some(
    (row) =>
      names.some((name) => row.names.test(name)) &&
      (row.sign?.test(text) ?? true) &&
      !(row.unless?.test(text) ?? false),
  );
}

const based = new RegExp(anyOf(column(CLIENT_LIBRARIES, (row) => row.based)), 'i');
/** A value that is waited for is an answer, and one that begins with a bracket says how to ask. */
const answer = new RegExp(`^\\s*[[{]|\\b${KEYWORD.waits}\\b`);

/**
 * Whether an expression makes a client that knows the address of all its calls: `axios.create({ baseURL: HOST })`.
 * `new URL(BASE_URL)` makes none.
 */
export function makesBasedClient(expression: string): boolean {
  return based.test(expression) && !answer.test(expression);
}

const clientNames = column(CLIENT_LIBRARIES, (row) => row.clients);
const client = new RegExp(`^_*(?:[a-z]+_?)?${anyOf(clientNames)}(?:_?client|_?session)?_*$`, 'i');
/** What members of a client send: `get`, `GetStringAsync`, `newCall(…).execute`, `Do`. */
const SENDS =
  /^(?:get(?!_?(?:body|contents?)$)|post|put|patch|delete|request|send|exec(?:ute)?|fetch|do|data|perform|exchange|retrieve)/i;

/** Names that stand for a client by themselves: where only these tell that a function sends something, it is read for them. */
export const CLIENT_NAMES: readonly string[] = clientNames.flatMap((name) => [name, `_${name}`, `${name}Client`]);

/**
 * Whether a call sends a request, going by what its client and its method are called: `http.get`, `c.session.Do`.
 *
 * @param path the words of what is called @param name what is called
 */
export function sendsRequest(path: readonly string[], name: string): boolean {
  return path.slice(0, 2).some((word) => client.test(word)) && SENDS.test(name);
}
