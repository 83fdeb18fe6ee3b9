import * as vscode from 'vscode';
import type { Ask } from '../common/ask.ts';
import { registerExplain } from '../common/explain.ts';
import { registerExplainText } from '../common/explainText.ts';
import { registerGenerate } from '../common/generate.ts';
import { registerLookUp } from '../common/lookUp.ts';
import { answerMeanwhile } from '../common/meanwhile.ts';
import { registerPages } from '../common/pages.ts';
import type { StartedClient } from '../common/started.ts';
import { watchSurroundings } from '../common/surroundings.ts';
import { watchTexts } from '../common/texts.ts';

/**
 * Waits for the first hint that something here is about codes, or for a command. Only then the client is loaded, and the
 * server started: most windows have nothing to do with either vendor.
 */
export function activate(context: vscode.ExtensionContext): void {
  let starting: Promise<StartedClient> | undefined;
  let watching: vscode.Disposable | undefined;

  const start = (): Promise<StartedClient> => {
    if (starting) return starting;
    watching?.dispose();
    const begun = import('./client.ts').then(({ startClient }) => startClient(context));
    starting = begun;
    answerMeanwhile(begun);
    // VS Code shows why. The next command tries again.
    begun.catch(() => {
      starting = undefined;
    });
    return begun;
  };
  const command = (name: string, run: (client: StartedClient) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(`thinqNugu.${name}`, async () => run(await start()));
  const ask: Ask = async (method, params, token) => (await start()).ask(method, params, token);

  context.subscriptions.push(
    registerExplain(start),
    registerExplainText(ask),
    registerGenerate(ask),
    registerLookUp(ask),
    registerPages(ask),
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
