import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  type Disposable,
  FileChangeType,
  type FileEvent,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isChecked, isOfProgram } from '../languages/endings.ts';
import { checkedEndings, programEndings } from '../languages/registry.json';
import { escapeRegExp } from '../model/escapeRegExp.ts';
import { MOST_PROGRAM_FILES, type ProgramFiles } from '../program/files.ts';
import { REFUSALS, type Refusal } from '../project/reading.ts';
import { type ProjectSearch, sourcesBehind } from '../scan/behind.ts';
import { createByteFilter } from '../scan/byteFilter.ts';
import { open, type ScanWorld, type Source, scan } from '../scan/scan.ts';
import { type Candidate, type FileSystem, foldersAround, walk } from '../scan/walk.ts';
import type { LanguageService } from '../service/api.ts';
import { wordsOfVendors, wordsToScanFor } from '../service/cues.ts';
import type { Addresses } from './addresses.ts';
import type { Client } from './client.ts';
import { type Shows, toDiagnostics } from './convert.ts';
import { createLog } from './log.ts';
import type { TextDocumentFactory } from './positions.ts';
import type { CheckWorkspaceParams, WorkspaceCheck } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { nextTurn } from './turn.ts';

/** The files of a workspace, where the host can read them. */
export interface WorkspaceFiles extends Addresses {
  readonly files: FileSystem;
  /** Files below a folder that are somebody's own although patterns leave them out. Runs git. */
  keptBelow(folder: string): Promise<readonly Candidate[]>;
}

/**
 * Findings of files that are not open: found when somebody asks, then kept true until nobody wants them any more. Files
 * that are shown speak for themselves. Nothing is remembered but the addresses of files with findings.
 */
export interface WorkspaceFindings {
  /** Looks through folders. A second run takes the place of the first, and ends it where it has not ended. */
  check(params: CheckWorkspaceParams, cancellation: CancellationToken): Promise<WorkspaceCheck>;
  /** Takes all findings back, and looks after no file any more. */
  clear(): void;
  /** An open file shows its own findings from now on. */
  takeOver(uri: string): void;
  /** Files have changed on the disk. */
  change(events: readonly FileEvent[]): void;
  /** Settings or project files have changed. */
  refresh(): void;
}

/** Findings after which a check ends: nobody reads more, and an editor is slow to show them. */
const MOST_FINDINGS = 10_000;
/** Milliseconds for which folders are listed in one go. */
const TURN_MS = 10;
/** Milliseconds between two reports of progress. */
const PROGRESS_EVERY_MS = 100;

/** Ends a run from wherever it is. */
class Over extends Error {}

/** A workspace folder, and what is to be looked at in it. */
interface Tree {
  readonly folder: string;
  readonly candidates: readonly Candidate[];
}

/** How far a check has got, in files and in findings. */
interface Counts {
  total: number;
  looked: number;
  findings: number;
  unread: number;
}

/** A file with findings. */
interface Kept {
  /** Its workspace folder, whose settings count. */
  readonly folder: string;
  /** The address that its findings were sent for; none where it shows them itself. */
  readonly sentFor?: string;
}

/**
 * Makes what answers the request to check a whole workspace.
 *
 * @param textDocuments makes documents as the client counts in them
 * @param client whether it tells of changed files when it is asked to, and what it makes of findings
 * @param program the files of projects, open ones as they are in the editor
 */
