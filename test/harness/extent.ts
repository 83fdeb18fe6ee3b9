/** Whether everything is tried, as `npm run test:all` does; otherwise a part of it, the same in every run. */
export const TRIES_ALL = process.env.TRY_ALL !== undefined;

/** Random inputs for a property. @param ordinary how many when not everything is tried */
export function runs(ordinary: number): number {
  return TRIES_ALL ? 600 : ordinary;
}
