import {
  CodeLensRefreshRequest,
  type Connection,
  type ConnectionOptions,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  Message,
  type ResponseMessage,
  TextDocuments,
} from 'vscode-languageserver';
import { programEndings } from '../languages/registry.json';
import { maySpeakForProject, TELLING_PATTERNS } from '../project/fileNames.ts';
import type { Diagnostic as Found, Host, LanguageService } from '../service/api.ts';
import { createLanguageService } from '../service/service.ts';
import type { Addresses } from './addresses.ts';
import { createAnswers } from './answers.ts';
import { createChanges } from './changes.ts';
import { type Client, clientOf, resultFor } from './client.ts';
import { registerCodeActions } from './codeActions.ts';
import { createCodeSearch } from './codeSearch.ts';
import { toCodeLenses, toCompletionItem, toDiagnostics, toInlayHint, toMarkup, toRange, toSpan } from './convert.ts';
import { registerCoverage } from './coverage.ts';
import { type DiagnosticsSupport, registerPull, registerPush, type Validate } from './diagnostics.ts';
import { createEditorFiles, type EditorFiles } from './editorFiles.ts';
import { registerExplanations } from './explanations.ts';
import { statusOf } from './fileStatus.ts';
import { registerGenerate } from './generate.ts';
import { createLifecycle } from './lifecycle.ts';
import { createLog } from './log.ts';
import { registerNewProjectFile } from './newProjectFile.ts';
import { registerNuguAnswers } from './nuguAnswers.ts';
import { withOpenDocuments } from './openDocuments.ts';
import { registerPages } from './pages.ts';
import { createDocumentFactory } from './positions.ts';
import { registerProjectFiles } from './projectFiles.ts';
import { CheckWorkspaceRequest, ClearWorkspaceNotification, FileStatusNotification } from './protocol.ts';
import { registerReferences } from './references.ts';
import { createRefreshes } from './refreshes.ts';
import { declarationsElsewhere } from './related.ts';
import { createSettingsStore } from './settings.ts';
import { registerSites } from './sites.ts';
import { registerTools } from './tools.ts';
import { createTraffic } from './traffic.ts';
import { warmUp } from './warmUp.ts';
import { withWhy } from './why.ts';
import { createWorkspaceFindings } from './workspace.ts';
import { createWorkspaceScan, type WorkspaceFiles } from './workspaceScan.ts';

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
  /** Whether what it remembers of them is on the disk no more, for clients that tell of no changes there. */
  haveProjectsChanged(): Promise<boolean>;
  /** Where files lie by their addresses. */
  readonly addresses: Addresses;
  /** Whole folders. */
  readonly workspace: WorkspaceFiles;
}

/** Answers a request that is taken back before its turn has come; others than those about documents may not be skipped. */
function cancelWaiting(message: Message): ResponseMessage | undefined {
  if (!Message.isRequest(message) || !message.method.startsWith('textDocument/')) return undefined;
  return { jsonrpc: '2.0', id: message.id, error: { code: LSPErrorCodes.RequestCancelled, message: 'cancelled' } };
}

/**
 * Wires the service to a connection; it decides nothing itself. A request that fails is answered with an error by
 * the connection, and the server lives on.
 *
 * @param connect makes the connection
 * @param createHost gets a function that tells the user's log what is wrong in the workspace, and the files of the editor
 */
