import { ADVICE } from '../../catalog/advice.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Code, Localized, RetryClass } from '../../catalog/types.ts';
import { type DocsLanguage, oneOf } from '../describe/language.ts';
import { codeSpan, escapeMarkdown } from '../describe/markdown.ts';
import { queriesOf } from './queries.ts';
import { resolveQuery, type Sought } from './query.ts';
import { redact } from './redact.ts';

/** UTF-16 units of a text that are read, and of a line. */
const TEXT_LIMIT_UNITS = 1_000_000;
const LINE_LIMIT_UNITS = 2_000;
/** UTF-16 units of a line that are shown, and lines that are. */
const SHOWN_UNITS = 160;
const MOST_SHOWN_LINES = 200;

/**
 * What has to be done before anything else can work: without a token nothing does, a limit makes more calls worse, and what is
 * wrong in the program stays wrong. What a device does not do now concerns that device alone. Our judgement.
 */
const FIRST: readonly RetryClass[] = [
  're-authenticate',
  'back-off',
  'fix-request',
  'give-up',
  'tell-user',
  'retry',
  'none',
];

/** A code of a text, and how many lines name it. */
interface Counted {
  readonly code: Code;
  count: number;
}

/** A line, as it is shown, with the codes in it; the same line may stand there several times. */
interface Line {
  readonly shown: string;
  readonly codes: readonly Code[];
  count: number;
}

/**
 * Explains a selection, the clipboard or a log: what to do first, how often each code stands there, and what each line is.
 * Secrets and identifiers are taken out of the lines that are shown.
 *
 * @returns Markdown; says so where no line names a code
 */
export function explainText(text: string, sought: Sought, language: DocsLanguage): string {
  const queries = queriesOf(text.slice(0, TEXT_LIMIT_UNITS));
  const codes = new Map<Code, Counted>();
  const lines = new Map<string, Line>();
  let telling = 0;
  for (const query of queries) {
    const found = codesIn(query.slice(0, LINE_LIMIT_UNITS), sought);
    if (found.length === 0) continue;
    telling++;
    for (const code of found) {
      const counted = codes.get(code) ?? { code, count: 0 };
      counted.count++;
      codes.set(code, counted);
    }
    const shown = shownLine(query);
    const line = lines.get(shown) ?? { shown, codes: found, count: 0 };
    line.count++;
    lines.set(shown, line);
  }
  const say = (one: Localized): string => oneOf(one, language);
  const cut = text.length > TEXT_LIMIT_UNITS ? [say(CUT)] : [];
  if (telling === 0) return [say(NOTHING), ...cut].join('\n\n');
  const ranked = [...codes.values()].sort((a, b) => rankOf(a.code) - rankOf(b.code) || b.count - a.count);
  const [first] = ranked;
  return [
    say(summary(telling, queries.length)),
    ...cut,
    ...(first === undefined ? [] : [`## ${say(HEADINGS.first)}`, firstStep(first.code, sought.catalog, say)]),
    `## ${say(HEADINGS.codes)}`,
    table(ranked, sought.catalog, say),
    `## ${say(HEADINGS.lines)}`,
    listOf([...lines.values()], sought.catalog, say),
  ].join('\n\n');
}

/** The codes that a line names for certain. */
function codesIn(query: string, sought: Sought): readonly Code[] {
  const codes = resolveQuery(query, sought).topics.flatMap((topic) => (topic.kind === 'code' ? [topic.code] : []));
  return [...new Set(codes)];
}

/** A line as it may be shown to anybody. What makes lines of the same text differ, such as a time, stays in them. */
function shownLine(query: string): string {
  const line = redact(query.slice(0, LINE_LIMIT_UNITS)).replace(/\s+/g, ' ');
  return line.length > SHOWN_UNITS ? `${line.slice(0, SHOWN_UNITS)}…` : line;
}

function rankOf({ judgement }: Code): number {
  return FIRST.indexOf(judgement.retry);
}

type Say = (text: Localized) => string;

function firstStep(code: Code, catalog: Catalog, say: Say): string {
  const name = `**${escapeMarkdown(code.code)}** ${escapeMarkdown(catalog.textOf(code))}`;
  return `${name}: ${escapeMarkdown(say(code.advice))} (${say(JUDGEMENT)})`;
}

function table(counted: readonly Counted[], catalog: Catalog, say: Say): string {
  const rows = counted.map(({ code, count }) =>
    row([
      String(count),
      `**${escapeMarkdown(code.code)}** ${escapeMarkdown(catalog.textOf(code))}`,
      escapeMarkdown(say(code.description)),
      escapeMarkdown(say(ADVICE[code.judgement.retry])),
    ]),
  );
  const head = row([say(HEADINGS.count), say(HEADINGS.code), say(HEADINGS.meaning), say(HEADINGS.action)]);
  return [head, row(['--:', '---', '---', '---']), ...rows].join('\n');
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function listOf(lines: readonly Line[], catalog: Catalog, say: Say): string {
  const shown = lines.slice(0, MOST_SHOWN_LINES).map(({ shown, codes, count }) => {
    const times = count > 1 ? ` × ${count}` : '';
    const what = codes.map((code) => `**${escapeMarkdown(code.code)}** ${escapeMarkdown(catalog.textOf(code))}`);
    return `- ${codeSpan(shown)}${times}  \n  ${what.join(', ')}`;
  });
  const more = lines.length - shown.length;
  return [...shown, ...(more > 0 ? [`- ${say(moreLines(more))}`] : [])].join('\n');
}

const NOTHING: Localized = {
  en: 'No line names a code of ThinQ or NUGU.',
  ko: 'ThinQ나 NUGU의 코드가 나오는 줄이 없습니다.',
};
const CUT: Localized = {
  en: 'The text is too long: only its beginning was read, a million characters.',
  ko: '글이 너무 길어 앞부분 100만 자만 읽었습니다.',
};
const JUDGEMENT: Localized = { en: 'our judgement', ko: '자체 판단' };
const HEADINGS = {
  first: { en: 'What to do first', ko: '먼저 할 일' },
  codes: { en: 'Codes', ko: '코드' },
  lines: { en: 'Lines', ko: '줄' },
  count: { en: 'Lines', ko: '줄 수' },
  code: { en: 'Code', ko: '코드' },
  meaning: { en: 'Meaning', ko: '뜻' },
  action: { en: 'What to do (our judgement)', ko: '조치(자체 판단)' },
} as const satisfies { readonly [name: string]: Localized };

function summary(telling: number, all: number): Localized {
  return {
    en: `${telling} of ${all} ${all === 1 ? 'line names' : 'lines name'} codes. Tokens, and identifiers of messages and devices, are not shown.`,
    ko: `${all}줄 중 ${telling}줄에 코드가 나옵니다. 토큰, 메시지 ID, 기기 ID는 표시하지 않습니다.`,
  };
}

function moreLines(count: number): Localized {
  return { en: `and ${count} more`, ko: `외 ${count}줄` };
}
