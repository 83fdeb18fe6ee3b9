import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { NAME, SECTION } from '../common/options.ts';
import type { StartedClient } from '../common/started.ts';
import { startWith } from '../common/startWith.ts';
import type { ShownViews } from '../common/views.ts';

/** The library's client for Node can do so by itself. */
class RestartableClient extends LanguageClient {
  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

/** Starts the server as a worker, a new one each time. @throws when it cannot be started; the user has been told why */
export function startClient(context: vscode.ExtensionContext, views: ShownViews): Promise<StartedClient> {
  const addressOf = (path: string): string => vscode.Uri.joinPath(context.extensionUri, path).toString(true);
  const startWorker = async (): Promise<MessageTransports> => {
    const worker = new Worker(addressOf('dist/browser/server.js'));
    // A worker's own address is no help: an extension host may run scripts under another one.
    worker.postMessage({ grammars: addressOf('dist/grammars') });
    // Not the worker itself: what an extension host makes need not be an instance of its own class.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return startWith(
    context,
    (options) => new RestartableClient(SECTION, NAME, startWorker, options),
    () => false,
    views,
  );
}
