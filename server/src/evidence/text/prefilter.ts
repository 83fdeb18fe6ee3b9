import type { CatalogData } from '../../catalog/types.ts';
import { CHANNEL_CUES } from '../../knowledge/channels.ts';
import { ANSWER_CUES } from '../../knowledge/clients.ts';
import { anyOf } from '../../knowledge/expressions.ts';
import { FAIL_WORDS, KEYWORD } from '../../knowledge/keywords.ts';
import { escapeRegExp } from '../../model/escapeRegExp.ts';
import type { TextSearch } from '../../model/textSearch.ts';
import type { ProjectFacts } from '../../project/facts.ts';
import { ENVELOPE_KEYS, type JoinedCues } from './cues.ts';
import { type Signals, signalWords } from './signals.ts';

/** What of a text counts where only its project speaks for a vendor. */
export interface Claimed {
  /** Without what the claim does not speak for; asked for only where the whole text may hold something. */
  text(): string;
  /** It declares and sends nothing: of keys of responses there is nothing to be said. */
  readonly onlyDeclares: boolean;
}

/** Asks, before a text is parsed, whether any rule could find anything in it: in an editor and in a scan alike. */
export interface Prefilter {
  /**
   * Plain words, in any case of letters, one of which stands in every text that may have findings by itself, and in some
   * others. A text without any has findings only where its project speaks for a vendor.
   */
  readonly words: readonly string[];
  /**
   * Whether a text may be about codes where something else tells whose they are: it holds what may be one, names a vendor,
   * reads something that is called a code, or deals with failures.
   */
  mayNameCodes(text: string): boolean;
  /** Whether others may have codes, or a vendor's client, from a text. */
  mayDeclare(text: string): boolean;
  /** The same, also where a number is a code by what others make of it (`case UNKNOWN:`), and where a vendor is named. */
  mayTell(text: string): boolean;
  /** @param signalsOf reads the text's signals, which takes longer than the words: it is asked only where there may be some */
  mayHaveFindings(asked: TextSearch, project: ProjectFacts, signalsOf: () => Signals, claimed?: Claimed): boolean;
}

/** A text in quotes, which may stand in quotes itself, that may be a code: any four digits; or a list of words that needs none. */
const QUOTED = '(?<quote>["\'`])\\d{4}\\\\?\\k<quote>|%[wi][\\[({<|!][^\\])}>|!]*\\d{4}';
/** A number that may be a code, in the ranges of the pages, or the bound of a range; it counts only beside the word `code`. */
const BARE = /(?<![\w.])(?:0[0-3]\d\d|1[1-3]\d\d|2[1-3]\d\d|4001)(?![\w.])|(?:[<>]=?|\.\.[.=<]?)\s*[12]000\b/;
const CODE = /code/i;
/** Whoever has a vendor's client from elsewhere may drop the errors of its calls without a word about codes. */
const FAILS = new RegExp(`\\b${anyOf(FAIL_WORDS)}\\b|${KEYWORD.failMarks}|${KEYWORD.dealMarks}`);
/** The same by words of libraries: what an answer is asked for, and where an error ends. */
const FAILS_THERE = new RegExp(`\\b${anyOf([...CHANNEL_CUES, ...ANSWER_CUES])}\\b|\\.ok\\b|\\.then\\(`);

/** A key of NUGU's responses, which says something only beside one of its codes. */
const RESULT_CODE = 'resultCode';
/** The same as a naming strategy may spell it: `result_code`. */
const ANY_RESULT_CODE = /result[-_]?code/i;
/** An error of a whole request, in which a word of an item may stand by mistake. */
const REQUEST_ERROR = /\brequestId\b[\s\S]{0,400}\berror\b|\berror\b[\s\S]{0,400}\brequestId\b/;
/** A key of ThinQ's responses, in any case: it says something only with the others around it. */
const MESSAGE_ID = 'messageId';
const MESSAGE_ID_KEY = new RegExp(MESSAGE_ID, 'i');

/**
 * Makes the questions out of what rules live on, and of the codes that everybody shares; a team's own are the project's
 * to tell.
 */
