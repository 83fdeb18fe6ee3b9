import { HANDLER_METHODS } from './channels.ts';
import { anyOf, type Part, wholeName } from './expressions.ts';
import { isCodeName, isErrorType, isMessageName } from './names.ts';
import { isThinqName } from './vendors.ts';

/** What the members of a caught error are there for, by their names in all languages. */
interface ErrorMembers {
  readonly of: string;
  /** They are text for people, or hold some. */
  readonly text?: readonly Part[];
  /** Text where they are called: `err.Error()`. */
  readonly called?: readonly Part[];
  /** They say something else than why the service refused: the HTTP status, the stack, the type. */
  readonly beside?: readonly Part[];
  /** They are the error itself, or that which holds the code: the one behind it, the response. */
  readonly whole?: readonly Part[];
}

/** Every row; all cells are parts of regular expressions over whole names, in any case. */
const ERROR_MEMBERS: readonly ErrorMembers[] = [
  {
    of: 'most',
    text: ['description', 'details?', 'to_?s(?:tr|tring)?', 'to_?json', 'text', 'title'],
    beside: ['name', 'stack', 'stack_?trace', '(?:http_?)?status(?:_?(?:code|text|line))?', 'type_?name', 'hash_?code'],
    whole: ['error', 'err', 'cause', 'inner', 'source', 'response', 'body', 'data', 'payload', 'result'],
  },
  {
    of: "JavaScript's, Axios",
    text: ['to_?locale_?string'],
    beside: ['constructor', 'config', 'request', 'headers', 'url', 'is_?axios_?error', 'file_?name', 'line_?number'],
  },
  {
    of: "Python's",
    text: ['args', '__str__', '__repr__', 'strerror', 'add_note'],
    beside: [
      '__class__',
      '__name__',
      '__traceback__',
      'with_traceback',
      '__module__',
      '__qualname__',
      'errno',
      'filename',
    ],
    whole: ['__cause__', '__context__', 'exceptions'],
  },
  {
    of: "Java's and Kotlin's",
    beside: [
      ...['print_?stack_?trace', 'stack_?trace_?to_?string', 'fill_?in_?stack_?trace', 'java_?class'],
      ...['simple_?name', 'qualified_?name', 'add_?suppressed', 'class', 'suppressed'],
    ],
    whole: ['root_?cause'],
  },
  { of: "Go's", called: ['error'], whole: ['unwrap'] },
  {
    of: "C#'s",
    beside: ['type', 'target_?site', 'h_?result', 'help_?link'],
    whole: ['inner_?exceptions?', 'base_?exception'],
  },
  {
    of: "Swift's",
    text: ['error_?description', 'debug_?description', 'recovery_?suggestion', 'localized_?description'],
    beside: ['domain'],
  },
  { of: "Dart's", beside: ['runtime_?type', 'request_?options'] },
  {
    of: "PHP's",
    beside: ['trace(?:_?as_?string)?', 'file', 'line'],
    whole: ['previous'],
  },
  {
    of: "Ruby's",
    text: ['inspect', 'detailed_?message'],
    beside: ['backtrace(?:_locations)?', 'set_?backtrace', 'is_a', 'kind_of', 'instance_of'],
    whole: ['exception'],
  },
  {
    of: "Rust's",
    // Why a request did not get through, which reqwest knows; no answer of the service.
    beside: ['is', 'is_(?:timeout|connect|request|body|decode|redirect|builder)', 'backtrace'],
    whole: ['to_owned', 'clone', 'into', 'as_ref', 'borrow', 'downcast(?:_ref|_mut)?', 'unwrap_err', 'root_cause'],
  },
];

const cells = (cell: 'text' | 'called' | 'beside' | 'whole'): RegExp =>
  wholeName(
    ERROR_MEMBERS.flatMap((row) => row[cell] ?? []),
    'i',
  );
const [text, called, beside, whole] = [cells('text'), cells('called'), cells('beside'), cells('whole')];

/**
 * What is to be had from a member of a caught error:
 *
 * - `code`: the code itself, or what the program has derived from it: `e.code`, `e.isRateLimited`, `e.failure`
 * - `text`: a text for people: `e.message`
 * - `beside`: neither: `e.stack`, `e.status`
 * - `whole`: all that the error holds: `e.response.data`, `e.cause`
 */
export type MemberOfError = 'code' | 'text' | 'beside' | 'whole';

/** What a member of an error is there for. Of one that only this program has, it is taken that the code decides on it. */
export function memberOfError(name: string, isCalled: boolean): MemberOfError {
  const member = name.replace(/[?!]$/, '').replace(/^get_?(?=\p{L})/iu, '');
  if (isMessageName(member) || text.test(member) || (isCalled && called.test(member))) return 'text';
  if (beside.test(member)) return 'beside';
  return whole.test(member) ? 'whole' : 'code';
}

/** Whether a name is that of a code, or of something that lists or names codes: `errorCode`, `ThinQAPIErrorCodes`. */
export function namesCode(name: string): boolean {
  return isCodeName(name) || /ErrorCodes?$/.test(name) || /^error_?name$/i.test(name);
}

/** What the codes say, in the words in which programs name what they derive from them: `isOffline`, `RateLimitError`. */
const SAID_BY_CODES: readonly Part[] = [
  ...['offline', 'not_?connected', 'unreachable', 'rate_?limit', 'too_?many', 'quota', 'throttl', 'expired'],
  ...[
    'unauthori[sz]ed',
    'forbidden',
    'permission',
    'token',
    'scope',
    'busy',
    'retr(?:y|iable)',
    'transient',
    'recoverable',
  ],
  ...['unsupported', 'not_?supported', 'unavailable', 'not_?registered', 'remote_?control', 'standby', 'power_?off'],
];
const saidByCodes = new RegExp(anyOf(SAID_BY_CODES), 'i');

