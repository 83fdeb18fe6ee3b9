import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createPrefilter } from '../evidence/prefilter.ts';
import { isChecked } from '../languages/endings.ts';
import { type ScanWorld, scan } from '../project/scan.ts';
import { createSieve } from '../project/sieve.ts';
import { type FileSystem, foldersAround, walk } from '../project/walk.ts';
import type { LanguageService } from '../service.ts';
import { toDiagnostics } from './convert.ts';
import { type CheckWorkspaceParams, CheckWorkspaceRequest, type WorkspaceCheck } from './protocol.ts';
import type { SettingsStore } from './settings.ts';

/** The files of a workspace, where the host can read them. */
export interface WorkspaceFiles {
  readonly files: FileSystem;
  /** A path with forward slashes; undefined for a URI of nothing here. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
}

/** Findings after which a check ends: nobody reads more, and an editor is slow to show them. */
const ENOUGH = 10_000;

/**
 * Answers the request to check a whole workspace: findings of files that are not open are published one by one, and
 * stay until the next check, or until the file is opened and speaks for itself. Nothing is kept but their addresses.
 */
export function registerWorkspaceCheck(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  service: LanguageService,
  settings: SettingsStore,
  { files, pathOf, uriOf }: WorkspaceFiles,
): void {
  /** Paths, since an editor may write an address otherwise than we do. */
  const published = new Set<string>();
  const withdraw = (path: string): void => {
    if (published.delete(path)) void connection.sendDiagnostics({ uri: uriOf(path), diagnostics: [] });
  };

  const check = async (
    { folders, workDoneToken }: CheckWorkspaceParams,
    cancellation: CancellationToken,
  ): Promise<WorkspaceCheck> => {
    const progress = connection.window.attachWorkDoneProgress(workDoneToken);
    const former = new Set(published);
    let findings = 0;
    let looked = 0;
    const isOver = (): boolean => cancellation.isCancellationRequested || findings >= ENOUGH;
    const world: ScanWorld = {
      files,
      sieve: createSieve(createPrefilter(service.catalog.data).words),
      onSkip: () => {},
    };
    for (const folder of folders) {
      const root = pathOf(folder)?.replace(/\/$/, '');
      if (root === undefined || isOver()) continue;
      const before = looked;
      const found = walk(root, files, {
        around: foldersAround(root),
        top: root,
        everything: false,
        isWanted: isChecked,
        onSkip: () => {},
      });
      const pause = async (count: number): Promise<void> => {
        looked = before + count;
        progress.report(looked.toLocaleString());
        // Whoever types meanwhile is answered first.
        await new Promise<void>((resume) => setImmediate(resume));
        if (isOver()) found.return(undefined);
      };
      for await (const { path, text } of scan(found, world, pause)) {
        if (isOver()) break;
        if (documents.all().some((open) => pathOf(open.uri) === path)) continue;
        const uri = uriOf(path);
        const wanted = await settings.of(uri);
        const document = TextDocument.create(uri, '', 1, text);
        const diagnosis = await service.diagnose({ uri, version: 1, text }, wanted);
        service.forget(uri);
        if (diagnosis.diagnostics.length === 0) continue;
        findings += diagnosis.diagnostics.length;
        former.delete(path);
        published.add(path);
        await connection.sendDiagnostics({ uri, diagnostics: toDiagnostics(document, diagnosis, wanted) });
      }
    }
    if (!isOver()) for (const path of former) withdraw(path);
    progress.done();
    return { findings, isWhole: !isOver() };
  };

  documents.onDidOpen(({ document }) => withdraw(pathOf(document.uri) ?? ''));
  connection.onRequest(CheckWorkspaceRequest, check);
}
