// Looks for every slip of NUGU's words in every place, in every language: npm run test:matrix [-- its options]
//   --grep    only places with this in their names: behind resultCode: assigned › ts
//   --sample  only what `npm test` looks for
//   --all     names every slip that is not found, not only the first of each place
import { parseArgs } from 'node:util';
import { createMatrix, type Matrix, type MatrixPlace, readPlaces } from './matrix.ts';
import { allSlips, isLeftSilent, sampleOf } from './sample.ts';
import type { Slip } from './words.ts';

/** @returns the texts that are not found, and those that are found in a file about something else */
async function askAll(matrix: Matrix, place: MatrixPlace, slips: readonly Slip[]) {
  const missed: string[] = [];
  const loud: string[] = [];
  for (const { text } of slips) {
    if ((await matrix.found(place, text)).length === 0) missed.push(text);
    if ((await matrix.foundElsewhere(place, text)).length > 0) loud.push(text);
  }
  return { missed, loud };
}

async function main(): Promise<void> {
  const { values: options } = parseArgs({
    options: {
      grep: { type: 'string', default: '' },
      sample: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
    },
  });
  const matrix = createMatrix();
  const places = readPlaces();
  const sample = sampleOf(places);
  const figures = { asked: 0, found: 0, silent: 0, twins: 0, loud: 0 };
  const summary: string[] = [];
  for (const place of places) {
    const name = `${place.place} › ${place.ending}`;
    if (!name.includes(options.grep)) continue;
    const slips = options.sample ? (sample.get(place) ?? []) : allSlips();
    const { missed, loud } = await askAll(matrix, place, slips);
    figures.asked += slips.length;
    figures.found += slips.length - missed.length;
    figures.twins += slips.length;
    figures.loud += loud.length;
    figures.silent += missed.filter((text) => isLeftSilent(place, text)).length;
    const why = place.silence ? ` (${place.silence.why})` : '';
    const named = (texts: readonly string[]): string => (options.all ? texts : texts.slice(0, 3)).join(' ');
    if (missed.length > 0)
      summary.push(`${name}: ${missed.length} of ${slips.length} not found${why}: ${named(missed)}`);
    if (loud.length > 0) summary.push(`${name}: ${loud.length} found elsewhere: ${named(loud)}`);
  }
  for (const line of summary) console.log(line);
  const { asked, found, silent, twins, loud } = figures;
  const cells = new Set(places.map(({ place }) => place)).size;
  console.log(
    `${cells} places in ${places.length} forms, ${allSlips().length} slips of ${new Set(allSlips().map(({ word }) => word)).size} words`,
  );
  console.log(
    `${asked} looked for: ${found} found, ${silent} left silent for a reason, ${asked - found - silent} missed`,
  );
  console.log(`${twins} in unrelated files: ${loud} found`);
  process.exitCode = asked === 0 || found + silent < asked || loud > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
