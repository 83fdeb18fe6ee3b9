/** A part of a regular expression: its source, or one written as a literal where that is easier to read. */
export type Part = string | RegExp;

/** A text, and where in it expressions fit. What has been looked for is remembered. */
export interface Searched {
  /** Whether an expression fits anywhere. */
  has(expression: RegExp): boolean;
  /** Where it fits, in text order. UTF-16 offsets. @param most of these places that are wanted */
  places(expression: RegExp, most?: number): readonly { readonly start: number; readonly end: number }[];
}

/**
 * Joins parts into the source of one that fits where any of them does: `["post", /^get$/]` → `(?:post|^get$)`. What
 * comes from several rows of a table counts once.
 *
 * @throws where there is none: an expression of nothing would fit everywhere
 */
export function anyOf(parts: readonly Part[]): string {
  const sources = new Set(parts.map((part) => (typeof part === 'string' ? part : part.source)));
  if (sources.size === 0) throw new Error('An expression is made of nothing.');
  return `(?:${[...sources].join('|')})`;
}

/** An expression that fits a whole name where one of these parts does. */
export function wholeName(parts: readonly Part[], flags = ''): RegExp {
  return new RegExp(`^${anyOf(parts)}$`, flags);
}

/** What the rows of a table have in one column, together. */
export function column<Row, Cell>(rows: readonly Row[], cellsOf: (row: Row) => readonly Cell[] | undefined): Cell[] {
  return rows.flatMap((row) => cellsOf(row) ?? []);
}
