import assert from 'node:assert/strict';
import { applyEdits } from '../../server/src/fixes/fix.ts';
import { NO_PROJECT } from '../../server/src/project/facts.ts';
import { createLanguageService } from '../../server/src/service/service.ts';
import { readSettings } from '../../server/src/settings.ts';
import { grammars } from '../harness/host.ts';

const settings = readSettings({ rules: { 'unmapped-code': 'information' } }, 'en');

/** A service in a project whose file answers some codes in its own way. */
function serviceWith(mapping: Readonly<Record<string, string>>) {
  return createLanguageService({
    assets: grammars,
    projectOf: async () => ({ ...NO_PROJECT, mapping }),
    checkProjectFile: async () => [],
  });
}

/** A map over codes, with the cursor behind the first `needle`. */
function documentOf(entries: string, needle: string) {
  const text = `export const ANSWERS = {\n${entries}};\n`;
  const document = { uri: 'memory:/answers.ts', languageId: 'typescript', version: 1, text };
  return { document, offset: text.indexOf(needle) + needle.length };
}

const ENTRIES = "  '1222': 'NoConnectionDevice',\n  '2304': 'DeviceTurnedOff',\n";

describe('a project that answers in its own way', () => {
  const service = serviceWith({ '1222': 'DeviceInSleepMode', '1306': 'NoControlAuthority' });

  it('is what a hover tells', async () => {
    const { document, offset } = documentOf(ENTRIES, '122');
    const hover = await service.hover(document, offset, settings);
    assert.match(
      hover?.markdown ?? '',
      /\*\*NUGU answer in this project:\*\* `DeviceInSleepMode` Answered here with `NoConnectionDevice`\./,
    );
  });

  it('is offered first, and said to be the project’s', async () => {
    const { document, offset } = documentOf(
      "  '1308': 'NoControlAuthority',\n  '2304': 'DeviceTurnedOff',\n  '1222': '',\n",
      "'1222': '",
    );
    const [first] = (await service.complete(document, offset, settings)).toSorted((a, b) => (a.sort < b.sort ? -1 : 1));
    assert.equal(first?.label, 'DeviceInSleepMode');
    assert.equal(first.detail, "this project's answer for 1222");
  });

  it('decides what a mapping leaves out, and what is added', async () => {
    const { document } = documentOf(ENTRIES, '');
    const [found, ...others] = (await service.diagnose(document, settings)).diagnostics;
    assert.deepEqual(others, []);
    assert.match(found?.message ?? '', /leaves out 24 device-level ThinQ codes/);
    const actions = await service.actions(document, { start: 0, end: document.text.length }, settings);
    const fixed = applyEdits(document.text, actions.find(({ preferred }) => preferred)?.edits ?? []);
    assert.match(fixed, /^ {2}'1306': 'NoControlAuthority', \/\/ EXCEEDED_API_CALLS$/m);
  });
});

describe('completion in a mapping', () => {
  const offers = async (language: string) => {
    const { document, offset } = documentOf(
      "  '1222': 'NoConnectionDevice',\n  '1308': 'NoControlAuthority',\n  '2304': '',\n",
      "'2304': '",
    );
    const items = await serviceWith({}).complete(document, offset, readSettings({ docs: { language } }, 'en'));
    return items.toSorted((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ label, detail }) => `${label}: ${detail}`);
  };

  it('says why a code comes first', async () => {
    assert.deepEqual((await offers('en')).slice(0, 3), [
      'DeviceTurnedOff: suggested for 2304',
      'AlreadyTurnOff: for 2304 where TurnOff was asked for',
      'NoControlAuthority: for 2304 where TurnOn was asked for',
    ]);
  });

  it('says so in Korean', async () => {
    assert.deepEqual((await offers('ko')).slice(0, 2), [
      'DeviceTurnedOff: 2304에 대한 제안',
      'AlreadyTurnOff: 2304: TurnOff를 요청했을 때',
    ]);
  });
});

describe('an explanation', () => {
  const { explain } = serviceWith({});

  it('names the NUGU answer to a ThinQ code', () => {
    assert.match(explain('1222', settings), /\*\*NUGU answer that we suggest:\*\* `NoConnectionDevice` – /);
    assert.match(explain('1306', settings), /`429` in `error\.code`, for the whole request/);
    assert.doesNotMatch(explain('1101', settings), /NUGU answer/);
  });

  it('names the ThinQ codes that a NUGU code answers', () => {
    assert.match(explain('DeviceTurnedOff', settings), /\*\*We suggest this answer for ThinQ codes:\*\* `2304`/);
    assert.doesNotMatch(explain('AlreadyCharging', settings), /for ThinQ:/);
  });
});
