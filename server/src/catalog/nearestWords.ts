import { distance } from 'fastest-levenshtein';
import type { Code } from './types.ts';

/** Words that people write for one another, and the stem that stands for all of them. */
const STEMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    not: 'no isnt cannot cant',
    support: 'supports supported supporting',
    'not support': 'unsupport unsupports unsupported notsupport notsupported',
    'not available': 'unavailable notavailable',
    available: 'availability',
    connect: 'connects connected connection connecting',
    'not connect': 'disconnected unconnected notconnected',
    exist: 'exists existed existing existent',
    'not exist': 'nonexistent notexist notexists',
    turn: 'turns turned turning',
    temp: 'temps temperature temperatures',
    humidity: 'humidities humid',
    max: 'maximum',
    min: 'minimum',
    mode: 'modes',
    color: 'colour colors colours',
    device: 'devices',
    type: 'types',
    charge: 'charged charging charges',
    start: 'started starting starts',
    stop: 'stopped stopping stops',
    sleep: 'sleeping',
    target: 'targets',
    range: 'ranges',
  }).flatMap(([stem, words]) => words.split(' ').map((word) => [word, stem] as const)),
);

/** A slip of the keyboard must not turn a code into its opposite. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['on', 'off'],
  ['max', 'min'],
];

/** How many letters of a word may be one wrong. */
const LETTERS_PER_SLIP = 6;
const MOST_SLIPS = 3;
/** Two letters that have changed places are two slips. */
const MOST_LETTERS = 2;

/** Below this many words, leaving one out makes another word of it, not an abbreviation. */
const LEAST_WORDS = 3;

/**
 * The NUGU words that `text` may have been meant as, the likeliest first: another case; the same words in other forms
 * or separators; a word left out or added; a few wrong letters. `OK` is suggested for another case of it only.
 */
export function nearestWords(codes: readonly Code[], text: string): readonly Code[] {
  const folded = text.toLowerCase();
  const otherCase = codes.filter((code) => code.code.toLowerCase() === folded);
  if (otherCase.length > 0) return otherCase;
  const errors = codes.filter((code) => code.level !== 'success');
  const words = wordsOf(text);
  const otherForms = errors.filter((code) => wordsOf(code.code).join('') === words.join(''));
  if (otherForms.length > 0) return otherForms;
  return errors
    .map((code) => ({ code, slips: slipsIn(code.code, text) ?? slipsBetween(wordsOf(code.code), words) }))
    .filter(({ slips }) => Number.isFinite(slips))
    .sort((a, b) => a.slips - b.slips || sharedStart(b.code.code, text) - sharedStart(a.code.code, text))
    .map(({ code }) => code);
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z\d])([A-Z])|([A-Z])(?=[A-Z][a-z])/g, '$1$3 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '')
    .flatMap((word) => (STEMS.get(word) ?? word).split(' '));
}

/** The slips between the letters, where these are few: one within a word hides which word it is (`DeviceTrunedOff`). */
function slipsIn(code: string, text: string): number | undefined {
  const slips = distance(code.toLowerCase(), text.toLowerCase());
  const isNear = slips <= Math.min(MOST_LETTERS, Math.floor(code.length / LETTERS_PER_SLIP));
  return isNear && !isOpposite(wordsOf(code), wordsOf(text)) ? slips : undefined;
}

/** The number of slips from one list of words to the other; infinite where they have nothing to do with each other. */
function slipsBetween(code: readonly string[], text: readonly string[]): number {
  if (isOpposite(code, text)) return Number.POSITIVE_INFINITY;
  const joined = code.join('');
  const slips = distance(joined, text.join(''));
  if (slips <= Math.min(MOST_SLIPS, Math.floor(joined.length / LETTERS_PER_SLIP))) return slips;
  return lacksOneWord(code, text) || lacksOneWord(text, code) || begins(code, text) ? slips : Number.POSITIVE_INFINITY;
}

function isOpposite(code: readonly string[], text: readonly string[]): boolean {
  return OPPOSITES.some(([one, other]) => opposed(code, text, one, other) || opposed(code, text, other, one));
}

function opposed(code: readonly string[], text: readonly string[], one: string, other: string): boolean {
  return code.includes(one) && text.includes(other);
}

function lacksOneWord(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length < LEAST_WORDS || whole.length !== part.length + 1) return false;
  return whole.some((_, left) => whole.filter((_, index) => index !== left).join() === part.join());
}

function begins(whole: readonly string[], part: readonly string[]): boolean {
  return part.length >= LEAST_WORDS && part.every((word, index) => word === whole[index]);
}

function sharedStart(code: string, text: string): number {
  const end = [...code].findIndex((letter, index) => letter !== text[index]);
  return end < 0 ? code.length : end;
}
