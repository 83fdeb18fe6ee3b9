import { FIGURES, type Figure, type Measured } from './figures.ts';
import { median } from './statistics.ts';

/** What both servers took in one round. */
export interface Round {
  readonly ours: Measured;
  readonly floor: Measured;
}

/** The one table of a run, as Markdown. Ratios and differences are taken within each round, then their median. */
export function toTable(rounds: readonly Round[]): string {
  const head = ['Figure', 'Ours: median [min–max]', 'Floor: median', 'Ours to the floor'];
  const rows = [head, ...FIGURES.map((figure) => toRow(figure, rounds))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [head, rule, ...rows.slice(1)]
    .map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column > 0)))
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function toRow(figure: Figure, rounds: readonly Round[]): readonly string[] {
  const values = (side: keyof Round): readonly number[] => rounds.map((round) => pickFigure(figure, round[side]));
  const [ours, floor] = [values('ours'), values('floor')];
  const relations = ours.map((value, index) => {
    const base = floor[index] ?? Number.NaN;
    return figure.compare === 'ratio' ? value / base : value - base;
  });
  const relation = median(relations);
  return [
    figure.title,
    `${number(median(ours))} [${number(Math.min(...ours))}–${number(Math.max(...ours))}] ${figure.unit}`,
    `${number(median(floor))} ${figure.unit}`,
    figure.compare === 'ratio'
      ? `${number(relation, 2)} ×`
      : `${relation < 0 ? '−' : '+'}${number(Math.abs(relation))} ${figure.unit}`,
  ];
}

function pickFigure(figure: Figure, measured: Measured): number {
  const value = measured.get(figure.id);
  if (value === undefined) throw new Error(`${figure.id} was not measured`);
  return value;
}

/** @param below digits behind the point for values under ten; larger ones have one less, then none */
function number(value: number, below = value < 1 ? 2 : 1): string {
  return value.toFixed(value < 10 ? below : value < 100 ? below - 1 : 0);
}

function pad(cell: string, width: number, right: boolean): string {
  return right ? cell.padStart(width) : cell.padEnd(width);
}
