import type { Report, ReportedFinding } from '../report.ts';
import { jsonPieces } from './jsonPieces.ts';
import { inRepository, type Reporter, type ReporterOptions, TOOL } from './reporter.ts';

const SEVERITIES: { readonly [severity in ReportedFinding['severity']]: string } = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info',
};

/** A Code Quality report of GitLab, shown in merge requests. Files that were skipped have no place in it. */
export const gitlab: Reporter = (report, options) => jsonPieces(issuesOf(report, options), 1);

function* issuesOf({ files }: Report, options: ReporterOptions): Generator<object> {
  for (const { path: name, findings } of files) {
    const path = inRepository(name, options);
    for (const { rule, severity, message, start, end, fingerprint } of findings) {
      yield {
        description: message,
        check_name: `${TOOL}/${rule}`,
        // GitLab keeps one issue for each fingerprint of the whole report; ours is one of a file.
        fingerprint: `${path}:${fingerprint}`,
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
      };
    }
  }
}
