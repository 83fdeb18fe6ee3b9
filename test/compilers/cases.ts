import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { some } from '../harness/extent.ts';
import { type FixtureFile, readFixtures } from '../harness/fixtures.ts';
import type { World } from '../harness/host.ts';
import { outcomesOf } from '../harness/runFixture.ts';
import { fixturePages } from '../harness/updateFixtures.ts';
import type { Program } from './compiler.ts';

/** A file of a fixture that fixes are offered for, and what they make of it. */
export interface Case {
  /** Page, heading and file. */
  readonly name: string;
  readonly before: Program;
  readonly fixes: readonly Fixed[];
}

/** What a fix makes of a program. */
export interface Fixed {
  readonly title: string;
  readonly after: Program;
}

const FOLDER = 'test/fixtures';

/**
 * All files of fixtures in some languages that a fix is offered for.
 *
 * @param part only those with this in their names
 * @param every of how many tests of a page one is taken, where not everything is tried
 */
export async function casesOf(
  languageIds: ReadonlySet<string>,
  world: World,
  part = '',
  every = 1,
): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const page of fixturePages(FOLDER).filter(hasFindings)) {
    for (const fixture of some(readFixtures(readFileSync(join(FOLDER, page), 'utf8')), every)) {
      for (const file of fixture.files.filter((one) => languageIds.has(one.languageId))) {
        const name = `${page} › ${fixture.heading} › ${file.path}`;
        if (!name.includes(part)) continue;
        const fixes = (await outcomesOf(fixture, file, world)).filter(({ action }) => !action.silences);
        if (fixes.length === 0) continue;
        const { languageId, path, text } = file;
        const before = { languageId, path, text, beside: textsBeside(file, fixture.files) };
        cases.push({
          name,
          before,
          fixes: fixes.flatMap(({ action: { title }, text, shown }) => [
            { title, after: { ...before, text } },
            ...(shown === undefined
              ? []
              : [{ title: `${title}, as an editor shows it`, after: { ...before, text: shown } }]),
          ]),
        });
      }
    }
  }
  return cases;
}

/** The models are the same whatever is reported, and the places are tables. */
function hasFindings(page: string): boolean {
  return !page.startsWith('model/') && page !== 'places.md';
}

/** The other files of a test that are in the same language. */
function textsBeside(file: FixtureFile, files: readonly FixtureFile[]): ReadonlyMap<string, string> {
  const others = files.filter(({ languageId, path }) => languageId === file.languageId && path !== file.path);
  return new Map(others.map(({ path, text }) => [path, text]));
}
