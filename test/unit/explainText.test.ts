import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { explainText } from '../../server/src/features/explain/log.ts';
import { redact } from '../../server/src/features/explain/redact.ts';
import { RULES } from '../../server/src/rules/registry.ts';

const sought = { catalog: createCatalog(loadCatalogData()), rules: RULES };
const explained = (text: string, language: 'en' | 'ko' = 'en') => explainText(text, sought, language);

/** Each with what must be gone. */
const SECRETS: readonly (readonly [line: string, ...gone: readonly string[]])[] = [
  ['Authorization: Bearer thinqpat_0a1b2c3d4e5f', 'thinqpat_0a1b2c3d4e5f'],
  ['authorization=Basic dXNlcjpwYXNz', 'dXNlcjpwYXNz'],
  ["headers: {'x-message-id': 'fNvdZ1brTn-wWKUlWGoSVw', 'x-api-key': 'abc'}", 'fNvdZ1brTn', "'abc'"],
  ['{"messageId":"short","error":{"code":"1222"}}', 'short'],
  ['{\\"deviceId\\":\\"ab12\\",\\"code\\":\\"1222\\"}', 'ab12'],
  ['device_id=ab12&token=x1y2', 'ab12', 'x1y2'],
  ['accessToken = q', '= q'],
  ['GET /devices/0123abc/state 416', '0123abc'],
  ['jwt eyJhbGciOi.eyJzdWIi.c2ln sent', 'eyJ', 'c2ln'],
  ['device 0f9c8e7d6b5a4f3e2d1c0b9a88776655 offline', '0f9c8e7d'],
  ['id 123e4567-e89b-12d3-a456-426614174000', '123e4567'],
  ['user kim.chul+su@example.co.kr', 'kim.chul'],
  ['mac 00:1A:2b:3c:4D:5e', '1A:2b'],
  ['cookie: session', 'session'],
  ['password=1222', '1222'],
];

/** Lines in which nothing is secret. */
const ORDINARY: readonly string[] = [
  '2026-11-30T05:12:45.123+09:00 WARN [main] com.example.home.ThinQClient - 1222 Not connected device',
  'ThinQAPIException: COMMAND_NOT_SUPPORTED_IN_MODE (2305) - Command not supported in MODE',
  '{"resultCode":"NotExistDeviceInSmartHomeBackendProxy","smartHomeDevice":{}}',
  'HTTP/1.1 416 Range Not Satisfiable, retry in 1500 ms',
  'at com.example.SomethingWithAVeryLongNameIndeed.run(SomethingWithAVeryLongNameIndeed.java:120)',
  'EXCEEDED_NUMBER_OF_EVENT_SUBSCRIPTION_1312',
  'token expired: 1218',
  '기기가 오프라인입니다 (1222)',
  '----------------------------------------',
  '20261130 051245 000000000000000000000001',
];

describe('redacting a line', () => {
  for (const [line, ...gone] of SECRETS)
    it(line, () => {
      const left = redact(line);
      for (const secret of gone) assert.ok(!left.includes(secret), left);
      assert.ok(left.includes('‹…›'), left);
      assert.equal(redact(left), left);
    });
  for (const line of ORDINARY) it(`leaves ${line}`, () => assert.equal(redact(line), line));

  it('leaves the code of a line that it takes a secret out of', () =>
    assert.equal(redact('{"messageId":"a","error":{"code":"1222"}}'), '{"messageId":"‹…›","error":{"code":"1222"}}'));
});

const LOG = `2026-11-30 05:12:01 INFO start
2026-11-30 05:12:02 WARN device=0f9c8e7d6b5a4f3e2d1c0b9a88776655 code 1222 Not connected device
2026-11-30 05:12:02 WARN device=1f9c8e7d6b5a4f3e2d1c0b9a88776655 code 1222 Not connected device
ThinQAPIException: INVALID_TOKEN_AGAIN (1218) - Invalid token
{"resultCode": "AlreadyTurnOn"}
the temperature is 2305 in the year 2026
`;

describe('explaining a text of lines', () => {
  it('says what to do first, counts codes, and shows each line with what it is', () => {
    const markdown = explained(LOG);
    assert.match(markdown, /^4 of 6 lines name codes\./);
    assert.match(
      markdown,
      /## What to do first\n\n\*\*1218\*\* .*Get a new token, then repeat the request once\. \(our judgement\)/,
    );
    assert.match(markdown, /\| 2 \| \*\*1222\*\* Not connected device \|/);
    assert.match(markdown, /\| 1 \| \*\*AlreadyTurnOn\*\*/);
    assert.doesNotMatch(markdown, /9c8e7d6b5a|start|in the year/);
  });

  it('shows lines that differ in what is secret once', () =>
    assert.match(explained(LOG), /code 1222 Not connected device` × 2/));

  it('says it in Korean', () => {
    const markdown = explained(LOG, 'ko');
    assert.match(markdown, /^6줄 중 4줄에 코드가 나옵니다\./);
    assert.match(markdown, /## 먼저 할 일/);
  });

  it('says so where no line names a code', () => {
    for (const text of ['', '\n\n', 'all is well\nthe room is warm'])
      assert.equal(explained(text), 'No line names a code of ThinQ or NUGU.');
  });

  it('shows what stands in a line as it is, whatever that is in Markdown', () => {
    const markdown = explained(
      'ThinQAPIException 1222 ``` | [x](command:y) <b> ![](http://a/b)\n# 1222 Not connected device',
    );
    assert.match(markdown, /- ````ThinQAPIException 1222 ``` \| \[x\]\(command:y\) <b> /);
  });

  it('says that it has read no more of what is too long', () =>
    assert.match(explained(`1222 Not connected device\n${'\n'.repeat(1_000_000)}`), /only its beginning was read/));

  it('bears a line of a million escaped quotes', () => {
    assert.equal(explained('\\"'.repeat(500_000)), 'No line names a code of ThinQ or NUGU.');
  });

  it('bears a log of many lines', () => {
    const lines = Array.from({ length: 4_000 }, (_, at) => `line ${at} ThinQAPIException 1222 Not connected device`);
    const markdown = explained(lines.join('\n'));
    assert.match(markdown, /and \d+ more/);
    assert.ok(markdown.length < 60_000);
  });
});
