import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  HoverRequest,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type Registration,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';

/** A client that talks to the built server over a real pipe. */
export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** What the client answers when the server asks for its configuration. */
  configuration: unknown;
  open(uri: string, languageId: string, text: string): Promise<void>;
  /** Sends a notification many times, in one write. */
  flood(method: string, params: object, times: number): Promise<void>;
  /** Replaces the whole text. */
  change(uri: string, version: number, text: string): Promise<void>;
  /** The next diagnostics published for a document, for a version at least this one. */
  published(uri: string, version?: number): Promise<readonly Diagnostic[]>;
  /** How often diagnostics were published for a document. */
  publications(uri: string): number;
  /** What the server wants to be told of, as it has asked for it so far. */
  readonly registrations: readonly Registration[];
  /** Notifications of no protocol that the client knows, by method. */
  readonly strange: readonly string[];
  /** Closes all documents and takes back what was configured: the server is as it was for the next test, but for what it has loaded. */
  forget(): Promise<void>;
  /** Ends the server in the protocol's own way. @returns its exit code */
  stop(): Promise<number | null>;
}

/** Milliseconds after which a silent server is a broken one. */
const PATIENCE = 15_000;

/** A server's process, and the pipe to it; no hands are shaken yet. */
export interface Connected {
  readonly connection: ProtocolConnection;
  /** The server's standard input. */
  readonly input: Writable;
  /** The code that the process ends with. */
  readonly exited: Promise<number | null>;
}

/** Starts `node dist/server.js --stdio`, or another command of the same kind. @param env is added to that of this process */
export function connect(
  command: readonly string[] = ['dist/server.js', '--stdio'],
  env: Readonly<Record<string, string>> = {},
): Connected {
  const child: ChildProcess = spawn(process.execPath, [...command], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (!child.stdin || !child.stdout) throw new Error('the server has no pipes');
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  return { connection, input: child.stdin, exited: new Promise((resolve) => child.once('exit', resolve)) };
}

/**
 * Starts a server and shakes hands.
 *
 * @param more what the client says of itself besides what it can do, and what it wants
 */
export async function startClient(
  capabilities: ClientCapabilities = {},
  command?: readonly string[],
  initializationOptions: object = {},
  more: Partial<InitializeParams> = {},
  env?: Readonly<Record<string, string>>,
): Promise<TestClient> {
  const { connection, exited, input } = connect(command, env);
  const latest = new Map<string, { version: number; diagnostics: readonly Diagnostic[] }>();
  const waiting = new Set<() => void>();
  const counts = new Map<string, number>();
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, version, diagnostics }) => {
    latest.set(uri, { version: version ?? 0, diagnostics });
    counts.set(uri, (counts.get(uri) ?? 0) + 1);
    for (const wake of waiting) wake();
  });
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => client.configuration));
  const registrations: Registration[] = [];
  connection.onRequest(RegistrationRequest.type, ({ registrations: more }) => void registrations.push(...more));
  const strange: string[] = [];
  const opened = new Set<string>();
  const nothing = {};
  connection.onUnhandledNotification(({ method }) => void strange.push(method));
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    ...more,
  });
  await connection.sendNotification(InitializedNotification.type, {});

  const client: TestClient = {
    connection,
    initialized,
    registrations,
    strange,
    configuration: nothing,
    open(uri, languageId, text) {
      opened.add(uri);
      return connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    flood: (method, params, times) => {
      const content = JSON.stringify({ jsonrpc: '2.0', method, params });
      const message = `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`;
      return new Promise((resolve) => input.write(message.repeat(times), () => resolve()));
    },
    change: (uri, version, text) =>
      connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      }),
    published: (uri, version = 1) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = latest.get(uri);
          if (!found || found.version < version) return;
          clearTimeout(limit);
          waiting.delete(look);
          latest.delete(uri);
          resolve(found.diagnostics);
        };
        const limit = setTimeout(() => reject(new Error(`no diagnostics for ${uri} within ${PATIENCE} ms`)), PATIENCE);
        waiting.add(look);
        look();
      }),
    publications: (uri) => counts.get(uri) ?? 0,
    async forget() {
      const uris = [...opened];
      opened.clear();
      for (const uri of uris)
        await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
      if (client.configuration !== nothing) {
        client.configuration = nothing;
        await connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
      }
      // What it still had to say of them comes before this answer.
      const [uri = 'file:///nothing'] = uris;
      const position = { line: 0, character: 0 };
      await connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
      latest.clear();
      counts.clear();
    },
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
  return client;
}
