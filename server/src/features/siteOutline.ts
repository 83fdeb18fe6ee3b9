import { ADVICE, groupByAdvice } from '../catalog/advice.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Code, Vendor } from '../catalog/types.ts';
import type { Analysis } from '../evidence/analysis.ts';
import type { ResolvedSite } from '../evidence/sites.ts';
import type { Span } from '../model/model.ts';
import { glossOf } from './completion/detail.ts';
import { type DocsLanguage, oneOf, textIn } from './describe/language.ts';
import { codeSpan, escapeMarkdown } from './describe/markdown.ts';
import { addressOfPage } from './pages/address.ts';
import { sumUp } from './siteSummary.ts';

/** A code that a dispatch site has no arm of its own for. */
export interface MissingCode {
  readonly code: string;
  readonly vendor: Vendor;
  /** What it means, in a few words. */
  readonly gloss: string;
  /** The address of its page. */
  readonly page: string;
}

/** What a dispatch site does, and the codes that it leaves to its fallback, or to nobody. */
export interface SiteOutline {
  readonly summary: string;
  /** Where the findings about it stand. */
  readonly head: Span;
  /** By what to do about them. */
  readonly missing: readonly { readonly advice: string; readonly codes: readonly MissingCode[] }[];
}

/** The dispatch site at an offset: what it decides on, or the word that begins it. None where it is not known whose codes these are. */
export function siteAt(
  { sites }: Analysis,
  offset: number,
): { readonly found: ResolvedSite; readonly span: Span } | undefined {
  for (const found of sites) {
    if (found.confidence === 'weak') continue;
    const { head, keyword } = found.site;
    const span = [head, keyword].find((one) => one && one.start <= offset && offset <= one.end);
    if (span) return { found, span };
  }
  return undefined;
}

/** The innermost dispatch site that an offset lies in. */
export function siteAround({ sites }: Analysis, offset: number): ResolvedSite | undefined {
  return sites.findLast(
    ({ confidence, site: { span } }) => confidence !== 'weak' && span.start <= offset && offset <= span.end,
  );
}

/** Says of a dispatch site what it does and what is missing. */
export function outlineOf(found: ResolvedSite, catalog: Catalog, language: DocsLanguage): SiteOutline {
  const toMissing = (code: Code): MissingCode => ({
    code: code.code,
    vendor: code.vendor,
    gloss: [...textOf(code, catalog), glossOf(code, language)].join(' – '),
    page: addressOfPage({ kind: 'code', code }),
  });
  return {
    summary: oneOf(sumUp(found), language),
    head: found.site.head,
    missing: groupByAdvice(found.handling.missing).map(([retry, codes]) => ({
      advice: oneOf(ADVICE[retry], language),
      codes: codes.map(toMissing),
    })),
  };
}

/** The same as Markdown: the sentence, then the missing codes by what to do. */
export function siteMarkdown(found: ResolvedSite, catalog: Catalog, language: DocsLanguage): string {
  const named = (code: Code): string => [codeSpan(code.code), ...textOf(code, catalog).map(escapeMarkdown)].join(' ');
  const items = groupByAdvice(found.handling.missing).map(
    ([retry, codes]) => `- ${oneOf(ADVICE[retry], language)}: ${codes.map(named).join(', ')}`,
  );
  const heading = oneOf({ en: 'Without an arm of their own:', ko: '따로 처리하는 분기가 없는 코드:' }, language);
  return [textIn(sumUp(found), language), ...(items.length > 0 ? [heading, items.join('\n')] : [])].join('\n\n');
}

/** What a vendor says with a code, where that is more than the code itself. */
function textOf(code: Code, catalog: Catalog): readonly string[] {
  return code.vendor === 'thinq' ? [catalog.textOf(code)] : [];
}
