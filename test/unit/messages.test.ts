import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf } from '../../server/src/catalog/byVendor.ts';
import type { Localized } from '../../server/src/catalog/types.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { readSettings } from '../../server/src/settings.ts';
import { some } from '../harness/extent.ts';
import { type Fixture, readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { flawsOf } from '../harness/sentences.ts';

const FOLDER = 'test/fixtures';
const EVERYTHING = { start: 0, end: Number.MAX_SAFE_INTEGER };
const pages = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.md') && file !== 'README.md' && !file.startsWith('model/'))
  .sort();

describe('what rules say', function () {
  this.timeout(120_000);
  const world = createWorld();
  const rules = new Set<string>();
  const flaws = new Map<string, Set<string>>();

  before(async () => {
    for (const page of pages) {
      const found = new Set<string>();
      const fixtures = readFixtures(readFileSync(join(FOLDER, page), 'utf8'));
      for (const fixture of some(fixtures, page.startsWith('rules/') ? 2 : 6)) {
        for (const { rule, text } of await saidIn(fixture)) {
          rules.add(rule);
          for (const flaw of flawsOf(text)) found.add(flaw);
        }
      }
      flaws.set(page, found);
    }
  });

  for (const page of pages) {
    it(`is short and well-formed in both languages: ${page}`, () =>
      assert.deepEqual([...(flaws.get(page) ?? ['not read'])], []));
  }

  it('was said by every rule', () => {
    for (const { id } of RULES) assert.ok(rules.has(id), id);
  });

  /** Everything that is said of the files of a fixture. */
  async function saidIn(fixture: Fixture): Promise<readonly { readonly rule: string; readonly text: Localized }[]> {
    const settings = { ...readSettings(fixture.settings, 'en'), docsLanguage: 'both' as const };
    const root = world.project(fixture.project);
    const said: { readonly rule: string; readonly text: Localized }[] = [];
    for (const { path, text, languageId } of fixture.files) {
      const document = world.document(root, path, text, languageId);
      const { diagnostics } = await world.service.diagnose(document, settings);
      const actions = await world.service.actions(document, EVERYTHING, settings);
      said.push(
        ...diagnostics.map(({ rule, message }) => ({ rule, text: inBoth(message) })),
        ...actions.map(({ title, diagnostic }) => ({ rule: diagnostic.rule, text: asSentence(inBoth(title)) })),
      );
    }
    return said;
  }
});

describe('the titles and reasons of rules', () => {
  for (const rule of RULES) {
    it(`are short and well-formed in both languages: ${rule.id}`, () => {
      assert.deepEqual(flawsOf(asSentence(rule.docs.title)), []);
      for (const { text } of textsOf(rule.docs.why)) assert.deepEqual(flawsOf(text), []);
    });

    it(`speak of the vendors that the rule speaks about: ${rule.id}`, () => {
      const vendors = textsOf(rule.docs.why).flatMap(({ vendor }) => vendor ?? []);
      assert.deepEqual(vendors, vendors.length === 0 ? [] : Object.keys(rule.severity));
    });
  }
});

/** A text as it is shown where both languages are asked for: English, then Korean, each on a line. */
function inBoth(text: string): Localized {
  const [en, ko, ...rest] = text.split('\n');
  assert.ok(en !== undefined && ko !== undefined && rest.length === 0, text);
  return { en, ko };
}

/** A title is held to what holds for sentences, but for its end. */
function asSentence({ en, ko }: Localized): Localized {
  return { en: `${en}.`, ko: `${ko}.` };
}
