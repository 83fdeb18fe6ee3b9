import { fileURLToPath, pathToFileURL } from 'node:url';
import { isOfProgram } from '../languages/endings.ts';
import { programEndings } from '../languages/registry.json';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import { sourcesBehind } from '../scan/behind.ts';
import type { ScanWorld, Source } from '../scan/scan.ts';
import { wordsOfVendors } from '../service/cues.ts';
import type { Inputs } from './inputs.ts';
import { type ScanWatch, scanInParallel } from './parallelScan.ts';
import { createProgramFiles } from './programFiles.ts';
import { projectDisk } from './projectDisk.ts';

/**
 * The texts that are worth a look: those that say so themselves, and then those that may have something from a file of
 * their project which does.
 *
 * @param program the program's own file, for a second thread
 */
export async function* sourcesOf(
  { candidates, more, folders, named }: Inputs,
  world: ScanWorld,
  program: string,
  watch: ScanWatch,
): AsyncGenerator<Source> {
  const vendorWords = wordsOfVendors();
  const namesVendor = new RegExp(vendorWords.map(escapeRegExp).join('|'), 'i');
  const looked = new Map<string, boolean>();
  const note = (source: Source): Source => {
    looked.set(source.path, namesVendor.test(source.text));
    return source;
  };
  for await (const source of scanInParallel(candidates, world, program, watch)) yield note(source);
  const others = await more;
  const { onTrouble } = watch;
  for await (const source of scanInParallel(others, world, program, { onTrouble })) yield note(source);
  const files = createProgramFiles(fileURLToPath, () => [process.cwd()], projectDisk);
  const projects = {
    rootOf: async (path: string) => (await files.locate(pathToFileURL(path).href))?.root,
    // Where there are too many to look through, some may.
    mayName: async (root: string) => (await files.search(root, programEndings, vendorWords))?.length !== 0,
    isOfProgram,
  };
  const scanned = { folders, named, candidates: [...candidates, ...others], looked };
  yield* sourcesBehind(scanned, projects, world);
}
