import { harmless } from '../../catalog/harmless.ts';
import { joined } from '../pieces.ts';
import type { FileReport, Report, ReportedFinding } from '../report.ts';
import { inRepository, label, type Reporter, type ReporterOptions } from './reporter.ts';

/** GitHub has three levels of annotations. */
const COMMANDS: { readonly [severity in ReportedFinding['severity']]: string } = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: each becomes an annotation on its line of a pull request. */
export const github: Reporter = (report, options) => joined(commandsOf(report, options), '\n');

function* commandsOf({ files }: Report, options: ReporterOptions): Generator<string> {
  const title = label({ en: 'Not checked', ko: '검사하지 않음' }, options.docsLanguage);
  for (const { path, skipped, findings } of files) {
    const file = inRepository(path, options);
    if (skipped !== undefined) yield command('notice', { file, title }, skipped);
    for (const finding of findings) yield annotation(file, finding);
  }
}

function annotation(path: FileReport['path'], { rule, severity, message, start, end }: ReportedFinding): string {
  // Columns are for annotations of one line only. Both are counted from 1, and the end is behind the last character.
  const columns = start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {};
  const place = { file: path, line: start.line + 1, endLine: end.line + 1, ...columns };
  return command(COMMANDS[severity], { ...place, title: rule }, message);
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(
    message
      .split(/\r\n?|\n/)
      .map(harmless)
      .join('\n'),
  )}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(harmless(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
