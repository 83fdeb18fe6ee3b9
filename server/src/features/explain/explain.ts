import type { Catalog } from '../../catalog/catalog.ts';
import { particle } from '../../catalog/korean.ts';
import type { Code } from '../../catalog/types.ts';
import { describeCode, describeInLine } from '../describe/describe.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import { codeSpan, escapeMarkdown } from '../describe/markdown.ts';
import { suggestionNote } from '../describe/suggestion.ts';
import { resolveQuery } from './query.ts';

export { codesInText, type FoundCode } from './inText.ts';

/** What a query turned out to name. */
export interface Explanation {
  /** The codes that are explained; empty where nothing was found, although suggestions may have been made. */
  readonly codes: readonly Code[];
  readonly markdown: string;
}

/** UTF-16 units of a query that are read; a log line is far shorter. */
const QUERY_LIMIT_UNITS = 20_000;
/** More explanations in a row are not read. */
const MOST_EXPLAINED_CODES = 8;
/** Characters of a query that are repeated to the user. */
const MOST_REPEATED_CHARACTERS = 60;

const RULE = '\n\n---\n\n';

/**
 * Explains whatever names a code: the code (`2305`, with or without quotes), a NUGU word, a name of the SDK, a message,
 * a line of a log, a JSON answer. A NUGU word that is a slip of spelling away is said not to be a code, and the one it
 * most likely stands for is explained. Anything else yields suggestions, if any code is near. Never throws.
 */
export function explainQuery(query: string, catalog: Catalog, language: DocsLanguage): Explanation {
  const read = query.slice(0, QUERY_LIMIT_UNITS);
  if (read.trim() === '') return { codes: [], markdown: oneOf(NOTHING_ASKED, language) };
  const { codes, unknown } = resolveQuery(read, catalog);
  if (unknown === undefined) return { codes, markdown: explainAll(codes, catalog, language) };
  const [first, ...others] = unknown.nearest;
  if (first?.vendor !== 'nugu')
    return { codes: [], markdown: notFound(unknown.text, unknown.nearest, catalog, language) };
  const notes = didYouMean(unknown.text, first, others, catalog, language);
  return { codes: [first], markdown: `${notes}\n\n${explained(first, catalog, language)}` };
}

function explainAll(codes: readonly Code[], catalog: Catalog, language: DocsLanguage): string {
  const whole = codes.slice(0, MOST_EXPLAINED_CODES).map((code) => explained(code, catalog, language));
  const rest = codes.slice(MOST_EXPLAINED_CODES);
  return [...whole, ...(rest.length === 0 ? [] : [inLines(rest, catalog, language)])].join(RULE);
}

/** Who asks outside of any program may want the other vendor's code as well. */
function explained(code: Code, catalog: Catalog, language: DocsLanguage): string {
  const note = suggestionNote(code, catalog);
  return describeCode(code, catalog, language, note ? [note] : []);
}

function didYouMean(
  text: string,
  first: Code,
  others: readonly Code[],
  catalog: Catalog,
  language: DocsLanguage,
): string {
  const asked = repeated(text);
  const meant = codeSpan(first.code);
  const question = {
    en: `${asked} is not a code; did you mean ${meant}?`,
    ko: `${asked}${particle(asked, '은/는')} 코드가 아닙니다. ${meant}${particle(meant, '을/를')} 찾으셨나요?`,
  };
  return [oneOf(question, language), ...(others.length === 0 ? [] : [inLines(others, catalog, language)])].join('\n\n');
}

function notFound(text: string, nearest: readonly Code[], catalog: Catalog, language: DocsLanguage): string {
  const asked = repeated(text);
  const message = {
    en: `Nothing found for ${asked}.${nearest.length > 0 ? ' Did you mean one of these?' : ' Give a code, a NUGU result code, a name of the SDK or a message.'}`,
    ko: `${asked}에 대해 찾은 것이 없습니다.${nearest.length > 0 ? ' 혹시 다음 코드를 찾으셨나요?' : ' 코드, NUGU 결과 코드, SDK 이름, 메시지 중 하나를 입력하세요.'}`,
  };
  return [oneOf(message, language), ...(nearest.length === 0 ? [] : [inLines(nearest, catalog, language)])].join(
    '\n\n',
  );
}

const NOTHING_ASKED = {
  en: 'The query is empty. Give a code, a NUGU result code, a name of the SDK or a message.',
  ko: '입력한 내용이 없습니다. 코드, NUGU 결과 코드, SDK 이름, 메시지 중 하나를 입력하세요.',
};

function inLines(codes: readonly Code[], catalog: Catalog, language: DocsLanguage): string {
  return codes.map((code) => `- ${escapeMarkdown(describeInLine(code, catalog, language))}`).join('\n');
}

/** The beginning of what was asked, without cutting a character in half. */
function repeated(text: string): string {
  const characters = [...text.slice(0, 4 * MOST_REPEATED_CHARACTERS)];
  const kept = characters.slice(0, MOST_REPEATED_CHARACTERS).join('');
  return codeSpan(kept.length < text.length ? `${kept}…` : kept);
}
