import * as vscode from 'vscode';

/** What tells VS Code that documents of a provider have changed. */
export interface Renewal extends vscode.Disposable {
  readonly onDidChange: vscode.Event<vscode.Uri>;
}

/**
 * Has the documents of a scheme that are open asked for again.
 *
 * @param causes after which they may say something else
 */
export function renewAfter(scheme: string, ...causes: readonly vscode.Event<unknown>[]): Renewal {
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const renew = (): void => {
    for (const { uri } of vscode.workspace.textDocuments) if (uri.scheme === scheme) changed.fire(uri);
  };
  const listening = vscode.Disposable.from(changed, ...causes.map((cause) => cause(renew)));
  return { onDidChange: changed.event, dispose: () => listening.dispose() };
}

/** Has previews rendered again: VS Code forgets the document of one after some minutes, and tells it of no change from then on. */
export function renewPreviews(): void {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isPreview = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith('markdown.preview');
  if (tabs.some(isPreview)) vscode.commands.executeCommand('markdown.preview.refresh');
}
