import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../../server/src/features/pages/address.ts';
import type { Page, PageParams } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';

/** Pages of codes, directives and rules, as documents that nobody can change, and the command that shows one as a preview. */
export function registerPages(ask: Ask): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const pages = vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
    onDidChange: changed.event,
    async provideTextDocumentContent({ path, query }, token) {
      const params: PageParams = { path, query };
      const { markdown } = await ask<Page>('thinqNugu/page', params, token);
      return markdown ?? vscode.l10n.t('There is no such page.');
    },
  });
  return vscode.Disposable.from(
    changed,
    pages,
    vscode.commands.registerCommand('thinqNugu.openPage', (address: string) =>
      vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(address)),
    ),
    // A page tells where its code stands in the workspace.
    vscode.workspace.onDidSaveTextDocument(() => {
      for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === PAGE_SCHEME) changed.fire(uri);
    }),
  );
}
