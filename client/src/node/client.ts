import * as vscode from 'vscode';
import { CompletionRequest, HoverRequest, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { Row } from '../../../server/src/lsp/protocol.ts';
import { createWorkspaceCheck } from '../common/checkWorkspace.ts';
import { chooseCodeCommands } from '../common/chooseCode.ts';
import { createCoverage } from '../common/coverage.ts';
import { registerFileStatus } from '../common/fileStatus.ts';
import { clientOptions, NAME, SECTION } from '../common/options.ts';
import { projectFileCommands } from '../common/projectFile.ts';
import { ExplainRequest } from '../common/protocol.ts';
import { siteCommands } from '../common/sites.ts';
import type { StartedClient } from '../common/started.ts';
import { treeItem } from '../common/treeItem.ts';
import type { ShownViews } from '../common/views.ts';
import { serverOptions } from './serverOptions.ts';

/**
 * Starts the language server and all that VS Code shows of it besides the editor's own features.
 * Nothing of the workspace is ever run, so this is safe in a workspace that is not trusted.
 *
 * @throws when the server cannot be started; the user has been told why
 */
export async function startClient(context: vscode.ExtensionContext, views: ShownViews): Promise<StartedClient> {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  const server = serverOptions(context.asAbsolutePath('dist/server.js'), TransportKind.ipc);
  const client = new LanguageClient(SECTION, NAME, server, clientOptions(output));
  const workspace = createWorkspaceCheck(client, views.coverage.view);
  const coverage = createCoverage(client, views.coverage);
  context.subscriptions.push(output, client, workspace, registerFileStatus(client));
  await client.start();
  return {
    hovers: {
      provideHover: (document, position, token) =>
        client.getFeature(HoverRequest.method).getProvider(document)?.provideHover(document, position, token),
    },
    completions: {
      provideCompletionItems: (document, position, token, trigger) =>
        client
          .getFeature(CompletionRequest.method)
          .getProvider(document)
          ?.provideCompletionItems(document, position, token, trigger),
    },
    async explain(query, token) {
      const { markdown } = await client.sendRequest(ExplainRequest, { query, language: vscode.env.language }, token);
      return markdown;
    },
    ask: (method, params, token) => client.sendRequest(method, params, token),
    checkWorkspace: workspace.checkWorkspace,
    clearWorkspace: workspace.clearWorkspace,
    async restart() {
      await client.restart();
      vscode.window.showInformationMessage(vscode.l10n.t('The language server has been restarted.'));
    },
    async rowsOf(view) {
      if (view === 'coverage') return coverage.rows();
      return (await client.sendRequest<{ readonly rows: readonly Row[] }>('thinqNugu/catalog')).rows;
    },
    itemFor: treeItem,
    commands: {
      ...siteCommands(client),
      ...projectFileCommands(client),
      ...coverage.commands,
      ...chooseCodeCommands(client),
      showLog: () => output.show(),
    },
  };
}
