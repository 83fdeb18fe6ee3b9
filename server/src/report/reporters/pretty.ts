import { textFor } from '../../catalog/byVendor.ts';
import { harmless, withoutCommand } from '../../catalog/harmless.ts';
import type { Localized } from '../../catalog/types.ts';
import type { Settings } from '../../settings.ts';
import { columnsOf, excerptOf, wrap } from '../columns.ts';
import { type Counts, countReport } from '../counts.ts';
import { joined } from '../pieces.ts';
import type { FileReport, Report, ReportedFinding, ReportedFix } from '../report.ts';
import { type Style, type Styles, stylesOf } from '../styles.ts';
import { inWords, label, type Reporter, type ReporterOptions } from './reporter.ts';

/** Fixes that are named; more are counted. */
const MOST_NAMED_FIXES = 3;

const LABELS = {
  why: { en: 'why', ko: '이유' },
  fix: { en: 'fix', ko: '수정' },
  see: { en: 'see', ko: '문서' },
  unseen: { en: ' (applied by --fix)', ko: ' (--fix로 적용)' },
  skipped: { en: 'not checked', ko: '검사하지 않음' },
  clean: { en: 'No findings.', ko: '찾은 문제가 없습니다.' },
} satisfies Record<string, Localized>;

const SEVERITIES: { readonly [severity in ReportedFinding['severity']]: Localized } = {
  error: { en: 'error', ko: '오류' },
  warning: { en: 'warning', ko: '경고' },
  information: { en: 'information', ko: '정보' },
  hint: { en: 'hint', ko: '힌트' },
};

/**
 * For people: each finding with its place, the line it is on and what is underlined there, why it matters, and what to
 * do. Reasons are told once a report, with the first finding of each rule and vendor.
 */
export const pretty: Reporter = (report, options) => joined(blocksOf(report, options), '\n\n');

function* blocksOf(report: Report, options: ReporterOptions): Generator<string> {
  const page = createPage(options);
  for (const file of report.files) {
    if (file.skipped !== undefined) yield page.skipped(file, file.skipped);
    for (const finding of file.findings) yield page.finding(file, finding);
  }
  yield page.summary(countReport(report));
}

