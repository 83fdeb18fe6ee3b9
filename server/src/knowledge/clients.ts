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
  /** Methods that send a request, and give what came only where it went well: `http.GetFromJsonAsync<State>(url)`. */
  readonly unwraps?: readonly string[];
  /** Methods that give a function the answer: `call.enqueue(callback)`. */
  readonly gives?: readonly string[];
  /** It throws by itself where the request failed, so that whoever looks at the status sees no failure. */
  readonly throwing?: {
    /** What calls of it, or their types, name; parts of whole names. */
    readonly names: readonly Part[];
    /** What tells its names from those of others, where these are common. */
    readonly sign?: RegExp;
    /** How a program has it not throw: `validateStatus: () => true`. */
    readonly unless?: RegExp;
  };
  /**
   * The types of errors in which an answer that refuses the request ends, with those that include them; parts of whole
   * names, without what stands before the last word. Not those of a connection that fails: these have no code.
   */
  readonly errors?: readonly Part[];
  /** Members of these errors that are the status, although they sound like a code. */
  readonly errorStatus?: readonly string[];
  /** In any case, members of an answer in which no code is read; parts of regular expressions. */
  readonly ofAnswer?: readonly Part[];
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
  },
  { name: 'fetch', languages: ['javascript'], succeeded: ['ok'], status: ['status'] },
  {
    name: 'Axios',
    languages: ['javascript'],
    status: ['status'],
    throwing: { names: ['[aA]xios(?:Instance|Static|Client)?'], unless: /\bvalidateStatus\b/ },
    errors: ['AxiosError'],
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
    status: ['statusCode'],
    throwing: { names: ['got', 'ky'], unless: /\bthrowHttpErrors\b/ },
  },
  { name: 'Request', languages: ['javascript'], succeeded: ['ok'], status: ['statusCode'] },
  {
    name: 'Requests',
    languages: ['python'],
    succeeded: ['ok'],
    status: ['status_code'],
    raises: ['raise_for_status'],
    errors: ['HTTPError', 'RequestException'],
    ofAnswer: ['raise_for_status'],
  },
  {
    name: 'HTTPX',
    languages: ['python'],
    succeeded: ['is_success', 'is_error'],
    status: ['status_code'],
    raises: ['raise_for_status'],
    errors: ['HTTPStatusError', 'HTTPError'],
    ofAnswer: [/is_?client_?error/, /is_?server_?error/],
  },
  {
    name: 'aiohttp',
    languages: ['python'],
    succeeded: ['ok'],
    status: ['status'],
    raises: ['raise_for_status'],
    errors: ['ClientResponseError', 'ClientError'],
  },
  {
    name: 'OkHttp, Retrofit',
    languages: JVM,
    succeeded: ['isSuccessful'],
    status: ['code'],
    statusCalls: ['code'],
    gives: ['enqueue'],
    errors: ['HttpException'],
    errorStatus: ['code'],
    ofAnswer: ['new_?builder'],
  },
  { name: 'Feign', languages: JVM, errors: ['FeignException'] },
  { name: "Java's HttpClient", languages: JVM, status: ['statusCode'], statusCalls: ['statusCode'] },
  { name: "Java's HttpURLConnection", languages: ['java'], statusCalls: ['getResponseCode'] },
  { name: "Apps Script's UrlFetchApp", languages: ['javascript'], statusCalls: ['getResponseCode'] },
  { name: "Java's HttpURLConnection", languages: ['kotlin'], status: ['responseCode'] },
  {
    name: 'RestTemplate, WebClient',
    languages: ['java'],
    throwing: {
      names: ['[rR]est(?:Template|Client)', '[wW]ebClient'],
      unless: /\b(?:setErrorHandler|exchangeTo\w+|onStatus)\b/,
    },
    statusCalls: ['getStatusCode'],
    statusTests: ['is2xxSuccessful', 'isError', 'is4xxClientError', 'is5xxServerError'],
    errors: [
      'Http(?:Client|Server)ErrorException',
      'HttpStatusCodeException',
      '(?:Rest|Web)Client(?:Response)?Exception',
    ],
  },
  { name: 'Unirest, JAX-RS', languages: ['java'], succeeded: ['isSuccess', 'isOk'], statusCalls: ['getStatus'] },
  {
    name: 'RestTemplate, WebClient',
    languages: ['kotlin'],
    errors: [
      'Http(?:Client|Server)ErrorException',
      'HttpStatusCodeException',
      '(?:Rest|Web)Client(?:Response)?Exception',
    ],
  },
  {
    name: 'Ktor',
    languages: ['kotlin'],
    status: ['status'],
    statusTests: ['isSuccess'],
    errors: ['(?:ClientRequest|ServerResponse|Response)Exception'],
  },
  {
    name: "C#'s HttpClient",
    languages: ['csharp'],
    succeeded: ['IsSuccessStatusCode'],
    status: ['StatusCode'],
    raises: ['EnsureSuccessStatusCode'],
    unwraps: [
      ...['GetFromJsonAsync', 'DeleteFromJsonAsync', 'GetFromJsonAsAsyncEnumerable'],
      ...['GetStringAsync', 'GetByteArrayAsync', 'GetStreamAsync'],
    ],
    ofAnswer: ['ensure_?success\\w*'],
  },
  { name: 'Refit, Flurl', languages: ['csharp'], errors: ['(?:Validation)?ApiException', 'FlurlHttpException'] },
  { name: "Go's own", languages: ['go'], status: ['StatusCode'] },
  {
    name: 'Laravel',
    languages: ['php'],
    succeeded: ['successful', 'failed', 'ok', 'clientError', 'serverError'],
    statusCalls: ['status'],
    errors: ['RequestException'],
  },
  {
    name: 'Guzzle',
    languages: ['php'],
    statusCalls: ['getStatusCode'],
    throwing: { names: ['Client'], sign: /\bGuzzleHttp\b/, unless: /\bhttp_errors\b/i },
    errors: ['(?:Request|Client|Server|BadResponse|Guzzle|Transfer)Exception'],
  },
  {
    name: 'Faraday',
    languages: ['ruby'],
    succeeded: ['success?'],
    status: ['status'],
    statusTests: ['success?'],
    errors: [
      /Faraday::(?:Error|ClientError|ServerError|BadRequestError|UnauthorizedError|ForbiddenError|ResourceNotFound)/,
    ],
  },
  { name: 'HTTParty', languages: ['ruby'], succeeded: ['success?', 'ok?'], status: ['code'] },
  {
    name: 'rest-client',
    languages: ['ruby'],
    status: ['code'],
    throwing: { names: ['RestClient'] },
    errors: [
      /RestClient::(?:Exception|ExceptionWithResponse|RequestFailed|BadRequest|Unauthorized|Forbidden|NotFound)/,
    ],
  },
  { name: 'http.rb', languages: ['ruby'], status: ['status', 'code'], statusTests: ['success?', 'ok?'] },
  { name: 'Typhoeus', languages: ['ruby'], succeeded: ['success?', 'failure?', 'is_success?'], status: ['code'] },
  {
    name: 'reqwest',
    languages: ['rust'],
    statusTests: ['is_success', 'is_client_error', 'is_server_error'],
    raises: ['error_for_status'],
    ofAnswer: ['error_for_status'],
  },
  { name: 'URLSession, http', languages: SWIFT_DART, status: ['statusCode'], gives: ['dataTask', 'uploadTask'] },
  {
    name: 'Alamofire, Moya',
    languages: ['swift'],
    gives: ['response', 'responseData', 'responseString', 'responseJSON', 'responseDecodable', 'request'],
  },
  {
    name: 'Dio',
    languages: ['dart'],
    status: ['statusCode'],
    throwing: { names: ['Dio'], unless: /\bvalidateStatus\b/ },
    errors: ['Dio(?:Exception|Error)'],
  },
];

