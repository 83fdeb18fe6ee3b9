import { type ByVendor, wholeText } from '../../catalog/byVendor.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import { particle } from '../../catalog/korean.ts';
import type { Localized, Lookalike, Vendor } from '../../catalog/types.ts';
import { sourceLinks } from './facts.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

/** What `0000` says where it is no error. */
const SUCCESS: Localized = {
  en: "**`0000`** Success: under `resultCode`, `returnCode` and `returnCd` of LG's older private API, and in certificate and energy answers. Not the same as ThinQ Connect's `error.code` `0000`, which is `Unknown error`.",
  ko: '**`0000`** 성공: LG의 이전 비공개 API의 `resultCode`, `returnCode`, `returnCd`와 인증서·에너지 응답에서 쓰입니다. ThinQ Connect의 `error.code` `0000`(`Unknown error`)과는 다릅니다.',
};

/** Markdown about the `0000` of `resultCode` and its like, which says that all went well. */
export function describeSuccess(language: DocsLanguage): string {
  return allOf(SUCCESS, language).join('  \n');
}

/** Markdown about what people take for a code or a message of a vendor. @param text as it was found */
export function describeLookalike(
  text: string,
  lookalike: Lookalike,
  catalog: Catalog,
  language: DocsLanguage,
): string {
  const [first = '', ...more] = allOf(lookalike.description, language).map(escapeMarkdown);
  return [[`**${codeSpan(text)}** — ${first}`, ...more].join('  \n'), sourceLinks(lookalike, catalog, language)].join(
    '\n\n',
  );
}

/** Why the number behind a name of the SDK counts, and not the name. */
export const NOT_LISTED_BY_SDK: Localized = {
  en: 'The SDK prints `UNKNOWN_ERROR` for every code that it does not list: the code is the number in brackets.',
  ko: 'SDK는 자신의 목록에 없는 코드를 모두 `UNKNOWN_ERROR`로 출력합니다. 실제 코드는 괄호 안의 번호입니다.',
};

/** Markdown about a number that the service has sent, as the SDK's log says, and that no source lists. */
export function describeUnlisted(number: string, catalog: Catalog, language: DocsLanguage): string {
  const answer: Localized = {
    en: 'A code that no source lists — log the whole response with its messageId, and decide by the HTTP status.',
    ko: '어느 자료에도 없는 코드 — messageId를 포함한 응답 전체를 기록하고 HTTP 상태를 보고 처리하세요.',
  };
  const [first = '', ...more] = allOf(answer, language);
  const range = catalog.rangeOfNumber(number);
  const inRange = range && {
    en: `**Range:** ${codeSpan(range.pattern)} ${range.title.en}`,
    ko: `**범위:** ${codeSpan(range.pattern)} ${range.title.ko}`,
  };
  return [
    [`**${codeSpan(number)}** ${first}`, ...more].join('  \n'),
    ...allOf(NOT_LISTED_BY_SDK, language),
    ...(inRange ? [`- ${oneOf(inRange, language)}`] : []),
  ].join('\n\n');
}

/** What can be said of a rule without running it. */
export interface RuleWords {
  readonly id: string;
  readonly docs: { readonly title: Localized; readonly why: ByVendor };
  /** How loudly it speaks about each vendor's codes where nobody has set it. */
  readonly severity: { readonly [vendor in Vendor]?: string };
}

/** Markdown about a rule: what it reports, why, how loudly, and how to set it. */
export function describeRule({ id, docs, severity }: RuleWords, language: DocsLanguage): string {
  const levels = [severity.thinq && `ThinQ ${severity.thinq}`, severity.nugu && `NUGU ${severity.nugu}`];
  const label = { en: 'Severity where nothing else is set', ko: '따로 정하지 않았을 때의 심각도' };
  const set = {
    en: `**To change it:** ${codeSpan(`"${id}": "off"`)} under ${codeSpan('rules')} of ${codeSpan('.thinq-nugu.json')}, or ${codeSpan(`thinq-nugu-ignore-next-line ${id}`)} in a comment`,
    ko: `**바꾸려면:** ${codeSpan('.thinq-nugu.json')}의 ${codeSpan('rules')}에 ${codeSpan(`"${id}": "off"`)}처럼 적거나, 주석에 ${codeSpan(`thinq-nugu-ignore-next-line ${id}`)}${particle(id, '을/를')} 적습니다`,
  };
  const what = { en: 'rule', ko: '규칙' };
  const [title = '', ...more] = allOf(docs.title, language).map(escapeMarkdown);
  return [
    [`**${codeSpan(id)}** ${oneOf(what, language)} — ${title}`, ...more].join('  \n'),
    ...allOf(wholeText(docs.why), language),
    [
      `**${oneOf(label, language)}:** ${levels.filter((level) => level !== undefined).join(' · ')}`,
      oneOf(set, language),
    ]
      .map((item) => `- ${item}`)
      .join('\n'),
  ].join('\n\n');
}
