import type { CatalogData } from '../../catalog/types.ts';
import { escapeRegExp } from '../../model/escapeRegExp.ts';
import type { ProjectFacts } from '../../project/facts.ts';
import type { Signals } from './signals.ts';

/** Asks, before a text is parsed, whether any rule could find anything in it: in an editor and in a scan alike. */
export interface Prefilter {
  /**
   * Whether a text holds a word without which it is about no vendor by itself; true for more texts than needed. A text
   * for which it is false passes only where its project speaks for a vendor.
   */
  readonly words: RegExp;
  /** @param signalsOf reads the text's marks, which takes longer than the words: it is asked only where there may be some */
  mayHaveFindings(text: string, project: ProjectFacts, signalsOf: () => Signals): boolean;
}

/** Words that stand in every text with marks but for those of NUGU's codes; and those of comments that may silence nothing. */
const WORDS = [
  'thinq',
  'x-service-phase',
  'smartHomeDevice',
  'smartHomeDirective',
  'smartHomeCapability',
  'SmartHomeBackendProxy',
  'errorProperties',
  'nugu/v1',
  'messageId',
  'resultCode',
];

/**
 * Four neighbouring bytes of each word, at each place those that may stand there. A scan of bytes looks for these, at
 * most 16 of them (see `server/prefilter/prefilter.c`): the fewer other words hold one, the fewer places it must look at
 * again.
 */
export const WINDOWS: readonly (readonly [string, string, string, string])[] = [
  ['hH', 'iI', 'nN', 'qQ'],
  ['gG', 'eE', 'iI', 'dD'],
  ['lL', 'tT', 'cC', 'oO'],
  ['r', 't', 'H', 'o'],
  ['o', 'r', 'P', 'r'],
  ['u', 'g', 'u', '/'],
  ['c', 'e', '-', 'p'],
  // Already…
  ['a', 'd', 'y', 'TACS'],
  // …OutofRange
  ['t', 'o', 'f', 'R'],
  // NotSupport…
  ['t', 'S', 'u', 'p'],
  // NotExist…
  ['t', 'E', 'x', 'i'],
  // NoConnectionDevice, NoControlAuthority
  ['N', 'o', 'C', 'o'],
  // DeviceTurnedOff
  ['e', 'T', 'u', 'r'],
  // DeviceInSleepMode
  ['n', 'S', 'l', 'e'],
  // NotAvailable…, NotInAvailable…
  ['t', 'AI', 'vn', 'aA'],
  // Unsupported…
  ['U', 'n', 's', 'u'],
];

/** A comment that may silence nothing. */
const SUPPRESSION = /thinq-nugu-ignore-/;

/** A text in quotes that may be a code, any four digits; or a list of words that needs none. */
const QUOTED = '(["\'`])\\d{4}\\1|%[wi][\\[({<|!][^\\])}>|!]*\\d{4}';
/** A number that may be a code, in the ranges of the pages, or the bound of a range; it counts only beside the word `code`. */
const BARE = /(?<![\w.])(?:0[0-3]\d\d|1[1-3]\d\d|2[1-3]\d\d|4001)(?![\w.])|(?:[<>]=?|\.\.[.=<]?)\s*[12]000\b/;
const CODE = /code/i;

/** Makes the questions out of the codes that everybody shares; a team's own are the project's to tell. */
export function createPrefilter({ codes }: Pick<CatalogData, 'codes'>): Prefilter {
  const results = codes.filter(({ level }) => level === 'device-level').map(({ code }) => code);
  const texts = codes
    .filter(({ vendor }) => vendor === 'thinq')
    .flatMap(({ sources }) => Object.values(sources).flatMap(({ text }) => text?.replace(/[({].*/, '').trim() ?? []));
  const anyResult = new RegExp(results.map(escapeRegExp).join('|'), 'i');
  /** An answer that proves itself: ThinQ's by the keys around the error, NUGU's by its key and a word of its own. */
  const holdsResponse = (text: string): boolean =>
    holdsThinqResponse(text) || (text.includes('resultCode') && anyResult.test(text));
  const words = new RegExp([...WORDS, ...results].map(escapeRegExp).join('|'), 'i');
  const inProject = new RegExp(
    [
      QUOTED,
      '(?:result_?code|request_?id|message_?id|smart_?home|directive|thinq)',
      ...[...results, ...new Set(texts)].map(escapeRegExp),
    ].join('|'),
    'i',
  );
  return {
    words,
    mayHaveFindings(text, project, signalsOf) {
      if (words.test(text)) {
        const { found } = signalsOf();
        if (found.thinq.length > 0 || found.nugu.length > 0 || SUPPRESSION.test(text)) return true;
        if (holdsResponse(text)) return true;
      }
      if (project.implied.length + project.declared.length === 0) return false;
      if (inProject.test(text) || (CODE.test(text) && BARE.test(text))) return true;
      return project.codes.some(({ code, sources: { team } }) => holds(text, code) || holds(text, team?.text));
    },
  };
}

/** UTF-16 units on either side of a key within which the others of its answer stand. */
const ANSWER = 2000;
/** Keys that a ThinQ answer with an error has, in the forms of the languages' literals. */
const KEYS = [
  // The time may be what is missing, where the code shows itself.
  /timestamp|["'`]\d{4}["'`]/i,
  ...['error', 'code', 'message'].map((key) => new RegExp(`\\b${key}["'\\])]*\\s*(?:[:=,]|to\\b)`, 'i')),
];

function holdsThinqResponse(text: string): boolean {
  const key = /messageId/gi;
  for (let match = key.exec(text); match; match = key.exec(text)) {
    const around = text.slice(Math.max(0, match.index - ANSWER), match.index + 2 * ANSWER);
    if (KEYS.every((one) => one.test(around))) return true;
    // What stands near the next ones has just been looked at.
    key.lastIndex = match.index + ANSWER;
  }
  return false;
}

function holds(text: string, part: string | undefined): boolean {
  return part !== undefined && text.toLowerCase().includes(part.toLowerCase());
}
