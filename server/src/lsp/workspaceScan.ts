import type { CancellationToken, Connection, TextDocuments, WorkDoneProgressParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isChecked, isOfProgram } from '../languages/endings.ts';
import { programEndings } from '../languages/registry.json';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import { MOST_PROGRAM_FILES, type ProgramFiles } from '../program/files.ts';
import { REFUSALS, type Refusal } from '../project/reading.ts';
import { type ProjectSearch, sourcesBehind } from '../scan/behind.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { type ScanWorld, type Source, scan } from '../scan/scan.ts';
import { type Candidate, type FileSystem, foldersAround, walk } from '../scan/walk.ts';
import type { LanguageService } from '../service/api.ts';
import { wordsOfVendors, wordsToScanFor } from '../service/cues.ts';
import type { Addresses } from './addresses.ts';
import { createLog } from './log.ts';
import { nextTurn } from './turn.ts';

/** The files of a workspace, for whoever reads many of them in one go: a disk, or a copy of what only the editor can read. */
export interface WorkspaceFiles extends Addresses {
  /** All that lies below a folder. @param pause called while that is fetched; what it throws ends it */
  filesBelow(folder: string, pause: () => Promise<void>): Promise<FileSystem>;
  /** A file by itself. */
  filesWith(path: string): Promise<FileSystem>;
  /** Files below a folder that are somebody's own although patterns leave them out. Runs git. */
  keptBelow(folder: string): Promise<readonly Candidate[]>;
}

/** Looks into one file. @param folder the URI of the workspace folder that it lies in */
export type LookInto = (source: Source, folder: string) => Promise<void>;

/** What to look through. How far that has come is told to the token of the work. */
export interface FoldersToScan extends WorkDoneProgressParams {
  /** URIs of folders. */
  readonly folders: readonly string[];
  /** Whether git may be asked which files in folders of build output are somebody's own. */
  readonly mayRunGit?: boolean;
}

/** What a look through folders comes to, in files. */
export interface Scanned extends Readonly<Counts> {
  /** It was not ended before. */
  readonly isWhole: boolean;
}

/** Looks through whole folders, and leaves whoever types meanwhile their turn. */
export interface WorkspaceScan {
  /** @param isOver whether nobody wants the rest */
  run(params: FoldersToScan, cancellation: CancellationToken, isOver: () => boolean, look: LookInto): Promise<Scanned>;
}

/** Milliseconds for which folders are listed in one go. */
const TURN_MS = 10;
/** Milliseconds between two reports of progress. */
const PROGRESS_EVERY_MS = 100;

/** Ends a run from wherever it is. */
class Over extends Error {}

/** A workspace folder, and what is to be looked at in it. */
interface Tree {
  readonly folder: string;
  readonly files: FileSystem;
  readonly candidates: readonly Candidate[];
}

/** How far a look has got, in files. */
interface Counts {
  total: number;
  looked: number;
  unread: number;
}

