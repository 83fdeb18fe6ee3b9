import { once } from 'node:events';
import {
  CompletionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type Position,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Command, cpuOf, residentMemory, startChild } from './children.ts';
import type { CorpusFile } from './corpus.ts';

/** A client that works on one file in a server of its own. */
export interface BenchClient {
  /** Milliseconds from the start of the process to the answer of `initialize`. */
  readonly startup: number;
  /** What the server says it can do. */
  readonly canHover: boolean;
  readonly canComplete: boolean;
  /** Milliseconds since the start of the process. */
  age(): number;
  /** @returns when the first diagnostics have come */
  open(file: CorpusFile): Promise<readonly Diagnostic[]>;
  /** Closes the file that was opened last. */
  close(): Promise<void>;
  /** Sends an edit, and waits for nothing but the pipe. */
  edit(edit: Edit): Promise<void>;
  /** Resolves when the diagnostics of the latest edit have come. */
  settled(): Promise<readonly Diagnostic[]>;
  hover(position: Position): Promise<unknown>;
  complete(position: Position): Promise<unknown>;
  /** Milliseconds of CPU that the server has taken; only of one that is probed. */
  cpu(): Promise<number>;
  /** MiB of the server, when it has been quiet for a moment. */
  memory(): Promise<number>;
  /** Ends the server in the protocol's own way. */
  stop(): Promise<void>;
}

/** Text to put in, or the number of characters to take out. */
export interface Edit {
  readonly at: Position;
  readonly insert?: string;
  readonly remove?: number;
}

/** Milliseconds after which a silent server is a broken one. */
const PATIENCE = 60_000;
/** Milliseconds that a server is left alone before its memory is read. */
const QUIET = 300;

/** Starts a server and shakes hands. @param root URI of the folder that files lie in */
export async function startClient(command: Command, root: string): Promise<BenchClient> {
  const started = performance.now();
  const child = startChild(command);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const published = createMailbox();
  let textDocument = { uri: '', version: 0 };
  // Some name no version: then it is taken for the latest, which does them no harm.
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
    if (uri === textDocument.uri) published.put(version ?? textDocument.version, diagnostics);
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => ({})));
  connection.onRequest(RegistrationRequest.type, () => {});
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
  connection.listen();
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: [{ uri: root, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      textDocument: { publishDiagnostics: { versionSupport: true } },
    },
  });
  const startup = performance.now() - started;
  await connection.sendNotification(InitializedNotification.type, {});
  const sync = capabilities.textDocumentSync;
  const wantsAll = (typeof sync === 'object' ? sync.change : sync) === TextDocumentSyncKind.Full;

  let whole = TextDocument.create('', '', 0, '');
  return {
    startup,
    age: () => performance.now() - started,
    canHover: Boolean(capabilities.hoverProvider),
    canComplete: Boolean(capabilities.completionProvider),
    async open({ uri, languageId, text }) {
      textDocument = { uri, version: 1 };
      published.empty();
      whole = TextDocument.create(uri, languageId, 1, text);
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { ...textDocument, languageId, text },
      });
      return published.take(1);
    },
    async close() {
      const { uri } = textDocument;
      textDocument = { uri: '', version: 0 };
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    edit({ at, insert = '', remove = 0 }) {
      textDocument = { ...textDocument, version: textDocument.version + 1 };
      const range = { start: at, end: { line: at.line, character: at.character + remove } };
      const change = { range, text: insert };
      if (wantsAll) whole = TextDocument.update(whole, [change], textDocument.version);
      return connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument,
        contentChanges: [wantsAll ? { text: whole.getText() } : change],
      });
    },
    settled: () => published.take(textDocument.version),
    hover: (position) => connection.sendRequest(HoverRequest.type, { textDocument, position }),
    complete: (position) => connection.sendRequest(CompletionRequest.type, { textDocument, position }),
    cpu: () => cpuOf(child),
    async memory() {
      await pause(QUIET);
      return residentMemory(child.pid ?? 0);
    },
    async stop() {
      const exited = once(child, 'exit');
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      await exited;
      connection.dispose();
    },
  };
}

/** Lets time pass without using any. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

/** Holds the latest diagnostics for whoever waits for them, one at a time. */
function createMailbox() {
  const nothing: { version: number; diagnostics: readonly Diagnostic[] } = { version: 0, diagnostics: [] };
  let latest = nothing;
  let wake: (() => void) | undefined;
  return {
    /** Forgets what was said of another file. */
    empty(): void {
      latest = nothing;
    },
    put(version: number, diagnostics: readonly Diagnostic[]): void {
      latest = { version, diagnostics };
      wake?.();
    },
    /** Resolves with the diagnostics of a version, or of a later one. */
    take(version: number): Promise<readonly Diagnostic[]> {
      return new Promise((resolve, reject) => {
        const limit = setTimeout(() => reject(new Error(`no diagnostics within ${PATIENCE} ms`)), PATIENCE);
        wake = () => {
          if (latest.version < version) return;
          clearTimeout(limit);
          wake = undefined;
          resolve(latest.diagnostics);
        };
        wake();
      });
    },
  };
}
