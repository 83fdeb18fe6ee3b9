import { createSilentServer } from './silentServer.ts';

// The floor: what a server costs that keeps documents and knows nothing about them.
const { connection, documents, tellNothing, listen } = createSilentServer();
connection.onCompletion(() => []);
documents.onDidChangeContent(({ document }) => tellNothing(document));
listen();
