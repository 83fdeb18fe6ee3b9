import type { Catalog } from '../../catalog/catalog.ts';
import type { Code } from '../../catalog/types.ts';
import { describeName } from '../describe/describe.ts';
import type { DocsLanguage } from '../describe/language.ts';
import type { RuleWords } from '../describe/others.ts';
import { subjectAt } from './address.ts';
import { codePage, type ShownPlace } from './codePage.ts';
import { type RuleExample, rulePage } from './rulePage.ts';

/** What pages are made of. */
export interface PageSources {
  readonly catalog: Catalog;
  readonly rules: readonly RuleWords[];
  exampleOf(rule: string): Promise<RuleExample | undefined>;
  /** Where the workspace names a code; undefined where nobody can look. */
  placesOf(code: Code): Promise<readonly ShownPlace[] | undefined>;
}

/**
 * The page at a path, as Markdown.
 *
 * @param code that a page of a rule is opened for @returns undefined where there is no such page
 */
export async function pageAt(
  path: string,
  { catalog, rules, exampleOf, placesOf }: PageSources,
  language: DocsLanguage,
  code?: string,
): Promise<string | undefined> {
  const subject = subjectAt(path, catalog, rules);
  switch (subject?.kind) {
    case undefined:
      return undefined;
    case 'code':
      return codePage(subject.code, catalog, language, await placesOf(subject.code));
    case 'name':
      return describeName(subject.name, catalog, language);
    case 'rule':
      return rulePage(subject.rule, await exampleOf(subject.rule.id), catalog, language, code);
  }
}
