import type { Result } from './figures.ts';
import { amount, limit, related, spread } from './format.ts';

const HEAD = ['What', 'Ours: median [min–max]', 'Against', 'Theirs: median [min–max]', 'Ours to theirs', 'Goal', 'Met'];

/** The one table of a run, as Markdown. */
export function toTable(results: readonly Result[]): string {
  return alignedTable([HEAD, ...results.map(toCells)], [1, 3, 4, 5]);
}

/** A table of Markdown that can be read as it is. @param rows the first is the head @param numbers columns set right */
export function alignedTable(rows: readonly (readonly string[])[], numbers: readonly number[]): string {
  const [head = [], ...rest] = rows;
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => numbers.includes(column);
  const rule = widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [head, rule, ...rest]
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, isNumber(column))))
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function toCells({ row, ours, theirs, relation }: Result): readonly string[] {
  const { what, unit, compare, peer, goal } = row;
  return [
    what,
    spread(ours, unit),
    peer?.name ?? '',
    peer ? spread(theirs, unit) : '',
    compare === 'alone' ? '' : related(relation, row),
    goal === undefined ? '' : `≤ ${limit(goal, row)}`,
    goal === undefined ? '' : relation <= goal ? 'yes' : `no: by ${amount(relation - goal, row)}`,
  ];
}

/** Stands in the place of a cause until somebody has written it into goals.ts. */
export const UNEXPLAINED = 'Nobody has looked into it yet.';

/** What is not met, each with its cause and what no change could go below; a list of Markdown, or a sentence. */
export function toMisses(results: readonly Result[]): string {
  const missed = results.filter(({ row, relation }) => row.goal !== undefined && relation > row.goal);
  if (missed.length === 0) return 'Every goal is met.';
  return missed
    .map(({ row, relation }) => {
      const { what, peer, goal = 0, miss } = row;
      const title = `**${what}**${peer ? ` against ${peer.name}` : ''}`;
      const reason = miss ? `${miss.cause} *Floor:* ${miss.floor}` : UNEXPLAINED;
      return `- ${title}: ${related(relation, row)} where ${limit(goal, row)} is the goal. ${reason}`;
    })
    .join('\n');
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}