export function createWorkspaceFindings(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  textDocuments: TextDocumentFactory,
  getService: () => LanguageService,
  settings: SettingsStore,
  { files, pathOf, uriOf, keptBelow }: WorkspaceFiles,
  client: () => Shows & Pick<Client, 'canWatch'>,
  program: ProgramFiles | undefined,
): WorkspaceFindings {
  /** By path, since an editor may write an address otherwise than we do. */
  const kept = new Map<string, Kept>();
  /** Paths of open files that show their own findings. A file may be open without anybody asking for any. */
  const live = new Set<string>();
  const stale = new Set<string>();
  let isRenewing = false;
  let current: object | undefined;
  let watching: Promise<Disposable> | undefined;
  let looks = 0;

  const log = createLog(connection);
  const complain = (error: unknown): void => log.error(`check of the workspace: ${String(error)}`);
  const send = (uri: string, diagnostics: Diagnostic[]): void => {
    connection.sendDiagnostics({ uri, diagnostics }).catch(complain);
  };
  const keep = (path: string, folder: string, uri: string, diagnostics: Diagnostic[]): void => {
    const before = kept.get(path)?.sentFor;
    const isSent = diagnostics.length > 0 && !live.has(path);
    if (before !== undefined && (before !== uri || !isSent)) send(before, []);
    if (isSent) send(uri, diagnostics);
    if (diagnostics.length > 0) kept.set(path, isSent ? { folder, sentFor: uri } : { folder });
    else kept.delete(path);
  };
  const drop = (path: string): void => keep(path, '', '', []);

  /** Looks into one file, as it is in the editor where it is open. @returns how many findings it has */
  const look = async (path: string, text: string, folder: string): Promise<number> => {
    const document =
      documents.all().find(({ uri }) => pathOf(uri) === path) ?? textDocuments.create(uriOf(path), '', 0, text);
    const { uri, languageId } = document;
    const wanted = await settings.of(folder);
    const asked = { uri, version: --looks, text: document.getText() };
    const diagnosis = await getService().diagnose(languageId === '' ? asked : { ...asked, languageId }, wanted);
    getService().forget(uri);
    const diagnostics = toDiagnostics(document, diagnosis, wanted, client());
    keep(path, folder, uri, diagnostics);
    return diagnostics.length;
  };

  /** Looks again into files with findings of ours, one after the other. */
  const renew = async (): Promise<void> => {
    if (isRenewing) return;
    isRenewing = true;
    try {
      for (const path of stale) {
        stale.delete(path);
        const known = kept.get(path);
        if (!known || live.has(path)) continue;
        const source = open({ path }, { files, onSkip: () => {} });
        if (source) await look(path, source.text, known.folder);
        else drop(path);
        await nextTurn();
      }
    } finally {
      isRenewing = false;
    }
  };
  const startRenewing = (paths: Iterable<string>): void => {
    for (const path of paths) if (kept.has(path)) stale.add(path);
    renew().catch(complain);
  };
  const watch = (): void => {
    if (watching || !client().canWatch || kept.size === 0) return;
    const watchers = [{ globPattern: `**/*{${checkedEndings.join(',')}}` }];
    watching = connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    watching.catch(complain);
  };
  const candidatesBelow = async (
    root: string,
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
      const below = await candidatesBelow(root, mayRunGit, pause);
      trees.push({ folder, candidates: below.filter(({ path }) => !seen.has(path) && seen.add(path)) });
    }
    return trees;
  };
  /** Looks into all candidates that may have findings. @param found takes the paths of those that have some */
  const lookThrough = async (
    trees: readonly Tree[],
    counts: Counts,
    found: Set<string>,
    pause: () => Promise<void>,
  ): Promise<void> => {
    const byteFilter = createByteFilter(wordsToScanFor());
    const vendorWords = wordsOfVendors();
    const namesVendor = new RegExp(vendorWords.map(escapeRegExp).join('|'), 'i');
    const world: ScanWorld = { files, byteFilter, onSkip: () => counts.unread++ };
    const lookAt = async ({ path, text }: Source, folder: string): Promise<void> => {
      const count = await look(path, text, folder);
      counts.findings += count;
      if (count > 0) found.add(path);
      await pause();
    };
    for (const { folder, candidates } of trees) {
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

  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    live.delete(path);
    startRenewing([path]);
  });

  return {
    async check({ folders, mayRunGit = false, workDoneToken }, cancellation) {
      const own = {};
      current = own;
      const former = new Set(kept.keys());
      const found = new Set<string>();
      const counts: Counts = { total: 0, looked: 0, findings: 0, unread: 0 };
      const progress = connection.window.attachWorkDoneProgress(workDoneToken);
      progress.begin('ThinQ & NUGU', 0);
      const tell = throttled((share, told) => progress.report(share, told));
      /** Whoever types meanwhile is answered first. */
      const pause = async (): Promise<void> => {
        tell(counts);
        await nextTurn();
        if (cancellation.isCancellationRequested || current !== own || counts.findings >= MOST_FINDINGS)
          throw new Over();
      };
      let isWhole = true;
      try {
        const trees = await treesBelow(folders, mayRunGit, pause);
        counts.total = trees.reduce((sum, { candidates }) => sum + candidates.length, 0);
        await lookThrough(trees, counts, found, pause);
        for (const path of former) if (!found.has(path)) drop(path);
      } catch (error) {
        if (!(error instanceof Over)) throw error;
        isWhole = false;
      } finally {
        progress.done();
        if (current === own) current = undefined;
      }
      watch();
      const { total, looked, findings, unread } = counts;
      return { total, looked, findings, filesWithFindings: found.size, unread, isWhole };
    },

    clear() {
      current = undefined;
      for (const path of [...kept.keys()]) drop(path);
      watching?.then((registration) => registration.dispose()).catch(complain);
      watching = undefined;
    },

    takeOver(uri) {
      const path = pathOf(uri);
      if (path === undefined || !documents.get(uri)) return;
      live.add(path);
      const known = kept.get(path);
      if (known?.sentFor === undefined) return;
      send(known.sentFor, []);
      kept.set(path, { folder: known.folder });
    },

    change(events) {
      const changed = events.map(({ uri, type }) => ({
        path: pathOf(uri) ?? '',
        isGone: type === FileChangeType.Deleted,
      }));
      for (const { path, isGone } of changed) if (isGone && !live.has(path)) drop(path);
      startRenewing(changed.map(({ path }) => path));
    },

    refresh: () => startRenewing([...kept.keys()]),
  };
}

/** Tells how far a check has got, but not more often than anybody can read. @param report gets percent, and `120 / 3,000` */
function throttled(report: (percent: number, text: string) => void): (counts: Counts) => void {
  let last = 0;
  return ({ total, looked }) => {
    if (total === 0 || Date.now() - last < PROGRESS_EVERY_MS) return;
    last = Date.now();
    const [done, all] = [looked, total].map((count) => count.toLocaleString('en'));
    report(Math.floor((100 * looked) / total), `${done} / ${all}`);
  };
}
