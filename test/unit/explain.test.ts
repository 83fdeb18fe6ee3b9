import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { DocsLanguage } from '../../server/src/features/describe/describe.ts';
import { explainQuery as explain, topicsInText } from '../../server/src/features/explain/explain.ts';
import { RULES } from '../../server/src/rules/registry.ts';

const catalog = createCatalog(loadCatalogData());
const explainQuery = (query: string, language: DocsLanguage) => explain(query, { catalog, rules: RULES }, language);
const codesInText = (text: string) =>
  topicsInText(text, catalog).flatMap(({ topic, isBare }) => (topic.kind === 'code' && !isBare ? topic.code.code : []));

describe('explaining', () => {
  const names = (query: string, ...codes: readonly string[]) =>
    it(`${JSON.stringify(query)} → ${codes.join(', ') || 'nothing'}`, () => {
      const explained = explainQuery(query, 'en');
      assert.deepEqual(
        explained.codes.map(({ code }) => code),
        codes,
      );
      for (const code of codes) assert.ok(explained.markdown.includes(`**\`${code}\`**`));
      assert.notEqual(explained.markdown, '');
    });

  // A code, whatever stands around it.
  names('2305', '2305');
  names(' "2305" ', '2305');
  names("'2305',", '2305');
  names('(2305)', '2305');
  names('`2305`', '2305');
  names('code 2305', '2305');
  names('errorCode: 1000', '1000');
  names('0000', '0000');
  names('1314', '1314');
  names('401', '401');
  names('429', '429');
  names('"503"', '503');
  names('TemperatureOutofRange', 'TemperatureOutofRange');
  names('"OK"', 'OK');

  // Several of them, and nothing else.
  names('1222 2305', '1222', '2305');
  names('1222, 2305', '1222', '2305');
  names('"1222", "AlreadyTurnOn"', '1222', 'AlreadyTurnOn');
  names('2305 / 1222 | 2305', '2305', '1222');
  names('1222 2024');
  names('1222 nonsense');

  // A name of the SDK; the one that was assigned twice means what it means at run time.
  names('NOT_CONNECTED_DEVICE', '1222');
  names('NOT_EXIST_DEVICE', '1205');
  names('ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE', '1222');
  names('NOT_REGISTERED_DEVICE', '1213');
  names('SYNCING', '2212');

  // A message; every code that carries it.
  names('Command not supported in STANDBY (2305)', '2305');
  names('Command not supported in STANDBY', '2302', '2305');
  names('Not connected device', '1222');
  names('Invalid token', '1103', '1218', '401');
  names('ERROR: Not connected device at 12:05', '1222');

  // A line of a log, an answer.
  names('ThinQAPIException: RETRY_REQUEST (2210) - Retry request', '2210');
  names('ThinQAPIException: NOT_REGISTERED_DEVICE (1205) - Not registered device', '1205');
  names('2024-12-05 12:05:01 thinq error 1222, then 1306', '1222', '1306');
  names('{"messageId":"m","error":{"message":"Not supported country","code":"1307"}}', '1307');
  names('{"error":{"code":"1218","message":"Invalid token"}}', '1218');
  names('{"error":{"code":401,"message":"invalid token"}}', '401');
  names('{"data":[{"resultCode":"OK"},{"resultCode":"AlreadyTurnOn"}]}', 'OK', 'AlreadyTurnOn');
  names('code: str = "1306"', '1306');

  // The SDK's name for every code that it does not list: the number counts.
  names('ThinQAPIException: UNKNOWN_ERROR (1314) - Exceeded User API calls', '1314');
  names('UNKNOWN_ERROR (1314)', '1314');
  names('UNKNOWN_ERROR(1306) ', '1306');
  names('ThinQAPIErrorCodes.UNKNOWN_ERROR (4001)', '4001');
  names('UNKNOWN_ERROR (0000) - Unknown error', '0000');
  names('UNKNOWN_ERROR', '0000');

  // A line that begins with a device's number in brackets, or ends with a code in some.
  names('[548103161312] Command not supported in POWER OFF', '2304');
  names('[548103161312] Command not supported in HEAT', '2302', '2305');
  names('Validation error: Command not supported in STANDBY', '2302', '2305');
  names('[548103161312] Retry request', '2210');
  names('Command not supported in HEAT (2302)', '2302');

  // NUGU's statuses of a whole request.
  names('{"requestId":"r","error":{"code":429,"message":"x"}}', '429');
  names('HTTP 503', '503');
  names('HTTP 429', '429');

  // Nothing.
  names('2306');
  names('UNKNOWN_ERROR (1399) - Something new');
  names('{"resultCode": "0000"}');
  names('returnCode: "0000"');
  names('9999');
  names('1000 ms');
  names('NOT_CONECTED_DEVICE');
  names('hello world');
  names('');
  names('   ');
  names('🙂');
  names('\u001B[31mred');
  names('{"error":{"code":"1215","message":"Invalid token"}}');
});

