import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerCheckWorkspace } from '../common/checkWorkspace.ts';
import { registerExplain } from '../common/explain.ts';
import { registerFileStatus } from '../common/fileStatus.ts';
import { clientOptions, NAME, SECTION } from '../common/options.ts';
import { serverOptions } from './serverOptions.ts';

/**
 * Starts the language server and all that VS Code shows of it besides the editor's own features.
 * Nothing of the workspace is ever run, so this is safe in a workspace that is not trusted.
 *
 * @throws when the server cannot be started; VS Code then shows why
 */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  const server = serverOptions(context.asAbsolutePath('dist/server.js'), TransportKind.ipc);
  const client = new LanguageClient(SECTION, NAME, server, clientOptions(output));
  context.subscriptions.push(
    output,
    client,
    registerCheckWorkspace(client),
    registerExplain(client),
    registerFileStatus(client),
    vscode.commands.registerCommand('thinqNugu.restart', () => client.restart()),
  );
  await client.start();
}
