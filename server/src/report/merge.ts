import { compareTexts } from './order.ts';
import type { FileReport, Report, ReportedFinding } from './report.ts';

/**
 * Puts the reports of several runs together, as if one run had looked at all their files. A file that several runs
 * have looked at counts once; one that only some of them have skipped counts as looked at.
 */
export function mergeReports(reports: readonly Report[]): Report {
  const byPath = new Map<string, FileReport>();
  for (const file of reports.flatMap((report) => report.files)) {
    const known = byPath.get(file.path);
    byPath.set(file.path, known ? join(known, file) : file);
  }
  return { files: [...byPath.values()].sort((a, b) => compareTexts(a.path, b.path)) };
}

function join(a: FileReport, b: FileReport): FileReport {
  if (a.skipped !== undefined) return b;
  if (b.skipped !== undefined) return a;
  const known = new Set(a.findings.map(({ fingerprint }) => fingerprint));
  const added = b.findings.filter(({ fingerprint }) => !known.has(fingerprint));
  return added.length === 0 ? a : { path: a.path, findings: [...a.findings, ...added].sort(byPlace) };
}

function byPlace({ start: a }: ReportedFinding, { start: b }: ReportedFinding): number {
  return a.line - b.line || a.character - b.character;
}
