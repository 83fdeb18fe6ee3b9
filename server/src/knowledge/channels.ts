import { anyOf, column, type Part, wholeName } from './expressions.ts';

/** Where the errors of a library end, besides the statements that a language has for them. */
export interface ErrorChannel {
  readonly name: string;
  /** Ids of the languages in whose patterns its words stand. */
  readonly languages: readonly string[];
  /** Methods that are given a function which gets the error; patterns name them as `"$handlers"`. */
  readonly handlers?: readonly string[];
  /** Words by which code passes an error on, or gets hold of one. */
  readonly fails?: readonly string[];
}

/** Every channel. */
export const ERROR_CHANNELS: readonly ErrorChannel[] = [
  { name: 'promises', languages: ['javascript'], fails: ['reject'] },
  { name: "Dart's futures", languages: ['dart'], handlers: ['catchError', 'onError'] },
  { name: 'CompletableFuture', languages: ['java'], handlers: ['exceptionally'] },
  { name: 'Reactor, RxJava', languages: ['java'], handlers: ['onErrorReturn', 'onErrorResume'] },
  {
    name: "Kotlin's Result",
    languages: ['kotlin'],
    handlers: ['onFailure', 'getOrElse', 'recover', 'recoverCatching'],
    fails: ['onFailure', 'recover', 'getOrElse'],
  },
  { name: "Rust's Result", languages: ['rust'], fails: ['Err', 'unwrap'] },
];

/** Words of all libraries by which code passes an error on, or gets hold of one. */
export const CHANNEL_WORDS: readonly string[] = column(ERROR_CHANNELS, ({ fails }) => fails);

/** In any case, in names of functions that may answer with an error. */
const MAY_FAIL: readonly Part[] = [
  ...[/err(?!upt)/, 'fail', 'reject', 'abort', 'exception', 'deny', 'refuse', 'assert', 'ensure', 'require'],
  ...['check', 'verif', 'valid', 'guard', 'must', 'answer', 'outcome', 'result', '^next$'],
];
const mayFailInName = new RegExp(anyOf(MAY_FAIL), 'i');

/** Whether a function may answer with an error, going by its name. */
export function mayFail(name: string): boolean {
  return mayFailInName.test(name);
}

/** A library for logs. All cells are parts of regular expressions over whole names, in any case. */
interface LoggingLibrary {
  readonly name: string;
  /** What a log goes by, whatever is called on it: `Napier` in `Napier.e("…")`. */
  readonly names?: readonly Part[];
  /** The same, but only right before what is called. */
  readonly receivers?: readonly Part[];
  /** Methods of a log, which are other things elsewhere. */
  readonly levels?: readonly Part[];
  /** Functions whose arguments only reach a log. */
  readonly functions?: readonly Part[];
}

const LOGGING_LIBRARIES: readonly LoggingLibrary[] = [
  {
    name: 'most',
    receivers: ['.*log(?:s|ger|ging)?'],
    levels: ['log', 'trace', 'debug', 'info', 'warn', 'warning', 'error', 'critical', 'fatal', 'exception'],
    functions: ['log\\w*', 'trace', 'debug', 'info', 'warn\\w*', 'print\\w*', 'puts', 'echo'],
  },
  { name: "JavaScript's console, C#'s Console", names: ['console'] },
  { name: 'Timber', receivers: ['Timber'] },
  { name: 'Winston', levels: ['verbose'] },
  { name: "Java's own", levels: ['severe'] },
];

const NAMES = column(LOGGING_LIBRARIES, ({ names }) => names);
const receiver = wholeName([...NAMES, ...column(LOGGING_LIBRARIES, ({ receivers }) => receivers)], 'i');
const level = wholeName(
  column(LOGGING_LIBRARIES, ({ levels }) => levels),
  'i',
);
const logs = wholeName([...NAMES, ...column(LOGGING_LIBRARIES, ({ functions }) => functions)], 'i');
/** Functions of many programs that only show what they get. */
const shows = wholeName(['show', 'alert', 'toast', 'repr', 'format']);

/**
 * Whether a function by this path only shows what it is given, as a log does: `console.warn`, `logger.error`, `warn`;
 * not `result.error`.
 */
export function isShownBy(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const receivers = path.slice(0, -1);
  if (shows.test(last)) return true;
  if (level.test(last) && receivers.length === 0) return true;
  return receivers.some((one) => receiver.test(one));
}

/** Whether a word of what is called says that its arguments only reach a log. */
export function isLogWord(word: string): boolean {
  return logs.test(word);
}
