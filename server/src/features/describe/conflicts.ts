import type { Conflict, Said } from '../../catalog/conflicts.ts';
import { allOf, type DocsLanguage, oneOf } from './language.ts';
import { codeSpan, escapeMarkdown } from './markdown.ts';

const POINTS = {
  text: { en: 'Sources disagree on the text', ko: '자료마다 메시지가 다름' },
  spelling: { en: 'Sources disagree on the spelling', ko: '자료마다 표기가 다름' },
  path: { en: 'Sources disagree on the place', ko: '자료마다 위치가 다름' },
  type: { en: 'Sources disagree on the type', ko: '자료마다 타입이 다름' },
  default: { en: 'Sources disagree on the default', ko: '자료마다 기본값이 다름' },
  http: { en: 'Sources disagree on the HTTP status', ko: '자료마다 HTTP 상태가 다름' },
  meaning: { en: 'Sources disagree on the meaning', ko: '자료마다 의미가 다름' },
  presence: { en: 'Not in every source', ko: '모든 자료에 있지는 않음' },
  defect: { en: 'Mistake in a source', ko: '자료의 오류' },
} as const;

const LISTED = { en: 'listed', ko: '있음' } as const;
const ABSENT = { en: 'absent', ko: '없음' } as const;

/** One list item for each point on which the sources of a code or a directive disagree, with what every one of them says. */
export function conflictItems(conflicts: readonly Conflict[], language: DocsLanguage): readonly string[] {
  return conflicts.map((conflict) => {
    const values = saidInWords(conflict, language);
    return `**${oneOf(POINTS[conflict.field], language)}:** ${values.join(' · ')}`;
  });
}

/** Whether a point is about the pages rather than about what a program meets: a slip, a row that a page lacks. */
export function isOfCatalog({ field }: Conflict): boolean {
  return field === 'defect' || field === 'presence';
}

function saidInWords(conflict: Conflict, language: DocsLanguage): readonly string[] {
  switch (conflict.field) {
    case 'text':
    case 'spelling':
    case 'path':
    case 'type':
    case 'default':
      return grouped(conflict.values, codeSpan);
    case 'http':
      return conflict.values.map(({ source, value }) => `${codeSpan(source)} ${value}`);
    case 'presence':
      return grouped(conflict.values, (listed) => oneOf(listed ? LISTED : ABSENT, language));
    case 'meaning':
    case 'defect':
      return grouped(conflict.values, (words) => allOf(words, language).map(escapeMarkdown).join(' '));
  }
}

/** Sources that say the same stand together, so that long words are not repeated. */
function grouped<Value>(said: readonly Said<Value>[], show: (value: Value) => string): readonly string[] {
  const shown = said.map(({ source, value }) => ({ source, words: show(value) }));
  return [...new Set(shown.map(({ words }) => words))].map((words) => {
    const sources = shown.filter((one) => one.words === words).map(({ source }) => codeSpan(source));
    return `${sources.join(', ')}: ${words}`;
  });
}
