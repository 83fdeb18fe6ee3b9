import assert from 'node:assert/strict';
import { TYPICAL_TEXTS } from '../../server/src/knowledge/typicalTexts.ts';
import { warmUp } from '../../server/src/lsp/warmUp.ts';
import { NO_PROJECT } from '../../server/src/project/facts.ts';
import type { Document, LanguageService } from '../../server/src/service/api.ts';
import { createLanguageService } from '../../server/src/service/service.ts';
import { readSettings } from '../../server/src/settings.ts';
import { grammars } from '../harness/host.ts';

const SETTINGS = readSettings({}, 'en');

/** A service that tells which grammars it has loaded, and of which files it has asked what surrounds them. */
function createWatched(): { service: LanguageService; readonly loaded: string[]; readonly asked: string[] } {
  const loaded: string[] = [];
  const asked: string[] = [];
  const service = createLanguageService({
    assets: {
      read(name) {
        loaded.push(name);
        return grammars.read(name);
      },
    },
    async projectOf(uri) {
      asked.push(uri);
      return NO_PROJECT;
    },
    checkProjectFile: async () => [],
  });
  return { service, loaded, asked };
}

function documentOf({ languageId, text }: (typeof TYPICAL_TEXTS)[number]): Document {
  return { uri: `file:///project/own.${languageId}`, languageId, version: 1, text };
}

describe('a server that has nothing to do', () => {
  it('has loaded the grammars of usual languages when the first document is opened', async () => {
    const { service, loaded } = createWatched();
    await warmUp(
      () => service,
      () => false,
    );
    assert.ok(loaded.length > TYPICAL_TEXTS.length, loaded.join());
    const before = loaded.length;
    for (const typical of TYPICAL_TEXTS) await service.diagnose(documentOf(typical), SETTINGS);
    assert.deepEqual(loaded.slice(before), []);
  });

  it('asks about no file', async () => {
    const { service, asked } = createWatched();
    await warmUp(
      () => service,
      () => false,
    );
    assert.deepEqual(
      [...new Set(asked)].filter((uri) => !uri.startsWith('untitled:')),
      [],
    );
  });

  it('stops as soon as somebody has a document open', async () => {
    const { service, loaded } = createWatched();
    let asked = 0;
    await warmUp(
      () => service,
      () => ++asked > 1,
    );
    const first = loaded.length;
    assert.ok(first > 0);
    for (const typical of TYPICAL_TEXTS) await service.diagnose(documentOf(typical), SETTINGS);
    assert.ok(loaded.length > first, 'the second language was not read ahead');
  });

  it('does nothing where one is open already', async () => {
    await warmUp(
      () => assert.fail('no service is needed'),
      () => true,
    );
  });

  for (const typical of TYPICAL_TEXTS) {
    it(`has a text in ${typical.languageId} that all is tried on`, async () => {
      const { service } = createWatched();
      const document = documentOf(typical);
      const { diagnostics, skipped } = await service.diagnose(document, SETTINGS);
      assert.equal(skipped, undefined);
      assert.ok(diagnostics.length > 0, 'nothing was found in it');
      assert.match((await service.hover(document, typical.at, SETTINGS))?.markdown ?? '', /1222/);
    });
  }
});
