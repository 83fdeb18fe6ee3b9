import assert from 'node:assert/strict';
import { readSettings } from '../../server/src/settings.ts';
import { createWorld } from '../harness/host.ts';

/** What VS Code reads of an item's filter, and of what is typed (`_maxLen` of its `filters.ts`). */
const READ = 128;

/** Whether VS Code shows an item: every character that was typed stands in its filter, in that order and in any case. */
function shows(filter: string, typed: string): boolean {
  const read = filter.slice(0, READ).toLowerCase();
  let at = 0;
  for (const character of typed.slice(0, READ).toLowerCase()) {
    at = read.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** A place for a code of each vendor, in several languages; `|` is the cursor. */
const PLACES: Readonly<Record<string, { readonly thinq: string; readonly nugu: string }>> = {
  typescript: {
    thinq: "const isIt = (error: ThinQApiError) => error.code === '|';\n",
    nugu: "const answer = { resultCode: '|', smartHomeDevice: device };\n",
  },
  python: {
    thinq: 'def is_it(error: ThinQAPIException):\n    return error.code == "|"\n',
    nugu: 'answer = {"resultCode": "|", "smartHomeDevice": device}\n',
  },
  kotlin: {
    thinq: 'fun isIt(error: ThinQApiException) = error.code == "|"\n',
    nugu: 'val answer = mapOf("resultCode" to "|", "smartHomeDevice" to device)\n',
  },
  go: {
    thinq: 'package thinq\n\nfunc isIt(err *thinq.APIError) bool { return err.Code == "|" }\n',
    nugu: 'package nugu\n\nvar answer = map[string]any{"resultCode": "|", "smartHomeDevice": device}\n',
  },
  json: {
    thinq: '{ "messageId": "m", "timestamp": "t", "error": { "message": "Not connected device", "code": "|" } }\n',
    nugu: '{ "requestId": "r", "data": [{ "resultCode": "|", "smartHomeDevice": {} }] }\n',
  },
};

const ENDINGS: Readonly<Record<string, string>> = {
  typescript: 'ts',
  python: 'py',
  kotlin: 'kt',
  go: 'go',
  json: 'json',
};

describe('what VS Code shows of a completion', () => {
  const world = createWorld();
  const settings = readSettings({}, 'en');
  const itemsAt = async (language: string, marked: string) => {
    const offset = marked.indexOf('|');
    const text = marked.replace('|', '');
    const document = world.document(world.project(), `a.${ENDINGS[language]}`, text, language);
    return world.service.complete(document, offset, settings);
  };

  for (const [language, { thinq, nugu }] of Object.entries(PLACES)) {
    for (const [marked, typed, wanted] of [
      [thinq, '1222', '1222'],
      [thinq, '오프라인', '1222'],
      [thinq, 'not conn', '1222'],
      [thinq, '토큰', '1218'],
      [nugu, '온도', 'TemperatureOutofRange'],
      [nugu, '꺼져', 'DeviceTurnedOff'],
      [nugu, 'turnedoff', 'DeviceTurnedOff'],
      [nugu, '습도', 'HumidityOutofRange'],
    ] as const)
      it(`has ${wanted} for "${typed}" in ${language}`, async () => {
        const shown = (await itemsAt(language, marked)).filter(({ filter }) => shows(filter, typed));
        assert.ok(
          shown.some(({ code }) => code === wanted),
          `${wanted} among: ${shown.map(({ label }) => label).join(', ')}`,
        );
      });
  }

  it('says of every code in few words what it means, in the language of the documentation', async () => {
    for (const { thinq, nugu } of Object.values(PLACES).slice(0, 1))
      for (const marked of [thinq, nugu])
        for (const language of ['en', 'ko'] as const) {
          const offset = marked.indexOf('|');
          const document = world.document(world.project(), 'a.ts', marked.replace('|', ''), 'typescript');
          const items = await world.service.complete(document, offset, readSettings({ docs: { language } }, 'en'));
          assert.ok(items.length > 20);
          for (const { label, gloss = '' } of items) {
            assert.ok(gloss.length > 0 && gloss.length <= 41, `${label}: ${gloss}`);
            assert.equal(/[가-힣]/.test(gloss), language === 'ko', `${label}: ${gloss}`);
          }
        }
  });

  it('begins with the name of every code and with Korean words', async () => {
    for (const marked of [PLACES.typescript?.thinq ?? '', PLACES.typescript?.nugu ?? ''])
      for (const { code, filter } of await itemsAt('typescript', marked))
        assert.match(filter.slice(0, READ), new RegExp(`^${code} .*[가-힣]{2}.*[a-z]{3}`, 'is'), filter);
  });
});
