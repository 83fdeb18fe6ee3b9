import * as vscode from 'vscode';
import { PAGE_SCHEME } from '../../../server/src/features/pages/address.ts';
import type { Page, PageParams } from '../../../server/src/lsp/protocol.ts';
import type { Ask } from './ask.ts';
import { renewAfter } from './renewal.ts';

/**
 * Pages of codes, directives and rules, as documents that nobody can change, and the command that shows one as a preview.
 *
 * @param settingsTold fires once the server knows of changed settings: the language is one
 */
export function registerPages(ask: Ask, settingsTold: vscode.Event<void>): vscode.Disposable {
  // A page tells where its code stands in the workspace.
  const renewal = renewAfter(PAGE_SCHEME, settingsTold, vscode.workspace.onDidSaveTextDocument);
  const pages = vscode.workspace.registerTextDocumentContentProvider(PAGE_SCHEME, {
    onDidChange: renewal.onDidChange,
    async provideTextDocumentContent({ path, query }, token) {
      const params: PageParams = { path, query };
      const { markdown } = await ask<Page>('thinqNugu/page', params, token);
      return markdown ?? vscode.l10n.t('There is no such page.');
    },
  });
  return vscode.Disposable.from(
    renewal,
    pages,
    vscode.commands.registerCommand('thinqNugu.openPage', (address: string) =>
      vscode.commands.executeCommand('markdown.showPreview', vscode.Uri.parse(address)),
    ),
  );
}
