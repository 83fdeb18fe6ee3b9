import * as vscode from 'vscode';
import { SECTION } from './options.ts';
import type { StartedClient } from './started.ts';

/** Commands that the client runs once it is there, by their names without the prefix. */
export const LATER = [
  'showSite',
  'addMissing',
  'init',
  'declare',
  'turnRuleOff',
  'showLog',
  'coverage',
  'exportCoverage',
  'chooseCode',
] as const;

/** Registers these commands, which start the client where it has not been. */
export function registerCommands(start: () => Promise<StartedClient>): vscode.Disposable {
  return vscode.Disposable.from(
    ...LATER.map((name) =>
      vscode.commands.registerCommand(`${SECTION}.${name}`, async (...given: unknown[]) => {
        const run = (await start()).commands[name];
        return run?.(...given);
      }),
    ),
  );
}
