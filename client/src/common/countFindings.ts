import type { Diagnostic, Disposable, TreeView, Uri } from 'vscode';

/** What findings of ours name as their source. */
const SOURCES: ReadonlySet<string | undefined> = new Set(['thinq', 'nugu', 'thinq-nugu']);

/** What of `vscode.languages` tells of findings. */
export interface Findings {
  getDiagnostics(): [Uri, Diagnostic[]][];
  onDidChangeDiagnostics(listener: () => void): Disposable;
}

/**
 * Counts the findings of the whole workspace in the badge of a view, as they come and go.
 *
 * @param tooltipFor what is said of a number of them
 */
export function countFindings(
  view: Pick<TreeView<unknown>, 'badge'>,
  findings: Findings,
  tooltipFor: (count: number) => string,
): Disposable & { show(isWanted: boolean): void } {
  let isWanted = false;
  const count = (): void => {
    const all = findings.getDiagnostics().flatMap(([, found]) => found);
    const value = isWanted ? all.filter(({ source }) => SOURCES.has(source)).length : 0;
    // Nothing is shown for none.
    view.badge = value === 0 ? undefined : { value, tooltip: tooltipFor(value) };
  };
  const listening = findings.onDidChangeDiagnostics(() => {
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
