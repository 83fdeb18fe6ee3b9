import type { Catalog } from '../../catalog/catalog.ts';
import { factsOf } from '../../catalog/text.ts';
import type { Code } from '../../catalog/types.ts';

/** More words than these are a sentence or a line of a log, not a search. */
const MOST_WORDS = 6;
/** Below this many codes whose meaning fits, those count as well whose advice does. */
const FEWEST_FITTING = 3;

/** Words that every text has. */
const FILLERS = new Set('a an and are at by for from in is it my of on or the to too was with'.split(' '));

/** What people ask with, and words of the catalog that say the same, each as it begins there. */
const SAME: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    disconnected: 'offline',
    unreachable: 'offline reached',
    network: 'wi-fi',
    wifi: 'wi-fi network',
    timeout: 'delayed times',
    slow: 'delayed',
    limit: 'exceeded limits',
    quota: 'exceeded',
    many: 'exceeded',
    throttled: 'exceeded',
    throttling: 'exceeded',
    rate: 'exceeded',
    'rate-limit': 'exceeded',
    login: 'sign token',
    auth: 'token authority',
    authorization: 'token authority',
    permission: 'authority permission',
    scope: 'scope',
    colour: 'color',
    wind: 'airflow',
    fan: 'airflow',
    battery: 'charging',
    timer: 'end',
    schedule: 'schedule',
    busy: 'retry synchronized authority',
    중복: '같은',
    끊김: '오프라인 연결',
    연결: '오프라인',
    네트워크: '네트워크 오프라인',
    와이파이: 'wi-fi',
    꺼짐: '꺼져',
    꺼진: '꺼져',
    끄기: '꺼져',
    켜짐: '켜져',
    켜진: '켜져',
    전원: '전원 꺼져 켜져',
    한도: '초과 한도',
    제한: '초과 한도',
    시간초과: '지연 시간',
    로그인: '로그인 토큰',
    인증: '토큰 인증',
    바람: '풍량',
    색: '색상',
    배터리: '충전',
    타이머: '예약',
    푸쉬: '푸시',
  }).map(([word, others]) => [word, others.split(' ')] as const),
);

/** The pages' word for an appliance; the catalog has another. */
const DEVICE = /디바이스/g;
/** Nearly everything is one. */
const ERROR = /에러|오류/g;

/** What stands behind a Korean word and is no part of it: 온도가, 토큰은. */
const KOREAN_PARTICLE = /(?<=[가-힣]{2})(?:으로|에서|에게|까지|부터|은|는|이|가|을|를|과|와|의|에|로|도|만)$/;

/**
 * The codes that words of English or Korean fit (`offline`, `온도`), those whose name or text has them first. Every word
 * must fit; English ones as a word begins, Korean ones anywhere.
 *
 * @returns nothing for a text with digits, or of many words
 */
export function codesAbout(text: string, catalog: Catalog): readonly Code[] {
  const words = wordsIn(text.replace(DEVICE, '기기').replace(ERROR, ' ')).filter((word) => !FILLERS.has(word));
  if (words.length === 0 || words.length > MOST_WORDS || /\d/.test(text)) return [];
  if (words.some((word) => word.length < (isKorean(word) ? 1 : 3))) return [];
  const codesWith = (textsOf: (code: Code) => readonly string[]): readonly Code[] =>
    catalog.codes.filter((code) => {
      const text = ` ${textsOf(code).flatMap(wordsOf).join(' ')}`;
      return words.every((word) => waysToSay(word).some((way) => text.includes(isKorean(way) ? way : ` ${way}`)));
    });
  const close = [...new Set([...codesWith(namesOf), ...codesWith((code) => [...namesOf(code), ...meaningsOf(code)])])];
  if (close.length >= FEWEST_FITTING) return close;
  return [...new Set([...close, ...codesWith((code) => [...namesOf(code), ...meaningsOf(code), ...adviceOf(code)])])];
}

/** Two words in one are two: `AlreadyTurnOn`, `NOT_CONNECTED_DEVICE`. */
function wordsOf(name: string): readonly string[] {
  return wordsIn(name.replace(/([a-z\d])([A-Z])/g, '$1 $2'));
}

function wordsIn(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function waysToSay(word: string): readonly string[] {
  const stem = word.replace(KOREAN_PARTICLE, '');
  return [...new Set([word, stem, ...(SAME.get(word) ?? []), ...(SAME.get(stem) ?? [])])];
}

function isKorean(word: string): boolean {
  return /[가-힣]/.test(word);
}

function namesOf(code: Code): readonly string[] {
  const texts = factsOf(code).flatMap(([, { text, defect }]) => (text === undefined || defect ? [] : text));
  return [code.code, ...texts, ...(code.sdkName === undefined ? [] : [code.sdkName])];
}

function meaningsOf({ description }: Code): readonly string[] {
  return [description.en, description.ko];
}

function adviceOf({ advice }: Code): readonly string[] {
  return [advice.en, advice.ko];
}