describe('what is nearly a code', () => {
  for (const [query, code] of [
    ['temperatureoutofrange', 'TemperatureOutofRange'],
    ['TemperatureOutOfRange', 'TemperatureOutofRange'],
    ['NotSupportedBrightnessControl', 'NotSupportBrightnessControl'],
    ['{"resultCode": "TemperatureOutOfRange"}', 'TemperatureOutofRange'],
    ['the proxy answered AlreadyTurnedOn again', 'AlreadyTurnOn'],
    ['ok', 'OK'],
  ] as const) {
    it(`${query}: said not to be one, and ${code} explained`, () => {
      const { codes, markdown } = explainQuery(query, 'en');
      assert.deepEqual(
        codes.map((found) => found.code),
        [code],
      );
      assert.match(markdown, new RegExp(`^\`\\w+\` is not a code; did you mean \`${code}\`\\?\n`));
    });
  }

  for (const [query, suggestion] of [
    ['2306', '2305 Command not supported'],
    ['code 1226', '1225 '],
    ['NOT_CONECTED_DEVICE', '1222 Not connected device'],
    ['Not conected device', '1222 Not connected device'],
    ['nected device', '1222 Not connected device'],
  ] as const) {
    it(`${query}: nothing found, but ${suggestion.trim()} suggested`, () => {
      const { codes, markdown } = explainQuery(query, 'en');
      assert.deepEqual(codes, []);
      assert.match(markdown, /^Nothing found for /);
      assert.ok(markdown.includes(`- ${suggestion}`), markdown);
    });
  }

  it('is said in Korean, too', () => {
    assert.match(explainQuery('2306', 'ko').markdown, /찾은 것이 없습니다/);
    assert.match(explainQuery('temperatureoutofrange', 'ko').markdown, /코드가 아닙니다/);
  });
});

