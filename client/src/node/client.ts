import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { NAME, SECTION } from '../common/options.ts';
import type { StartedClient } from '../common/started.ts';
import { startWith } from '../common/startWith.ts';
import type { ShownViews } from '../common/views.ts';
import { compiledCodeFolder, forgetOldCode } from './compiledCode.ts';
import { serverOptions } from './serverOptions.ts';

/** Starts the server as a process. @throws when it cannot be started; the user has been told why */
export function startClient(context: vscode.ExtensionContext, views: ShownViews): Promise<StartedClient> {
  const module = context.asAbsolutePath('dist/server.js');
  const server = serverOptions(module, TransportKind.ipc, compiledCodeFolder(context));
  void forgetOldCode(context);
  return startWith(
    context,
    (options) => new LanguageClient(SECTION, NAME, server, options),
    ({ scheme }) => scheme === 'file',
    views,
  );
}