/** @param program the files of projects, open ones as they are in the editor */
export function createWorkspaceScan(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  getService: () => LanguageService,
  { filesBelow, pathOf, uriOf, keptBelow }: WorkspaceFiles,
  program: ProgramFiles | undefined,
): WorkspaceScan {
  const log = createLog(connection);
  const candidatesBelow = async (
    root: string,
    files: FileSystem,
    mayRunGit: boolean,
    pause: () => Promise<void>,
  ): Promise<readonly Candidate[]> => {
    const options = {
      around: foldersAround(root),
      top: root,
      everything: false,
      isWanted: isChecked,
      onSkip: () => {},
      onRefused: (refusal: Refusal, path: string) => log.warn(`${path}: ${REFUSALS[refusal].en}`),
    };
    // Git answers while the tree is walked.
    const keptAnyway = mayRunGit ? keptBelow(root) : Promise.resolve([]);
    const found: Candidate[] = [];
    let start = performance.now();
    for (const batch of walk(root, files, options)) {
      found.push(...batch);
      if (performance.now() - start < TURN_MS) continue;
      await pause();
      start = performance.now();
    }
    return [...found, ...(await keptAnyway)];
  };

  const treesBelow = async (
    folders: readonly string[],
    mayRunGit: boolean,
    pause: () => Promise<void>,
  ): Promise<readonly Tree[]> => {
    const seen = new Set<string>();
    const trees: Tree[] = [];
    // Of folders within one another the innermost has the settings of a file.
    for (const folder of [...new Set(folders)].sort((a, b) => b.length - a.length)) {
      const root = pathOf(folder)?.replace(/\/$/, '');
      if (root === undefined) continue;
      const files = await filesBelow(root, pause);
      const below = await candidatesBelow(root, files, mayRunGit, pause);
      trees.push({ folder, files, candidates: below.filter(({ path }) => !seen.has(path) && seen.add(path)) });
    }
    return trees;
  };
  /** Looks into all candidates that may have to do with codes. */
  const lookThrough = async (
    trees: readonly Tree[],
    counts: Counts,
    look: LookInto,
    pause: () => Promise<void>,
  ): Promise<void> => {
    const byteFilter = createByteFilter(wordsToScanFor());
    const vendorWords = wordsOfVendors();
    const namesVendor = new RegExp(vendorWords.map(escapeRegExp).join('|'), 'i');
    const lookAt = async (source: Source, folder: string): Promise<void> => {
      await look(source, folder);
      await pause();
    };
    for (const { folder, files, candidates } of trees) {
      const world: ScanWorld = { files, byteFilter, onSkip: () => counts.unread++ };
      const before = counts.looked;
      const looked = new Set<string>();
      const naming: string[] = [];
      const advance = async (count: number): Promise<void> => {
        counts.looked = before + count;
        await pause();
      };
      for await (const source of scan([candidates], world, advance)) {
        looked.add(source.path);
        if (namesVendor.test(source.text)) naming.push(source.path);
        await lookAt(source, folder);
      }
      counts.looked = before + candidates.length;
      const root = pathOf(folder)?.replace(/\/$/, '');
      if (!program || root === undefined) continue;
      // What is in the editor is not what lies on the disk.
      const shown = new Set(documents.all().map(({ uri }) => pathOf(uri)));
      const behind = candidates.map((one) => (shown.has(one.path) ? { ...one, near: true } : one));
      const scanned = { folders: [root], named: [], candidates: behind, looked, naming, unsure: [] };
      for await (const source of sourcesBehind(scanned, projectsOf(program, vendorWords), world))
        await lookAt(source, folder);
    }
  };

  const projectsOf = (of: ProgramFiles, vendorWords: readonly string[]): ProjectSearch => ({
    rootOf: async (path) => (await of.locate(uriOf(path)))?.root,
    mayName: async (root) => (await of.search(root, programEndings, vendorWords))?.length !== 0,
    wordsBehind: (path) => getService().wordsBehind(uriOf(path)),
    isOfProgram,
    mostFiles: MOST_PROGRAM_FILES,
  });

  return {
    async run({ folders, mayRunGit = false, workDoneToken }, cancellation, isOver, look) {
      const counts: Counts = { total: 0, looked: 0, unread: 0 };
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin('ThinQ & NUGU', 0);
      const tell = throttled((share, told) => progress.report(share, told));
      /** Whoever types meanwhile is answered first. */
      const pause = async (): Promise<void> => {
        tell(counts);
        await nextTurn();
        if (cancellation.isCancellationRequested || isOver()) throw new Over();
      };
      let isWhole = true;
      try {
        const trees = await treesBelow(folders, mayRunGit, pause);
        counts.total = trees.reduce((sum, { candidates }) => sum + candidates.length, 0);
        await lookThrough(trees, counts, look, pause);
      } catch (error) {
        if (!(error instanceof Over)) throw error;
        isWhole = false;
      } finally {
        progress.done();
      }
      return { ...counts, isWhole };
    },
  };
}

/** Tells how far a look has got, but not more often than anybody can read. @param report gets percent, and `120 / 3,000` */
function throttled(report: (percent: number, text: string) => void): (counts: Counts) => void {
  let last = 0;
  return ({ total, looked }) => {
    if (total === 0 || Date.now() - last < PROGRESS_EVERY_MS) return;
    last = Date.now();
    const [done, all] = [looked, total].map((count) => count.toLocaleString('en'));
    report(Math.floor((100 * looked) / total), `${done} / ${all}`);
  };
}
