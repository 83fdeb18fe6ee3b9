import type { Localized } from '../catalog/types.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import type { Source } from '../scan/scan.ts';
import type { FileSystem } from '../scan/walk.ts';
import { wordsToScanFor } from '../service/cues.ts';
import { findInputs, type Wanted } from './inputs.ts';
import { createParallelScan } from './parallelScan.ts';
import { sourcesOf } from './sources.ts';

/**
 * The texts that say themselves that they are worth a look, for commands that need not say what was passed over.
 *
 * @param root absolute path of the folder that names are relative to
 * @param world how files are read, and the file that a second thread runs
 * @param onTrouble told of what has gone wrong, although all files are looked at that were found
 * @throws Failure for a name of nothing
 */
export async function* sourcesIn(
  root: string,
  wanted: Wanted,
  { files, secondThread }: { readonly files: FileSystem; readonly secondThread: string },
  onTrouble: (message: Localized) => void,
): AsyncGenerator<Source> {
  const onSkip = (): void => {};
  const world = { files, byteFilter: createByteFilter(wordsToScanFor()), onSkip };
  const scan = createParallelScan(world.byteFilter.words, secondThread);
  const inputs = await findInputs(root, wanted, files, { onSkip, onTrouble, onFound: scan.prepare });
  yield* sourcesOf(inputs, world, scan, { onTrouble });
}
