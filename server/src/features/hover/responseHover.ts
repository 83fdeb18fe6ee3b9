import type { Catalog } from '../../catalog/catalog.ts';
import { particle } from '../../catalog/korean.ts';
import type { PageRow } from '../../catalog/pages.ts';
import type { Code, Localized, Vendor } from '../../catalog/types.ts';
import type { Analysis } from '../../evidence/analysis.ts';
import type { ResponseKey } from '../../evidence/responses/keys.ts';
import type { Span } from '../../model/model.ts';
import { describeCode } from '../describe/describe.ts';
import { allOf } from '../describe/language.ts';
import { codeSpan } from '../describe/markdown.ts';
import { describePageRow } from '../describe/pageRow.ts';
import type { Hover, HoverRequest } from './provider.ts';

/** Explains what a response is made of, besides its codes: a key, NUGU's number in `error.code`, an HTTP status. */
export function responseHover(request: HoverRequest): Hover | undefined {
  return keyHover(request) ?? numberHover(request) ?? statusHover(request) ?? statusLineHover(request);
}

function keyHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const key = analysis.responseKeys.find(({ span }) => holds(span, offset));
  const row = key && rowOfKey(key, analysis.catalog);
  if (!row) return undefined;
  const meant = row.name.toLowerCase() === key.text.toLowerCase() ? [] : allOf(notAKey(key.text, row.name), language);
  const described = describePageRow(row.row, analysis.catalog, language);
  return { markdown: [...meant, described].join('\n\n'), span: key.span };
}

/** The row of a key, by the first of its paths that has one, and the key's own name. */
function rowOfKey({ vendor, paths }: ResponseKey, catalog: Catalog) {
  for (const path of paths) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    const parent = path.slice(0, path.length - name.length).toLowerCase();
    const row = catalog
      .pageRows(name)
      .find((one) => one.kind === 'field' && one.field.vendor === vendor && parentOf(one.field.path) === parent);
    if (row) return { row, name };
  }
  return undefined;
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('.') + 1).toLowerCase();
}

function notAKey(text: string, name: string): Localized {
  const [asked, meant] = [codeSpan(text), codeSpan(name)];
  return {
    en: `${asked} is not a key of this response; did you mean ${meant}?`,
    ko: `이 응답에는 ${asked}${particle(asked, '이라는/라는')} 키가 없습니다. ${meant}${particle(meant, '을/를')} 쓰려고 했나요?`,
  };
}

/** The HTTP status that NUGU's `error.code` holds. */
function numberHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  for (const { vendor, paths, value } of analysis.responseKeys) {
    if (vendor !== 'nugu' || !paths.includes('error.code')) continue;
    if ((value.kind !== 'string' && value.kind !== 'integer') || !holds(value.outer, offset)) continue;
    const code = analysis.catalog.find('nugu', value.text);
    if (code?.level === 'global-level')
      return { markdown: describeCode(code, analysis.catalog, language), span: value.span };
  }
  return undefined;
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

/** A status that stands beside a code in data, or is sent with it by a call. */
function statusHover({ analysis, offset, language }: HoverRequest): Hover | undefined {
  const pairs = analysis.statuses.filter(({ span }) => holds(span, offset));
  const [pair] = pairs;
  const row = pair && statusRow(String(pair.status), analysis.catalog);
  if (!row) return undefined;
  const codes = [...new Set(pairs.map(({ code }) => code))];
  const notes = codes.flatMap((code) => allOf(statusesOf(code, analysis.catalog), language));
  return { markdown: [describePageRow(row, analysis.catalog, language), ...notes].join('\n\n'), span: pair.span };
}

function statusesOf(code: Code, catalog: Catalog): Localized {
  const statuses = catalog.httpOf(code);
  const inKorean = statuses.join(' 또는 ');
  return {
    en: `${codeSpan(code.code)}, which stands here, comes with HTTP ${statuses.join(' or ')}.`,
    ko: `여기 있는 ${codeSpan(code.code)} 코드는 HTTP ${inKorean}${particle(inKorean, '과/와')} 함께 옵니다.`,
  };
}

/** `HTTP/1.1 416 Range Not Satisfiable`, at the beginning of a line. */
const STATUS_LINE = /^HTTP\/\d(?:\.\d)?[ \t]+([1-5]\d\d)\b[^\r\n]*/;
/** What begins the next request or answer. */
const NEXT_MESSAGE = /^(?:HTTP\/\d|#{3}|(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)[ \t]+\S)/m;

/** The first line of an answer whose body is a response of ThinQ's. */
function statusLineHover({ analysis, text, offset, language }: HoverRequest): Hover | undefined {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line, status = ''] = STATUS_LINE.exec(text.slice(start, start + LONGEST_STATUS_LINE_UNITS)) ?? [];
  if (line === undefined || start + line.length < offset) return undefined;
  const row = statusRow(status, analysis.catalog);
  const body = { start: start + line.length, end: endOfMessage(text, start + line.length) };
  return row && vendorOfBody(analysis, body) === 'thinq'
    ? { markdown: describePageRow(row, analysis.catalog, language), span: { start, end: start + line.length } }
    : undefined;
}

const LONGEST_STATUS_LINE_UNITS = 200;

function endOfMessage(text: string, from: number): number {
  const next = NEXT_MESSAGE.exec(text.slice(from));
  return next ? from + next.index : text.length;
}

function vendorOfBody({ responseKeys }: Analysis, { start, end }: Span): Vendor | undefined {
  return responseKeys.find(({ span }) => start <= span.start && span.end <= end)?.vendor;
}

function statusRow(status: string, catalog: Catalog): PageRow | undefined {
  return catalog.pageRows(status).find(({ kind }) => kind === 'status');
}