/** Whether a name tells of what a code says, so that whoever asks for it has asked for the code. */
export function isDerivedFromCode(name: string): boolean {
  return saidByCodes.test(name);
}

/** Whether a member asks for what a code says, whatever it is a member of: `isRateLimited`, `retryable`, `offline?`. */
export function asksForWhatCodesSay(member: string): boolean {
  return isDerivedFromCode(member) && /^(?:is|has|was|can|should)_?(?=[A-Z_a-z])|able\??$|\?$/.test(member);
}

/** Begin the name of a function that tells of an error or deals with it, and makes none: `logError`, `ShowException`. */
const DEALS_WITH: readonly string[] = [
  ...[
    'log',
    'print',
    'write',
    'trace',
    'record',
    'capture',
    'track',
    'report',
    'send',
    'push',
    'emit',
    'post',
    'publish',
  ],
  ...[
    'show',
    'display',
    'render',
    'notify',
    'alert',
    'toast',
    'say',
    'speak',
    'tell',
    'set',
    'add',
    'update',
    'dispatch',
  ],
  ...['handle', 'on', 'did', 'is', 'has', 'get', 'parse', 'format', 'describe', 'check', 'assert', 'expect'],
];
const dealsWith = new RegExp(
  `^_*(?:${DEALS_WITH.map((word) => `[${word[0]?.toUpperCase()}${word[0]}]${word.slice(1)}`).join('|')})(?=[A-Z])`,
);

/**
 * Whether a name is that of an error's type, or of what makes one: `DeviceError`, `LoginException`, `NewApiError`; not
 * `LogError`, which deals with one.
 */
export function isErrorTypeOrMaker(name: string): boolean {
  return (isErrorType(name) || /(?:Fault|Panic)$/.test(name)) && !dealsWith.test(name);
}

/** Whether a name says no more than that it is an error: `Error`, which is a method of logs and answers as well. */
export function isAnyError(name: string): boolean {
  return /^(?:Error|Exception|Failure|Fault)$/.test(name);
}

/** Functions that only ask for the type of what they are given: `isinstance(e, X)`, `axios.isAxiosError(e)`. */
const TESTS_TYPE: readonly Part[] = [
  ...['isinstance', 'issubclass', 'is_a\\??', 'kind_of\\??', 'instance_of\\??', 'As', 'type', 'typeof', 'get_class'],
  ...['is_?(?:axios|http|dio|api|thinq_?(?:api|connect)?|lg|native)?_?(?:error|exception)'],
];
const testsType = wholeName(TESTS_TYPE, 'i');

/** Whether a function by this name only asks for the type of an error. */
export function asksForType(name: string): boolean {
  return (
    testsType.test(name) || (isThinqName(name) && /^is\w*(?:error|exception)$/i.test(name) && !isDerivedFromCode(name))
  );
}

/** Errors that languages and their libraries raise by themselves: no error of a service is one of these. */
const NO_SERVICE_ERRORS: readonly Part[] = [
  '\\w*Timeout\\w*(?:Error|Exception)',
  '(?:Task|Operation)?Cancell?(?:ed|ation)(?:Error|Exception)',
  ...['OSError', 'ValueError', 'KeyError', 'TypeError', 'SyntaxError', 'JSONDecodeError', 'FormatException'],
  ...['SocketException', 'UnknownHostException', 'URLError', 'DecodingError', 'JsonException', 'AbortError'],
];
const noServiceError = new RegExp(`^(?:\\w+\\.)*${anyOf(NO_SERVICE_ERRORS)}\\b(?:\\(\\))?(?:\\s+\\w+)?$`);

/** Whether a type, or a pattern that asks for it, is that of an error which no service has answered with: `TimeoutError()`. */
export function isNoServiceError(type: string): boolean {
  return noServiceError.test(type);
}

/** Errors of Java's own that take a cause behind their message. */
export const CAUSED_ON_JVM: readonly string[] = [
  'RuntimeException',
  'IllegalStateException',
  'IllegalArgumentException',
  'UnsupportedOperationException',
  'IOException',
  'Exception',
];

/** Types of errors, and how functions are called that deal with them: `ThinQException`, `onError`, `handle_failure`. */
const DEALS_WITH_ERRORS: readonly Part[] = [
  /\b\w*(?:Error|Exception|Throwable|Failure)\b/,
  /\b\w+_(?:error|exception|failure)\b/,
];
const errorParameter = new RegExp(
  anyOf([...DEALS_WITH_ERRORS, ...HANDLER_METHODS.map(({ method }) => `\\b${method}\\b`)]),
);

/** Whether a function may deal with an error that it is given. @param head its name and parameters, and what stands on top of them */
export function speaksOfError(head: string): boolean {
  // What it throws is no error that it gets.
  return errorParameter.test(head.replace(/\bthrows\b[^{]*/, ''));
}

/** What people call an error that a function is given. */
const ERROR_PARAMETERS: readonly Part[] = [
  'e',
  't',
  'ex',
  'exc',
  'err',
  'error',
  'exception',
  'failure',
  'throwable',
  'cause',
  'reason',
];
// One that is not used begins with a line: `_error`.
const parameter = new RegExp(`[(,]\\s*(?:[\\w<>.?]+\\s+)?[$&]?_*${anyOf(ERROR_PARAMETERS)}\\b`);

/** Whether a function is given something that it calls an error, or takes nothing at all. @param head its name and parameters */
export function mayGetError(head: string): boolean {
  return parameter.test(head) || /\(\s*\)|^[^(]*$/.test(head);
}
