import {
  type ClientCapabilities,
  type Connection,
  type Diagnostic,
  type Disposable,
  DocumentDiagnosticReportKind,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { createLog } from './log.ts';

/** Gets findings to the client, by whichever of the protocol's two ways it understands. */
export interface DiagnosticsSupport extends Disposable {
  /** Everything may have changed: settings, a project file. */
  requestRefresh(): void;
}

/** Finds what is to be said of a document. */
export type Validate = (document: TextDocument) => Promise<Diagnostic[]>;

/** Whether the client asks for diagnostics itself. */
export function pullsDiagnostics(capabilities: ClientCapabilities): boolean {
  return capabilities.textDocument?.diagnostic !== undefined;
}

/** The client asks when it wants to know. */
export function registerPull(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  canRefresh: boolean,
  validate: Validate,
): DiagnosticsSupport {
  const registration = connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return { kind: DocumentDiagnosticReportKind.Full, items: document ? await validate(document) : [] };
  });
  return {
    requestRefresh: () => {
      // A client that promised to refresh and cannot is its own trouble, not the end of the server.
      if (canRefresh) connection.languages.diagnostics.refresh().catch(createLog(connection).warn);
    },
    dispose: () => registration.dispose(),
  };
}

/** Turns of the event loop that waiting for a burst to end may take. */
const LONGEST_BURST_TURNS = 2000;

/**
 * Waits until no change has come for a few turns: the connection hands over one waiting message a turn, so a burst
 * that is read to its end costs one round, not one each.
 */
async function quiet(version: () => number | undefined): Promise<void> {
  let unchanged = 0;
  for (let turn = 0, seen = version(); unchanged < 3 && turn < LONGEST_BURST_TURNS; turn++) {
    await new Promise<void>((resume) => setImmediate(resume));
    const now = version();
    unchanged = now === seen ? unchanged + 1 : 0;
    seen = now;
  }
}

/**
 * The server sends findings when a document changes: at once for the first change, and once more for all changes
 * that come while it works. What was found for a version that is gone is not sent.
 */
export function registerPush(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  validate: Validate,
): DiagnosticsSupport {
  const log = createLog(connection);
  const running = new Set<string>();
  const again = new Set<string>();

  const run = async (uri: string): Promise<void> => {
    if (running.has(uri)) {
      again.add(uri);
      return;
    }
    running.add(uri);
    try {
      do {
        again.delete(uri);
        const document = documents.get(uri);
        if (!document) break;
        const { version } = document;
        const diagnostics = await validate(document);
        if (documents.get(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
        await quiet(() => documents.get(uri)?.version);
      } while (again.has(uri));
    } finally {
      running.delete(uri);
    }
  };
  const start = (uri: string): void => {
    run(uri).catch((error: unknown) => log.error(`diagnostics of ${uri}: ${String(error)}`));
  };
  const registrations = [
    documents.onDidChangeContent(({ document }) => start(document.uri)),
    documents.onDidClose(({ document }) => void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })),
  ];
  return {
    requestRefresh: () => {
      for (const document of documents.all()) start(document.uri);
    },
    dispose: () => {
      for (const registration of registrations) registration.dispose();
    },
  };
}
