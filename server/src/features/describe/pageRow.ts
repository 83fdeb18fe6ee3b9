import type { Catalog } from '../../catalog/catalog.ts';
import type { PageRow } from '../../catalog/pages.ts';
import { factsOf } from '../../catalog/text.ts';
import type { Code, CodeRange, HttpStatus, Localized, ResponseField, Vendor } from '../../catalog/types.ts';
import { conflictItems } from './conflicts.ts';
import { sourceLinks } from './facts.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

const PRODUCTS: { readonly [vendor in Vendor]: Localized } = {
  thinq: { en: 'ThinQ Connect', ko: 'ThinQ Connect' },
  nugu: { en: 'NUGU smart home', ko: 'NUGU 스마트홈' },
};

const KEY: Localized = { en: 'key of a response', ko: '응답의 키' };
const COMES_WITH: Localized = { en: 'Codes that come with it', ko: '이 상태로 오는 코드' };
const OF_CLASS: Localized = { en: 'Statuses that ThinQ Connect uses', ko: 'ThinQ Connect가 쓰는 상태' };
const OF_RANGE: Localized = { en: 'Codes of the range', ko: '이 범위의 코드' };

/** Markdown about a row of a vendor's page that lists no code: line 1 is the answer, its sources stand last. */
export function describePageRow(row: PageRow, catalog: Catalog, language: DocsLanguage): string {
  switch (row.kind) {
    case 'status':
      return describeStatus(row.status, row.codes, catalog, language);
    case 'status-class': {
      const { statusClass, statuses } = row;
      const first = headline(statusClass.pattern, [PRODUCTS.thinq, HTTP], statusClass.description, language);
      const items = [labelled(OF_CLASS, statuses.map(statusInWords), language)];
      return blocks(first, items, sourceLinks(statusClass, catalog, language));
    }
    case 'range': {
      const first = headline(row.range.pattern, [PRODUCTS.thinq, rangeInWords(row.range)], sideOf(row.range), language);
      const items = [labelled(OF_RANGE, codesInWords(row.codes, catalog), language)];
      return blocks(first, items, sourceLinks(row.range, catalog, language));
    }
    case 'field': {
      const facts = [PRODUCTS[row.field.vendor], KEY, ...typesOf(row.field)];
      const first = headline(row.field.path, facts, row.field.description, language);
      return blocks(first, conflictItems(row.conflicts, language), sourceLinks(row.field, catalog, language));
    }
  }
}

/** The row as one line of plain text, for lists: `HTTP 416 Range Not Satisfiable`. */
export function pageRowInLine(row: PageRow, language: DocsLanguage): string {
  switch (row.kind) {
    case 'status':
      return `HTTP ${row.status.status} ${row.status.text}`;
    case 'status-class':
      return `HTTP ${row.statusClass.pattern}: ${row.statuses.map(({ status }) => status).join(', ')}`;
    case 'range':
      return `${row.range.pattern} ${oneOf(row.range.title, language)}`;
    case 'field':
      return `${row.field.path} (${oneOf(PRODUCTS[row.field.vendor], language)})`;
  }
}

const HTTP: Localized = { en: 'HTTP statuses', ko: 'HTTP 상태' };

/** ThinQ's codes that come with a status; NUGU's code of the same number stands for itself. */
function describeStatus(status: HttpStatus, codes: readonly Code[], catalog: Catalog, language: DocsLanguage): string {
  const { status: number, text, description } = status;
  const isInTable = factsOf(status).length > 0;
  const name: Localized = { en: `HTTP ${number} ${text}`, ko: `HTTP ${number} ${text}` };
  const first = headline(String(number), [name, PRODUCTS.thinq], description, language);
  const coming = codes.filter(({ vendor }) => vendor === 'thinq');
  const items = coming.length === 0 ? [] : [labelled(COMES_WITH, codesInWords(coming, catalog), language)];
  const [source] = isInTable ? [status] : coming;
  return blocks(first, items, source && sourceLinks(source, catalog, language));
}

function headline(name: string, facts: readonly Localized[], description: Localized, language: DocsLanguage): string {
  const [words = '', ...more] = allOf(description, language).map(escapeMarkdown);
  const inLine = facts.map((fact) => escapeMarkdown(oneOf(fact, language))).join(' · ');
  // Two spaces at the end of a line break it.
  return [`**${codeSpan(name)}** ${inLine} — ${words}`, ...more].join('  \n');
}

function blocks(first: string, items: readonly string[], sources: string | undefined): string {
  return [first, items.map((item) => `- ${item}`).join('\n'), sources ?? ''].filter((part) => part !== '').join('\n\n');
}

function labelled(label: Localized, values: readonly string[], language: DocsLanguage): string {
  return `**${oneOf(label, language)}:** ${values.join(' · ')}`;
}

function codesInWords(codes: readonly Code[], catalog: Catalog): readonly string[] {
  return codes.map((code) => {
    const text = catalog.textOf(code);
    return codeSpan(code.code) + (text === code.code ? '' : ` ${escapeMarkdown(text)}`);
  });
}

function statusInWords({ status, text }: HttpStatus): string {
  return `${codeSpan(String(status))} ${escapeMarkdown(text)}`;
}

/** `1000` heads all codes that begin with 1. */
function rangeInWords({ prefix }: CodeRange): Localized {
  const codes = prefix.padEnd(4, 'x');
  return { en: `all codes ${codes}`, ko: `코드 ${codes} 전체` };
}

/** What its codes are about, and whose fault they are where that is not the same. */
function sideOf({ side, title }: CodeRange): Localized {
  const fault =
    side === 'client' ? { en: 'client errors', ko: '클라이언트 오류' } : { en: 'server errors', ko: '서버 오류' };
  return title.en.toLowerCase() === fault.en
    ? { en: `${title.en}.`, ko: `${title.ko}입니다.` }
    : { en: `${title.en}, among the ${fault.en}.`, ko: `${fault.ko} 중 ${title.ko}에 관한 것입니다.` };
}

/** The types that the tables name, then those of the samples. */
function typesOf(field: ResponseField): readonly Localized[] {
  const facts = factsOf(field).map(([, said]) => said);
  const names = [...facts.map(({ type }) => type), ...facts.map(({ sampleType }) => sampleType)];
  const types = [...new Set(names.flatMap((name) => name?.toLowerCase() ?? []))].join(' / ');
  return types === '' ? [] : [{ en: types, ko: types }];
}
