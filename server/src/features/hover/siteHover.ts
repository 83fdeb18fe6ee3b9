import type { Catalog } from '../../catalog/catalog.ts';
import type { Localized } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { Span } from '../../model/model.ts';
import { sumUp } from '../siteSummary.ts';

/** What a dispatch site does with the device-level codes, for whoever points at what it decides on. */
export interface SiteSummary {
  readonly text: Localized;
  readonly span: Span;
}

/**
 * Sums up the site whose subject, or the word that begins it, stands at an offset.
 *
 * @param offset UTF-16 offset @returns undefined where no site's subject stands, or nobody knows whose codes it is about
 */
export function siteAt(analysis: Analysis, offset: number, catalog: Catalog): SiteSummary | undefined {
  for (const found of analysis.sites) {
    if (found.confidence === 'weak') continue;
    const { head, keyword } = found.site;
    const span = [head, keyword].find((one) => one && one.start <= offset && offset <= one.end);
    if (span) return { text: sumUp(found, catalog), span };
  }
  return undefined;
}
