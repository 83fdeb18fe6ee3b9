import assert from 'node:assert/strict';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Code } from '../../server/src/catalog/types.ts';
import { type DocsLanguage, describeCode, describeInLine } from '../../server/src/features/describe/describe.ts';

const catalog = createCatalog(loadCatalogData());

function codeOf(name: string): Code {
  const code = catalog.findAny(name)[0];
  assert.ok(code, name);
  return code;
}

const describeNamed = (name: string, language: DocsLanguage = 'en') => describeCode(codeOf(name), catalog, language);

describe('the first line about a code is the answer', () => {
  for (const [name, start, advice] of [
    ['2305', '**`2305`** Command not supported in (MODE) · HTTP 400 — ', 'Compare the code'],
    ['2202', '**`2202`** Not supported product · HTTP 400 or 503 — ', 'Accept both HTTP statuses'],
    ['TemperatureOutofRange', '**`TemperatureOutofRange`** NUGU device-level error — ', 'Put minTemperature'],
    ['OK', '**`OK`** NUGU result of success — ', 'Return it with properties'],
    ['401', '**`401`** invalid token · NUGU global-level error · HTTP 401 — ', 'Return it for the whole request'],
    ['1314', '**`1314`** Exceeded User API calls · HTTP 401 · seen in the field — ', 'Handle it like 1306'],
    ['4001', '**`4001`** HTTP 400 · seen in the field — ', 'Treat it as success'],
  ] as const) {
    it(name, () => {
      const line = describeNamed(name).split('\n')[0] ?? '';
      assert.ok(line.startsWith(start + advice), line);
    });
  }

  it('in Korean the facts stay and the advice is Korean', () => {
    const line = describeNamed('2305', 'ko').split('\n')[0] ?? '';
    assert.match(line, /^\*\*`2305`\*\* Command not supported in \(MODE\) · HTTP 400 — 메시지가 아니라/);
  });

  it('in both languages the Korean advice is the second line', () => {
    const [first = '', second = ''] = describeNamed('2305', 'both').split('\n');
    assert.match(first, /— Compare the code, not the text/);
    assert.match(second, /^메시지가 아니라 코드로/);
  });

  it('as plain text it has no marks', () => {
    assert.match(
      describeInLine(codeOf('2305'), catalog, 'en'),
      /^2305 Command not supported in \(MODE\) · HTTP 400 — Compare/,
    );
    assert.match(describeInLine(codeOf('OK'), catalog, 'ko'), /^OK NUGU 성공 결과 — /);
  });
});

