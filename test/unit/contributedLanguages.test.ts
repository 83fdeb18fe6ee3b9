import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { languageIds, patterns } from '../../server/src/languages/registry.json';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly languages: readonly {
      readonly id: string;
      readonly extensions?: readonly string[];
      readonly configuration?: string;
    }[];
    readonly grammars: readonly { readonly language?: string }[];
  };
}

describe('the languages of the manifest', () => {
  const { activationEvents, contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;

  it('have Kotlin for its programs, and leave all else to extensions for it', () => {
    const own = contributes.languages.filter(({ id }) => id === 'kotlin');
    assert.deepEqual(own, [{ id: 'kotlin', aliases: ['Kotlin'], extensions: ['.kt'] }]);
    assert.deepEqual(
      contributes.grammars.filter(({ language }) => language !== undefined),
      [],
    );
  });

  it('bring nothing into the way of others: no configuration', () => {
    for (const { id, configuration } of contributes.languages) assert.equal(configuration, undefined, id);
  });

  it('start the extension, as do the files that tell of an ending with several owners', () => {
    for (const id of languageIds) assert.ok(activationEvents.includes(`onLanguage:${id}`), id);
    assert.deepEqual(
      activationEvents.filter((event) => !event.startsWith('onLanguage:')),
      ['workspaceContains:**/appsscript.json', 'workspaceContains:**/.clasp.json'],
    );
  });

  it('are asked for by their endings where editors may not know them', () => {
    for (const ending of ['vue', 'svelte', 'html', 'gs']) assert.ok(patterns.includes(`**/*.${ending}`), ending);
    assert.ok(!patterns.some((pattern) => /\.(?:ipynb|js|ts|kt|json)$/.test(pattern)), patterns.join());
  });
});
