import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { createNodeHost } from './host.ts';

// The connection reads --stdio, --node-ipc or --socket from the command line itself.
startServer(createConnection(ProposedFeatures.all), (warn) => createNodeHost(join(__dirname, 'grammars'), warn));
