import { siteAt, siteMarkdown } from '../siteOutline.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Sums up the dispatch site whose subject, or the word that begins it, stands there, and lists what it leaves out. */
export function siteHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const there = siteAt(analysis, offset);
  return there && { markdown: siteMarkdown(there.found, analysis.catalog, language), span: there.span };
}
