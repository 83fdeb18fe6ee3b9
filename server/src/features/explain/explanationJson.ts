import { exportCode } from '../../catalog/exportJson.ts';
import { harmlessMarkdown } from '../describe/markdown.ts';
import { explainQuery, type Sought } from './explain.ts';

/**
 * What is known of a query as plain JSON for other programs, in both languages: the Markdown that a hover would show, and the
 * codes that are explained, as the exported catalog has them.
 */
export function explanationJson(query: string, sought: Sought): object {
  const [en, ko] = [explainQuery(query, sought, 'en'), explainQuery(query, sought, 'ko')];
  return {
    query,
    found: en.found,
    markdown: { en: harmlessMarkdown(en.markdown), ko: harmlessMarkdown(ko.markdown) },
    codes: en.codes.map(exportCode),
  };
}
