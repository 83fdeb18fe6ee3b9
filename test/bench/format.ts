import type { Row } from './goals.ts';
import { median } from './statistics.ts';

/** @param below digits behind the point for values under ten; larger ones have one less, then none */
export function number(value: number, below = value < 1 ? 2 : 1): string {
  return value.toFixed(value < 10 ? below : value < 100 ? below - 1 : 0);
}

/** `24 [22–25] ms` */
export function spread(values: readonly number[], unit: Row['unit']): string {
  const written = (value: number): string => (unit === 'processes' ? String(value) : number(value));
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const range = least === most ? '' : ` [${written(least)}–${written(most)}]`;
  return `${written(median(values))}${range} ${unit}`;
}

/** What a goal is about, as one reads it: `1.25 ×`, `+100 ms`, `130 MiB`. */
export function related(relation: number, row: Pick<Row, 'compare' | 'unit'>): string {
  if (row.compare !== 'difference') return amount(relation, row);
  return `${relation < 0 ? '−' : '+'}${amount(Math.abs(relation), row)}`;
}

/** The same of a distance, which has no sign. */
export function amount(value: number, { compare, unit }: Pick<Row, 'compare' | 'unit'>): string {
  if (compare === 'ratio') return `${number(value, 2)} ×`;
  return `${unit === 'processes' ? value : number(value)} ${unit}`;
}

/** A limit, as somebody has written it. */
export function limit(value: number, { compare, unit }: Pick<Row, 'compare' | 'unit'>): string {
  if (compare === 'ratio') return `${value} ×`;
  return `${compare === 'difference' ? '+' : ''}${value} ${unit}`;
}
