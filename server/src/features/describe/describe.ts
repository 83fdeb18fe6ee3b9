import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Localized } from '../../catalog/types.ts';
import { headline } from './answer.ts';
import { conflictItems, isOfCatalog } from './conflicts.ts';
import { requiredProperties } from './example.ts';
import { catalogItems, factItems, sourceLinks } from './facts.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { escapeMarkdown } from './markdown.ts';

export { describeInLine } from './answer.ts';
export { describeName } from './directives.ts';
export type { DocsLanguage } from './language.ts';
export { describeProtocol } from './protocol.ts';

/**
 * Markdown about a code: line 1 is the answer (code, text, HTTP status, what to do); then what a program needs: the
 * description, required properties, what its sources disagree on, further facts. What is the catalog's own matter (the
 * range, slips and gaps of sources) is folded into one line before the links. Vendors' facts are shown with the source
 * that says them wherever sources differ; what is our own judgement is marked so.
 *
 * @param notes Markdown about the code where it stands, below the answer
 */
export function describeCode(
  code: Code,
  catalog: Catalog,
  language: DocsLanguage,
  notes: readonly Localized[] = [],
): string {
  const conflicts = catalog.conflicts(code);
  const matters = conflicts.filter((conflict) => !isOfCatalog(conflict));
  const items = [...conflictItems(matters, language), ...factItems(code, catalog, language)];
  const folded = [...conflictItems(conflicts.filter(isOfCatalog), language), ...catalogItems(code, catalog, language)];
  return [
    headline(code, catalog, language),
    ...notes.map((note) => oneOf(note, language)),
    ...allOf(code.description, language).map(escapeMarkdown),
    ...requiredProperties(code, language),
    items.map((item) => `- ${item}`).join('\n'),
    folded.join(' — '),
    sourceLinks(code, catalog, language),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