describe('further down it says', () => {
  for (const [what, name, line] of [
    [
      'which HTTP status each source gives',
      '2202',
      '- **Sources disagree on the HTTP status:** `thinq-connect/ko` 400 · `thinq-connect/en` 503 · `appliance-api/ko` 400',
    ],
    [
      'how each source spells the text',
      '2203',
      '- **Sources disagree on the text:** `thinq-connect/ko`, `appliance-api/ko`: `Not existent modelJSON` · `thinq-connect/en`: `Not existent model JSON`',
    ],
    [
      'what each source takes the code to mean',
      '1302',
      '- **Sources disagree on the meaning:** `thinq-connect/ko`, `appliance-api/ko`: The token has expired. · `thinq-connect/en`: The token was never issued.',
    ],
    [
      'that another code has the same text',
      '1103',
      '- **Same text:** `1218` – tell them apart by the code, never by the text',
    ],
    ['that no page lists the code', '1314', '- **Seen in the field**, in no vendor page'],
    ['its name in the SDK', '1222', '- **SDK:** `ThinQAPIErrorCodes.NOT_CONNECTED_DEVICE`'],
    [
      'that 1205 has a name of its own in newer versions only',
      '1205',
      '- **SDK:** `ThinQAPIErrorCodes.NOT_EXIST_DEVICE` since 1.0.13; before, it had no name, since `NOT_REGISTERED_DEVICE` was assigned twice and means `1213`',
    ],
    [
      'which directives it answers, by the page',
      'AlreadyTurnOn',
      '- **Answers:** `PowerControl.TurnOn` (the page says so)',
    ],
    ['which directives it answers, as we judge', 'DeviceTurnedOff', '- **Answers:** any directive (our judgement)'],
    [
      'what we judge ourselves, and why',
      '1222',
      '- **Our judgement:** device-level · tell the user – It is the state of one device, and it lasts until the network of the device is back.',
    ],
    [
      'what is not device-level',
      '1306',
      '- **Our judgement:** not device-level · back off, then retry – A limit on calls, not a device; only time helps. In spite of the 401 a new token does not.',
    ],
  ] as const) {
    it(`${what} (${name})`, () => assert.ok(describeNamed(name).split('\n').includes(line), describeNamed(name)));
  }

  for (const [what, name, said] of [
    [
      'which source leaves the code out',
      '1225',
      '**Not in every source:** `thinq-connect/ko`, `thinq-connect/en`: listed · `appliance-api/ko`: absent',
    ],
    [
      'which source is spoilt',
      '1221',
      '**Mistake in a source:** `appliance-api/ko`: The words of the description are out of order.',
    ],
    ['its range', '1222', '**Range:** `12xx` Resources'],
    [
      'that the page forgot its HTTP status',
      '1222',
      "**Note:** HTTP 416 Range Not Satisfiable is missing from the page's own HTTP table",
    ],
  ] as const) {
    it(`${what}, in one line before the sources (${name})`, () => {
      const line = describeNamed(name).split('\n').at(-3) ?? '';
      assert.ok(line.split(' — ').includes(said), line);
    });
  }

  it('the properties that must come along, with an example that is valid JSON', () => {
    const markdown = describeNamed('TemperatureOutofRange');
    assert.match(markdown, /^\*\*Required in `errorProperties`:\*\* `minTemperature`, `maxTemperature`$/m);
    const example = /```json\n([\s\S]*?)\n```/.exec(markdown)?.[1] ?? '';
    assert.deepEqual(JSON.parse(example), {
      resultCode: 'TemperatureOutofRange',
      errorProperties: { minTemperature: '18', maxTemperature: '29' },
    });
    assert.doesNotMatch(describeNamed('AlreadyTurnOn'), /```/);
  });

  it('where it is from, linked where an address is known', () => {
    assert.match(describeNamed('1314'), /^Sources: field\/live-service$/m);
    assert.match(
      describeNamed('1222').split('\n').at(-1) ?? '',
      /^Sources: \[thinq-connect\/ko\]\(https:\S+\) · \[thinq-connect\/en\]\(https:\S+\) · \[appliance-api\/ko\]\(https:\S+\)$/,
    );
  });
});

describe('every description', () => {
  for (const language of ['en', 'ko', 'both'] as const) {
    it(`is short, in ${language}, and has no empty place`, () => {
      for (const code of catalog.codes) {
        const markdown = describeCode(code, catalog, language);
        assert.ok(markdown.split('\n').length < 30, code.code);
        assert.doesNotMatch(markdown, /undefined(?! resource)|\n{3}|NaN|\[object/);
        assert.ok(!describeInLine(code, catalog, language).includes('\n'));
      }
    });
  }

  it('speaks of Korean only where it is asked for', () => {
    for (const code of catalog.codes.filter(({ vendor }) => vendor === 'thinq')) {
      assert.doesNotMatch(describeCode(code, catalog, 'en'), /[가-힣]/);
      assert.match(describeCode(code, catalog, 'ko'), /[가-힣]/);
    }
  });

  it('shows what would be a mark in Markdown to the letter', () => {
    const spiky: Code = { ...codeOf('1222'), description: { en: 'a *b* <i> _c_ [d] `e`', ko: '가' } };
    assert.ok(describeCode(spiky, catalog, 'en').includes('a \\*b\\* \\<i\\> \\_c\\_ \\[d\\] \\`e\\`'));
  });
});
