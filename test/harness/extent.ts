/** Whether everything is tried, as `npm run test:all` does; otherwise a part of it, the same in every run. */
export const TRIES_ALL = process.env.TRY_ALL !== undefined;

/**
 * Those of some values that are tried: all of them, or one in so many.
 *
 * @param turn which of these many: what has turns of its own tries others in each
 */
export function some<T>(values: readonly T[], every: number, turn = 0): readonly T[] {
  return TRIES_ALL ? values : values.filter((_, index) => index % every === turn % every);
}

/** Random inputs for a property. @param ordinary how many when not everything is tried */
export function runs(ordinary: number): number {
  return TRIES_ALL ? 600 : ordinary;
}
