import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Figures, resultsOf } from './figures.ts';
import { describeVerdicts, fails, judge } from './gate.ts';
import { type Part, ROWS } from './goals.ts';
import { writePage } from './page.ts';
import { toMisses, toTable } from './table.ts';

/** What was measured. */
export interface Run {
  /** Lines for a reader: the machine, and what was looked at. */
  readonly facts: string;
  /** Round by round. */
  readonly figures: readonly Figures[];
}

/** What is done with it. */
export interface Reported {
  /** The folder of package.json. */
  readonly root: string;
  /** Put it into docs/performance.md. */
  readonly write: boolean;
  /** Hold it against the goals; of these parts, or of all. */
  readonly gate: boolean;
  readonly parts?: readonly Part[];
}

/** Prints a run, and does with it what is asked for. @returns whether the gate lets it pass, where it is asked */
export function report({ facts, figures }: Run, { root, write, gate, parts }: Reported): boolean {
  const results = resultsOf(ROWS, figures);
  const [table, misses] = [toTable(results), toMisses(results)];
  console.log(`${facts}\n\n${table}\n\n${misses}`);
  if (write) writePage(join(root, 'docs/performance.md'), { facts, table, misses, results });
  if (!gate) return true;
  const verdicts = judge(
    ROWS.filter(({ part }) => parts?.includes(part) ?? true),
    results,
  );
  console.log(`\n${describeVerdicts(verdicts)}`);
  return !verdicts.some(fails);
}

/** The last whole run once more, next to the goals as they are now. @param record where it was kept */
export function showLast({ record, ...reported }: Reported & { readonly record: string }): boolean {
  return report(readRun(record), reported);
}

/** Keeps a run. */
export function writeRun(path: string, { facts, figures }: Run): void {
  writeFileSync(path, JSON.stringify({ facts, figures: figures.map((round) => Object.fromEntries(round)) }));
}

/** The run that was kept. */
export function readRun(path: string): Run {
  const { facts, figures } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly facts: string;
    readonly figures: readonly Readonly<Record<string, number>>[];
  };
  return { facts, figures: figures.map((round) => new Map(Object.entries(round))) };
}
