import { readSettings } from '../../server/src/settings.ts';
import { diffLines } from './diff.ts';
import { TRIES_ALL } from './extent.ts';
import { type Comparison, FileRun, type Outcome } from './fileRun.ts';
import type { Fixture, FixtureFile } from './fixtures.ts';
import type { World } from './host.ts';

/** Runs everything a fixture asks for. @returns what went wrong, as text to read; empty where all is well */
export async function runFixture(fixture: Fixture, world: World): Promise<readonly string[]> {
  const settings = readSettings(fixture.settings, 'en');
  const root = world.project(filesAround(fixture));
  const problems: string[] = [];
  for (const file of fixture.files) {
    const before = problems.length;
    const run = new FileRun(world, root, file, settings, lineEnd(fixture));
    const title = `${file.path}${fixture.crlf ? ' with CRLF' : ''}`;
    const results = new Set<string>();
    const found = [...problemsOf(await run.all()), ...(await run.everyAction(results))];
    for (const problem of found) problems.push(`${title}: ${problem}`);
    // What is wrong already need not be told three times.
    if (file.annotated.expected.length === 0 || problems.length > before) continue;
    for (const [name, variant, lineEnd] of formsOf(file)) {
      const again = new FileRun(world, root, variant, settings, lineEnd);
      const found = [...problemsOf([await again.findings()]), ...(await again.everyAction(results, lineAbove(file)))];
      for (const problem of found) problems.push(`${file.path} ${name}: ${problem}`);
    }
  }
  return problems;
}

/** Compares the model of every file of a fixture with the one it gives. @returns what went wrong, as text to read */
export async function runModel(fixture: Fixture, world: World): Promise<readonly string[]> {
  const comparisons = await compareFixture(fixture, world);
  return fixture.files.flatMap(({ path }, index) =>
    problemsOf(comparisons.slice(index, index + 1)).map((problem) => `${path}: ${problem}`),
  );
}

/** Compares a fixture's fences with what is: each once, but the model's once for every file. */
export async function compareFixture(fixture: Fixture, world: World): Promise<readonly Comparison[]> {
  const settings = readSettings(fixture.settings, 'en');
  const root = world.project(filesAround(fixture));
  const comparisons: Comparison[] = [];
  for (const file of fixture.files) {
    const run = new FileRun(world, root, file, settings, lineEnd(fixture));
    comparisons.push(...(fixture.model ? [await run.model(fixture.model)] : await run.all()));
  }
  return comparisons;
}

/** What the actions that are offered for its findings make of a file. */
export async function outcomesOf(fixture: Fixture, file: FixtureFile, world: World): Promise<readonly Outcome[]> {
  const root = world.project(filesAround(fixture));
  return new FileRun(world, root, file, readSettings(fixture.settings, 'en'), lineEnd(fixture)).outcomes();
}

/** The files of the project that a fixture is in, by path: its own among them where these see one another. */
export function filesAround({ project, isProgram, files }: Fixture): ReadonlyMap<string, string> {
  return isProgram ? new Map([...project, ...files.map(({ path, text }) => [path, text] as const)]) : project;
}

function lineEnd({ crlf }: Fixture): '\n' | '\r\n' {
  return crlf ? '\r\n' : '\n';
}

/** What is wrong; and what is right, but would be written in other words. */
function problemsOf(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.flatMap(({ fence, problem, actual = fence.body }) => {
    if (problem !== undefined || actual === fence.body) return problem ?? [];
    return `npm run test:update writes it otherwise\n${diffLines(fence.body, actual)}`;
  });
}

/** The other forms in which a file has the same findings: all that makes one in one, for one file in sixteen; with all each by itself. */
function formsOf(
  file: FixtureFile,
): readonly (readonly [name: string, variant: FixtureFile, lineEnd: '\n' | '\r\n'])[] {
  const shifted = below(file);
  const alone = [
    ['below a line of Korean and emoji', shifted, '\n'],
    ['with CRLF', file, '\r\n'],
  ] as const;
  const both = ['below a line of Korean and emoji, with CRLF', shifted, '\r\n'] as const;
  if (TRIES_ALL) return [both, ...alone];
  return file.text.length % 16 === 0 ? [both] : [];
}

/** The file with a comment above it that shifts bytes, UTF-16 units and lines by different amounts. */
function below(file: FixtureFile): FixtureFile {
  const line = lineAbove(file);
  const { lines, expected } = file.annotated;
  return {
    ...file,
    text: line + file.text,
    fence: { ...file.fence, body: line + file.fence.body },
    annotated: { lines: [line.trimEnd(), ...lines], expected: expected.map((one) => ({ ...one, line: one.line + 1 })) },
  };
}

function lineAbove({ comment }: FixtureFile): string {
  return `${comment} 첫 줄: 한글, 그리고 👩‍🔧 🏠 𝟜\n`;
}
