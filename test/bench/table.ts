import { type Figures, ROWS, type Row } from './figures.ts';
import { median } from './statistics.ts';

/** The one table of a run, as Markdown: the lines that were measured. Ratios and differences are taken within each round, then their median. */
export function toTable(rounds: readonly Figures[]): string {
  const head = [
    'What',
    'Ours: median [min–max]',
    'Against',
    'Theirs: median [min–max]',
    'Ours to theirs',
    'Goal',
    'Met',
  ];
  const rows = [head, ...ROWS.flatMap((row) => toCells(row, rounds))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const isNumber = (column: number): boolean => [1, 3, 4, 5].includes(column);
  const rule = widths.map((width, column) => (isNumber(column) ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [head, rule, ...rows.slice(1)]
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, isNumber(column))))
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** @returns nothing for a line that was not measured */
function toCells(row: Row, rounds: readonly Figures[]): readonly (readonly string[])[] {
  const pairs = rounds.flatMap((round) => {
    const ours = round.get(row.ours);
    const theirs = row.peer ? round.get(row.peer.figure) : 0;
    return ours === undefined || theirs === undefined ? [] : [{ ours, theirs }];
  });
  if (pairs.length === 0) return [];
  const relation = median(pairs.map(({ ours, theirs }) => (row.compare === 'ratio' ? ours / theirs : ours - theirs)));
  return [
    [
      row.what,
      spread(
        pairs.map(({ ours }) => ours),
        row,
      ),
      row.peer?.name ?? '',
      row.peer
        ? spread(
            pairs.map(({ theirs }) => theirs),
            row,
          )
        : '',
      row.compare === 'alone' ? '' : related(relation, row),
      row.goal === undefined ? '' : `≤ ${row.compare === 'alone' ? `${row.goal} ${row.unit}` : goal(row.goal, row)}`,
      row.goal === undefined ? '' : relation <= row.goal ? 'yes' : `no: by ${missed(relation - row.goal, row)}`,
    ],
  ];
}

function spread(values: readonly number[], { unit }: Row): string {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = least === most ? '' : ` [${number(least)}–${number(most)}]`;
  return `${number(median(values))}${range} ${unit}`;
}

function related(relation: number, { compare, unit }: Row): string {
  if (compare === 'ratio') return `${number(relation, 2)} ×`;
  return `${relation < 0 ? '−' : '+'}${number(Math.abs(relation))} ${unit}`;
}

function goal(value: number, { compare, unit }: Row): string {
  return compare === 'ratio' ? `${value} ×` : `+${value} ${unit}`;
}

function missed(by: number, { compare, unit }: Row): string {
  return compare === 'ratio' ? `${number(by, 2)} ×` : `${number(by)} ${unit}`;
}

/** @param below digits behind the point for values under ten; larger ones have one less, then none */
function number(value: number, below = value < 1 ? 2 : 1): string {
  return value.toFixed(value < 10 ? below : value < 100 ? below - 1 : 0);
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}
