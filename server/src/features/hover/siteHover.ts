import { textIn } from '../describe/language.ts';
import { sumUp } from '../siteSummary.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Sums up the dispatch site whose subject, or the word that begins it, stands there, if it is known whose codes it is about. */
export function siteHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  for (const found of analysis.sites) {
    if (found.confidence === 'weak') continue;
    const { head, keyword } = found.site;
    const span = [head, keyword].find((one) => one && one.start <= offset && offset <= one.end);
    if (span) return { markdown: textIn(sumUp(found), language), span };
  }
  return undefined;
}
