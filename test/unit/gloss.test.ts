import assert from 'node:assert/strict';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import type { Code } from '../../server/src/catalog/types.ts';
import { glossOf } from '../../server/src/features/completion/detail.ts';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';

/** Characters of a hint behind a code that VS Code shows (`editor.inlayHints.maximumLength`), less the arrow before it. */
const ROOM = 43 - '⟵ '.length;

describe('what a code means in a few words', () => {
  const { codes } = loadCatalogData();

  for (const language of ['en', 'ko'] as const)
    it(`has room in a row and is not cut (${language})`, () => {
      assert.ok(codes.length > 90);
      for (const code of codes) {
        const gloss = glossOf(code, language);
        assert.ok(gloss.length > 3 && gloss.length <= ROOM, `${code.code}: ${gloss}`);
        assert.doesNotMatch(gloss, /…|[.:;,]$/, `${code.code}: ${gloss}`);
        assert.equal(/[가-힣]/.test(gloss), language === 'ko', `${code.code}: ${gloss}`);
      }
    });

  it('is shorter than the first sentence where it is written down', () => {
    const written = codes.flatMap((code) => (code.gloss ? [{ ...code, gloss: code.gloss }] : []));
    assert.ok(written.length > 10);
    for (const { description, gloss } of written)
      for (const language of ['en', 'ko'] as const) {
        const [first = ''] = /^.*?[.](?=\s|$)/.exec(description[language]) ?? [];
        assert.ok(gloss[language].length < first.length, gloss[language]);
      }
  });

  it('shows that it is cut where a team has written more', () => {
    const text = `The hub of this house ${'is very sound asleep and '.repeat(4)}will not wake.`;
    const [code] = codes;
    assert.ok(code);
    const gloss = glossOf({ ...code, description: { en: text, ko: text } } as Code, 'en');
    assert.ok(gloss.length <= ROOM && gloss.endsWith('…'), gloss);
  });
});

describe('what stands behind a code', () => {
  const world = createWorld();

  for (const [language, code, label] of [
    ['en', '1222', '⟵ the device is offline'],
    ['ko', '1308', '⟵ ThinQ 앱에서'],
    ['ko', '1306', '⟵ API 호출'],
  ] as const)
    it(`goes on in the line, and begins with names as they are written (${language} ${code})`, async () => {
      const root = world.project(new Map([['.thinq-nugu.json', '{ "vendors": ["thinq", "nugu"] }']]));
      const text = /\d/.test(code) ? `{ "error": { "code": "${code}" } }` : `{ "data": [{ "resultCode": "${code}" }] }`;
      const [hint] = await world.service.hints(
        world.document(root, 'answer.json', text),
        { start: 0, end: text.length },
        readSettings({ inlayHints: true }, language),
      );
      assert.ok(hint?.label.startsWith(label), hint?.label);
    });
});
