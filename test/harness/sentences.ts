import { type Particle, particle } from '../../server/src/catalog/korean.ts';
import type { Localized } from '../../server/src/catalog/types.ts';

export const LONGEST_FIRST_SENTENCE = 120;
export const MOST_SENTENCES = 3;

/** The sentences of a text, whatever is quoted in them. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+/);
}

/** What is wrong with the form of a text that people read, in either language; empty where nothing is. */
export function flawsOf(text: Localized): readonly string[] {
  return [
    ...(['en', 'ko'] as const).flatMap((language) => flawsOfForm(text[language])),
    ...(/[가-힣]/.test(text.ko) ? [] : ['nothing Korean in Korean']),
    ...flawsOfKorean(text.ko),
  ].map((flaw) => `${flaw}: ${text.en} / ${text.ko}`);
}

function flawsOfForm(text: string): readonly string[] {
  const sentences = sentencesOf(text);
  return [
    ...((sentences[0]?.length ?? 0) > LONGEST_FIRST_SENTENCE ? ['a first sentence that is too long'] : []),
    ...(sentences.length > MOST_SENTENCES ? ['too many sentences'] : []),
    ...(/^\S(?:(?! {2})[^\n])*[.?]$/.test(text) ? [] : ['doubled blanks, or no end']),
    ...(/ [–—-] |;|\(\+\d/.test(withoutQuotes(text)) ? ['a list or an aside in place of a sentence'] : []),
  ];
}

/** What no Korean developer would write. */
const UNKOREAN: readonly (readonly [RegExp, string])[] = [
  [/은\(는\)|이\(가\)|을\(를\)|와\(과\)|과\(와\)|\(으\)로|\(이\)라/, 'two particles for one'],
  [/[\uFF01-\uFF5E\uFF61-\uFFDC\u3001\u3002]/, 'punctuation of another width'],
  [/[가-힣`"] \(/, 'a blank before a bracket'],
  [/ [.,?]/, 'a blank before punctuation'],
  [/기기 수준|디바이스|에러|폴백|지시어|작업 영역/, 'another word than the glossary has'],
  // Rules are called by their ids: `unread-error-code`.
  [/(?<![a-z]-)\b(?:device|error|code|directive|fallback)s?\b(?!-[a-z])/i, 'an English word that has a Korean one'],
];

function flawsOfKorean(text: string): readonly string[] {
  const own = withoutQuotes(text);
  return [
    ...UNKOREAN.flatMap(([form, flaw]) => (form.test(own) ? [flaw] : [])),
    ...wrongParticles(text).map((place) => `the wrong particle in ${place}`),
  ];
}

/** The text without what a program or a page says: in quotes, or in brackets behind a code. */
function withoutQuotes(text: string): string {
  return text.replace(/`[^`]*`( ?\([^)가-힣]*\))?/g, '``').replace(/"[^"]*"/g, '""');
}

const PARTICLES: readonly Particle[] = ['은/는', '이/가', '을/를', '과/와', '으로/로', '이라는/라는', '이어야/여야'];

/** Numbers and Latin words whose particle does not fit how they are read, each with it. */
export function wrongParticles(text: string): readonly string[] {
  const forms = PARTICLES.flatMap((pair) => pair.split('/').map((form) => [form, pair] as const));
  const longestFirst = [...forms].sort(([a], [b]) => b.length - a.length).map(([form]) => form);
  // What stands in brackets behind a word is not read: `범위(scope)가`, `1222`(Not connected device)를.
  const read = text.replace(/(?<=[가-힣]|[`"])\([^)]*\)/g, '');
  const place = new RegExp(`([A-Za-z\\d][\\w.-]*[\`"'”)\\]]*)(${longestFirst.join('|')})(?![가-힣])`, 'g');
  return [...read.matchAll(place)].flatMap(([whole, word = '', found = '']) => {
    const pair = forms.find(([form]) => form === found)?.[1];
    return pair === undefined || particle(word, pair) === found ? [] : [whole];
  });
}