/** The name of a member, which may end in a question mark, as a part of a regular expression. */
function asPart(name: string): Part {
  return name.replace('?', '\\?');
}

const ofAnswer = wholeName(
  column(CLIENT_LIBRARIES, (row) => row.ofAnswer),
  'i',
);

/** Whether a member of an answer is one in which no code is read. */
export function isPlainMember(name: string): boolean {
  return ofAnswer.test(name);
}

const answerErrors: ReadonlyMap<string, readonly { readonly types: RegExp; readonly raises: readonly string[] }[]> =
  new Map(
    column(CLIENT_LIBRARIES, ({ languages }) => languages).map((language) => [
      language,
      CLIENT_LIBRARIES.filter((row) => row.languages.includes(language)).flatMap(({ errors, raises = [] }) =>
        errors ? [{ types: new RegExp(`(?<![\\w])${anyOf(errors)}(?![\\w:.])`), raises }] : [],
      ),
    ]),
  );

const errorStatuses = CLIENT_LIBRARIES.flatMap(({ errors, errorStatus }) =>
  errors && errorStatus ? [{ types: wholeName(errors), errorStatus }] : [],
);

/** The members of errors of these types that are an HTTP status, although they sound like a code: `code` of Retrofit's. */
export function statusMembersOf(types: readonly string[]): readonly string[] {
  return errorStatuses.flatMap((row) => (types.some((type) => row.types.test(type)) ? row.errorStatus : []));
}

