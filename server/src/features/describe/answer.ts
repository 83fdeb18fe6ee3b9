import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Level, Localized } from '../../catalog/types.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { escapeMarkdown } from './markdown.ts';

/** What a NUGU code is called; its words carry no message text. */
const LEVELS: Readonly<Partial<Record<Level, Localized>>> = {
  'device-level': { en: 'NUGU device-level error', ko: 'NUGU 기기 오류' },
  'global-level': { en: 'NUGU global-level error', ko: 'NUGU 요청 전체 오류' },
  success: { en: 'NUGU result of success', ko: 'NUGU 성공 결과' },
};

const IN_FIELD: Localized = { en: 'seen in the field', ko: '실제 사용에서 확인' };

const OF_TEAM: Localized = { en: 'a code of your team', ko: '팀 자체 코드' };

/** The answer as one line of Markdown (code, text or level, HTTP statuses, what to do); for `both`, Korean advice on a second. */
export function headline(code: Code, catalog: Catalog, language: DocsLanguage): string {
  const facts = factsInLine(code, catalog, language).map(escapeMarkdown).join(' · ');
  const [advice = '', ...more] = allOf(code.advice, language).map(escapeMarkdown);
  // Two spaces at the end of a line break it; a plain line break would be shown as a space.
  return [`**\`${code.code}\`** ${facts} — ${advice}`, ...more].join('  \n');
}

/** The first line of `describeCode` as plain text, without Markdown; for `both`, in English. */
export function describeInLine(code: Code, catalog: Catalog, language: DocsLanguage): string {
  const facts = factsInLine(code, catalog, language).join(' · ');
  return `${code.code} ${facts} — ${oneOf(code.advice, language)}`;
}

function factsInLine(code: Code, catalog: Catalog, language: DocsLanguage): readonly string[] {
  const text = catalog.textOf(code);
  const level = LEVELS[code.level];
  const statuses = catalog.httpOf(code);
  return [
    ...(text === code.code ? [] : [text]),
    ...(level === undefined ? [] : [oneOf(level, language)]),
    ...(statuses.length === 0 ? [] : [`HTTP ${statuses.join(language === 'ko' ? ' 또는 ' : ' or ')}`]),
    ...(code.layer === 'documented' ? [] : [oneOf(code.layer === 'field' ? IN_FIELD : OF_TEAM, language)]),
  ];
}
