import { Failure } from '../node/failure.ts';
import type { Report } from '../report/report.ts';
import { SEVERITIES, type Severity } from '../settings.ts';
import { unknownWord } from './words.ts';

/** From where on findings make a command end with 1. */
export interface Threshold {
  /** Warnings that do not make a run fail. */
  readonly maxWarnings: number;
  /** The least severity that counts. */
  readonly failOn: Exclude<Severity, 'off'>;
}

/** Of all commands that judge a report. */
export const THRESHOLD_OPTIONS = { 'max-warnings': { type: 'string' }, 'fail-on': { type: 'string' } } as const;

/** @throws Failure for a severity that there is not, and for a number that is none */
export function readThreshold(values: { readonly 'max-warnings'?: string; readonly 'fail-on'?: string }): Threshold {
  const failOn = values['fail-on'] ?? 'warning';
  if (!isSeverity(failOn) || failOn === 'off') throw unknownWord('--fail-on', failOn, SEVERITIES.slice(1));
  const maxWarnings = Number(values['max-warnings'] ?? 0);
  if (!Number.isInteger(maxWarnings))
    throw new Failure(`--max-warnings ${values['max-warnings']}: give a whole number, or -1 for no limit.`);
  return { failOn, maxWarnings: maxWarnings < 0 ? Number.POSITIVE_INFINITY : maxWarnings };
}

/** Whether the findings are too many or too loud. Up to `maxWarnings` warnings do not count; errors always do. */
export function fails({ files }: Report, { failOn, maxWarnings }: Threshold): boolean {
  const rank = (severity: Severity): number => SEVERITIES.indexOf(severity);
  const findings = files.flatMap((file) => file.findings).filter(({ severity }) => rank(severity) >= rank(failOn));
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return findings.length > warnings || warnings > maxWarnings;
}

export function isSeverity(word: string): word is Severity {
  return (SEVERITIES as readonly string[]).includes(word);
}
