import type { Localized } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { Span } from '../model/model.ts';
import { sumUp } from './siteSummary.ts';

/** A line above a dispatch site that sums it up. */
export interface Lens {
  readonly text: Localized;
  /** The site; the line stands above its first one. */
  readonly span: Span;
  /** What it decides on, where findings about the whole site stand. */
  readonly head: Span;
}

/** Sums up every dispatch site of which it is rather sure whose codes it decides on, in the order of the text. */
export function lensesOf(analysis: Analysis): readonly Lens[] {
  return analysis.sites
    .filter(({ confidence, site }) => confidence !== 'weak' && site.value === 'string')
    .map((found) => ({ text: sumUp(found), span: found.site.span, head: found.site.head }));
}
