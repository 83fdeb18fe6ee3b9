import 'mocha/mocha.js';
import * as vscode from 'vscode';

/** The scripts that start VS Code print only lines that begin with this. */
const TAG = '[suite] ';

/**
 * Called by VS Code inside its extension host, a web worker. There is no environment: the script that serves all of this
 * tells which tests are wanted, and takes their numbers.
 *
 * @throws when a test fails, which ends VS Code with exit code 1
 */
export async function run(): Promise<void> {
  const driver = vscode.extensions.getExtension('thinq-nugu.test-driver-web');
  if (!driver) throw new Error('The driver is not there.');
  const script = vscode.Uri.joinPath(driver.extensionUri, '../suite.json').toString(true);
  const { grep } = (await (await fetch(script)).json()) as { readonly grep: string };
  Object.assign(Mocha.reporters.Base, { consoleLog: print });
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000, forbidOnly: true, forbidPending: true });
  if (grep) mocha.fgrep(grep);
  await importAll();

  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 1 } = stats ?? {};
  await fetch(script, { method: 'POST', body: JSON.stringify({ passes, failures }) });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** In this order. What is tried on a desktop as well is the same test. */
async function importAll(): Promise<void> {
  await import('./coldWindow.test.ts');
  await import('../suite/json.test.ts');
  await import('../suite/typescript.test.ts');
  await import('../suite/python.test.ts');
  await import('./surroundings.test.ts');
  await import('./folders.test.ts');
  await import('./explain.test.ts');
}

/** What reporters print has marks for values: `%s passing (%s)`. */
function print(pattern: unknown = '', ...values: unknown[]): void {
  const text = String(pattern).replaceAll(/%[sd]/g, () => String(values.shift()));
  for (const line of [text, ...values].join(' ').split('\n')) console.log(`${TAG}${line}`);
}
