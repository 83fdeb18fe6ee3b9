import * as vscode from 'vscode';
import type { Ask } from './ask.ts';
import { registerCommands } from './commands.ts';
import { registerExplain } from './explain.ts';
import { registerExplainText } from './explainText.ts';
import { registerGenerate } from './generate.ts';
import { registerInsertAnswer } from './insertAnswer.ts';
import { registerLookUp } from './lookUp.ts';
import { answerMeanwhile } from './meanwhile.ts';
import { registerPages } from './pages.ts';
import { renewPreviews } from './renewal.ts';
import { registerSample } from './sample.ts';
import type { StartedClient } from './started.ts';
import { watchSurroundings } from './surroundings.ts';
import { createTerminalLinks } from './terminalLinks.ts';
import { watchTexts } from './texts.ts';
import { registerTools, type ToolHost } from './tools.ts';
import { registerViews, type ShownViews } from './views.ts';

/**
 * Waits for the first hint that something here is about codes, or for a command. Only then the client is loaded, and the
 * server started: most windows have nothing to do with either vendor.
 *
 * @param startClient loads the client and starts it; called again when it has failed
 */
export function startAtHint(
  context: vscode.ExtensionContext,
  startClient: (views: ShownViews) => Promise<StartedClient>,
): void {
  let starting: Promise<StartedClient> | undefined;
  let watching: vscode.Disposable | undefined;
  const settingsTold = new vscode.EventEmitter<void>();

  const start = (): Promise<StartedClient> => {
    if (starting) return starting;
    watching?.dispose();
    const begun = startClient(views);
    starting = begun;
    answerMeanwhile(begun);
    begun.then(
      (client) =>
        client.settingsTold(() => {
          settingsTold.fire();
          renewPreviews();
        }),
      // VS Code shows why. The next command tries again.
      () => {
        starting = undefined;
      },
    );
    return begun;
  };
  const command = (name: string, run: (client: StartedClient) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`thinqNugu.${name}`, async () => run(await start()));

  const ask: Ask = async (method, params, token) => (await start()).ask(method, params, token);

  const views = registerViews(start, settingsTold.event);
  context.subscriptions.push(
    settingsTold,
    views,
    registerExplain(start, settingsTold.event),
    registerExplainText(ask),
    registerGenerate(ask),
    registerInsertAnswer(ask),
    registerLookUp(ask),
    registerPages(ask, settingsTold.event),
    ...registerTools(vscode as unknown as ToolHost, context.extension.packageJSON.contributes.languageModelTools, ask),
    registerSample(context),
    registerCommands(start),
    vscode.window.registerTerminalLinkProvider(
      createTerminalLinks(
        ask,
        () => starting !== undefined,
        (page) => vscode.commands.executeCommand('thinqNugu.openPage', page),
      ),
    ),
    command('checkWorkspace', (client) => client.checkWorkspace()),
    command('clearWorkspace', (client) => client.clearWorkspace()),
    vscode.commands.registerCommand('thinqNugu.restart', async () => {
      const running = await starting;
      await (running ? running.restart() : start());
    }),
    { dispose: () => watching?.dispose() },
  );
  const onHint = (): void => void start().catch(() => {});
  watching = vscode.Disposable.from(watchTexts(onHint), watchSurroundings(onHint));
  if (starting) watching.dispose();
}
