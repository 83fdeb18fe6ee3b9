/** Columns of a line where nobody says how wide a terminal is, and of the narrowest that lines are broken for. */
const DEFAULT_COLUMNS = 80;
const LEAST_COLUMNS = 20;

/**
 * How many columns lines are broken to.
 *
 * @param columns of the terminal; undefined where output goes elsewhere, for which `COLUMNS` may say it
 */
export function columnsFor(
  columns: number | undefined,
  { COLUMNS }: Readonly<Record<string, string | undefined>>,
): number {
  // A terminal that does not know how wide it is says 0.
  const known = columns || (/^\d{1,4}$/.test(COLUMNS ?? '') ? Number(COLUMNS) : 0);
  return known === 0 ? DEFAULT_COLUMNS : Math.max(LEAST_COLUMNS, known);
}

/**
 * Whether to style what goes to a stream: on a terminal, unless `NO_COLOR` is set or the terminal is dumb.
 * `FORCE_COLOR` outdoes both, as it does in Node: `0` or `false` turns styles off, anything else on.
 */
export function isStyled(isTerminal: boolean, environment: Readonly<Record<string, string | undefined>>): boolean {
  const { FORCE_COLOR: forced, NO_COLOR: forbidden, TERM: terminal } = environment;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return isTerminal && !forbidden && terminal !== 'dumb';
}
