/** A particle whose form goes by the sound before it: the form behind a consonant, then the one behind a vowel. */
export type Particle = '은/는' | '이/가' | '을/를' | '과/와' | '으로/로' | '이라는/라는' | '이어야/여야';

/**
 * The form that a particle has behind a word as people read it aloud: `1306` ends in the consonant of 육, so it is 은;
 * `2305` in the vowel of 오, so it is 는. Quotes, backticks and what stands in brackets at the end are not read.
 *
 * @param word Hangul, digits or Latin letters, also several words
 */
export function particle(word: string, pair: Particle): string {
  const [behindConsonant = '', behindVowel = ''] = pair.split('/');
  const sound = lastSound(word);
  // 로 stands behind ㄹ as well: 서울로, 2301로.
  return sound === 'vowel' || (sound === 'ㄹ' && pair === '으로/로') ? behindVowel : behindConsonant;
}

type Sound = 'vowel' | 'ㄹ' | 'consonant';

function lastSound(word: string): Sound {
  const read = word.replace(/\s*\([^()]*\)[^\p{L}\p{N}]*$/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
  const last = read.at(-1) ?? '';
  if (/[가-힣]/.test(last)) return soundOfSyllable(last);
  if (/\d/.test(last)) return DIGITS[Number(last)] ?? 'vowel';
  return soundOfLatin(/[A-Z]?[a-z]+$|[A-Z]+$/.exec(read)?.[0].toLowerCase() ?? '');
}

/** 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구: codes are read digit by digit, and a number ends alike. */
const DIGITS: readonly Sound[] = [
  'consonant',
  'ㄹ',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'ㄹ',
  'ㄹ',
  'vowel',
];

const FIRST_SYLLABLE = 0xac00;
/** Unicode has the syllables in blocks, one for each beginning: without a final consonant first, then with each of 27. */
const FINALS = 28;
const FINAL_RIEUL = 8;

function soundOfSyllable(syllable: string): Sound {
  const final = (syllable.charCodeAt(0) - FIRST_SYLLABLE) % FINALS;
  if (final === 0) return 'vowel';
  return final === FINAL_RIEUL ? 'ㄹ' : 'consonant';
}

/** English words whose last stop stays a final consonant in Hangul (타입, 맵); most others get a vowel (코드, 모드, 리스트). */
const CLOSED = new Set([
  'app',
  'block',
  'format',
  'group',
  'lock',
  'map',
  'preset',
  'set',
  'sleep',
  'step',
  'stop',
  'target',
  'type',
  'unit',
]);

/** How a word of Latin letters ends in Hangul: -n, -m, -ng and -l keep their sound, also before a silent e (타임, 파일). */
function soundOfLatin(word: string): Sound {
  if (/le?$/.test(word)) return 'ㄹ';
  return /(?:[nm]e?|ng)$/.test(word) || CLOSED.has(word) ? 'consonant' : 'vowel';
}
