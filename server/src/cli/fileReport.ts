import { createHash } from 'node:crypto';
import { createLines, type Lines } from '../model/lines.ts';
import type { FileReport, Position, ReportedFinding, ReportedFix } from '../report/report.ts';
import type { CodeAction, Diagnostic } from '../service/api.ts';

/** A file's findings with everything that a report shows of them. @param path relative to the report's root */
export function toFileReport(
  path: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  actions: readonly CodeAction[],
): FileReport {
  const lines = createLines(text);
  const equals = new Map<string, number>();
  const findings = diagnostics.map((diagnostic): ReportedFinding => {
    const { rule, vendor, severity, span, message, link } = diagnostic;
    const sourceLine = lineAt(text, lines, span.start);
    const key = `${rule}\n${sourceLine.trim()}`;
    const count = equals.get(key) ?? 0;
    equals.set(key, count + 1);
    return {
      rule,
      ...(vendor && { vendor }),
      severity,
      message,
      ...(link !== undefined && { link }),
      start: toPosition(span.start, lines),
      end: toPosition(span.end, lines),
      sourceLine,
      fingerprint: createHash('sha256').update(`${key}\n${count}`).digest('hex').slice(0, 32),
      fixes: actions.filter((action) => isFor(action, diagnostic)).map((action) => toFix(action, lines)),
    };
  });
  return { path, findings };
}

/** Whether a fix repairs a finding. */
export function isFor({ silences, diagnostic }: CodeAction, { rule, span }: Diagnostic): boolean {
  return (
    !silences && diagnostic.rule === rule && diagnostic.span.start === span.start && diagnostic.span.end === span.end
  );
}

function toFix({ title, edits, preferred, safe }: CodeAction, lines: Lines): ReportedFix {
  return {
    title,
    edits: edits.map(({ span, text }) => ({
      start: toPosition(span.start, lines),
      end: toPosition(span.end, lines),
      from: span.start,
      to: span.end,
      text,
    })),
    preferred,
    safe,
  };
}

function toPosition(offset: number, lines: Lines): Position {
  const line = lines.lineOf(offset);
  return { line, character: offset - lines.startOf(line) };
}

function lineAt(text: string, lines: Lines, offset: number): string {
  const line = lines.lineOf(offset);
  const end = line + 1 < lines.count ? lines.startOf(line + 1) : text.length;
  return text.slice(lines.startOf(line), end).replace(/[\r\n]{1,2}$/, '');
}
