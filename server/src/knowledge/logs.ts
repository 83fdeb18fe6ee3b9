import { anyOf, column, type Part, wholeName } from './expressions.ts';

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
  /** Those that write to a terminal or a log whatever they are called on: `println` in `System.out.println`. */
  readonly prints?: readonly Part[];
}

const LOGGING_LIBRARIES: readonly LoggingLibrary[] = [
  {
    name: 'most',
    // `appLog`, but no dialog and no catalog.
    receivers: [/.*(?<!dia|cata|ana|b)log(?:s|ger|ging)?/],
    levels: ['log', 'trace', 'debug', 'info', 'warn', 'warning', 'error', 'critical', 'fatal', 'exception'],
    functions: ['log\\w*', 'trace', 'debug', 'info', 'warn\\w*', 'print\\w*', 'puts', 'echo'],
    prints: ['p?print\\w*', 'puts'],
  },
  { name: 'standard streams', receivers: ['stderr', 'stdout'] },
  { name: "JavaScript's console, C#'s Console", names: ['console'] },
  { name: 'Napier', receivers: ['Napier'] },
  { name: 'CocoaLumberjack', prints: ['DDLog\\w+'] },
  { name: "C#'s Debug and Trace", receivers: ['Debug', 'Trace'] },
  { name: "Dart's own", prints: ['debugPrint'] },
  { name: "PHP's own", prints: ['error_log', 'syslog', 'print_r', 'var_dump'] },
  { name: "Ruby's own", prints: ['p', 'pp'] },
  { name: "Rust's own", prints: ['e?print(?:ln)?', 'dbg'] },
  { name: "Swift's own", prints: ['NSLog', 'os_log', 'dump', 'debugPrint'] },
  { name: 'Timber', receivers: ['Timber'] },
  { name: 'Winston, Pino, Bunyan', receivers: ['winston', 'pino', 'bunyan'], levels: ['verbose'] },
  // zap.Error(err) and slog.Any("error", err) only wrap what a log is given.
  { name: "Go's zap, logrus, klog", receivers: ['zap', 'logrus', 'sugar'] },
  { name: "Rust's tracing", receivers: ['tracing'] },
  { name: "Dart's developer", receivers: ['developer'] },
  { name: "Java's own", levels: ['severe'] },
];

const NAMES = column(LOGGING_LIBRARIES, ({ names }) => names);
const receiver = wholeName([...NAMES, ...column(LOGGING_LIBRARIES, ({ receivers }) => receivers)], 'i');
const level = wholeName(
  column(LOGGING_LIBRARIES, ({ levels }) => levels),
  'i',
);
const logs = wholeName([...NAMES, ...column(LOGGING_LIBRARIES, ({ functions }) => functions)], 'i');
const prints = wholeName(
  column(LOGGING_LIBRARIES, ({ prints }) => prints),
  'i',
);
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
  // `Error` by itself makes what is thrown.
  if (level.test(last) && receivers.length === 0 && last !== 'Error') return true;
  return receivers.some((one) => receiver.test(one));
}

/** Whether a word of what is called says that its arguments only reach a log. */
export function isLogWord(word: string): boolean {
  return logs.test(word);
}

/** Whether a function by this path only writes what it is given to a log or a terminal: nobody is told. */
export function isLog(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  const receivers = path.slice(0, -1);
  return (
    receivers.some((one) => receiver.test(one)) || prints.test(last) || (receivers.length === 0 && logs.test(last))
  );
}

/** Whether a macro by this path writes to a log: `tracing::warn!`, `error!`. */
export function isLogMacro(path: readonly string[]): boolean {
  return isLog(path) || (path.length === 1 && level.test(path[0] ?? ''));
}

/** What a program writes to beside a log, as the first thing that a function is given: `fmt.Fprintln(os.Stderr, err)`. */
const toStream = /^!?\s*\(\s*&?(?:mut\s+)?['"]?[\w:.$]*(?:\bstd(?:err|out)\b|:\/\/stderr)/i;

/** Whether what a function is given begins with a standard stream. @param given from its bracket on */
export function writesToStream(given: string): boolean {
  return toStream.test(given);
}

/** In any case, in names of what is there to show something to a person. */
const SHOWS_TEXT: readonly Part[] = [
  'toast',
  'alert',
  'snack_?bar',
  'dialog',
  'banner',
  'popup',
  'notif(?:y|ication)',
  '^flash',
];
/** The same, of what may show other things as well. */
const MAY_SHOW_TEXT: readonly Part[] = [
  ...['^show', '^present', '^display', '^speak', '^say', '^announce', '^tell', 'set_?(?:error|message|failure)'],
];
const showsText = new RegExp(anyOf(SHOWS_TEXT), 'i');
const mayShowText = new RegExp(anyOf(MAY_SHOW_TEXT), 'i');
/** What shows messages by methods that a log has, too, as in Django and Ant Design: `messages.error(request, "…")`. */
const messenger = wholeName(['messages?', 'notifier'], 'i');

/**
 * Whether a function by this path shows a text to a person: `ui.toast`, `messages.error`.
 *
 * @param isGivenText it is given one that is written out: `show(device)` shows something else than `show("failed")`
 */
export function tellsSomebody(path: readonly string[], isGivenText: boolean): boolean {
  if (path.some((word) => showsText.test(word))) return true;
  const isMessenger = messenger.test(path.at(-2) ?? '') && level.test(path.at(-1) ?? '');
  return isGivenText && (isMessenger || path.some((word) => mayShowText.test(word)));
}
