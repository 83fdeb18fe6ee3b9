import assert from 'node:assert/strict';
import { some } from '../harness/extent.ts';
import { createMatrix, type MatrixPlace, readPlaces } from '../matrix/matrix.ts';
import { allSlips, FEWEST_WORDS, isLeftSilent, sampleOf } from '../matrix/sample.ts';

/** As many places as people are known to put such words in. */
const FEWEST_PLACES = 45;
/** One place in so many is asked about a slip in an unrelated file, too. */
const PLACES_OF_A_TWIN = 2;

describe('a misspelt word of NUGU', () => {
  const sample = sampleOf(readPlaces());
  const places = [...sample.keys()];
  const matrix = createMatrix();
  const withTwin = new Set(some(places, PLACES_OF_A_TWIN));
  const names = [...new Set(places.map(({ place }) => place))];

  const problemsOf = async (place: MatrixPlace): Promise<readonly string[]> => {
    const problems: string[] = [];
    const slips = sample.get(place) ?? [];
    for (const { text } of slips) {
      const isFound = (await matrix.found(place, text)).length > 0;
      if (isFound === isLeftSilent(place, text))
        problems.push(`${place.ending}: ${text} is ${isFound ? '' : 'not '}found`);
    }
    for (const { text } of withTwin.has(place) ? slips.slice(0, 1) : []) {
      const isFound = (await matrix.foundElsewhere(place, text)).length > 0;
      if (isFound) problems.push(`${place.ending}: ${text} is found elsewhere`);
    }
    return problems;
  };

  it('is looked for in every place and language with three words, and each slip in one', () => {
    assert.ok(names.length >= FEWEST_PLACES, String(names.length));
    for (const place of places) {
      const words = new Set(sample.get(place)?.map(({ word }) => word));
      assert.ok(words.size >= FEWEST_WORDS, `${place.place} › ${place.ending}: ${words.size}`);
    }
    const looked = new Set([...sample.values()].flat().map(({ text }) => text));
    for (const { text } of allSlips()) assert.ok(looked.has(text), text);
  });

  for (const name of names) {
    it(`${name}: is found, and in unrelated code it is not`, async () => {
      const inPlace = places.filter((one) => one.place === name);
      const problems: string[] = [];
      for (const place of inPlace) problems.push(...(await problemsOf(place)));
      assert.deepEqual(problems, []);
    });
  }
});
