import type { Code, Localized } from '../../catalog/types.ts';
import { describeInLine } from '../describe/describe.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import { escapeMarkdown } from '../describe/markdown.ts';
import { suggestionNote } from '../describe/suggestion.ts';
import { resolveQuery, type Sought } from './query.ts';
import { describeTopic, type Topic } from './topic.ts';
import { describeUnknown, inLines, isPlainlyMeant, repeated, WHAT_TO_ASK } from './unknown.ts';

export type { RuleWords } from '../describe/others.ts';
export { type FoundTopic, topicsInText } from './inText.ts';
export type { Sought } from './query.ts';

/** What a query turned out to name. */
export interface Explanation {
  /** Whether anything was found that is known; suggestions alone are nothing found. */
  readonly found: boolean;
  /** The codes that are explained or listed; empty where nothing was found, although suggestions may have been made. */
  readonly codes: readonly Code[];
  readonly markdown: string;
}

/** UTF-16 units of a query that are read; a log line is far shorter. */
const QUERY_LIMIT_UNITS = 20_000;
/** More explanations in a row are not read. */
const MOST_EXPLAINED_CODES = 8;
/** More codes in a list are no help: the question was too wide. */
const MOST_LISTED_CODES = 40;

const RULE = '\n\n---\n\n';

/**
 * Explains whatever can be asked for: a code (`2305`, with or without quotes), a NUGU word, a name of the SDK, a message,
 * a line of a log, a JSON answer; a capability or directive; an HTTP status, a range of codes, a key of a response; a rule;
 * a text that is taken for a vendor's. Words in English or Korean are answered with the codes that they fit. A NUGU word
 * that is a slip of spelling away is said not to be a code, and the one it most likely stands for is explained. Anything
 * else yields suggestions, if anything is near. Never throws.
 */
export function explainQuery(query: string, sought: Sought, language: DocsLanguage): Explanation {
  const read = query.slice(0, QUERY_LIMIT_UNITS);
  if (read.trim() === '') return { found: false, codes: [], markdown: oneOf(NOTHING_ASKED, language) };
  const { topics, fitting, unknown } = resolveQuery(read, sought);
  if (fitting) return listed(read.trim(), fitting, sought, language);
  if (!unknown)
    return { found: topics.some(isKnown), codes: codesIn(topics), markdown: explainAll(topics, sought, language) };
  const { text, nearest } = unknown;
  const [first] = nearest;
  const isMeant = isPlainlyMeant(first);
  return {
    found: isMeant,
    codes: isMeant ? codesIn([first]) : [],
    markdown: describeUnknown(text, nearest, sought.catalog, language, (topic) => explained(topic, sought, language)),
  };
}

/** A number that the SDK's log shows to be a code is explained as far as it goes, but known to nobody. */
function isKnown({ kind }: Topic): boolean {
  return kind !== 'unlisted';
}

function codesIn(topics: readonly Topic[]): readonly Code[] {
  return topics.flatMap((topic) => (topic.kind === 'code' ? topic.code : []));
}

function explainAll(topics: readonly Topic[], sought: Sought, language: DocsLanguage): string {
  const whole = topics.slice(0, MOST_EXPLAINED_CODES).map((topic) => explained(topic, sought, language));
  const rest = topics.slice(MOST_EXPLAINED_CODES);
  return [...whole, ...(rest.length === 0 ? [] : [inLines(rest, sought.catalog, language)])].join(RULE);
}

/** Who asks outside of any program may want the other vendor's code as well. */
function explained(topic: Topic, { catalog }: Sought, language: DocsLanguage): string {
  return describeTopic(topic, catalog, language, (code) => {
    const note = suggestionNote(code, catalog);
    return note ? [note] : [];
  });
}

/** The codes that the words of a query fit; a single one in full. */
function listed(query: string, codes: readonly Code[], sought: Sought, language: DocsLanguage): Explanation {
  const [first, ...others] = codes;
  if (first && others.length === 0)
    return { found: true, codes, markdown: explained({ kind: 'code', code: first }, sought, language) };
  const asked = repeated(query);
  const heading = {
    en: `Codes that ${asked} fits:`,
    ko: `${asked}에 관한 코드:`,
  };
  const shown = codes.slice(0, MOST_LISTED_CODES);
  const lines = shown.map((code) => `- ${escapeMarkdown(describeInLine(code, sought.catalog, language))}`);
  const more = codes.length - shown.length;
  const rest = { en: `… and ${more} more: say more words.`, ko: `… 그 밖에 ${more}개: 단어를 더 입력하세요.` };
  return {
    found: true,
    codes,
    markdown: [oneOf(heading, language), lines.join('\n'), ...(more > 0 ? [oneOf(rest, language)] : [])].join('\n\n'),
  };
}

const NOTHING_ASKED: Localized = {
  en: `The query is empty. ${WHAT_TO_ASK.en}`,
  ko: `입력한 내용이 없습니다. ${WHAT_TO_ASK.ko}`,
};