/**
 * Whether a type is one of the errors in which refused requests end: `requests.HTTPError`, `DioException`. Where a library
 * throws only when it is told to, the program has to tell it.
 *
 * @param type as written @param text that of the program
 */
export function holdsAnswer(type: string, language: string, text: string): boolean {
  return (answerErrors.get(language) ?? []).some(
    ({ types, raises }) => types.test(type) && (raises.length === 0 || raises.some((name) => text.includes(name))),
  );
}

/** The members of an answer that are all that came with it, as the source of a regular expression. */
export const BODY_MEMBER = '(?:text|body|content|data|json)';
const body = new RegExp(`^${BODY_MEMBER}$`);

/** Whether a member of an answer is all that came with it. */
export function isBodyMember(name: string): boolean {
  return body.test(name);
}

/** Those that only say how it went. */
export const STATUS_MEMBER = '(?:get_?)?(?:response_?)?(?:status|reason)\\w*';

/** Those that only say whether it went well. */
export const SUCCESS_MEMBER = anyOf(column(CLIENT_LIBRARIES, ({ succeeded }) => succeeded).map(asPart));

/** Whether a key is one under which the body of an answer is made: `{ status: 404, json: async () => ({ … }) }`. */
export function isBodyKey(key: string): boolean {
  return /^(?:json|text|body)$/.test(key);
}

const giving: ReadonlySet<string> = new Set(column(CLIENT_LIBRARIES, ({ gives }) => gives));

/** Whether a method gives a function the answer that has come, going by its name. */
export function givesAnswer(name: string): boolean {
  return giving.has(name);
}

/** `.isSuccess`, `.is_success()`, `?.success?` */
const statusTest = new RegExp(
  `^(?:[?!]*\\.|->)${anyOf(column(CLIENT_LIBRARIES, ({ statusTests }) => statusTests).map((name) => name.replace('?', '\\?')))}(?![\\p{L}\\p{N}_])`,
  'u',
);

/** Whether a status is asked whether it stands for success. @param behind source text right behind it */
export function asksStatus(behind: string): boolean {
  return statusTest.test(behind);
}

const raising: ReadonlySet<string> = new Set(
  CLIENT_LIBRARIES.flatMap(({ raises = [], unwraps = [] }) => [...raises, ...unwraps]),
);

