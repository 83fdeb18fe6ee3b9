import * as vscode from 'vscode';
import type { Row } from '../../../server/src/lsp/protocol.ts';
import { SECTION } from './options.ts';
import type { StartedClient } from './started.ts';

/** The views of the container in the activity bar, by their names without the prefix. */
export const VIEWS = ['catalog', 'coverage'] as const;
export type ViewName = (typeof VIEWS)[number];

/** A view that is there from the beginning, and what tells it to ask for its rows again. */
export interface ShownView {
  readonly view: vscode.TreeView<Row>;
  refresh(): void;
}

export type ShownViews = Readonly<Record<ViewName, ShownView>>;

/**
 * Registers the views by their names. What they show the client says, which is started when one is looked at.
 *
 * @param settingsTold fires once the server knows of changed settings: the catalog is read in another language then
 */
export function registerViews(
  start: () => Promise<StartedClient>,
  settingsTold: vscode.Event<void>,
): ShownViews & vscode.Disposable {
  const disposables: vscode.Disposable[] = [];
  const register = (name: ViewName): ShownView => {
    const changed = new vscode.EventEmitter<undefined>();
    const view = vscode.window.createTreeView<Row>(`${SECTION}.${name}`, {
      showCollapseAll: true,
      treeDataProvider: {
        onDidChangeTreeData: changed.event,
        getChildren: async (row) => (row ? (row.rows ?? []) : (await start()).rowsOf(name)) as Row[],
        // Only first rows are ever revealed.
        getParent: () => undefined,
        getTreeItem: async (row) => (await start()).itemFor(row),
      },
    });
    disposables.push(changed, view);
    return { view, refresh: () => changed.fire(undefined) };
  };
  const catalog = register('catalog');
  disposables.push(settingsTold(catalog.refresh));
  return {
    catalog,
    coverage: register('coverage'),
    dispose: () => disposables.forEach((one) => void one.dispose()),
  };
}
