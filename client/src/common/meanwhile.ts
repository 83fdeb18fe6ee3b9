import * as vscode from 'vscode';
import { TRIGGER_CHARACTERS } from '../../../server/src/lsp/triggerCharacters.ts';
import { documentSelector } from './options.ts';
import type { StartedClient } from './started.ts';

/**
 * Answers hovers and completions that are asked for while the client is starting as soon as it is there. From then on it is
 * asked itself, and nothing is answered twice.
 */
export function answerMeanwhile(starting: Promise<StartedClient>): void {
  let isOver = false;
  /** What the client says, for a request from before it was there. */
  const ask = async <T>(question: (client: StartedClient) => T): Promise<Awaited<T> | undefined> => {
    if (isOver) return undefined;
    const client = await starting.catch(() => undefined);
    return client && (await question(client));
  };
  const standIns = vscode.Disposable.from(
    vscode.languages.registerHoverProvider(documentSelector(), {
      provideHover: (document, position, token) => ask(({ hovers }) => hovers.provideHover(document, position, token)),
    }),
    vscode.languages.registerCompletionItemProvider(
      documentSelector(),
      {
        provideCompletionItems: (document, position, token, context) =>
          ask(({ completions }) => completions.provideCompletionItems(document, position, token, context)),
      },
      ...TRIGGER_CHARACTERS,
    ),
  );
  const end = (): void => {
    isOver = true;
    standIns.dispose();
  };
  starting.then(end, end);
}
