import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type Disposable,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isOutdated } from './answers.ts';
import { createLog } from './log.ts';

/** Gets findings to the client, by whichever of the protocol's two ways it understands. */
export interface DiagnosticsSupport extends Disposable {
  /** Everything may have changed: settings, a project file. */
  requestRefresh(): void;
}

/** Finds what is to be said of a document; null for one that is not open. @throws what `Answers` throw */
export type Validate = (uri: string, token?: CancellationToken) => Promise<Diagnostic[] | null>;

/** The client asks when it wants to know, and once more where its text is gone by then. */
export function registerPull(connection: Connection, canRefresh: boolean, validate: Validate): DiagnosticsSupport {
  const registration = connection.languages.diagnostics.on(async ({ textDocument }, token) => {
    try {
      return { kind: DocumentDiagnosticReportKind.Full, items: (await validate(textDocument.uri, token)) ?? [] };
    } catch (error) {
      if (!isOutdated(error)) throw error;
      // Some clients take any other error for a file without findings.
      const data: DiagnosticServerCancellationData = { retriggerRequest: true };
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'the text has changed since', data);
    }
  });
  return {
    requestRefresh: () => {
      // A client that promised to refresh and cannot is its own trouble, not the end of the server.
      if (canRefresh) connection.languages.diagnostics.refresh().catch(createLog(connection).warn);
    },
    dispose: () => registration.dispose(),
  };
}

/**
 * The server sends findings when a document changes, once for all changes that come while others are waiting or while it
 * works. What is found for a version that is gone is not sent.
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
        const diagnostics = await validate(uri).catch(unlessOutdated);
        const version = documents.get(uri)?.version;
        if (diagnostics && version !== undefined) await connection.sendDiagnostics({ uri, version, diagnostics });
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

/** For a text that is gone nothing is found; its next version is looked at anyway. */
function unlessOutdated(error: unknown): null {
  if (isOutdated(error)) return null;
  throw error;
}
