import * as vscode from 'vscode';

/** What findings of ours name as their source. */
const SOURCES: ReadonlySet<string | undefined> = new Set(['thinq', 'nugu', 'thinq-nugu']);

/** Counts the findings of the whole workspace in the badge of a view, as they come and go. */
export function countFindings(view: vscode.TreeView<unknown>): vscode.Disposable & { show(isWanted: boolean): void } {
  let isWanted = false;
  const count = (): void => {
    const all = vscode.languages.getDiagnostics().flatMap(([, found]) => found);
    const value = isWanted ? all.filter(({ source }) => SOURCES.has(source)).length : 0;
    // Nothing is shown for none.
    view.badge = value === 0 ? undefined : { value, tooltip: vscode.l10n.t('Findings in the workspace: {0}', value) };
  };
  const listening = vscode.languages.onDidChangeDiagnostics(() => {
    if (isWanted) count();
  });
  return {
    show(wanted) {
      isWanted = wanted;
      count();
    },
    dispose: () => listening.dispose(),
  };
}
