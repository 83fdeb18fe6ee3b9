import type { Vendor } from '../catalog/types.ts';
import type { Severity } from '../settings.ts';
import type { SourceLine } from './sourceLine.ts';

/** A place in a file: 0-based line, and UTF-16 units from the line's start. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A replacement of text, with offsets in UTF-16 units for those who write files and positions for those who show it. */
export interface ReportedEdit {
  readonly start: Position;
  readonly end: Position;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A repair of a finding. */
export interface ReportedFix {
  readonly title: string;
  readonly edits: readonly ReportedEdit[];
  readonly preferred: boolean;
  /** It may be applied unseen. */
  readonly safe: boolean;
}

/** A finding as a report shows it. */
export interface ReportedFinding extends SourceLine {
  readonly rule: string;
  /** Whose codes it is about; absent for a problem of a project file. */
  readonly vendor?: Vendor;
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  /** The vendor's page. */
  readonly link?: string;
  readonly start: Position;
  readonly end: Position;
  /**
   * Stays the same while other lines change, and distant parts of its own, and differs from every other finding's in the
   * file: made of the rule, the text around it on its line, and a count among equals. Begins with its version: `v2:`.
   */
  readonly fingerprint: string;
  /** The fingerprint as it was before versions: made of the whole line. Only where a baseline still lists such. */
  readonly formerFingerprint?: string;
  readonly fixes: readonly ReportedFix[];
}

/** The findings of one file. */
export interface FileReport {
  /** Relative to the report's root, with forward slashes. */
  readonly path: string;
  /** In the order of their places. */
  readonly findings: readonly ReportedFinding[];
  /** Why a file that was asked for was not looked at. */
  readonly skipped?: string;
}

/** What a run has found. The same whatever else is in the run: files are in the order of their paths. */
export interface Report {
  readonly files: readonly FileReport[];
}
