import { createLines, type Lines } from '../model/lines.ts';
import type { Span } from '../model/model.ts';
import type { FileReport, Position, ReportedFinding, ReportedFix } from '../report/report.ts';
import { sourceLineAt } from '../report/sourceLine.ts';
import type { CodeAction, Diagnostic } from '../service/api.ts';
import { createFingerprints, createFormerFingerprints } from './fingerprints.ts';

/**
 * A file's findings with everything that a report shows of them.
 *
 * @param path relative to the report's root
 * @param withFormer whether a baseline asks for fingerprints of the former version, too
 */
export function toFileReport(
  path: string,
  text: string,
  diagnostics: readonly Diagnostic[],
  actions: readonly CodeAction[],
  withFormer = false,
): FileReport {
  const lines = createLines(text);
  const fingerprintOf = createFingerprints(text);
  const formerOf = withFormer ? createFormerFingerprints(text) : undefined;
  const repairs = repairsByFinding(actions);
  const findings = diagnostics.map((diagnostic): ReportedFinding => {
    const { rule, vendor, severity, span, message, link } = diagnostic;
    const place = { rule, span, line: lineAt(text, lines, span.start) };
    return {
      rule,
      ...(vendor && { vendor }),
      severity,
      message,
      ...(link !== undefined && { link }),
      start: toPosition(span.start, lines),
      end: toPosition(span.end, lines),
      ...sourceLineAt(text, place.line, span.start),
      fingerprint: fingerprintOf(place),
      ...(formerOf && { formerFingerprint: formerOf(place) }),
      fixes: (repairs.get(keyOf(diagnostic)) ?? []).map((action) => toFix(action, lines)),
    };
  });
  return { path, findings };
}

/** What repairs findings, by the finding; comments that silence one repair nothing. */
function repairsByFinding(actions: readonly CodeAction[]): ReadonlyMap<string, readonly CodeAction[]> {
  const found = new Map<string, CodeAction[]>();
  for (const action of actions) {
    if (action.silences) continue;
    const key = keyOf(action.diagnostic);
    const others = found.get(key);
    if (others) others.push(action);
    else found.set(key, [action]);
  }
  return found;
}

function keyOf({ rule, span }: Diagnostic): string {
  return `${rule} ${span.start} ${span.end}`;
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

/** Where a line is, without its end. */
function lineAt(text: string, lines: Lines, offset: number): Span {
  const line = lines.lineOf(offset);
  const start = lines.startOf(line);
  let end = line + 1 < lines.count ? lines.startOf(line + 1) : text.length;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return { start, end };
}
