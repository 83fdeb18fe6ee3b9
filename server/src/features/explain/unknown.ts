import type { Catalog } from '../../catalog/catalog.ts';
import { particle } from '../../catalog/korean.ts';
import type { Localized } from '../../catalog/types.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import { codeSpan, escapeMarkdown } from '../describe/markdown.ts';
import { type Topic, topicInLine } from './topic.ts';

/** Characters of a text that are repeated to the user. */
const MOST_REPEATED_CHARACTERS = 60;

/** What can be asked for. */
export const WHAT_TO_ASK: Localized = {
  en: 'Give a code, a NUGU word, a name of the SDK, a message, an HTTP status, a key of a response, a rule, or a word such as `offline`.',
  ko: '코드, NUGU 단어, SDK 이름, 메시지, HTTP 상태, 응답의 키, 규칙, `온도` 같은 낱말 중 하나를 입력하세요.',
};

/**
 * Whether a text can be said to have been meant as this: NUGU's words and names are misspelt and rarely mean anything else.
 * Of numbers and names of the SDK several are near mostly.
 */
export function isPlainlyMeant(topic: Topic | undefined): topic is Topic & { kind: 'code' | 'name' } {
  return topic?.kind === 'name' || (topic?.kind === 'code' && topic.code.vendor === 'nugu');
}

/**
 * Markdown about a text that is nothing known: what is plainly meant is explained, anything else that is near is listed.
 *
 * @param nearest what it may stand for, the likeliest first @param explained makes the Markdown about one of them
 */
export function describeUnknown(
  text: string,
  nearest: readonly Topic[],
  catalog: Catalog,
  language: DocsLanguage,
  explained: (topic: Topic) => string,
): string {
  const [first, ...others] = nearest;
  if (!isPlainlyMeant(first)) return notFound(text, nearest, catalog, language);
  const list = others.length === 0 ? [] : [inLines(others, catalog, language)];
  return [oneOf(didYouMean(text, first, catalog), language), ...list, explained(first)].join('\n\n');
}

/** Topics as a list of lines. */
export function inLines(topics: readonly Topic[], catalog: Catalog, language: DocsLanguage): string {
  return topics.map((topic) => `- ${escapeMarkdown(topicInLine(topic, catalog, language))}`).join('\n');
}

/** The beginning of a text as a code span, without cutting a character in half. */
export function repeated(text: string): string {
  const characters = [...text.slice(0, 4 * MOST_REPEATED_CHARACTERS)];
  const kept = characters.slice(0, MOST_REPEATED_CHARACTERS).join('');
  return codeSpan(kept.length < text.length ? `${kept}…` : kept);
}

function didYouMean(text: string, topic: Topic & { kind: 'code' | 'name' }, catalog: Catalog): Localized {
  const asked = repeated(text);
  const meant = codeSpan(topic.kind === 'code' ? topic.code.code : topic.name);
  const kind = topic.kind === 'code' ? KINDS.code : catalog.capability(topic.name) ? KINDS.capability : KINDS.directive;
  return {
    en: `${asked} is not a ${kind.en}; did you mean ${meant}?`,
    ko: `${asked}${particle(asked, '은/는')} ${kind.ko} 아닙니다. ${meant}${particle(meant, '을/를')} 찾으셨나요?`,
  };
}

/** In Korean with the particle that follows. */
const KINDS = {
  code: { en: 'code', ko: '코드가' },
  capability: { en: 'capability', ko: 'Capability가' },
  directive: { en: 'directive', ko: '디렉티브가' },
} as const;

function notFound(text: string, nearest: readonly Topic[], catalog: Catalog, language: DocsLanguage): string {
  const asked = repeated(text);
  const message = {
    en: `Nothing found for ${asked}. ${nearest.length > 0 ? 'Did you mean one of these?' : WHAT_TO_ASK.en}`,
    ko: `${asked}에 대해 찾은 것이 없습니다. ${nearest.length > 0 ? '혹시 다음을 찾으셨나요?' : WHAT_TO_ASK.ko}`,
  };
  return [oneOf(message, language), ...(nearest.length === 0 ? [] : [inLines(nearest, catalog, language)])].join(
    '\n\n',
  );
}