function createPage({ styled, docsLanguage, rules, columns }: ReporterOptions) {
  const indented = (text: string, indent: string): readonly string[] =>
    text
      .split('\n')
      .flatMap((line) => wrap(harmless(line), columns - indent.length))
      .map((line) => indent + line);

  const styles = stylesOf(styled);
  const told = new Set<string>();

  /** What is new to the reader about a rule. */
  const reasonOf = ({ rule: id, vendor }: ReportedFinding): string | undefined => {
    const rule = rules.find((one) => one.id === id);
    const why = rule && textFor(rule.docs.why, vendor);
    const reason = why && inWords(why, docsLanguage);
    if (reason === undefined || told.has(reason)) return undefined;
    told.add(reason);
    return reason;
  };

  /** Code spans in colour; where there is none, in backticks as they are. */
  const withCode = (text: string): string =>
    styled ? text.replace(/`([^`]+)`/g, (_, code: string) => styles.cyan(code)) : text;

  const note = (name: Localized, text: string): readonly string[] => {
    const head = label(name, docsLanguage);
    const indent = ' '.repeat(columnsOf(head) + 4);
    return indented(text, indent).map((line, index) => {
      const shown = withCode(line.slice(indent.length));
      return index === 0 ? `  ${styles.dim(head)}  ${shown}` : indent + shown;
    });
  };

  return {
    finding({ path }: FileReport, finding: ReportedFinding): string {
      const { rule, severity, message, start, fixes, link } = finding;
      const colour = colourOf(severity, styles);
      const place = `${start.line + 1}:${start.character + 1}`;
      const reason = reasonOf(finding);
      return pageOf([
        `${styles.bold(harmless(path))}${styles.dim(`:${place}`)}  ${colour(label(SEVERITIES[severity], docsLanguage))}  ${styles.dim(harmless(rule))}`,
        ...indented(message, '  ').map((line) => styles.bold(withCode(line))),
        '',
        ...frame(finding, colour, styles, columns),
        ...(reason === undefined ? [] : note(LABELS.why, reason)),
        ...(fixes.length === 0 ? [] : note(LABELS.fix, fixesOf(fixes, docsLanguage))),
        ...(link === undefined || reason === undefined ? [] : note(LABELS.see, link)),
      ]);
    },

    skipped({ path }: FileReport, reason: string): string {
      const head = `${styles.bold(harmless(path))}  ${styles.dim(label(LABELS.skipped, docsLanguage))}`;
      return pageOf([head, ...indented(reason, '  ')]);
    },

    summary: (counts: Counts): string => summaryOf(counts, docsLanguage, styles),
  };
}

/** Lines below one another. A path may begin one, and so may any word of a message that is broken there. */
function pageOf(lines: readonly string[]): string {
  return lines.map(withoutCommand).join('\n');
}

function frame(finding: ReportedFinding, colour: Style, styles: Styles, columns: number): readonly string[] {
  const { start, end, sourceLine, sourceFrom = 0, sourceCut } = finding;
  const number = String(start.line + 1);
  const margin = ' '.repeat(number.length);
  // Of a finding that goes on over lines, the first is shown.
  const until = end.line === start.line ? end.character : sourceFrom + sourceLine.length;
  const room = columns - number.length - 5;
  // Where the line goes on, the excerpt has to say so itself.
  const shown = `${sourceFrom > 0 ? '…' : ''}${harmless(sourceLine)}${sourceCut ? '…' : ''}`;
  const shift = sourceFrom > 0 ? sourceFrom - 1 : 0;
  const { before, marked, after } = excerptOf(shown, start.character - shift, until - shift, room);
  const carets = '^'.repeat(Math.max(1, columnsOf(marked)));
  return [
    `  ${styles.dim(`${number} │`)} ${before}${colour(marked)}${after.trimEnd()}`,
    `  ${styles.dim(`${margin} │`)} ${' '.repeat(columnsOf(before))}${colour(carets)}`,
  ];
}

/** What can be done, one to a line. */
function fixesOf(fixes: readonly ReportedFix[], language: Settings['docsLanguage']): string {
  const more = fixes.length - MOST_NAMED_FIXES;
  return [
    ...fixes
      .slice(0, more === 1 ? fixes.length : MOST_NAMED_FIXES)
      .map(({ title, safe }) => (safe ? title + label(LABELS.unseen, language) : title)),
    ...(more > 1
      ? [label({ en: `… and ${more} more in an editor`, ko: `… 편집기에서 ${more}가지 더 제공` }, language)]
      : []),
  ].join('\n');
}

function colourOf(severity: ReportedFinding['severity'], { red, yellow, blue, cyan }: Styles): Style {
  return { error: red, warning: yellow, information: blue, hint: cyan }[severity];
}

function summaryOf(counts: Counts, language: Settings['docsLanguage'], styles: Styles): string {
  const skipped = counts.skipped > 0 ? [`${label(LABELS.skipped, language)}: ${counts.skipped}`] : [];
  if (counts.total === 0) return [styles.green(label(LABELS.clean, language)), ...skipped].join(' · ');
  const found = (['error', 'warning', 'information', 'hint'] as const)
    .filter((severity) => counts[severity] > 0)
    .map((severity) => colourOf(severity, styles)(amountOf(counts[severity], severity, language)));
  const where = label(
    { en: `in ${counts.files} ${counts.files === 1 ? 'file' : 'files'}`, ko: `파일 ${counts.files}개` },
    language,
  );
  const fixable = label(
    { en: `${counts.fixable} fixable with --fix`, ko: `${counts.fixable}개는 --fix로 고칠 수 있음` },
    language,
  );
  return [`${found.join(', ')} ${where}`, ...(counts.fixable > 0 ? [fixable] : []), ...skipped].join(' · ');
}

function amountOf(count: number, severity: ReportedFinding['severity'], language: Settings['docsLanguage']): string {
  const { en, ko } = SEVERITIES[severity];
  // "2 information" counts what is told, not pieces of it.
  return label(
    { en: `${count} ${count === 1 || severity === 'information' ? en : `${en}s`}`, ko: `${ko} ${count}개` },
    language,
  );
}
