import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { SearchedText } from '../../server/src/evidence/text/searchedText.ts';
import { createVocabulary } from '../../server/src/evidence/text/vocabulary.ts';
import { CUE_REACH } from '../../server/src/languages/tree/excerpt/relevance.ts';
import { REACH, TextSearch } from '../../server/src/model/textSearch.ts';
import { CUES } from '../../server/src/service/cues.ts';
import { readSettings } from '../../server/src/settings.ts';
import { runs } from '../harness/extent.ts';
import { readFixtures } from '../harness/fixtures.ts';
import { createWorld } from '../harness/host.ts';
import { reachOf } from '../harness/reach.ts';
import { PART } from '../harness/strokes.ts';
import { fixturePages } from '../harness/updateFixtures.ts';

const FIXTURES = 'test/fixtures';
const SETTINGS = readSettings({ codeLens: true }, 'en');

const files = fixturePages(FIXTURES)
  .flatMap((page) => readFixtures(readFileSync(join(FIXTURES, page), 'utf8')))
  .flatMap((fixture) => fixture.files);

describe('what is looked for in a text', function () {
  this.timeout(120_000);
  /** Everything that the product looks for with it. */
  const expressions = new Set<RegExp>();

  before(async () => {
    const { places } = TextSearch.prototype;
    TextSearch.prototype.places = function (expression, most) {
      expressions.add(expression);
      return places.call(this, expression, most);
    };
    try {
      const { service, project, document } = createWorld();
      const root = project(new Map([['.thinq-nugu.json', '{ "vendors": ["thinq", "nugu"] }']]));
      for (const [index, { text, languageId }] of files.filter((_, number) => number % 4 === 0).entries()) {
        const asked = document(root, `${index}`, text, languageId);
        await service.diagnose(asked, SETTINGS);
        if (index % 4 === 0) await service.hover(asked, text.search(/\d{4}/) + 1, SETTINGS);
      }
    } finally {
      TextSearch.prototype.places = places;
    }
  });

  it('is looked for by expressions that reach no further than is looked at again after an edit', () => {
    assert.ok(expressions.size > 30, `${expressions.size} expressions`);
    for (const expression of expressions) {
      const { units, runs: most } = reachOf(expression);
      assert.ok(units <= REACH.units && most <= REACH.runs, `${units} units and ${most} runs: ${expression}`);
    }
  });

  it('is what makes a piece of a text worth reading, by an expression that reaches no further either', () => {
    const { matchAll } = String.prototype;
    const asked: RegExp[] = [];
    String.prototype.matchAll = function (this: string, expression: RegExp) {
      asked.push(expression);
      return matchAll.call(this, expression);
    };
    try {
      createVocabulary(createCatalog(loadCatalogData()), CUES).cues('');
    } finally {
      String.prototype.matchAll = matchAll;
    }
    for (const expression of asked) {
      const { units, runs: most } = reachOf(expression);
      assert.ok(units <= CUE_REACH.units && most <= CUE_REACH.runs, `${units} units and ${most} runs: ${expression}`);
    }
    assert.equal(asked.length, 1);
  });

  it('is found once: what was found stays, and moves with an edit in front of it', () => {
    const far = 'const nothing = 0;\n'.repeat(1000);
    const before = new TextSearch(`${far}call(thinq);\n${far}`);
    const word = /thinq/g;
    assert.deepEqual(before.places(word), [{ start: far.length + 5, end: far.length + 10 }]);
    const asked: string[] = [];
    const watched = Object.assign(/thinq/g, {
      exec(text: string) {
        asked.push(text);
        return RegExp.prototype.exec.call(this, text);
      },
    });
    assert.ok(before.has(watched));
    asked.length = 0;
    const after = new TextSearch(`x\n${before.text}`, before);
    assert.deepEqual(after.places(watched, 1), [{ start: far.length + 7, end: far.length + 12 }]);
    // Only a piece of the text has been looked through.
    assert.ok(
      asked.every((text) => text.length < far.length),
      `${asked.map((text) => text.length)}`,
    );
  });

  it('is the same after edits as in a text that nobody has seen before', () => {
    const marks = { line: '//', block: ['/*', '*/'] } as const;
    const pieces = [
      '',
      'x',
      '\n',
      '\r\n',
      '//',
      '/*',
      '*/',
      '"',
      "'",
      '`',
      '"""',
      '한',
      '😀',
      ' = ',
      '.',
      '\n\n\n\n\n',
    ];
    const words = ['thinqconnect', 'ThinQApiError', 'x-message-id', 'x-api-key', 'smartHomeDevice: ', 'ResultCode = '];
    const others = [
      'output',
      '"version": "2.0"',
      '.use( async (err',
      'answer.data = ',
      '"DeviceTurnedOff"',
      'mysql',
      '%w[a ',
    ];
    const edit = fc.record({
      at: PART,
      remove: fc.oneof(fc.nat(4), fc.nat(400)),
      insert: fc.array(fc.constantFrom(...pieces, ...words, ...others), { maxLength: 4 }).map((all) => all.join('')),
    });
    // Longer than what is looked at again.
    const text = fc
      .array(fc.constantFrom(...files.map((file) => file.text)), { minLength: 2, maxLength: 8 })
      .map((all) => all.join('\n'));
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 6 }), fc.boolean(), (from, edits, asksForOne) => {
        let now = from;
        let kept = new SearchedText(now, marks);
        const ask = (searched: SearchedText, most?: number) =>
          [...expressions].map((one) => [searched.search, searched.code].map((search) => search.places(one, most)));
        ask(kept, asksForOne ? 1 : undefined);
        for (const { at, remove, insert } of edits) {
          const offset = Math.floor(at * now.length);
          now = now.slice(0, offset) + insert + now.slice(offset + remove);
          kept = new SearchedText(now, marks, kept);
        }
        const fresh = new SearchedText(now, marks);
        assert.equal(kept.code.text, fresh.code.text);
        assert.deepEqual(ask(kept), ask(fresh), now);
      }),
      { seed: 20_240_229, numRuns: runs(200) },
    );
  });
});
