import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Localized } from '../../server/src/catalog/types.ts';
import { LONGEST_FIRST_SENTENCE, MOST_SENTENCES, sentencesOf, wrongParticles } from '../harness/sentences.ts';

const catalog = createCatalog(loadCatalogData());

/** A text of the catalog in both languages, and where it stands: `codes.1222.advice`. */
interface Found {
  readonly at: string;
  readonly text: Localized;
}

/** Every text of the catalog's data, whatever it belongs to. */
const TEXTS = textsIn(catalog.data, '');
/** Those that are whole sentences: names, titles and glosses are not, nor is `when`, which follows a code. */
const SENTENCES = TEXTS.filter(({ at }) => !/\.(?:title|gloss|when)$/.test(at));

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
    [/가전(?! API)/, '기기'],
    [/device-level|기기 수준/i, '기기 오류'],
    [/global-level/i, '요청 전체'],
    [/\bdirectives?\b|지시어/, '디렉티브'],
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
    ['`TurnOn`를 `1306`는', ['TurnOn`를', '1306`는']],
    ['`2305`(in MODE)를 `OFFLINE`(`1222`)은', []],
  ] as const) {
    it(text, () => assert.deepEqual(wrongParticles(text), wrong));
  }
});

function textsIn(value: unknown, at: string): Found[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('en' in value && 'ko' in value) return [{ at, text: value as Localized }];
  return Object.entries(value).flatMap(([key, inner]) => {
    const code: unknown = typeof inner === 'object' && inner !== null && 'code' in inner ? inner.code : undefined;
    return textsIn(inner, `${at}.${typeof code === 'string' ? code : key}`);
  });
}
