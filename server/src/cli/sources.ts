import { loadCatalogData } from '../catalog/load.ts';
import { createPrefilter } from '../evidence/prefilter.ts';
import type { ScanWorld, Source } from '../project/scan.ts';
import { createSieve } from '../project/sieve.ts';
import type { World } from './command.ts';
import { findInputs, type Wanted } from './inputs.ts';
import { sift } from './sift.ts';

/**
 * The texts that `check` would look at, for commands that need not say what was passed over.
 *
 * @param root absolute path of the folder that names are relative to
 * @throws Failure for a name of nothing
 */
export async function* sourcesOf(
  root: string,
  wanted: Wanted,
  { files, program }: Pick<World, 'files' | 'program'>,
): AsyncGenerator<Source> {
  const inputs = await findInputs(root, wanted, files, () => {});
  const world: ScanWorld = { files, sieve: createSieve(createPrefilter(loadCatalogData()).words), onSkip: () => {} };
  yield* sift(inputs.candidates, world, program, () => {});
  yield* sift(await inputs.more, world, program, () => {});
}
