import type { Result } from './figures.ts';
import { amount, limit, related } from './format.ts';
import type { Noise, Row } from './goals.ts';

/** What a line with a goal has come to, next to what is known of it. */
export type State = 'met' | 'met again' | 'within the noise' | 'known miss' | 'lost' | 'worse' | 'not measured';

/** The judgement about one line. */
export interface Verdict {
  readonly row: Row;
  readonly state: State;
  readonly result?: Result;
  /** The most that may be, but for the noise: the goal, or what a known miss came to and a tenth more. */
  readonly allowed: number;
  readonly noise: number;
}

/** A known miss that is beyond its figure by more than this is notably worse. */
const NOTABLY = 1.1;

/** States that end a run with an error. */
const FAILURES: ReadonlySet<State> = new Set(['lost', 'worse', 'not measured']);

/**
 * Holds the lines that have goals against these.
 *
 * @param rows what there is to measure; a line without a result counts as lost, since its figure is gone
 * @param results of all lines that were measured, those of the noise among them
 */
export function judge(rows: readonly Row[], results: readonly Result[]): readonly Verdict[] {
  const shares = noiseOf(results);
  return rows.flatMap((row): readonly Verdict[] => {
    if (row.goal === undefined) return [];
    const allowed = row.miss ? Math.max(row.goal, row.miss.figure * NOTABLY) : row.goal;
    const result = results.find((each) => each.row === row);
    if (!result) return [{ row, state: 'not measured', allowed, noise: 0 }];
    // What memory comes to does not depend on who else is at work.
    const share = row.noise && row.unit.startsWith('ms') ? (shares.get(row.noise) ?? 0) : 0;
    const noise = Math.max(result.spread, share * allowed);
    return [{ row, state: stateOf(result.relation, row.goal, allowed, noise, row.miss), result, allowed, noise }];
  });
}

/** What the same thing differs by when it is done twice, as a share, by kind. */
function noiseOf(results: readonly Result[]): ReadonlyMap<Noise, number> {
  return new Map(
    results.flatMap(({ row, relation }) => (row.shows ? [[row.shows, Math.abs(relation - 1)] as const] : [])),
  );
}

function stateOf(relation: number, goal: number, allowed: number, noise: number, miss: Row['miss']): State {
  if (relation <= goal) return miss ? 'met again' : 'met';
  if (relation <= allowed + noise) return miss ? 'known miss' : 'within the noise';
  return miss ? 'worse' : 'lost';
}

/** Whether a line may not stay as it is. */
export function fails({ state }: Verdict): boolean {
  return FAILURES.has(state);
}

/** A line for everything that is not simply met, what fails at the end, where somebody looks first; then the sum. */
export function describeVerdicts(verdicts: readonly Verdict[]): string {
  const failing = verdicts.filter(fails);
  const rest = verdicts.filter((verdict) => !fails(verdict) && verdict.state !== 'met');
  const count = (state: State): number => verdicts.filter((verdict) => verdict.state === state).length;
  const isMet = count('met') + count('met again') + count('within the noise');
  return [
    ...[...rest, ...failing].map(describe),
    `${verdicts.length} goals: ${isMet} met, ${count('known miss')} known misses, ${failing.length} failures.`,
  ].join('\n');
}

function describe({ row, state, result, allowed, noise }: Verdict): string {
  const name = `${row.what}${row.peer ? `, against ${row.peer.name}` : ''}`;
  const mark = FAILURES.has(state) ? '✗' : '·';
  if (!result || row.goal === undefined) return `${mark} ${state}: ${name}`;
  const says = `${related(result.relation, row)}, goal ${limit(row.goal, row)}, noise ${amount(noise, row)}`;
  const known = row.miss
    ? `, known as ${related(row.miss.figure, row)} and allowed up to ${related(allowed, row)}`
    : '';
  return `${mark} ${state}: ${name}: ${says}${known}${state === 'met again' ? '; its miss can go from goals.ts' : ''}`;
}
