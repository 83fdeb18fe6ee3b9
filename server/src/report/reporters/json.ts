import type { Localized } from '../../catalog/types.ts';
import { countReport } from '../counts.ts';
import type { Report, ReportedFinding } from '../report.ts';
import { LONGEST_SOURCE_LINE_UNITS, sourceLineAt } from '../sourceLine.ts';
import { jsonPieces } from './jsonPieces.ts';
import { type Reporter, TOOL } from './reporter.ts';

/** Raised when a reader of the former form could no longer read the new one. */
const JSON_VERSION = 1;

/** Levels of the report that come in pieces, down to a finding. */
const LEVELS = 4;

/** What the JSON reporter writes, and what `merge` reads: `docs/report.schema.json` describes it. */
export interface JsonReport extends Report {
  readonly version: typeof JSON_VERSION;
  readonly tool: { readonly name: string; readonly version: string };
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly information: number;
    readonly hints: number;
    readonly filesWithFindings: number;
    readonly skippedFiles: number;
  };
}

/** The whole report, to be read by programs and to be merged with others. */
export const json: Reporter = (report, { version }) => {
  const counts = countReport(report);
  const written: JsonReport = {
    version: JSON_VERSION,
    tool: { name: TOOL, version },
    summary: {
      errors: counts.error,
      warnings: counts.warning,
      information: counts.information,
      hints: counts.hint,
      filesWithFindings: counts.files,
      skippedFiles: counts.skipped,
    },
    files: report.files,
  };
  return jsonPieces(written, LEVELS);
};

/**
 * Reads what the JSON reporter has written.
 *
 * @returns the report, or what is wrong with the text in words for whoever handed it over
 */
export function readJsonReport(text: string): { readonly report: Report } | { readonly problem: Localized } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // What the error quotes may be a secret that a link leads to.
    return { problem: { en: 'it is not JSON', ko: 'JSON이 아닙니다' } };
  }
  if (typeof raw !== 'object' || raw === null || !('files' in raw) || !Array.isArray(raw.files))
    return {
      problem: {
        en: 'it is no report that "--reporter json" has written',
        ko: '"--reporter json"으로 쓴 보고서가 아닙니다',
      },
    };
  const { version, files } = raw as { version?: unknown; files: readonly unknown[] };
  if (version !== JSON_VERSION)
    return {
      problem: {
        en: `it has version ${JSON.stringify(version)}, and only ${JSON_VERSION} can be read`,
        ko: `버전이 ${JSON.stringify(version)}입니다. 버전 ${JSON_VERSION}만 읽을 수 있습니다`,
      },
    };
  const broken = files.findIndex((file) => !isFile(file));
  if (broken >= 0)
    return {
      problem: {
        en: `its entry ${broken} under "files" is not whole`,
        ko: `"files"의 항목 ${broken}이 불완전합니다`,
      },
    };
  const read = files as Report['files'];
  return { report: { files: read.map((file) => ({ ...file, findings: file.findings.map(cutLine) })) } };
}

/** Cuts the line of a finding that carries it whole, as those of earlier versions do. */
function cutLine(finding: ReportedFinding): ReportedFinding {
  const { sourceLine, sourceFrom, start } = finding;
  if (sourceLine.length <= LONGEST_SOURCE_LINE_UNITS || sourceFrom !== undefined) return finding;
  return { ...finding, ...sourceLineAt(sourceLine, { start: 0, end: sourceLine.length }, start.character) };
}

/** Whether it has what every reporter asks for. The rest is believed: we have written it ourselves. */
function isFile(raw: unknown): boolean {
  const { path, findings } = (raw ?? {}) as { path?: unknown; findings?: unknown };
  return typeof path === 'string' && Array.isArray(findings) && findings.every(isFinding);
}

function isFinding(raw: unknown): boolean {
  const { rule, message, severity, fingerprint, start, end, sourceLine, fixes } = (raw ?? {}) as Record<
    string,
    unknown
  >;
  return (
    [rule, message, severity, fingerprint, sourceLine].every((text) => typeof text === 'string') &&
    [start, end].every(isPosition) &&
    Array.isArray(fixes) &&
    fixes.every(({ edits, title }) => typeof title === 'string' && Array.isArray(edits) && edits.every(isEdit))
  );
}

function isEdit(raw: unknown): boolean {
  const { start, end, text } = (raw ?? {}) as Record<string, unknown>;
  return isPosition(start) && isPosition(end) && typeof text === 'string';
}

function isPosition(raw: unknown): boolean {
  const { line, character } = (raw ?? {}) as Record<string, unknown>;
  return Number.isInteger(line) && Number.isInteger(character);
}
