import type { Comment } from '../model/model.ts';

/** A comment that silences rules. */
export interface Suppression {
  readonly scope: 'next-line' | 'file';
  /** Rule ids; empty means every rule. */
  readonly rules: readonly string[];
  /** 0-based line that a `next-line` comment speaks of. */
  readonly line: number;
}

const DIRECTIVE = /thinq-nugu-ignore-(next-line|file)\b([^\n]*)/;

/**
 * Reads `thinq-nugu-ignore-next-line rule-id -- reason` and `thinq-nugu-ignore-file …` out of comments. Several rule
 * ids are set apart by commas or blanks. A comment speaks of the first line behind it that holds no other comment
 * of ours, so that several can be stacked.
 *
 * @param lineOf gives the 0-based line of an offset
 */
export function readSuppressions(
  text: string,
  comments: readonly Comment[],
  lineOf: (offset: number) => number,
): readonly Suppression[] {
  const found = comments.flatMap(({ span }) => {
    const [, scope, rest = ''] = DIRECTIVE.exec(text.slice(span.start, span.end)) ?? [];
    if (!scope) return [];
    const rules = (rest.split(/\s--/)[0] ?? '').match(/[a-z][a-z-]*[a-z]/g) ?? [];
    return { scope: scope as Suppression['scope'], rules, line: lineOf(span.end - 1) + 1 };
  });
  const lines = new Set(found.map(({ line }) => line - 1));
  return found.map((one) => {
    let { line } = one;
    while (lines.has(line)) line++;
    return { ...one, line };
  });
}

/** Whether a finding of a rule on a 0-based line is silenced. */
export function isSuppressed(suppressions: readonly Suppression[], rule: string, line: number): boolean {
  return suppressions.some(
    ({ scope, rules, line: target }) =>
      (rules.length === 0 || rules.includes(rule)) && (scope === 'file' || target === line),
  );
}
