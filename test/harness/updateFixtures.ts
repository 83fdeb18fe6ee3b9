import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Fence, readFixtures } from './fixtures.ts';
import type { World } from './host.ts';
import { compareFixture, runFixture, runModel } from './runFixture.ts';

/** What became of a page of fixtures. */
export interface Updated {
  readonly markdown: string;
  /** What is still wrong with it, as text to read: what no fence says, or what the fences of a model do not agree on. */
  readonly problems: readonly string[];
}

/** The Markdown files with fixtures in a folder, as paths within it, in order. */
export function fixturePages(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.md') && !file.endsWith('README.md'))
    .sort();
}

/** Writes what is into the pages of a folder. @param part only pages with this in their paths @returns those that changed or are wrong */
export async function updateFolder(folder: string, world: World, part = ''): Promise<ReadonlyMap<string, Updated>> {
  const touched = new Map<string, Updated>();
  for (const page of fixturePages(folder).filter((path) => path.includes(part))) {
    const path = join(folder, page);
    const markdown = readFileSync(path, 'utf8');
    const updated = await updatePage(markdown, world);
    if (updated.markdown !== markdown) writeFileSync(path, updated.markdown);
    if (updated.markdown !== markdown || updated.problems.length > 0) touched.set(page, updated);
  }
  return touched;
}

/** Writes what is into the fences of a page that say what is expected. Throws where it holds no fixtures. */
export async function updatePage(markdown: string, world: World): Promise<Updated> {
  const bodies = new Map<Fence, Set<string>>();
  let isWrong = false;
  for (const fixture of readFixtures(markdown)) {
    for (const { fence, actual, problem } of await compareFixture(fixture, world)) {
      isWrong ||= problem !== undefined;
      bodies.set(fence, (bodies.get(fence) ?? new Set()).add(actual ?? fence.body));
    }
  }
  const lines = markdown.split('\n');
  for (const [fence, [body = '', ...others]] of [...bodies].sort(([a], [b]) => b.open - a.open)) {
    if (body === fence.body || others.length > 0) continue;
    lines.splice(fence.open, fence.close - fence.open + 1, ...write(fence, body, lines[fence.close] ?? ''));
  }
  const updated = lines.join('\n');
  return { markdown: updated, problems: isWrong ? await problemsIn(updated, world) : [] };
}

/** @param ticks the marks around the fence @returns the lines of the fence with another body */
function write({ word, rest }: Fence, body: string, ticks: string): readonly string[] {
  const written = body === '' ? [] : body.split('\n');
  let marks = ticks;
  while (written.includes(marks)) marks += '`';
  return [`${marks}${word} ${rest}`.trimEnd(), ...written, marks];
}

async function problemsIn(markdown: string, world: World): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const fixture of readFixtures(markdown)) {
    const found = await (fixture.model ? runModel : runFixture)(fixture, world);
    for (const problem of found) problems.push(`${fixture.heading}: ${problem}`);
  }
  return problems;
}