export function startServer(
  connect: (options: ConnectionOptions) => Connection,
  createHost: (warn: (message: string) => void, editorFiles: EditorFiles) => ServerHost,
): void {
  const lifecycle = createLifecycle();
  const traffic = createTraffic();
  const connection = connect({
    connectionStrategy: { cancelUndispatched: cancelWaiting },
    messageStrategy: {
      handleMessage(message, next) {
        traffic.count();
        return lifecycle.admit(message, next);
      },
    },
  });
  const log = createLog(connection);
  let client: Client = clientOf({ capabilities: {} });
  const host = createHost(
    log.warn,
    createEditorFiles(connection, () => client.answersForFiles),
  );
  const textDocuments = createDocumentFactory(() => client.encoding);
  const documents = new TextDocuments(textDocuments);
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
  const answers = createAnswers(
    documents,
    (isOver) => traffic.settled(isOver),
    (uri) => settings.of(uri),
    (one) => textDocuments.create(one.uri, one.languageId, one.version, one.getText()),
  );
  /** The findings that a client shows, by the version of the document that they were found in. */
  const shown = new Map<string, { readonly version: number; readonly found: readonly Found[] }>();
  let isWatching = false;
  let diagnostics: DiagnosticsSupport | undefined;
  const scan = createWorkspaceScan(connection, documents, service, host.workspace, program);
  const workspace = createWorkspaceFindings(
    connection,
    documents,
    textDocuments,
    service,
    settings,
    host.workspace,
    scan,
    () => client,
  );
  const search = createCodeSearch({
    documents,
    textDocuments,
    program,
    addresses: host.addresses,
    getService: service,
  });
  /** What a client that tells of no changes on the disk is asked to wait for: a look at project files and manifests. */
  let looking: Promise<void> = Promise.resolve();

  /** From when on other files are read, their changes on the disk matter. */
  const watchProgram = (): void => {
    if (isWatching || !client.canWatch || !made?.readsOthers) return;
    isWatching = true;
    const watchers = [{ globPattern: `**/*{${programEndings.join(',')}}` }];
    connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(log.warn);
  };
  const validate: Validate = async (uri, token) => {
    await looking;
    return answers.about(uri, token, {
      async ask(asked, wanted) {
        const diagnosis = await service().diagnose(asked, wanted);
        const others = { program, addresses: host.addresses, textDocuments };
        const found = client.showsRelated ? diagnosis.diagnostics : [];
        const elsewhere = await declarationsElsewhere(asked, found, service(), others, wanted);
        return {
          diagnosis,
          elsewhere,
          status: client.showsFileStatus && (await statusOf(asked, diagnosis, service(), wanted)),
        };
      },
      tell({ diagnosis, elsewhere, status }, document, wanted) {
        shown.set(document.uri, { version: document.version, found: diagnosis.diagnostics });
        if (status) connection.sendNotification(FileStatusNotification, status).catch(log.warn);
        workspace.takeOver(document.uri);
        watchProgram();
        return toDiagnostics(document, diagnosis, wanted, client, elsewhere);
      },
    });
  };
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    client = clientOf(params);
    host.workIn(client.folders);
    settings.initialize(client);
    diagnostics = client.pulls
      ? registerPull(connection, client.canPullAgain, validate)
      : registerPush(connection, documents, validate);
    return resultFor(client);
  });
  connection.onInitialized(() => {
    if (client.canTellOfSettings)
      connection.client.register(DidChangeConfigurationNotification.type, { section: 'thinqNugu' }).catch(log.warn);
    const watchers = TELLING_PATTERNS.map((pattern) => ({ globPattern: `**/${pattern}` }));
    if (client.canWatch)
      connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(log.warn);
    warmUp(service, () => documents.keys().length > 0).catch(log.warn);
  });
  const refreshNow = (): void => {
    diagnostics?.requestRefresh();
    workspace.refresh();
    if (client.canRefreshHints) connection.languages.inlayHint.refresh().catch(log.warn);
    if (client.canRefreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(log.warn);
  };
  const refresh = createRefreshes(refreshNow);
  const resetProjects = (): void => {
    host.resetProjects();
    made?.reset();
    refresh();
  };
  /** Looks whether a project file or a manifest was written, where nobody tells. */
  const lookAround = (): void => {
    if (client.canWatch) return;
    const look = async (): Promise<void> => {
      if (await host.haveProjectsChanged()) resetProjects();
    };
    looking = looking.then(look).catch(log.warn);
  };
  const changes = createChanges(
    async (uri) => (await made?.change(uri)) === true,
    refreshNow,
    (error) => log.error(`changed files: ${String(error)}`),
  );
  connection.onDidChangeConfiguration((change) => {
    settings.change(change.settings);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes: events }) => {
    if (events.some(({ uri }) => maySpeakForProject(uri))) resetProjects();
    for (const { uri } of events) changes.add(uri);
    workspace.change(events);
  });

  connection.onHover(({ textDocument, position }, token) =>
    answers.about(textDocument.uri, token, {
      ask: (asked, wanted, document) => service().hover(asked, document.offsetAt(position), wanted),
      tell(found, document, wanted) {
        const { version, found: findings } = shown.get(document.uri) ?? { found: [] };
        const here = version === document.version ? findings : [];
        const hover = withWhy(found, here, document.offsetAt(position), service(), wanted, client);
        return hover
          ? { contents: toMarkup(hover.markdown, client.hoverKind), range: toRange(document, hover.span) }
          : null;
      },
    }),
  );
  connection.onCodeLens(({ textDocument }, token) =>
    answers.about(textDocument.uri, token, {
      ask: (asked, wanted) => service().lenses(asked, wanted),
      tell: (lenses, document) => lenses.flatMap((lens) => toCodeLenses(document, lens, client)),
    }),
  );
  connection.languages.inlayHint.on(({ textDocument, range }, token) =>
    answers.about(textDocument.uri, token, {
      ask: (asked, wanted, document) => service().hints(asked, toSpan(document, range), wanted),
      tell: (hints, document) => hints.map((hint) => toInlayHint(document, hint)),
    }),
  );
  connection.onCompletion(({ textDocument, position }, token) =>
    answers.aboutLast(textDocument.uri, token, {
      ask: (asked, wanted, document) => service().complete(asked, document.offsetAt(position), wanted),
      tell: (offers, document) => offers.map((offer) => toCompletionItem(document, offer, client)),
    }),
  );
  connection.onCompletionResolve(async (item) => {
    const { vendor, code, uri } = item.data as { vendor: 'thinq' | 'nugu'; code: string; uri: string };
    const markdown = await service().describe(vendor, code, await settings.of(), uri);
    return markdown === undefined ? item : { ...item, documentation: toMarkup(markdown, client.documentationKind) };
  });
  registerCodeActions({ connection, answers, settings, search, client: () => client, service });
  registerProjectFiles(connection, textDocuments);
  registerNewProjectFile({ connection, settings, program, addresses: host.addresses, service });
  registerSites({ connection, answers, client: () => client, service });
  registerReferences({ connection, answers, search, client: () => client, service });
  registerPages(connection, settings, search, () => client, service);
  registerCoverage({ connection, settings, files: host.workspace, scan, service });
  connection.onRequest(CheckWorkspaceRequest, workspace.check);
  connection.onNotification(ClearWorkspaceNotification, workspace.clear);
  registerExplanations(connection, settings, service);
  registerGenerate(connection, service);
  registerNuguAnswers(connection, documents, settings, service);
  registerTools({ connection, settings, program, addresses: host.addresses, client: () => client, service });

  documents.onDidOpen(lookAround);
  documents.onDidSave(({ document }) => {
    lookAround();
    // A project file may name a team's catalog, under any name, which no client is asked to watch.
    if (client.canWatch && maySpeakForProject(document.uri)) resetProjects();
  });
  documents.onDidChangeContent(({ document }) => changes.add(document.uri));
  documents.onDidClose(({ document }) => {
    made?.forget(document.uri);
    shown.delete(document.uri);
    changes.add(document.uri);
  });
  connection.onRequest(lifecycle.refuse);
  documents.listen(connection);
  connection.listen();
}
