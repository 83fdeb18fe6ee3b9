import * as vscode from 'vscode';
import {
  type BaseLanguageClient,
  CompletionRequest,
  HoverRequest,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import type { Row } from '../../../server/src/lsp/protocol.ts';
import { createWorkspaceCheck } from './checkWorkspace.ts';
import { chooseCodeCommands } from './chooseCode.ts';
import { createCoverage } from './coverage.ts';
import { answerForFiles } from './editorFiles.ts';
import { registerFileStatus } from './fileStatus.ts';
import { clientOptions, NAME } from './options.ts';
import type { IsOnDisk } from './progress.ts';
import { projectFileCommands } from './projectFile.ts';
import { ExplainRequest } from './protocol.ts';
import { siteCommands } from './sites.ts';
import type { StartedClient } from './started.ts';
import { treeItem } from './treeItem.ts';
import type { ShownViews } from './views.ts';

/**
 * Starts the language server and all that VS Code shows of it besides the editor's own features.
 * Nothing of the workspace is ever run, so this is safe in a workspace that is not trusted.
 *
 * @param create makes the client of a server, for each host its own kind
 * @param isOnDisk whether the server can read a folder by itself
 * @param views what was there before the client
 * @throws when the server cannot be started; the user has been told why
 */
export async function startWith(
  context: vscode.ExtensionContext,
  create: (options: LanguageClientOptions) => BaseLanguageClient & Pick<StartedClient, 'restart'>,
  isOnDisk: IsOnDisk,
  views: ShownViews,
): Promise<StartedClient> {
  const output = vscode.window.createOutputChannel(NAME, { log: true });
  const settingsTold = new vscode.EventEmitter<void>();
  const client = create(clientOptions(output, () => settingsTold.fire()));
  const workspace = createWorkspaceCheck(client, isOnDisk, views.coverage.view);
  const coverage = createCoverage(client, isOnDisk, views.coverage, settingsTold.event);
  context.subscriptions.push(
    output,
    settingsTold,
    client,
    workspace,
    coverage,
    registerFileStatus(client),
    answerForFiles(client),
  );
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
      const { markdown } = await client.sendRequest(ExplainRequest, { query }, token);
      return markdown;
    },
    settingsTold: settingsTold.event,
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