export function createPrefilter({ codes }: Pick<CatalogData, 'codes'>, cues: JoinedCues): Prefilter {
  const { shared } = cues;
  const results = codes.filter(({ level }) => level === 'device-level').map(({ code }) => code);
  const texts = codes
    .filter(({ vendor }) => vendor === 'thinq')
    .flatMap(({ sources }) => Object.values(sources).flatMap(({ text }) => text?.replace(/[({].*/, '').trim() ?? []));
  const anyResult = expressionOf(results.map(escapeRegExp));
  /** A response that proves itself: ThinQ's by the keys around the error, NUGU's by its key and a word of its own. */
  const holdsResponse = (asked: TextSearch): boolean =>
    (asked.has(MESSAGE_ID_KEY) && holdsThinqResponse(asked.text)) ||
    ((asked.has(ANY_RESULT_CODE) || asked.has(REQUEST_ERROR)) && asked.has(anyResult));
  const words = [
    ...new Set([
      ...signalWords(codes),
      ...(shared.has('responses') ? [MESSAGE_ID, RESULT_CODE] : []),
      ...cues.anywhere,
    ]),
  ];
  const anyWord = expressionOf(words.map(escapeRegExp));
  const anywhere = expressionOf(cues.anywhere.map(escapeRegExp), '');
  const inProjectsOf = (words: readonly string[]): RegExp =>
    expressionOf([
      ...(shared.has('codes') ? [QUOTED] : []),
      ...words,
      ...(shared.has('codes') ? results.map(escapeRegExp) : []),
      ...(shared.has('texts') ? [...new Set(texts)].map(escapeRegExp) : []),
    ]);
  const inProjects = inProjectsOf(cues.inProjects);
  const inDeclarations = inProjectsOf(cues.inProjects.filter((word) => !ENVELOPE_KEYS.includes(word)));
  const holdsNumber = (text: string): boolean => shared.has('codes') && CODE.test(text) && BARE.test(text);
  const mayDeclare = (text: string, cues = inProjects): boolean => cues.test(text) || holdsNumber(text);
  const numbers = codes.filter(({ code }) => /^\d{4}$/.test(code)).map(({ code }) => code);
  const anyNumber = new RegExp(`(?<![\\w.])${anyOf(numbers)}(?![\\w.])`);
  return {
    words,
    mayDeclare: (text) => mayDeclare(text),
    mayTell: (text) => mayDeclare(text) || anyNumber.test(text) || anyWord.test(text),
    mayNameCodes: (text) => CODE.test(text) || FAILS.test(text) || FAILS_THERE.test(text) || inProjects.test(text),
    mayHaveFindings(asked, project, signalsOf, claimed) {
      const { text } = asked;
      if (asked.has(anyWord)) {
        const { found } = signalsOf();
        if (found.thinq.length > 0 || found.nugu.length > 0 || asked.has(anywhere)) return true;
        if (shared.has('responses') && holdsResponse(asked)) return true;
      }
      if (project.implied.length + project.declared.length === 0) return false;
      const cues = claimed?.onlyDeclares ? inDeclarations : inProjects;
      if (mayDeclare(text, cues) && (!claimed || mayDeclare(claimed.text(), cues))) return true;
      return project.codes.some(({ code, sources: { team } }) => holds(text, code) || holds(text, team?.text));
    },
  };
}

/** One expression for all, so that a text is gone through once; for none at all, one that fits nothing. */
function expressionOf(patterns: readonly string[], flags = 'i'): RegExp {
  return new RegExp(patterns.length > 0 ? patterns.join('|') : '(?!)', flags);
}

/** UTF-16 units on either side of a key within which the others of its response stand. */
const NEAR_KEY_UNITS = 2000;
/** Keys that a ThinQ response with an error has, in the forms of the languages' literals. */
const KEYS = [
  // The time may be what is missing, where the code shows itself.
  /timestamp|["'`]\d{4}["'`]/i,
  ...['error', 'code', 'message'].map((key) => new RegExp(`\\b${key}["'\\])]*\\s*(?:[:=,]|to\\b)`, 'i')),
];

function holdsThinqResponse(text: string): boolean {
  const key = new RegExp(MESSAGE_ID_KEY, 'gi');
  for (let match = key.exec(text); match; match = key.exec(text)) {
    const around = text.slice(Math.max(0, match.index - NEAR_KEY_UNITS), match.index + 2 * NEAR_KEY_UNITS);
    if (KEYS.every((one) => one.test(around))) return true;
    // What stands near the next ones has just been looked at.
    key.lastIndex = match.index + NEAR_KEY_UNITS;
  }
  return false;
}

function holds(text: string, part: string | undefined): boolean {
  return part !== undefined && text.toLowerCase().includes(part.toLowerCase());
}
