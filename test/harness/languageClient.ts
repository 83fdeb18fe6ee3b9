import { type ChildProcess, spawn } from 'node:child_process';
import type { Writable } from 'node:stream';
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
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
    configuration: {},
    open: (uri, languageId, text) =>
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      }),
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