describe('explaining what is no code', () => {
  const says = (query: string, expected: RegExp, language: DocsLanguage = 'en', found = true) =>
    it(`${JSON.stringify(query)} (${language}): ${expected.source}`, () => {
      const explained = explainQuery(query, language);
      assert.match(explained.markdown, expected);
      assert.equal(explained.found, found);
    });

  says('TurnOn', /^\*\*`TurnOn`\*\* NUGU directive of `PowerControl`/);
  says('PowerControl', /^\*\*`PowerControl`\*\* NUGU capability/);
  says('SetEndTime', /Sources disagree on the spelling/);
  says('SetEndtime', /^\*\*`SetEndtime`\*\* NUGU directive/);
  says('{"smartHomeCapability":"PowerControl"}', /^\*\*`PowerControl`\*\*/);
  says('turnon', /^`turnon` is not a directive; did you mean `TurnOn`\?/);
  says('PowerContrl', /^`PowerContrl` is not a capability; did you mean `PowerControl`\?/);

  says('416', /^\*\*`416`\*\* HTTP 416 Range Not Satisfiable/);
  says('HTTP 406', /`1219` Not supported model · `1220` Not supported feature · `1221` Not supported product/);
  says('HTTP/1.1 400 Bad Request', /^\*\*`400`\*\* HTTP 400 Bad Request/);
  says('Request failed with status code 416', /^\*\*`416`\*\*/);
  says('ThinQ API 503: upstream', /^\*\*`503`\*\*/);
  says('HTTP 상태 412', /^\*\*`412`\*\*/, 'ko');
  says('12XX', /^\*\*`12xx`\*\*/);
  says('403', /Did you mean one of these\?\n\n- HTTP 4xx: 400, 401/, 'en', false);
  says('timestmp', /- timestamp \(ThinQ Connect\)/, 'en', false);

  says('9012', /^\*\*`9012`\*\* — A code of LG's older app API, not of ThinQ Connect\.\n/);
  says('code: 9006', /older app API/);
  says('{"resultCode":"0106"}', /older app API/);
  says('0005', /이전 앱 API/, 'ko');
  says('Not support current_job_mode : None', /no response of the service/);
  says('RuntimeError: Not supported country_code.', /^\*\*`Not supported country_code\.`\*\*/);
  says(
    'ThinQAPIException: UNKNOWN_ERROR (unknown error code) - unknown error message',
    /has no code|no code or no message/,
  );
  says('Not supported country', /^\*\*`1307`\*\*/);

  says('UNKNOWN_ERROR (1399)', /^\*\*`1399`\*\* A code that no source lists/, 'en', false);
  says('UNKNOWN_ERROR (1314)', /the code is the number in brackets/);
  says('UNKNOWN_ERROR (1314)', /괄호 안의 번호/, 'ko');
  says('UNKNOWN_ERROR (9012)', /older app API/);

  says('{"resultCode": "0000"}', /^\*\*`0000`\*\* Success/);
  says('2025-01-01 DEBUG returnCode: "0000"', /^\*\*`0000`\*\* Success/);
  says('0000', /^\*\*`0000`\*\* Unknown error[\s\S]*\n\*\*`0000`\*\* Success/);
  says('resultCode 0110', /older app API/);
  says('returnCd=0000', /^\*\*`0000`\*\* 성공/, 'ko');
  says('{"error":{"code":"0000"}}', /^\*\*`0000`\*\* Unknown error/);

  says('unread-error-code', /^\*\*`unread-error-code`\*\* rule — An error code that nobody reads/);
  says('code-type', /^\*\*`code-type`\*\* 규칙 —/, 'ko');
  says('unread-eror-code', /- unread-error-code/, 'en', false);

  says('1309', /personal access token/);
  says('1309', /PAT를 새로 발급/, 'ko');
  says('1306', /1314/);
  says('1314', /1306/);

  // The query is repeated as it stands.
  says(
    '[548103161312] No such thing (2399)',
    /^Nothing found for `\[548103161312\] No such thing \(2399\)`\./,
    'en',
    false,
  );
});

describe('explaining words', () => {
  const fits = (query: string, ...codes: readonly string[]) =>
    it(`${query} → ${codes.join(', ')}`, () => {
      const { found, codes: listed } = explainQuery(query, 'en');
      assert.ok(found);
      const names = listed.map(({ code }) => code);
      for (const code of codes) assert.ok(names.includes(code), `${code} is not among ${names.join(', ')}`);
    });

  fits('offline', '1222', 'NoConnectionDevice');
  fits('오프라인', '1222', 'NoConnectionDevice');
  fits('온도', 'TemperatureOutofRange', 'AlreadyAtMaxTemp', 'AlreadyAtMinTemp');
  fits('온도가', 'TemperatureOutofRange');
  fits('temperature', 'TemperatureOutofRange');
  fits('토큰', '1103', '1218', '1302');
  fits('token', '1103', '1218', '1302', '401');
  fits('expired token', '1302');
  fits('device off', '2304', 'DeviceTurnedOff');
  fits('꺼짐', '2304', 'DeviceTurnedOff');
  fits('습도 범위', 'HumidityOutofRange');
  fits('rate limit', '1306');
  fits('호출 한도', '1306', '1314');
  fits('Too many API calls', '1306', '1314');
  fits('too many requests', '429');
  fits('connected dev', '1222');

  it('a list names the codes with what to do, in the language asked for', () => {
    assert.match(
      explainQuery('온도', 'ko').markdown,
      /^`온도`에 관한 코드:\n\n- TemperatureOutofRange .*\n- AlreadyAtMaxTemp/,
    );
    assert.match(explainQuery('offline', 'en').markdown, /^Codes that `offline` fits:\n\n- 1222 Not connected device/);
  });

  it('one that fits alone is explained in full', () => {
    assert.match(explainQuery('습도 범위', 'ko').markdown, /^\*\*`HumidityOutofRange`\*\*/);
  });

  for (const query of ['hello world', 'zz', 'the quick brown fox jumps over it all', '안녕'])
    it(`${query}: nothing`, () => assert.equal(explainQuery(query, 'en').found, false));
});

describe('explaining never throws', () => {
  it('whatever is asked', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (query) => void explainQuery(query, 'both')));
  });

  for (const [what, unit] of Object.entries({
    letters: 'a',
    'capital and small letters': 'Aa',
    brackets: '(',
    spaces: 'x ',
    numbers: '1222/',
    codes: '(2305) ',
    keys: 'code: ',
    emoji: '🙂',
    'half surrogate pairs': '\uD83D',
    ticks: '`',
  })) {
    it(`nor hangs on a million ${what}`, () => {
      const { markdown } = explainQuery(unit.repeat(1_000_000), 'en');
      assert.ok(markdown.length < 20_000);
    });
  }
});

