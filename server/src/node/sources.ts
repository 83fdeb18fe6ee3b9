import { fileURLToPath, pathToFileURL } from 'node:url';
import { isOfProgram } from '../languages/endings.ts';
import { programEndings } from '../languages/registry.json';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import { MOST_PROGRAM_FILES } from '../program/files.ts';
import { type ProjectSearch, sourcesBehind } from '../scan/behind.ts';
import type { ScanWorld, Source } from '../scan/scan.ts';
import type { LanguageService } from '../service/api.ts';
import { createScreen, wordsOfVendors } from '../service/cues.ts';
import type { Inputs } from './inputs.ts';
import type { ParallelScan, ScanWatch } from './parallelScan.ts';
import { createProgramFiles } from './programFiles.ts';
import { projectDiskAtOnce } from './projectDisk.ts';

/** The texts that say themselves that they are worth a look. @param scan has taken notice of the candidates, or of none */
export async function* sourcesOf(
  { candidates, more }: Pick<Inputs, 'candidates' | 'more'>,
  world: ScanWorld,
  scan: ParallelScan,
  watch: ScanWatch,
): AsyncGenerator<Source> {
  yield* scan.run(candidates, world, watch);
  const { onTrouble } = watch;
  yield* scan.run(await more, world, { onTrouble });
}

/**
 * Those of them that may have findings, going by more than their bytes, and then the texts that may have something from a
 * file of their project which names a vendor.
 *
 * @param wordsBehind asks the service, which need not be there before
 * @param countsExcluded whether it is to be told of every file what its project says of it
 */
export async function* sourcesWithBehind(
  inputs: Inputs,
  world: ScanWorld,
  scan: ParallelScan,
  watch: ScanWatch,
  wordsBehind: LanguageService['wordsBehind'],
  countsExcluded = false,
): AsyncGenerator<Source> {
  const { mayHaveFindings, mayName } = createScreen();
  const vendorWords = wordsOfVendors();
  const namesVendor = new RegExp(vendorWords.map(escapeRegExp).join('|'), 'i');
  const looked = new Set<string>();
  const naming: string[] = [];
  const unsure: string[] = [];
  for await (const source of sourcesOf(inputs, world, scan, watch)) {
    const { path, text, by } = source;
    const mayPass =
      by === undefined ||
      (by === 'project' && countsExcluded) ||
      mayHaveFindings(text, path, by === 'bytes' ? 'of nobody' : 'of vendors');
    const isHeldBack = by === 'bytes' && !mayPass;
    const isWordy = namesVendor.test(text);
    if (isWordy && mayName(text)) naming.push(path);
    else if (inputs.hasIgnored && (isWordy || isHeldBack)) unsure.push(path);
    if (isHeldBack) continue;
    looked.add(path);
    if (mayPass) yield source;
  }
  const { candidates, more, folders, named } = inputs;
  const files = createProgramFiles(fileURLToPath, () => [process.cwd()], projectDiskAtOnce);
  const projects: ProjectSearch = {
    rootOf: async (path) => (await files.locate(pathToFileURL(path).href))?.root,
    // Where there are too many to look through, some may.
    mayName: async (root) => (await files.search(root, programEndings, vendorWords))?.length !== 0,
    wordsBehind: (path) => wordsBehind(pathToFileURL(path).href),
    isOfProgram,
    mostFiles: MOST_PROGRAM_FILES,
  };
  const all = [...candidates, ...(await more)];
  yield* sourcesBehind({ folders, named, candidates: all, looked, naming, unsure }, projects, world);
}
