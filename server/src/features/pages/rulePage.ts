import { textFor, textsOf } from '../../catalog/byVendor.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Localized, Vendor } from '../../catalog/types.ts';
import { allOf, type DocsLanguage, oneOf } from '../describe/language.ts';
import { codeSpan, escapeMarkdown } from '../describe/markdown.ts';
import type { RuleWords } from '../describe/others.ts';
import { atText } from './textFragment.ts';

/** A program that a rule finds something in, and the same after its fix: fences of Markdown. */
export interface RuleExample {
  readonly found: string;
  readonly fixed?: string;
}

/**
 * The page of a rule, as Markdown: why, an example, how to silence it, and the vendors' pages.
 *
 * @param code of the finding that somebody comes from: vendors' pages are opened at it
 */
export function rulePage(
  rule: RuleWords,
  example: RuleExample | undefined,
  catalog: Catalog,
  language: DocsLanguage,
  code?: string,
): string {
  const { id, docs, severity } = rule;
  const levels = [severity.thinq && `ThinQ ${severity.thinq}`, severity.nugu && `NUGU ${severity.nugu}`];
  return [
    `# ${codeSpan(id)} ${escapeMarkdown(oneOf(docs.title, language))}`,
    ...(language === 'both' ? [escapeMarkdown(docs.title.ko)] : []),
    `## ${oneOf(WHY, language)}`,
    ...textsOf(docs.why).flatMap(({ vendor, text }) =>
      allOf(text, language).map((words) => (vendor ? `**${VENDORS[vendor]}:** ${words}` : words)),
    ),
    ...(example ? [`## ${oneOf(EXAMPLE, language)}`, example.found] : []),
    ...(example?.fixed ? [oneOf(AFTER_FIX, language), example.fixed] : []),
    `## ${oneOf(SILENCE, language)}`,
    silencing(id)
      .map((way) => `- ${oneOf(way, language)}`)
      .join('\n'),
    `**${oneOf(SEVERITY, language)}:** ${levels.filter((level) => level !== undefined).join(' · ')}`,
    `## ${oneOf(PAGES, language)}`,
    vendorsOf(rule)
      .flatMap((vendor) => vendorPage(vendor, catalog, language, code))
      .join('\n'),
  ].join('\n\n');
}

/** Why a rule says something, in one sentence of plain words. */
export function whyInLine({ docs: { why } }: RuleWords, vendor: Vendor | undefined, language: DocsLanguage): string {
  const text = textFor(why, vendor);
  return text ? allOf(text, language).map(firstSentence).join(' ') : '';
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

/** The page of a vendor's that says most about its codes, at a code of it where one is meant. */
export function pageOfVendor(vendor: Vendor, catalog: Catalog, language: DocsLanguage, code?: string) {
  const id = vendor === 'nugu' ? 'nugu/device-level' : language === 'ko' ? 'thinq-connect/ko' : 'thinq-connect/en';
  const source = catalog.data.sources.find((one) => one.id === id);
  if (source?.url === undefined) return undefined;
  const isThere = code !== undefined && catalog.find(vendor, code) !== undefined;
  return { title: source.title, url: isThere ? atText(source.url, code) : source.url };
}

function vendorPage(
  vendor: Vendor,
  catalog: Catalog,
  language: DocsLanguage,
  code: string | undefined,
): readonly string[] {
  const page = pageOfVendor(vendor, catalog, language, code);
  return page ? [`- [${escapeMarkdown(oneOf(page.title, language))}](${page.url})`] : [];
}

function vendorsOf({ severity }: RuleWords): readonly Vendor[] {
  return (['thinq', 'nugu'] as const).filter((vendor) => severity[vendor] !== undefined);
}

function silencing(id: string): readonly Localized[] {
  const comment = codeSpan(`thinq-nugu-ignore-next-line ${id}`);
  const file = codeSpan(`thinq-nugu-ignore-file ${id}`);
  const entry = codeSpan(`"${id}": "off"`);
  return [
    { en: `One line: ${comment} in a comment above it`, ko: `한 줄: 바로 위 주석에 ${comment}` },
    { en: `One file: ${file} in a comment`, ko: `파일 하나: 주석에 ${file}` },
    {
      en: `The project: ${entry} under ${codeSpan('rules')} of ${codeSpan('.thinq-nugu.json')}`,
      ko: `프로젝트: ${codeSpan('.thinq-nugu.json')}의 ${codeSpan('rules')}에 ${entry}`,
    },
    {
      en: `For yourself: ${entry} under the setting ${codeSpan('thinqNugu.rules')}`,
      ko: `내 설정: ${codeSpan('thinqNugu.rules')}에 ${entry}`,
    },
  ];
}

const VENDORS = { thinq: 'ThinQ', nugu: 'NUGU' } as const;
const WHY: Localized = { en: 'Why', ko: '이유' };
const EXAMPLE: Localized = { en: 'Example', ko: '예시' };
const AFTER_FIX: Localized = { en: 'After the fix:', ko: '수정한 뒤:' };
const SILENCE: Localized = { en: 'How to silence it', ko: '끄는 방법' };
const SEVERITY: Localized = { en: 'Severity where nothing else is set', ko: '따로 정하지 않았을 때의 심각도' };
const PAGES: Localized = { en: "The vendor's page", ko: '제조사 문서' };
