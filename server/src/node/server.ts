import { join } from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server.ts';
import { createNodeHost } from './host.ts';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

// The connection reads its transport from the command line, and from nowhere else.
if (!process.argv.some((argument) => TRANSPORTS.includes(argument.replace(/=.*/s, '')))) process.argv.push('--stdio');

startServer(
  (options) => createConnection(ProposedFeatures.all, options),
  (warn) => createNodeHost(join(__dirname, 'grammars'), warn),
);
