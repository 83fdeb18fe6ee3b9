import {
  CodeActionKind,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { version } from '../../../package.json';
import { plainIn } from '../features/describe/language.ts';
import { programEndings } from '../languages/registry.json';
import { maySpeakForProject } from '../project/fileNames.ts';
import type { Host, LanguageService } from '../service/api.ts';
import { createLanguageService } from '../service/service.ts';
import { createChanges } from './changes.ts';
import {
  type SnippetSupport,
  toCodeAction,
  toCodeLens,
  toCompletionItem,
  toDiagnostics,
  toDocument,
  toMarkup,
  toRange,
} from './convert.ts';
import { type DiagnosticsSupport, pullsDiagnostics, registerPull, registerPush } from './diagnostics.ts';
import { createLog } from './log.ts';
import { withOpenDocuments } from './openDocuments.ts';
import {
  CheckWorkspaceRequest,
  ClearWorkspaceNotification,
  ExplainRequest,
  type FileStatus,
  FileStatusNotification,
} from './protocol.ts';
import { createSettingsStore } from './settings.ts';
import { createWorkspaceFindings, type WorkspaceFiles } from './workspace.ts';

/** Milliseconds after which a hover or a completion is due: a person notices no less. */
const DUE_MS = 50;

function due(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, DUE_MS));
}

/** What a host can do besides being read from. */
export interface ServerHost extends Host {
  /** Takes the folders that are worked in, in which files of no project count as one. */
  workIn(uris: readonly string[]): void;
  /** Forgets what it remembers of project files and manifests. */
  resetProjects(): void;
  /** Where it can read whole folders. */
  readonly workspace?: WorkspaceFiles;
}

/**
 * Wires the service to a connection; it decides nothing itself. A request that fails is answered with an error by
 * the connection, and the server lives on.
 *
 * @param createHost gets a function that tells the user's log what is wrong in the workspace
 */
