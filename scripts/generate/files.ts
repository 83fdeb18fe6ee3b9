import { createCatalog } from '../../server/src/catalog/catalog.ts';
import { loadCatalogData } from '../../server/src/catalog/load.ts';
import { joinCues } from '../../server/src/evidence/text/cues.ts';
import { hintsOf } from '../../server/src/evidence/text/hints.ts';
import { LANGUAGES } from '../../server/src/languages/registry.ts';
import { RULES } from '../../server/src/rules/registry.ts';
import { type FixturePage, renderCapabilities } from './capabilities.ts';
import { grammarFile } from './grammar.ts';
import { renderLanguageFacts, renderLanguagesTable, scopesOf } from './languages.ts';
import { renderManifest, renderProjectSchema, renderStrings } from './manifest.ts';
import { renderRuleFacts } from './rules.ts';
import { renderExamples, renderRulesPage } from './rulesPage.ts';

export { queriesOfLanguages, queryErrors } from './queries.ts';

const RULES_PAGE = 'docs/rules.md';
const LANGUAGES_PAGE = 'docs/languages.md';

/** A file of the repository, by its path from the root. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** A change to a file that people write, too. */
type Renewal = readonly [path: string, renew: (text: string) => string];

/**
 * Every generated file but the registries of rules and languages, from which all this starts.
 *
 * @param read gives the text of a file as it is now, by its path from the root; nothing where there is none
 * @param pages all fixtures
 */
export function render(
  read: (path: string) => string | undefined,
  pages: readonly FixturePage[],
): readonly GeneratedFile[] {
  const renewals: readonly Renewal[] = [
    ['package.json', (text) => renderManifest(text, RULES, LANGUAGES, scopesOf(LANGUAGES))],
    ['package.nls.json', (text) => renderStrings(text, RULES, 'en')],
    ['package.nls.ko.json', (text) => renderStrings(text, RULES, 'ko')],
    ['server/catalog/project.schema.json', (text) => renderProjectSchema(text, RULES)],
    [LANGUAGES_PAGE, (text) => replaceBlock(text, 'languages', renderLanguagesTable(LANGUAGES))],
    [LANGUAGES_PAGE, (text) => replaceBlock(text, 'capabilities', renderCapabilities(LANGUAGES, RULES, pages))],
  ];
  const renewed = new Map<string, string>();
  for (const [path, renew] of renewals) renewed.set(path, renew(renewed.get(path) ?? read(path) ?? ''));
  return [
    { path: grammarFile.path, text: grammarFile.render(createCatalog(loadCatalogData())) },
    { path: 'server/src/languages/registry.json', text: renderLanguageFacts(LANGUAGES) },
    { path: 'server/src/rules/registry.json', text: renderRuleFacts(RULES) },
    {
      path: 'client/src/common/hints.json',
      text: JSON.stringify(hintsOf(loadCatalogData(), joinCues(RULES.map(({ cues }) => cues)))),
    },
    {
      path: 'server/src/rules/examples.json',
      text: renderExamples(RULES, (id) => read(`test/fixtures/rules/${id}.md`)),
    },
    { path: RULES_PAGE, text: renderRulesPage(RULES, (id) => read(`test/fixtures/rules/${id}.md`)) },
    ...[...renewed].map(([path, text]) => ({ path, text })),
  ];
}

/**
 * Puts text between `<!-- generated: name -->` and the next `<!-- /generated -->`.
 *
 * @throws when there is no such pair of marks
 */
export function replaceBlock(text: string, name: string, content: string): string {
  const open = `<!-- generated: ${name} -->`;
  const start = text.indexOf(open);
  const end = text.indexOf('<!-- /generated -->', start);
  if (start < 0 || end < 0) throw new Error(`There is no ${open} … <!-- /generated -->.`);
  return `${text.slice(0, start + open.length)}\n\n${content}\n\n${text.slice(end)}`;
}
