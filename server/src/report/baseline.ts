import type { Localized } from '../catalog/types.ts';
import { compareTexts } from './order.ts';
import type { FileReport, Report, ReportedFinding } from './report.ts';

/** Raised when a reader of the former form could no longer read the new one. */
const VERSION = 2;
/** Those that are read: before 2, fingerprints were made of whole lines, and had no version themselves. */
const READ_VERSIONS: readonly unknown[] = [1, VERSION];

/** Findings of one kind in one file that are known and accepted. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  /** As in `ReportedFinding`, of this version or of the former one. */
  readonly fingerprint: string;
  /** How many findings with this fingerprint there may be. */
  readonly count: number;
}

/** Findings that are known and accepted, so that only new ones are reported. In the order of `path`, then `rule`, then `fingerprint`. */
export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

/** Whether a run has looked at the file of this path. */
export type LookedAt = (path: string) => boolean;

/** What becomes of a report under a baseline. */
export interface BaselineOutcome {
  /** What is new. Files without new findings have none. */
  readonly report: Report;
  /** What the baseline lists and the run did not find any more; `count` says how many of it. */
  readonly stale: readonly BaselineEntry[];
  /** How many findings the baseline has taken out. */
  readonly suppressed: number;
}

/** Whether a baseline lists fingerprints of the former version, which findings have to be looked up by as well. */
export function listsFormer({ entries }: Baseline): boolean {
  return entries.some(({ fingerprint }) => !fingerprint.startsWith('v'));
}

/**
 * Takes known findings out of a report. Of findings with one fingerprint the first ones are the known ones.
 *
 * @param lookedAt entries of other files are not stale, since nobody has looked; all files where it is absent
 */
export function applyBaseline(report: Report, baseline: Baseline, lookedAt: LookedAt = everything): BaselineOutcome {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry.path, entry), entry.count]));
  let suppressed = 0;
  /** Whether there is one left for a finding; it is used up then. */
  const take = (key: string): boolean => {
    const count = left.get(key) ?? 0;
    if (count > 0) left.set(key, count - 1);
    return count > 0;
  };
  const files = report.files.map((file): FileReport => {
    const findings = file.findings.filter((finding) => isOfBroken(finding) || !keysOf(file.path, finding).some(take));
    suppressed += file.findings.length - findings.length;
    return { ...file, findings: findings.map(withoutFormer) };
  });
  const seen = wasSeen(report, lookedAt);
  const stale = baseline.entries
    .map((entry) => ({ ...entry, count: left.get(keyOf(entry.path, entry)) ?? 0 }))
    .filter(({ path, count }) => count > 0 && seen(path));
  return { report: { files }, stale, suppressed };
}

/**
 * The baseline under which a report has nothing new.
 *
 * @param former entries of files that the run did not look at are kept from it
 * @param lookedAt all files where it is absent
 */
export function toBaseline(report: Report, former?: Baseline, lookedAt: LookedAt = everything): Baseline {
  const seen = wasSeen(report, lookedAt);
  const entries = new Map<string, BaselineEntry>();
  for (const entry of former?.entries ?? []) if (!seen(entry.path)) entries.set(keyOf(entry.path, entry), entry);
  for (const { path, findings } of report.files) {
    for (const finding of findings) {
      if (isOfBroken(finding)) continue;
      const key = keyOf(path, finding);
      const { rule, fingerprint } = finding;
      entries.set(key, { path, rule, fingerprint, count: (entries.get(key)?.count ?? 0) + 1 });
    }
  }
  return { entries: [...entries.values()].sort(compareEntries) };
}

/** The baseline as the text of its file: one entry a line, so that changes can be read and merged. Ends with a line break. */
export function printBaseline({ entries }: Baseline): string {
  const lines = entries.map((entry) => `    ${printEntry(entry)}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

/** @returns the baseline of a file's text, or what is wrong with it in words for whoever keeps it */
export function readBaseline(text: string): { readonly baseline: Baseline } | { readonly problem: Localized } {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    // What the error quotes may be a secret that a link leads to.
    return { problem: { en: 'it is not JSON', ko: 'JSON이 아닙니다' } };
  }
  const { version, findings } = asRecord(raw);
  if (!READ_VERSIONS.includes(version) || !Array.isArray(findings))
    return {
      problem: {
        en: `it is not a baseline of version ${VERSION}: "version" and "findings" are required`,
        ko: `버전 ${VERSION} 기준 파일이 아닙니다. "version"과 "findings"가 필요합니다`,
      },
    };
  const broken = findings.findIndex((entry) => !isEntry(entry));
  if (broken >= 0)
    return {
      problem: {
        en: `entry ${broken + 1} under "findings" is incomplete: "path", "rule", "fingerprint" and a "count" of at least 1 are required`,
        ko: `"findings"의 ${broken + 1}번째 항목이 불완전합니다. "path", "rule", "fingerprint"와 1 이상의 "count"가 필요합니다`,
      },
    };
  return { baseline: { entries: findings.toSorted(compareEntries) } };
}

function isEntry(raw: unknown): raw is BaselineEntry {
  const { path, rule, fingerprint, count } = asRecord(raw);
  return (
    [path, rule, fingerprint].every((one) => typeof one === 'string') && Number.isInteger(count) && Number(count) > 0
  );
}

function asRecord(value: unknown): { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { [key: string]: unknown }) : {};
}

function printEntry({ path, rule, fingerprint, count }: BaselineEntry): string {
  const pairs = Object.entries({ path, rule, fingerprint, count });
  return `{ ${pairs.map(([key, value]) => `"${key}": ${JSON.stringify(value)}`).join(', ')} }`;
}

function compareEntries(a: BaselineEntry, b: BaselineEntry): number {
  return compareTexts(a.path, b.path) || compareTexts(a.rule, b.rule) || compareTexts(a.fingerprint, b.fingerprint);
}

function keyOf(path: string, { rule, fingerprint }: Pick<ReportedFinding, 'rule' | 'fingerprint'>): string {
  return JSON.stringify([path, rule, fingerprint]);
}

/** What an entry for a finding may be listed under, this version's first. */
function keysOf(path: string, { rule, fingerprint, formerFingerprint }: ReportedFinding): readonly string[] {
  const fingerprints = formerFingerprint === undefined ? [fingerprint] : [fingerprint, formerFingerprint];
  return fingerprints.map((one) => keyOf(path, { rule, fingerprint: one }));
}

/** What is left has been looked up. */
function withoutFormer({ formerFingerprint: _, ...finding }: ReportedFinding): ReportedFinding {
  return finding;
}

/** Whether a finding says that a project file is broken: nobody accepts what else that makes of a run. */
function isOfBroken({ vendor, severity }: ReportedFinding): boolean {
  return vendor === undefined && severity === 'error';
}

/** A file that was skipped has not been looked at. */
function wasSeen({ files }: Report, lookedAt: LookedAt): LookedAt {
  const skipped = new Set(files.filter((file) => file.skipped !== undefined).map(({ path }) => path));
  return (path) => lookedAt(path) && !skipped.has(path);
}

function everything(): boolean {
  return true;
}
