import { type Description, isTree } from '../../server/src/languages/description.ts';
import type { TreeDescription } from '../../server/src/languages/tree/description.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { type Fixture, readFixtures } from '../../test/harness/fixtures.ts';
import { hasNoForm, scenarioId } from '../../test/harness/scenarios.ts';

/** A Markdown file of fixtures, by its path from the root. */
export interface FixturePage {
  readonly path: string;
  readonly markdown: string;
}

/** Scenarios that every language should be able to say; one file holds those of one kind. */
const SCENARIOS: readonly (readonly [title: string, path: string])[] = [
  ['mentions', 'test/fixtures/model/mentions.md'],
  ['dispatch', 'test/fixtures/model/sites.md'],
];

/**
 * The table of languages and what works in them, made from the fixtures alone: a mark means that a fixture in that
 * language expects it and passes, a fraction counts the scenarios that all languages share and that this one has a form
 * for. A language on its way is said to be.
 */
export function renderCapabilities(
  languages: readonly Description[],
  rules: readonly Rule[],
  pages: readonly FixturePage[],
): string {
  const fixtures = pages.flatMap(({ path, markdown }) => readFixtures(markdown).map((fixture) => ({ path, fixture })));
  // Dialects that go by one name share a row.
  const names = [...new Set(languages.map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'en'));
  const rows = names.map((name) => {
    const dialects = languages.filter((one) => one.name === name);
    // What editors know under no id goes by its ending.
    const ids = dialects.flatMap((language) => [
      ...language.languageIds,
      ...language.extensions.map((one) => one.slice(1)),
    ]);
    const program = dialects.filter(isTree).find(({ isProgram }) => isProgram);
    const own = fixtures.flatMap(({ path, fixture }) =>
      fixture.files.filter((file) => ids.includes(file.languageId)).map((file) => ({ path, fixture, file })),
    );
    const has = (test: (one: (typeof own)[number]) => boolean): string => (own.some(test) ? '✓' : '–');
    return [
      program?.isPartial ? `${name} (partial)` : name,
      ...(['hover', 'completion', 'fix'] as const).map((word) =>
        has(({ file }) => file.behind.some((fence) => fence.word === word && (word === 'fix' || fence.body !== ''))),
      ),
      has(({ file }) => file.text.includes('thinq-nugu-ignore-')),
      ...SCENARIOS.map(([, path]) => (program ? fraction(own, fixtures, path, program) : '–')),
      ...rules.map((rule) => has(({ file }) => file.annotated.expected.some((finding) => finding.rule === rule.id))),
    ];
  });
  const head = ['', 'hover', 'completion', 'fixes', 'suppression', ...SCENARIOS.map(([title]) => title)];
  const titles = [...head, ...rules.map(({ id }) => `\`${id}\``)];
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

type Placed = { readonly path: string; readonly fixture: Fixture };

/** In how many of a page's scenarios a language takes part, and for how many it has no form. */
function fraction(
  own: readonly Placed[],
  all: readonly Placed[],
  path: string,
  language: Pick<TreeDescription, 'noFormFor'>,
): string {
  const headingsOf = (some: readonly Placed[]): ReadonlySet<string> =>
    new Set(some.filter((one) => one.path === path).map(({ fixture }) => fixture.heading));
  const [said, every] = [headingsOf(own), headingsOf(all)];
  const without = [...every].filter((heading) => hasNoForm(language, scenarioId(path, heading))).length;
  return `${said.size}/${every.size - without}${without > 0 ? ` (–${without})` : ''}`;
}
