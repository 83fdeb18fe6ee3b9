import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { type Particle, particle } from '../../server/src/catalog/korean.ts';

/** Words by the sound that they end with in Korean, and how they are read there. */
const READ: Readonly<Record<'vowel' | 'ㄹ' | 'consonant', Readonly<Record<string, string>>>> = {
  vowel: {
    '1222': '이',
    '2304': '사',
    '2305': '오',
    '0009': '구',
    기기: '기',
    코드: '드',
    code: '코드',
    resultCode: '코드',
    errorCode: '코드',
    error: '에러',
    messageId: '아이디',
    requestId: '아이디',
    message: '메시지',
    timestamp: '스탬프',
    data: '데이터',
    errorProperties: '프로퍼티스',
    smartHomeDevice: '디바이스',
    minTemperature: '템퍼러처',
    mode: '모드',
    OK: '오케이',
    DeviceTurnedOff: '오프',
    DeviceInSleepMode: '모드',
    TemperatureOutofRange: '레인지',
    NotSupportedInCurrentState: '스테이트',
    NoControlAuthority: '오서리티',
    UnsupportedDevice: '디바이스',
    AlreadyStopped: '스톱트',
    NOT_CONNECTED_DEVICE: '디바이스',
    INVALID_REQUEST: '리퀘스트',
    TurnOff: '오프',
    Brightness: '브라이트니스',
    ThinQ: '씽큐',
    NUGU: '누구',
    SDK: '케이',
    HTTP: '피',
    'unknown-code': '코드',
    'http-status-mismatch': '매치',
    'envelope-shape': '셰이프',
    strict: '스트릭트',
    off: '오프',
    vendors: '벤더스',
    catalog: '카탈로그',
    true: '트루',
  },
  ㄹ: {
    '2301': '일',
    '1307': '칠',
    '2208': '팔',
    서울: '울',
    맵들: '들',
    PowerControl: '컨트롤',
    CONTROL: '컨트롤',
    MODEL: '모델',
    level: '레벨',
    'wrong-level': '레벨',
    file: '파일',
    Satisfiable: '새티스파이어블',
    null: '널',
    URL: '엘',
  },
  consonant: {
    '2210': '영',
    '1103': '삼',
    '1306': '육',
    목록: '록',
    TurnOn: '온',
    AlreadyTurnOn: '온',
    AlreadyCharging: '차징',
    SYNCING: '싱킹',
    EXPIRED_TOKEN: '토큰',
    description: '디스크립션',
    mapping: '매핑',
    'duplicate-arm': '암',
    'code-type': '타입',
    Time: '타임',
    line: '라인',
    preset: '프리셋',
    FORMAT: '포맷',
    JSON: '제이슨',
  },
};

const FORMS: Readonly<Record<Particle, { readonly vowel: string; readonly ㄹ: string; readonly consonant: string }>> = {
  '은/는': { vowel: '는', ㄹ: '은', consonant: '은' },
  '이/가': { vowel: '가', ㄹ: '이', consonant: '이' },
  '을/를': { vowel: '를', ㄹ: '을', consonant: '을' },
  '과/와': { vowel: '와', ㄹ: '과', consonant: '과' },
  '으로/로': { vowel: '로', ㄹ: '로', consonant: '으로' },
  '이라는/라는': { vowel: '라는', ㄹ: '이라는', consonant: '이라는' },
  '이어야/여야': { vowel: '여야', ㄹ: '이어야', consonant: '이어야' },
};

describe('Korean particles', () => {
  for (const sound of ['vowel', 'ㄹ', 'consonant'] as const) {
    for (const [word, read] of Object.entries(READ[sound])) {
      it(`${word}${particle(word, '은/는')}, as …${read}`, () => {
        for (const pair of Object.keys(FORMS) as Particle[])
          assert.equal(particle(word, pair), FORMS[pair][sound], pair);
      });
    }
  }

  it('do not read quotes, backticks and brackets at the end', () => {
    assert.equal(particle('`1306`', '은/는'), '은');
    assert.equal(particle('"2305"', '은/는'), '는');
    assert.equal(particle('`OFFLINE` (`1306`)', '은/는'), '은');
    assert.equal(particle('Command not supported in (MODE)', '과/와'), '과');
    assert.equal(particle('`A`, `AlreadyTurnOn`', '으로/로'), '으로');
    assert.equal(particle('', '은/는'), '는');
  });
});

/** What is said otherwise, and how. */
const OTHERWISE: ReadonlyMap<RegExp, string> = new Map([
  [/에러/, '오류'],
  [/디바이스/, '기기'],
  [/directives?(?=[가-힣])|[가-힣] directive/, '디렉티브'],
  [/작업 영역/, '워크스페이스'],
  [/폴백/, '기본 처리'],
  [/기기 수준/, '기기 오류'],
  [/텍스트/, '메시지 of what a code says, else 글 or 내용'],
  [/어느 코드인[가지]|어느 코드를/, '어느 플랫폼의 코드'],
  [/[\d}] %/, '% right behind its number'],
  [/[\uFF01-\uFF5E\uFF61-\uFFDC\u3001\u3002]/, 'punctuation and letters of one width'],
  [/은\(는\)|이\(가\)|을\(를\)|와\(과\)|\(으\)로/, 'the particle that is right'],
]);

describe('Korean texts', () => {
  const texts = [
    ...readdirSync('server/catalog')
      .filter((file) => file.endsWith('.json'))
      .map((file) => `server/catalog/${file}`),
    'package.nls.ko.json',
    'l10n/bundle.l10n.ko.json',
    ...readdirSync('server/src', { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `server/src/${file.replaceAll('\\', '/')}`),
  ].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (isKorean(line) ? [{ place: `${file}:${index + 1}`, text: line.trim() }] : [])),
  );

  it('are found', () => assert.ok(texts.length > 400, `${texts.length} texts`));

  for (const [other, word] of OTHERWISE) {
    it(`say ${word}, not ${other.source}`, () => {
      assert.deepEqual(
        texts.filter(({ text }) => other.test(text)).map(({ place, text }) => `${place}: ${text}`),
        [],
      );
    });
  }
});

/**
 * Whether a line is one of a text for people: not of a comment, nor of a pattern that looks for what people write, nor
 * what a vendor's page prints, to the letter.
 */
function isKorean(line: string): boolean {
  return /[가-힣]/.test(line) && /["'`]/.test(line) && !/^\s*(?:\*|\/\*|\/\/|(?:const \w+ = )?\/|"text": )/.test(line);
}
