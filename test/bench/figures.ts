import type { Row } from './goals.ts';
import { median } from './statistics.ts';

/** What somebody took for something, by id. */
export type Figures = ReadonlyMap<string, number>;

/** What the rounds say of a line. */
export interface Result {
  readonly row: Row;
  /** The figures, round by round; `theirs` is empty where nobody is compared with. */
  readonly ours: readonly number[];
  readonly theirs: readonly number[];
  /** What the goal is about: a ratio, a difference, or our own figure. Taken within each round, then the median. */
  readonly relation: number;
  /** How far from it half of the rounds stay; 0 where there is one. */
  readonly spread: number;
}

/** @returns nothing for a line that was not measured */
export function resultOf(row: Row, rounds: readonly Figures[]): Result | undefined {
  const pairs = rounds.flatMap((round) => {
    const ours = round.get(row.ours);
    const theirs = row.peer ? round.get(row.peer.figure) : 0;
    return ours === undefined || theirs === undefined ? [] : [{ ours, theirs }];
  });
  if (pairs.length === 0) return undefined;
  const relations = pairs.map(({ ours, theirs }) => (row.compare === 'ratio' ? ours / theirs : ours - theirs));
  const relation = median(relations);
  return {
    row,
    ours: pairs.map(({ ours }) => ours),
    theirs: row.peer ? pairs.map(({ theirs }) => theirs) : [],
    relation,
    spread: median(relations.map((each) => Math.abs(each - relation))),
  };
}

/** The lines that were measured. */
export function resultsOf(rows: readonly Row[], rounds: readonly Figures[]): readonly Result[] {
  return rows.flatMap((row) => resultOf(row, rounds) ?? []);
}
