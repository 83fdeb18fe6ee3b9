import { anyOf, type Part } from './expressions.ts';

/**
 * Texts of ThinQ's that many services send as well, or that are ordinary words in programs: `throw new Error("Invalid
 * token")`. Most of them were seen in logs and programs about something else.
 */
const EVERYBODYS: ReadonlySet<string> = new Set(
  [
    'Unknown error',
    'Bad request',
    'Bad request format',
    'Missing parameters',
    'Unacceptable parameters',
    'Invalid token',
    'Invalid message id',
    'Invalid service key',
    'Invalid device status',
    'Invalid command error',
    'Incorrect Header',
    'Not registered user',
    'Not registered device',
    'Not found token',
    'Not found user',
    'Not supported model',
    'Not supported feature',
    'Not supported product',
    'Not supported country',
    'Not supported domain',
    'Not provided feature',
    'Not allowed API',
    'Internal server error',
    'Device response delay',
    'Retry request',
    'Syncing',
  ].map((text) => text.toLowerCase()),
);

/** Whether a text, in any case of letters, means nothing by itself. */
export function isEverybodys(text: string): boolean {
  return EVERYBODYS.has(text.toLowerCase());
}

/** Where Home Assistant, which most people meet these texts in, hands on the message of a service alone. */
const HANDED_ON: readonly Part[] = [
  'homeassistant',
  /validat(?:ion|e) error/,
  'call_service',
  /executing (?:automation|script|service)/,
  /perform the action/,
  // The number of a connection.
  /\[\d{6,}\]/,
];
const handedOn = new RegExp(anyOf(HANDED_ON), 'i');

/** Whether a line, before a message in it, is one of Home Assistant's. */
export function isHomeAssistants(before: string): boolean {
  return handedOn.test(before);
}

/** What stands before a message in a line that names nobody: times, levels, threads, numbers in brackets, `Error:`. */
const NOBODY: readonly Part[] = [
  // Each text fits one of these in one way: a line would be tried in all ways.
  /[\d\-/:.,+ \t]/,
  /T(?=\d)|Z(?![A-Za-z])|[AP]M(?![A-Za-z])/,
  /(?:ERR(?:OR)?|WARN(?:ING)?|INFO|DEBUG|TRACE|NOTICE|CRIT(?:ICAL)?|FATAL|SEVERE)(?![A-Za-z])/,
  /(?:message|msg|level|severity|time(?:stamp)?|ts|에러|오류|경고)(?![A-Za-z])/,
  /MainThread/,
  /\[[\da-fA-F]*(?![\da-fA-F])(?:\]|(?!\]))|\]/,
  /["'`{}()=|>*_#]/,
];
const namesNobody = new RegExp(`^${anyOf(NOBODY)}*$`, 'i');

/**
 * Whether a message that may be anybody's is handed on in a line of a log, and nothing there says whose it is:
 * `[548103161312] Retry request`, `ERROR: Invalid token`. `ERROR [queue] Retry request` names somebody, and behind a status
 * (`500 Internal server error`) stand HTTP's own words.
 *
 * @param before what stands before it in its line
 */
export function isHandedOn(before: string): boolean {
  return isHomeAssistants(before) || (namesNobody.test(before) && !/(?<!\d)[1-5]\d\d[\s:–-]*$/.test(before));
}

/** What may stand behind a message that is all that is said: a mark that closes, a code, a time. */
const SAID =
  /^\s*(?:$|["'`|})\]>*]|\\["']|\.\s*$|[,;]\s*["'{}]|[-–,:([]?\s*(?:code|error|http|status)?[\s:=#(]*\d{3,4}\b|at \d\d:\d\d|<\/)/i;

/** Whether a message ends where it seems to: `Invalid token"`, not `Invalid token. Please check it` or `Not supported model type`. */
export function isAllThatIsSaid(behind: string): boolean {
  return SAID.test(behind);
}

/** Whether a message of nobody else's ends there, and is no part of a sentence: `Not owned device: buy it`. */
export function endsThere(behind: string): boolean {
  return isAllThatIsSaid(behind) || /^ ?[^\s\p{L}\p{N}]/u.test(behind);
}

/** What opens a text within a line: a quote, a bar of a table, a mark that sets it apart from what it belongs to. */
const OPENS = /(?:^|["'`|({[>*_\]]|\\["']|[:=\-–—→#/]|[*+]\s)\s*$/;

/** Whether a message begins where it seems to, and is not the end of a sentence: `Error: Invalid token`, not `got an Invalid token`. */
export function isSetApart(before: string): boolean {
  return OPENS.test(before);
}

/** What is set apart as a text of its own in a document: a cell of a table, an item of a list, a line. */
const OWN_PLACE_BEFORE = /(?:^|\|)[\s>*_`"'#+-]{0,80}(?:\d{1,9}[.)]\s{0,80})?[*_`"']{0,9}$/;
const OWN_PLACE_BEHIND = /^[*_`"'.]*\s*(?:$|\||\()/;

/** A text that is quoted, as code or as what was said. */
const QUOTE = /["'`“”‘’]/;

/** Whether a message has a place of its own in a document: `| 1103 | Invalid token |`, `- Retry request`, or is quoted there. */
export function hasOwnPlace(before: string, behind: string): boolean {
  const isQuoted = QUOTE.test(before.at(-1) ?? '') && QUOTE.test(behind[0] ?? '');
  return isQuoted || (OWN_PLACE_BEFORE.test(before) && OWN_PLACE_BEHIND.test(behind));
}