describe('codes in free text', () => {
  /** Codes are marked with «». */
  const finds = (marked: string) =>
    it(marked, () => {
      const text = marked.replaceAll(/[«»]/g, '');
      const found = topicsInText(text, catalog);
      // Codes that share a message stand at one place.
      const places = found.filter(({ start }, index) => start !== found[index - 1]?.start);
      const again = places.reduceRight(
        (rest, { start, end }) => `${rest.slice(0, start)}«${rest.slice(start, end)}»${rest.slice(end)}`,
        text,
      );
      assert.equal(again, marked);
    });

  describe('numbers that are codes', () => {
    finds('retry on «1222» only');
    finds('«1222»');
    finds('// «1222»: offline');
    finds('//«1222» is offline');
    finds('# «1222», «1306» and «2305».');
    finds('«1103»/«1218» share a text');
    finds('(«2305»)');
    finds('"«2305»"');
    finds('code «2305»');
    finds('code:«1222»');
    finds('errorCode=«1222»');
    finds('| «1222» | offline |');
    finds('<code>«1222»</code>');
    finds('한글 🙂 «2305» 에러');
    finds('디바이스가 오프라인이면 «1222»를 받는다');
    finds('«2305» 원인, «1306» 호출 초과, «1306»호출');
    finds('seen live: «1314»');
  });

  describe('numbers that are something else', () => {
    finds('on 2024-1205 and 1205-03-01');
    finds('http://host:1222/path, localhost:1222');
    finds('v2101, 1.1205, 1205.1, 2.1.1205');
    finds('1205px, 1205 px, 2101ms, 2101 ms, 1222 s, 1205%');
    finds('at 12:05, 1205:30, +1205, -1205, $1205, ₩2101');
    finds('/files/1205/x and C:\\1205');
    finds('12050, 91205, 1205_000, 1205,000 won');
    finds('port 1222, line 1205, page 2101, issue 1205, fixes #1205');
    finds('TS2305, ORA-1205, E1205, error1222, code2305, thinq-1000');
    finds('2101년, 1205원, 1205 초, 2101년에');
    finds('9999 and 1215 are no codes');
    finds('1205/9999');
  });

  describe('numbers that mean a thousand things must be announced or quoted', () => {
    finds('wait 1000, in 2000, 0000, 0001');
    finds('code «1000», error «2000», errorCode: «0000», error code «0001»');
    finds('에러 «1000», 오류 «2000», 코드 «0000», 에러 코드는 «1000»');
    finds('ThinQ «2000»');
    finds('에러«1222», 코드«1000»');
    finds('"«1000»" and \'«0000»\' and `«2000»`');
    finds('"1000 items", barcode 1000, decode 2000');
    finds('error 1000 ms');
  });

  describe('words, names and messages', () => {
    finds('answer «TemperatureOutofRange» here');
    finds('«TemperatureOutofRange»를 돌려준다');
    finds('TemperatureOutOfRange, MyTemperatureOutofRange, TemperatureOutofRangeError are others');
    finds('OK, all is OK');
    finds('see «ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE» or «NOT_CONNECTED_DEVICE»');
    finds('NOT_CONNECTED_DEVICES and _NOT_CONNECTED_DEVICE');
    finds('SYNCING is a word, «ThinQAPIErrorCodes.SYNCING» is not');
    finds('got «Command not supported in STANDBY (2305)» again');
    finds('got «command not supported in REMOTE OFF (2301)»');
    finds('said: «Not connected device (1222)», then «Retry request (2210)»');
    finds('ThinQAPIException: «RETRY_REQUEST (2210)» - «Retry request»');
    finds('«Command not supported in STANDBY» («1222»)');
    finds('HTTP 401, 429, 503');
  });

  it('a name that the SDK assigns twice means the code in brackets behind it', () => {
    const codes = codesInText;
    assert.deepEqual(codes('NOT_REGISTERED_DEVICE'), ['1213']);
    assert.deepEqual(codes('NOT_REGISTERED_DEVICE (1205)'), ['1205']);
    assert.deepEqual(codes('ThinQAPIException: NOT_EXIST_DEVICE (1205) - Not registered device'), ['1205']);
  });

  it('spans are in order and never overlap', () => {
    const part = fc.constantFrom(
      '1222',
      '(2305)',
      ' ',
      '/',
      'Retry request',
      'SYNCING',
      'ThinQAPIErrorCodes.',
      '🙂',
      '"',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        let last = 0;
        for (const { start, end, isBare } of topicsInText(parts.join(''), catalog)) {
          assert.ok(start < end && (last <= start || (isBare && last === end)));
          last = end;
        }
      }),
    );
  });
});