/** Whether a method throws where the request failed, and does away with what came. */
export function raisesOnFailure(name: string): boolean {
  return raising.has(name);
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

/** What people call what their requests go through: `this.http`, `_session`, `restTemplate`. */
const SESSIONS: readonly Part[] = [
  ...['_{0,9}(?:(?:ok_?)?http|rest|web|api|async|url)?_?(?:client|session|template)_?', '_{0,9}(?:ok_?)?https?_?'],
  ...['_{0,9}axios', '_{0,9}dio', '_{0,9}conn(?:ection)?', '_{0,9}transport'],
];
const session = wholeName(SESSIONS, 'i');

/** Whether a name is that of what requests go through. */
export function isSession(name: string): boolean {
  return session.test(name);
}

/** How the names of methods that send a request begin: `getForObject`, `PostAsJsonAsync`, `execute`. */
const SENDING_VERBS = [
  ...['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'request', 'send', 'exec(?:ute)?', 'exchange'],
  ...['fetch', 'retrieve', 'perform', 'upload', 'download', 'new_?call'],
];
/** Whole names of others: `http.Do(request)`, `session.data(for: request)`. */
const SENDS: readonly Part[] = ['do', 'call', 'data', 'data_?task(?:_?publisher)?'];
const sending = new RegExp(`^_*(?:${anyOf(SENDING_VERBS)}(?![a-z])\\w*|${anyOf(SENDS)}$)`);

/** What stands in a function that sends a request: `this.http.get(`; in any case. */
export const REQUEST_CUE = `(?<![a-z\\d])${anyOf(SESSIONS)}[?!]*(?:\\.|->)_*(?:${anyOf(SENDING_VERBS)}\\w*|${anyOf(SENDS)})(?:<[^()]{0,60}>)?\\(`;

/** The same by a function of the program's own, or by a library without a session: `self._get(`, `requests.get(`. */
export const OWN_REQUEST_CUE = `(?<![\\w.])(?:${anyOf([
  '(?:self|this)[?!]*(?:\\.|->)(?:\\w*(?:request|api_?call)\\w*|_+fetch\\w*|fetch\\w+)',
  '(?:self|this)[?!]*(?:\\.|->)_*(?:get|post|put|patch|delete)',
  '(?:Http::|(?:requests|httpx|Faraday|HTTParty|RestClient)\\.)\\w+',
  '(?:fetch|ky|got|axios)',
])})(?:<[^()]{0,60}>)?\\(`;

/** Letters that a word must have to be a cue: shorter ones are all over programs. */
const CUE_LETTERS = 8;

/** Words of libraries by which an answer is asked how it went: `isSuccessful`, `status_code`; in any case. */
export const ANSWER_CUES: readonly string[] = [
  ...new Set(
    CLIENT_LIBRARIES.flatMap((row) =>
      [row.succeeded, row.status, row.statusCalls, row.statusTests, row.raises, row.unwraps].flatMap(
        (cell) => cell ?? [],
      ),
    ),
  ),
].filter((word) => /^\w+$/.test(word) && word.length >= CUE_LETTERS);

/** Whether a method sends a request, going by its name. */
export function sends(name: string): boolean {
  // Some languages begin the names of methods with a capital.
  return sending.test(name.replace(/^_*\p{L}/u, (start) => start.toLowerCase()));
}

const requestHelper = wholeName(
  [
    '_*(?:do_?|send_?|make_?|api_?|async_?|perform_?|execute_?)*(?:request|fetch|call_?api)\\w*',
    '_*(?:do_?|api_?|async_?|http_?)*(?:get|post|put|patch|delete)(?:_?(?:json|data|request|api))?',
    '_*api_?call',
  ],
  'i',
);

/** Whether a method of a class sends requests for its other methods, going by its name: `_request`, `sendRequest`. */
export function isRequestHelper(name: string): boolean {
  return requestHelper.test(name);
}

/** Whether a text is an address, whatever is filled in: `https://api.example.com`, `api-kic.lgthinq.com`. */
export function isAddress(text: string): boolean {
  return /:\/\/|^[\w{}$-]+(?:\.[\w-]+){2,}$/.test(text);
}

/** In names of what makes an address, or a request to one, and sends nothing yet. */
const ADDRESSES = ['ur[il]', 'endpoint', 'address', 'host', 'base', 'link', 'path', 'request'];
/** How the name of what sends a request begins. */
const SENDS_FIRST = ['fetch', 'send', 'do', 'make', 'perform', 'execute'];
const address = new RegExp(`^(?!_*${anyOf(SENDS_FIRST)})\\w*${anyOf(ADDRESSES)}\\w*$`, 'i');

/** Whether a function only makes an address, or a request to one, going by its name: `apiUrl`, `_endpoint`. */
export function makesAddress(name: string): boolean {
  return address.test(name);
}

/** A literal, an address, or what is waited for: an answer. */
const NO_CLIENT = new RegExp(
  `^\\s*(?:[[{"'\`]|(?:${KEYWORD.makes}\\s+)?(?:URL|UR[Ii]|Uri\\.parse)\\b)|\\b${KEYWORD.waits}\\b`,
);

/** Whether an expression may make a client of an address in it: `axios.create({ baseURL: HOST })`; not `http.get(HOST)`. */
export function mayMakeClient(expression: string): boolean {
  const called = /(\w+)\s*(?:<[^()]*>)?\(/.exec(expression)?.[1] ?? '';
  return !NO_CLIENT.test(expression) && !sends(called);
}
