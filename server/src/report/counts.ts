import type { Report, ReportedFinding } from './report.ts';

/** What a report comes to. */
export interface Counts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
  /** All findings. */
  readonly total: number;
  /** Files with findings. */
  readonly files: number;
  /** Findings with a fix that may be applied unseen. */
  readonly fixable: number;
  /** Files that were asked for and not looked at. */
  readonly skipped: number;
}

export function countReport({ files }: Report): Counts {
  const findings = files.flatMap((file) => file.findings);
  const count = (severity: ReportedFinding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return {
    error: count('error'),
    warning: count('warning'),
    information: count('information'),
    hint: count('hint'),
    total: findings.length,
    files: files.filter((file) => file.findings.length > 0).length,
    fixable: findings.filter(({ fixes }) => fixes.some(({ safe }) => safe)).length,
    skipped: files.filter((file) => file.skipped !== undefined).length,
  };
}
