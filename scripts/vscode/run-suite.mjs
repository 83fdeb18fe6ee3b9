// Runs the suite of test/vscode/suite inside a real VS Code that has the packaged extension installed, as users have it; then
// the tests of Kotlin once more, beside an extension that brings that language, too.
// node scripts/vscode/run-suite.mjs [--vsix=file] [--host=desktop|server] [--grep=text] [--report=file] [--verbose]
//   --host     which VS Code: the desktop's, or the server from npm with Chromium; default: desktop where it can be had
//   --grep     only the tests with this text in their names
//   --report   where to put the numbers of tests passed and failed, as JSON
//   --verbose  all that VS Code logs
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from '../setup.mjs';
import { launchChromium } from './chromium.mjs';
import { downloadDesktop, installIntoDesktop, profileArguments } from './desktop.mjs';
import { cache } from './install.mjs';
import { runInPage } from './page.mjs';
import { startServer } from './server.mjs';

const { values: options } = parseArgs({
  options: {
    vsix: { type: 'string', default: join(root, 'thinq-nugu-codes.vsix') },
    host: { type: 'string' },
    grep: { type: 'string', default: '' },
    report: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});

/** The extension that holds the suite, and nothing else. The one under test is installed beside it. */
const driver = join(root, 'dist/test/vscode');
const suite = join(driver, 'suite.js');
const vsix = resolve(options.vsix);
/** An extension that users may have beside ours. */
const peer = join(root, 'dist/test/peer');
/** What is run: the extensions that are loaded from their folders, and what the suite is told. */
const RUNS = [
  {
    extensions: [driver],
    environment: { SUITE_GREP: options.grep, SUITE_REPORT: options.report && resolve(options.report), SUITE_PEER: '' },
  },
  ...('Kotlin'.includes(options.grep) || options.grep.startsWith('Kotlin')
    ? [
        {
          extensions: [driver, peer],
          environment: { SUITE_GREP: options.grep || 'Kotlin', SUITE_REPORT: '', SUITE_PEER: 'kotlin' },
        },
      ]
    : []),
];

for (const [file, remedy] of [
  [suite, 'node esbuild.mjs --tests'],
  [vsix, 'npm run package'],
]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: ${remedy}`);
}
ensureDependencies();

const temporary = mkdtempSync(join(tmpdir(), 'vscode-suite-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
// Tests write into their workspace.
const workspace = join(temporary, 'workspace');
cpSync(join(root, 'test/vscode/workspace'), workspace, { recursive: true });

const executable = options.host === 'server' ? undefined : await downloadDesktop();
if (options.host === 'desktop' && !executable) throw new Error('There is no desktop VS Code to be had here.');
for (const run of RUNS) {
  const code = executable ? await runOnDesktop(run) : await runInBrowser(run);
  if (code !== 0) process.exit(code);
}
process.exit(0);

/**
 * @param {typeof RUNS[number]} run
 * @returns {Promise<number>} the exit code of the suite
 */
async function runOnDesktop({ extensions, environment }) {
  console.log(`VS Code: ${executable}`);
  const { runTests } = await import('@vscode/test-electron');
  const data = join(temporary, 'data');
  await installIntoDesktop(executable, vsix, data);
  try {
    return await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: extensions,
      extensionTestsPath: suite,
      extensionTestsEnv: environment,
      launchArgs: [workspace, ...profileArguments(data)],
    });
  } catch (error) {
    console.error(error.message);
    return 1;
  }
}

/**
 * @param {typeof RUNS[number]} run
 * @returns {Promise<number>} the exit code of the suite
 */
async function runInBrowser({ extensions, environment }) {
  mkdirSync(cache, { recursive: true });
  const logFile = join(cache, 'suite.log');
  writeFileSync(logFile, '');
  const log = (text) => {
    appendFileSync(logFile, `${text.trimEnd()}\n`);
    if (options.verbose) console.log(text.trimEnd());
  };

  const server = await startServer({ data: join(temporary, 'data'), vsix, automation: true, log });
  const browser = await launchChromium();
  console.log(`VS Code: ${server.version} (server from npm, Chromium ${browser.version()})`);
  try {
    const payload = [
      ...extensions.map((extension) => ['extensionDevelopmentPath', server.uri(extension)]),
      ['extensionTestsPath', server.uri(suite)],
      ['extensionEnvironment', JSON.stringify(environment)],
      ['enableProposedApi', ''],
      ['skipWelcome', 'true'],
    ];
    const query = new URLSearchParams({ folder: server.uri(workspace), payload: JSON.stringify(payload) });
    return await runInPage(browser, `${server.origin}/?${query}`, log);
  } catch (error) {
    console.error(`${error.message}\nThe log is in ${logFile}.`);
    return 1;
  } finally {
    await browser.close();
    server.stop();
  }
}
