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
import { checkedEndings } from '../languages/registry.json';
import { open } from '../scan/scan.ts';
import type { LanguageService } from '../service/api.ts';
import type { Client } from './client.ts';
import { type Shows, toDiagnostics } from './convert.ts';
import { createLog } from './log.ts';
import type { TextDocumentFactory } from './positions.ts';
import type { CheckWorkspaceParams, WorkspaceCheck } from './protocol.ts';
import type { SettingsStore } from './settings.ts';
import { nextTurn } from './turn.ts';
import type { WorkspaceFiles, WorkspaceScan } from './workspaceScan.ts';

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
 */
export function createWorkspaceFindings(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  textDocuments: TextDocumentFactory,
  getService: () => LanguageService,
  settings: SettingsStore,
  { filesWith, pathOf, uriOf }: WorkspaceFiles,
  scan: WorkspaceScan,
  client: () => Shows & Pick<Client, 'canWatch'>,
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
        const source = open({ path }, { files: await filesWith(path), onSkip: () => {} });
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
  documents.onDidClose(({ document }) => {
    const path = pathOf(document.uri);
    if (path === undefined) return;
    live.delete(path);
    startRenewing([path]);
  });

  return {
    async check(params, cancellation) {
      const own = {};
      current = own;
      const former = new Set(kept.keys());
      const found = new Set<string>();
      let findings = 0;
      const isOver = (): boolean => current !== own || findings >= MOST_FINDINGS;
      const scanned = await scan.run(params, cancellation, isOver, async ({ path, text }, folder) => {
        const count = await look(path, text, folder);
        findings += count;
        if (count > 0) found.add(path);
      });
      if (scanned.isWhole) for (const path of former) if (!found.has(path)) drop(path);
      if (current === own) current = undefined;
      watch();
      return { ...scanned, findings, filesWithFindings: found.size };
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
