import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import type Mocha from 'mocha';
import * as vscode from 'vscode';

/** The scripts that start VS Code print only lines that begin with this. */
const TAG = '[suite] ';

/**
 * Called by VS Code inside its extension host. SUITE_GREP narrows the tests; SUITE_PEER names what another extension brings;
 * SUITE_WAY how a cold window comes to need the server, SUITE_ROOTS that several folders are open, and SUITE_SHOWN the language in
 * which all is to be shown, which is then all that is tried; SUITE_REPORT names a file that takes the tests' numbers and says which VS Code they come from.
 *
 * @throws when a test fails, which ends VS Code with exit code 1
 */
export async function run(): Promise<void> {
  const { default: Runner } = await import('mocha');
  // The reporters keep a console.log of their own, from before VS Code has put its in place.
  Object.assign(Runner.reporters.Base, { consoleLog: print });
  const mocha = new Runner({ ui: 'bdd', color: false, timeout: 60_000, forbidOnly: true, forbidPending: true });
  if (process.env.SUITE_GREP) mocha.fgrep(process.env.SUITE_GREP);

  // The tests look for `describe` and `it` as they are loaded.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  if (process.env.SUITE_WAY) await import('./coldWindow.test.ts');
  else if (process.env.SUITE_ROOTS) await import('./severalFolders.test.ts');
  else if (process.env.SUITE_SHOWN) await importShown();
  else await importAll();

  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 1 } = stats ?? {};
  const host = `${vscode.env.appName} ${vscode.version}, ${vscode.env.appHost}`;
  if (process.env.SUITE_REPORT) writeFileSync(process.env.SUITE_REPORT, JSON.stringify({ passes, failures, host }));
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** What is read in the page of a window, in the language that it is shown in. */
async function importShown(): Promise<void> {
  await import('./shown.test.ts');
  await import('./shownCodes.test.ts');
  await import('./shownTerminal.test.ts');
}

/** In this order. */
async function importAll(): Promise<void> {
  await import('./extension.test.ts');
  await import('./json.test.ts');
  await import('./typescript.test.ts');
  await import('./python.test.ts');
  await import('./kotlin.test.ts');
  await import('./directives.test.ts');
  await import('./codes.test.ts');
  await import('./generate.test.ts');
  await import('./documents.test.ts');
  await import('./projectFile.test.ts');
  await import('./glance.test.ts');
  await import('./answers.test.ts');
  await import('./tools.test.ts');
  await import('./colours.test.ts');
  await import('./workspace.test.ts');
  await import('./grammars.test.ts');
}

function print(...values: unknown[]): void {
  for (const line of format(...values).split('\n')) console.log(`${TAG}${line}`);
}
