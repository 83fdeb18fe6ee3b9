import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Localized } from '../../catalog/types.ts';
import { headline } from './answer.ts';
import { conflictItems } from './conflicts.ts';
import { requiredProperties } from './example.ts';
import { factItems, sourceLinks } from './facts.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { escapeMarkdown } from './markdown.ts';

export { describeInLine } from './answer.ts';
export { describeName } from './directives.ts';
export type { DocsLanguage } from './language.ts';

/**
 * Markdown about a code: line 1 is the answer (code, text, HTTP status, what to do); then the description, the
 * properties it requires, where its sources disagree, further facts and links. Vendors' facts are shown with the
 * source that says them wherever sources differ; what is our own judgement is marked so.
 *
 * @param notes Markdown about the code where it stands, below the answer
 */
export function describeCode(
  code: Code,
  catalog: Catalog,
  language: DocsLanguage,
  notes: readonly Localized[] = [],
): string {
  const items = [...conflictItems(catalog.conflicts(code), language), ...factItems(code, catalog, language)];
  return [
    headline(code, catalog, language),
    ...notes.map((note) => oneOf(note, language)),
    ...allOf(code.description, language).map(escapeMarkdown),
    ...requiredProperties(code, language),
    items.map((item) => `- ${item}`).join('\n'),
    sourceLinks(code, catalog, language),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
