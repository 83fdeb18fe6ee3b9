import { createByteFilter } from '../scan/byteFilter.ts';
import type { Source } from '../scan/scan.ts';
import type { FileSystem } from '../scan/walk.ts';
import { wordsToScanFor } from '../service/cues.ts';
import { findInputs, type Inputs, type Told, type Wanted } from './inputs.ts';
import { sourcesOf } from './sources.ts';

/**
 * The texts that `check` would look at.
 *
 * @param root absolute path of the folder that names are relative to
 * @param world how files are read, and the program's own file, for a second thread
 * @param told is told of what is passed over, and what there is before the first text
 * @throws Failure for a name of nothing
 */
export async function* sourcesIn(
  root: string,
  wanted: Wanted,
  { files, program }: { readonly files: FileSystem; readonly program: string },
  { onInputs = () => {}, ...told }: Told & { readonly onInputs?: (inputs: Inputs) => void } = { onSkip: () => {} },
): AsyncGenerator<Source> {
  const inputs = await findInputs(root, wanted, files, told);
  onInputs(inputs);
  const world = { files, byteFilter: createByteFilter(wordsToScanFor()), onSkip: told.onSkip };
  yield* sourcesOf(inputs, world, program, () => {});
}
