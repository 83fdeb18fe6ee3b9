import { Failure } from '../node/failure.ts';
import type { Report } from '../report/report.ts';
import { SEVERITIES, type Severity } from '../settings.ts';

/** From where on findings make a command end with 1. */
export interface Threshold {
  /** Warnings that do not make a run fail. */
  readonly maxWarnings: number;
  /** The least severity that counts. */
  readonly failOn: Exclude<Severity, 'off'>;
}

/** @param values that the table has let pass @throws Failure for a number that is none */
export function readThreshold(values: { readonly 'max-warnings'?: string; readonly 'fail-on'?: string }): Threshold {
  const asked = values['fail-on'];
  const failOn = asked !== undefined && isSeverity(asked) && asked !== 'off' ? asked : 'warning';
  const maxWarnings = Number(values['max-warnings'] ?? 0);
  if (!Number.isInteger(maxWarnings))
    throw new Failure({
      en: `--max-warnings ${values['max-warnings']}: give a whole number, or -1 for no limit.`,
      ko: `--max-warnings ${values['max-warnings']}: 정수를 적으세요. -1이면 제한이 없습니다.`,
    });
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