export function startServer(connection: Connection, createHost: (warn: (message: string) => void) => ServerHost): void {
  const log = createLog(connection);
  const host = createHost(log.warn);
  const documents = new TextDocuments(TextDocument);
  const program = host.program && withOpenDocuments(host.program, documents);
  // Made for the first document, not for the handshake: indexing the catalog takes longer than the rest of that.
  let made: LanguageService | undefined;
  const service = (): LanguageService => {
    const { program } = host;
    made ??= createLanguageService({
      ...host,
      ...(program && { program: withOpenDocuments(program, documents) }),
      due,
    });
    return made;
  };
  const settings = createSettingsStore(connection);
  let canRegister = false;
  let canWatch = false;
  let isWatching = false;
  let canRefreshLenses = false;
  let snippets: SnippetSupport = 'none';
  let diagnostics: DiagnosticsSupport | undefined;
  const workspace =
    host.workspace &&
    createWorkspaceFindings(connection, documents, service, settings, host.workspace, () => canWatch, program);

  /** From when on other files are read, their changes on the disk matter. */
  const watchProgram = (): void => {
    if (isWatching || !canWatch || !made?.readsOthers) return;
    isWatching = true;
    const watchers = [{ globPattern: `**/*{${programEndings.join(',')}}` }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(log.warn);
  };
  const validate = async (document: TextDocument) => {
    const wanted = await settings.of(document.uri);
    const diagnosis = await service().diagnose(toDocument(document), wanted);
    const found = toDiagnostics(document, diagnosis, wanted);
    const status: FileStatus = diagnosis.skipped
      ? { uri: document.uri, state: 'skipped', reason: plainIn(diagnosis.skipped.reason, wanted.docsLanguage) }
      : { uri: document.uri, state: 'checked' };
    await connection.sendNotification(FileStatusNotification, status);
    workspace?.takeOver(document.uri);
    watchProgram();
    return found;
  };

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities, initializationOptions, workspaceFolders } = params;
    host.workIn((workspaceFolders ?? []).map(({ uri }) => uri));
    const options = initializationOptions as { displayLanguage?: unknown; indentsSnippets?: unknown } | undefined;
    settings.initialize(capabilities, typeof options?.displayLanguage === 'string' ? options.displayLanguage : 'en');
    canRegister = capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true;
    canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    canRefreshLenses = capabilities.workspace?.codeLens?.refreshSupport === true;
    const edits = capabilities.workspace?.workspaceEdit;
    if (edits?.documentChanges && edits.snippetEditSupport)
      snippets = options?.indentsSnippets === true ? 'indenting' : 'verbatim';
    const pulls = pullsDiagnostics(capabilities);
    diagnostics = pulls
      ? registerPull(connection, documents, capabilities.workspace?.diagnostics?.refreshSupport === true, validate)
      : registerPush(connection, documents, validate);
    return {
      serverInfo: { name: 'thinq-nugu-codes', version },
      capabilities: {
        textDocumentSync: TextDocumentSyncKind.Incremental,
        hoverProvider: true,
        completionProvider: { resolveProvider: true, triggerCharacters: ['"', "'", '`', '/', '.'] },
        codeLensProvider: {},
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
        ...(pulls && { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } }),
      },
    };
  });
  connection.onInitialized(() => {
    if (!canRegister) return;
    connection.client.register(DidChangeConfigurationNotification.type, { section: 'thinqNugu' }).catch(log.warn);
  });
  const refresh = (): void => {
    diagnostics?.requestRefresh();
    workspace?.refresh();
    if (!canRefreshLenses) return;
    connection.sendRequest(CodeLensRefreshRequest.type).catch(log.warn);
  };
  const changes = createChanges(
    async (uri) => (await made?.change(uri)) === true,
    refresh,
    (error) => log.error(`changed files: ${String(error)}`),
  );
  connection.onDidChangeConfiguration((change) => {
    settings.change(change.settings);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes: events }) => {
    if (events.some(({ uri }) => maySpeakForProject(uri))) {
      host.resetProjects();
      made?.reset();
      refresh();
    }
    for (const { uri } of events) changes.add(uri);
    workspace?.change(events);
  });

  connection.onHover(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const hover = await service().hover(
      toDocument(document),
      document.offsetAt(position),
      await settings.of(document.uri),
    );
    return hover ? { contents: toMarkup(hover.markdown), range: toRange(document, hover.span) } : null;
  });
  connection.onCodeLens(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const lenses = await service().lenses(toDocument(document), await settings.of(document.uri));
    return lenses.map((lens) => toCodeLens(document, lens));
  });
  connection.onCompletion(async ({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    if (!document) return null;
    const offers = await service().complete(
      toDocument(document),
      document.offsetAt(position),
      await settings.of(document.uri),
    );
    return offers.map((offer) => toCompletionItem(document, offer));
  });
  connection.onCompletionResolve(async (item) => {
    const { vendor, code, uri } = item.data as { vendor: 'thinq' | 'nugu'; code: string; uri: string };
    const markdown = await service().describe(vendor, code, await settings.of(), uri);
    return markdown === undefined ? item : { ...item, documentation: toMarkup(markdown) };
  });
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const document = documents.get(textDocument.uri);
    if (!document || (context.only && !context.only.some((kind) => CodeActionKind.QuickFix.startsWith(kind))))
      return null;
    const span = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
    const actions = await service().actions(toDocument(document), span, await settings.of(document.uri));
    return actions.map((action) => toCodeAction(document, action, snippets));
  });
  if (workspace) {
    connection.onRequest(CheckWorkspaceRequest, workspace.check);
    connection.onNotification(ClearWorkspaceNotification, workspace.clear);
  }
  connection.onRequest(ExplainRequest, async ({ query, language }) => {
    const wanted = await settings.of();
    const docsLanguage = language?.startsWith('ko') && wanted.docsLanguage === 'en' ? 'ko' : wanted.docsLanguage;
    return { markdown: service().explain(query, { ...wanted, docsLanguage }) };
  });

  documents.onDidChangeContent(({ document }) => changes.add(document.uri));
  documents.onDidClose(({ document }) => {
    made?.forget(document.uri);
    changes.add(document.uri);
  });
  documents.listen(connection);
  connection.listen();
}
