import type { Route } from '../../model/model.ts';
import type { Source } from './source.ts';

/** Reads the paths that a program serves, with the functions that do so. */
export function collectRoutes(_source: Source): readonly Route[] {
  return [];
}
