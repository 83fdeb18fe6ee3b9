import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Localized } from '../../server/src/catalog/types.ts';

const catalog = createCatalog(loadCatalogData());

/** A text of the catalog in both languages, and where it stands: `codes.1222.advice`. */
interface Found {
  readonly at: string;
  readonly text: Localized;
}

/** Every text of the catalog's data, whatever it belongs to. */
const TEXTS = textsIn(catalog.data, '');
/** Those that are whole sentences: names and titles are not, nor is `when`, which follows a code. */
const SENTENCES = TEXTS.filter(({ at }) => !/\.(?:title|when)$/.test(at));

const LONGEST_FIRST_SENTENCE = 120;
const MOST_SENTENCES = 3;

describe('the length of the words in the catalog', () => {
  it('there are several for each code', () => {
    assert.ok(SENTENCES.length > 3 * catalog.codes.length, String(SENTENCES.length));
  });

  for (const language of ['en', 'ko'] as const) {
    it(`a first sentence has at most ${LONGEST_FIRST_SENTENCE} characters, the whole at most ${MOST_SENTENCES} sentences (${language})`, () => {
      for (const { at, text } of SENTENCES) {
        const sentences = sentencesOf(text[language]);
        assert.ok((sentences[0]?.length ?? 0) <= LONGEST_FIRST_SENTENCE, `${at}: ${sentences[0]}`);
        assert.ok(sentences.length <= MOST_SENTENCES, `${at}: ${text[language]}`);
      }
    });

    it(`every sentence ends as one, without doubled blanks (${language})`, () => {
      for (const { at, text } of SENTENCES) assert.match(text[language], /^\S(?:(?! {2}).)*\.$/, at);
    });
  }
});

describe('the Korean words of the catalog', () => {
  for (const [word, meant] of [
    [/디바이스|가전(?! API)/, '기기'],
    [/에러/, '오류'],
    [/폴백/, '기본 처리'],
    [/device-level|global-level/i, '기기 수준, 요청 전체'],
    [/\bdirectives?\b|지시어/, '디렉티브'],
    [/\bworkspaces?\b|작업 영역/i, '워크스페이스'],
    [/[은는이가을를과와]\((?:은|는|이|가|을|를|과|와)\)|\(으\)로|\(이\)/, 'the particle that is right'],
  ] as const) {
    it(`say ${meant}, never ${word.source}`, () => {
      for (const { at, text } of TEXTS) assert.doesNotMatch(text.ko, word, at);
    });
  }

  it('are Korean, and the English ones hold nothing Korean', () => {
    for (const { at, text } of TEXTS) {
      assert.match(text.ko, /[가-힣]/, at);
      assert.doesNotMatch(text.en, /[가-힣]/, at);
    }
  });

  it('have the particle that the reading of a number or a Latin word asks for', () => {
    for (const { at, text } of TEXTS) assert.deepEqual(wrongParticles(text.ko), [], at);
  });
});

describe('the check of particles', () => {
  for (const [text, wrong] of [
    ['1306은 2305는 2210이 1314를 404로 503으로 401로', []],
    ['1306는', ['1306는']],
    ['2305은 그리고 401으로', ['2305은', '401으로']],
    ['TurnOn를', ['TurnOn를']],
    ['remoteControl로 remoteControl을', []],
    ['범위(scope)가 빠진', []],
    ['"Temp"로 줄여', []],
    ['503이지만 401이지만 404지만', []],
    ['404이지만', ['404이지만']],
  ] as const) {
    it(text, () => assert.deepEqual(wrongParticles(text), wrong));
  }

  it('knows no reading of a word that is in no table', () => {
    assert.throws(() => wrongParticles('Blorb를'), /Blorb/);
  });
});

function textsIn(value: unknown, at: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'ko' in value) return [{ at, text: value as Localized }];
  return Object.entries(value).flatMap(([key, inner]) => {
    const code: unknown = typeof inner === 'object' && inner !== null && 'code' in inner ? inner.code : undefined;
    return textsIn(inner, `${at}.${typeof code === 'string' ? code : key}`);
  });
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.?!])\s+/);
}

/** What a word that is read in Korean ends in: it decides on the particle behind it. */
type Ending = 'vowel' | 'l' | 'consonant';

/** By the reading of the digit: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const DIGITS: readonly Ending[] = [
  'consonant',
  'l',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'l',
  'l',
  'vowel',
];

/** Latin words that stand before a particle in the catalog, by how they are read; a compound by its last part. */
const WORDS: Readonly<Record<Ending, readonly string[]>> = {
  vowel: (
    'airflow api autdority authority code connect device error false humidity id invalid mode nugu of off pat ' +
    'properties property range resource sdk support supported tdinq temp temperature thinq turned'
  ).split(' '),
  l: ['control'],
  consonant: ['charging', 'json', 'on', 'turn', 'type'],
};

/** Particles by what they follow: a consonant, a vowel. `로` follows ㄹ as it does a vowel. */
const PARTICLES: readonly (readonly [consonant: string, vowel: string])[] = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['으로', '로'],
  ['이나', '나'],
  ['이라고', '라고'],
  ['이지만', '지만'],
  ['이여서', '여서'],
  ['이며', '며'],
];

/** Numbers and Latin words with a particle that does not fit, each with it. @throws for a word of unknown reading */
function wrongParticles(text: string): readonly string[] {
  const forms = PARTICLES.flat().sort((a, b) => b.length - a.length);
  const place = new RegExp(`([A-Za-z][A-Za-z-]*|\\d+)["'”)\\]]*(${forms.join('|')})(?![가-힣])`, 'g');
  // A bracket behind a Korean word is not read: `범위(scope)가`.
  return [...text.replace(/(?<=[가-힣])\([^)]*\)/g, '').matchAll(place)].flatMap(([whole, word = '', particle]) => {
    const pair = PARTICLES.find((one) => one.some((form) => form === particle));
    const ending = endingOf(word);
    const isVowel = ending === 'vowel' || (ending === 'l' && pair?.[1] === '로');
    return particle === pair?.[isVowel ? 1 : 0] ? [] : [whole];
  });
}

function endingOf(word: string): Ending {
  const digit = /\d$/.exec(word)?.[0];
  if (digit !== undefined) return DIGITS[Number(digit)] ?? 'vowel';
  for (const ending of ['vowel', 'l', 'consonant'] as const)
    if (WORDS[ending].some((known) => word.toLowerCase().endsWith(known))) return ending;
  throw new Error(`no reading is known of ${word}`);
}
