import 'mocha/mocha.js';
import * as vscode from 'vscode';

/** The scripts that start VS Code print only lines that begin with this. */
const TAG = '[suite] ';

/** What the script wants to be tried: some of the tests by their names, in which VS Code, all files of tests or some. */
interface Wanted {
  readonly grep: string;
  readonly version: string;
  readonly isBrief: boolean;
}

/**
 * Called by VS Code inside its extension host, a web worker. There is no environment: the script that serves all of this
 * tells which tests are wanted and in which VS Code, and takes their numbers.
 *
 * @throws when a test fails or VS Code is another one, which ends it with exit code 1
 */
export async function run(): Promise<void> {
  const driver = vscode.extensions.getExtension('thinq-nugu.test-driver-web');
  if (!driver) throw new Error('The driver is not there.');
  const script = vscode.Uri.joinPath(driver.extensionUri, '../suite.json').toString(true);
  const { grep, version, isBrief } = (await (await fetch(script)).json()) as Wanted;
  if (vscode.version !== version) throw new Error(`This is VS Code ${vscode.version}, not ${version}.`);
  Object.assign(Mocha.reporters.Base, { consoleLog: print });
  mocha.setup({ ui: 'bdd', reporter: 'spec', color: false, timeout: 30_000, forbidOnly: true, forbidPending: true });
  if (grep) mocha.fgrep(grep);
  await (isBrief ? importSome() : importAll());

  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats));
  });
  const { passes = 0, failures = 1 } = stats ?? {};
  await fetch(script, { method: 'POST', body: JSON.stringify({ passes, failures }) });
  if (failures > 0) throw new Error(`${failures} failed`);
}

/** What is tried in an old VS Code in any case. */
async function importSome(): Promise<void> {
  await import('../suite/typescript.test.ts');
  await import('./explain.test.ts');
}

/** In this order. What is tried on a desktop as well is the same test. */
async function importAll(): Promise<void> {
  await import('./coldWindow.test.ts');
  await import('../suite/json.test.ts');
  await import('../suite/typescript.test.ts');
  await import('../suite/python.test.ts');
  await import('./surroundings.test.ts');
  await import('./folders.test.ts');
  await import('./catalog.test.ts');
  await import('./explain.test.ts');
}

/** What reporters print has marks for values: `%s passing (%s)`. */
function print(pattern: unknown = '', ...values: unknown[]): void {
  const text = String(pattern).replaceAll(/%[sd]/g, () => String(values.shift()));
  for (const line of [text, ...values].join(' ').split('\n')) console.log(`${TAG}${line}`);
}
