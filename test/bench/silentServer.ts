import { createConnection, ProposedFeatures, TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A server that keeps documents, can do what ours can as far as it is measured, and has nothing to say of them. */
export function createSilentServer() {
  const connection = createConnection(ProposedFeatures.all);
  const documents = new TextDocuments(TextDocument);
  connection.onInitialize(() => ({
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: { triggerCharacters: ['"', "'", '`', '/', '.'] },
    },
  }));
  connection.onHover(() => null);
  return {
    connection,
    documents,
    tellNothing: ({ uri, version }: TextDocument) => connection.sendDiagnostics({ uri, version, diagnostics: [] }),
    listen(): void {
      documents.listen(connection);
      connection.listen();
    },
  };
}
