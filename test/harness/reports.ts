import { createLines } from '../../server/src/model/lines.ts';
import type { FileReport, Position, Report, ReportedFix } from '../../server/src/report/report.ts';
import type { CodeAction, Diagnostic } from '../../server/src/service.ts';
import { readSettings, type Settings } from '../../server/src/settings.ts';
import { createWorld, type World } from './host.ts';

/** Makes the report of files that exist in memory only, by path, as a run of the command line would. */
export async function reportOf(
  files: Readonly<Record<string, string>>,
  settings: Settings = readSettings({}, 'en'),
): Promise<Report> {
  const world = createWorld();
  const root = world.project();
  const reports: FileReport[] = [];
  for (const path of Object.keys(files).sort()) {
    reports.push(await fileReport(world, root, path, files[path] ?? '', settings));
  }
  return { files: reports };
}

async function fileReport(
  { service, document }: World,
  root: string,
  path: string,
  text: string,
  settings: Settings,
): Promise<FileReport> {
  const opened = document(root, path, text);
  const { diagnostics, skipped } = await service.diagnose(opened, settings);
  const actions = await service.actions(opened, { start: 0, end: text.length }, settings);
  const lines = createLines(text);
  const at = (offset: number): Position => {
    const line = lines.lineOf(offset);
    return { line, character: offset - lines.startOf(line) };
  };
  const seen = new Map<string, number>();
  return {
    path,
    findings: diagnostics.map((diagnostic) => {
      const start = at(diagnostic.span.start);
      const sourceLine = (text.slice(lines.startOf(start.line)).split(/\r?\n/)[0] ?? '').trimEnd();
      const key = `${diagnostic.rule} ${sourceLine.trim()}`;
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      const { rule, vendor, severity, message, link } = diagnostic;
      return {
        rule,
        vendor,
        severity,
        message,
        ...(link !== undefined && { link }),
        start,
        end: at(diagnostic.span.end),
        sourceLine,
        fingerprint: `${key} ${count}`,
        fixes: actions.filter((action) => repairs(action, diagnostic)).map((action) => toFix(action, at)),
      };
    }),
    ...(skipped && { skipped: skipped.reason[settings.docsLanguage === 'ko' ? 'ko' : 'en'] }),
  };
}

/** Whether an action repairs a finding; comments that silence it are no repair. */
function repairs({ diagnostic, edits }: CodeAction, { rule, span }: Diagnostic): boolean {
  return (
    diagnostic.rule === rule &&
    diagnostic.span.start === span.start &&
    !edits.some(({ text }) => text.includes('thinq-nugu-ignore-'))
  );
}

function toFix({ title, preferred, safe, edits }: CodeAction, at: (offset: number) => Position): ReportedFix {
  return {
    title,
    preferred,
    safe,
    edits: edits.map(({ span: { start, end }, text }) => ({
      start: at(start),
      end: at(end),
      from: start,
      to: end,
      text,
    })),
  };
}
