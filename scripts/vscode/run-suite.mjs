// Runs the suite of test/vscode/suite inside a real VS Code that has the packaged extension installed, as users have it; then
// the tests of Kotlin once more, beside an extension that brings that language, too; a window over several folders; windows
// without a word of ours, one for each way in which the server comes to be started; and what is shown, in each language of the
// display. At the end the suite of test/vscode/web, in VS Code for the Web, and a part of it in the oldest that is supported.
// node scripts/vscode/run-suite.mjs [--vsix=file] [--host=desktop|server|web] [--grep=text] [--all] [--report=file] [--verbose]
//   --host     which VS Code: the desktop's, or the server from npm with Chromium; default: desktop where it can be had.
//              What is shown is read in Chromium, with either of them. `web` has VS Code for the Web alone, which is tried
//              beside either of them
//   --grep     only the tests with this text in their names
//   --all      every window without a word of ours, where otherwise one of them is opened; every test in the oldest VS Code; and
//              the longest broken texts
//   --report   where to put the numbers of tests passed and failed, as JSON
//   --verbose  all that VS Code logs
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from '../setup.mjs';
import { launchChromium } from './chromium.mjs';
import { downloadDesktop, installIntoDesktop, profileArguments } from './desktop.mjs';
import { cache } from './install.mjs';
import { runInPage } from './page.mjs';
import { startServer, UNSEEN_SETTINGS, unpackedIn } from './server.mjs';
import { BUILDS, startWeb } from './web.mjs';

const { values: options } = parseArgs({
  options: {
    vsix: { type: 'string', default: join(root, 'thinq-nugu-codes.vsix') },
    host: { type: 'string' },
    grep: { type: 'string', default: '' },
    all: { type: 'boolean', default: false },
    report: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});

/** The extension that holds the suite, and nothing else. The one under test is installed beside it. */
const driver = join(root, 'dist/test/vscode');
const suite = join(driver, 'suite.js');
/** The same for VS Code for the Web. */
const webDriver = join(root, 'dist/test/web');
const vsix = resolve(options.vsix);
/** An extension that users may have beside ours. */
const peer = join(root, 'dist/test/peer');
/** What comes to need the server in windows of their own, the tests of `test/vscode/suite/coldWindow.test.ts`. */
const WAYS = ['code', 'projectFile', 'typing', 'manifest', 'neighbour', 'tool', 'command'];
const COLD = 'A cold window';
/** Where nobody asks for all of them, or for these alone, the one that needs hints: each window takes ten seconds to open. */
const ways = options.all || options.grep.startsWith(COLD) ? WAYS : WAYS.slice(0, 1);
/** A window over several folders, the tests of `test/vscode/suite/severalFolders.test.ts`. */
const ROOTS = 'Several folders';
/** What a person reads, in a window for each language of the display: the tests of `test/vscode/suite/shown.test.ts`. */
const SHOWN = 'What is shown';
/**
 * Windows, one after the other: the first words of its tests' names, a folder of test/vscode that is worked in, or a file in it
 * that names several, extensions that are loaded from their folders, and what the suite is told. One of a language of its own is
 * shown in Chromium, whose page its tests read.
 */
const RUNS = [
  { tests: '', workspace: 'workspace', extensions: [driver], environment: {} },
  { tests: 'Kotlin', workspace: 'workspace', extensions: [driver, peer], environment: { SUITE_PEER: 'kotlin' } },
  {
    tests: ROOTS,
    workspace: 'roots',
    file: 'roots.code-workspace',
    extensions: [driver],
    environment: { SUITE_ROOTS: 'yes' },
  },
  ...ways.map((way) => ({ tests: COLD, workspace: 'cold', extensions: [driver], environment: { SUITE_WAY: way } })),
  ...['en', 'ko'].map((language) => ({
    tests: `${SHOWN} (${language})`,
    workspace: 'workspace',
    extensions: [driver],
    environment: { SUITE_SHOWN: language },
    language,
  })),
].filter(({ tests }) => {
  const only = [COLD, ROOTS, SHOWN].find((one) => options.grep.startsWith(one));
  // Who asks for one of two languages gets that.
  if (only) return tests.startsWith(only) && (tests.startsWith(options.grep) || options.grep.startsWith(tests));
  return tests.includes(options.grep) || options.grep.startsWith(tests);
});

for (const [file, remedy] of [
  [suite, 'node esbuild.mjs --tests'],
  [webDriver, 'node esbuild.mjs --tests'],
  [vsix, 'npm run package'],
]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: ${remedy}`);
}
ensureDependencies();

const temporary = mkdtempSync(join(tmpdir(), 'vscode-suite-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
/** Where every VS Code of the server from npm has the extension. */
const installed = join(temporary, 'extensions');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));

const total = { passes: 0, failures: 0 };
const browser = await launchChromium();
let code = options.host === 'web' ? 0 : await runWindows();
for (const build of BUILDS) code ||= await runOnWeb(build());
await browser.close();
process.exit(code);

/** Opens all windows but that of VS Code for the Web, until one fails. @returns {Promise<number>} its exit code */
async function runWindows() {
  const executable = options.host === 'server' ? undefined : await downloadDesktop();
  if (options.host === 'desktop' && !executable) throw new Error('There is no desktop VS Code to be had here.');
  /** One for each language: a server remembers the titles of commands in the language of its first window. */
  const hosts = new Map();
  const hostFor = async (language) => {
    const name = language ?? (executable ? 'desktop' : 'en');
    if (!hosts.has(name)) hosts.set(name, await (name === 'desktop' ? onDesktop(executable) : inBrowser(name)));
    return hosts.get(name);
  };
  let code = 0;
  for (const [index, run] of RUNS.entries()) {
    code = await runWindow(await hostFor(run.language), run, index);
    if (code !== 0) break;
  }
  for (const host of hosts.values()) await host.end();
  return code;
}

async function runWindow(host, { tests, workspace, file = '', extensions, environment, language }, index) {
  // Tests write into what they work in.
  const folder = join(temporary, `workspace-${index}`);
  cpSync(join(root, 'test/vscode', workspace), folder, { recursive: true });
  const report = join(temporary, 'report.json');
  rmSync(report, { force: true });
  const grep = options.grep || tests;
  const told = {
    SUITE_PEER: '',
    SUITE_WAY: '',
    SUITE_ROOTS: '',
    SUITE_SHOWN: '',
    ...environment,
    SUITE_GREP: grep,
    SUITE_REPORT: report,
    ...(options.all && { TRY_ALL: '1' }),
  };
  const code = await host.run({ opened: join(folder, file), extensions, environment: told });
  if (existsSync(report)) {
    const { passes, failures, ...rest } = JSON.parse(readFileSync(report, 'utf8'));
    // What VS Code it was that all others ran in is told, not the one for pages.
    count({ passes, failures }, language ? {} : rest);
  }
  return code;
}

/** Adds the numbers of a window to those of all. */
function count({ passes, failures }, more = {}) {
  Object.assign(total, more, { passes: total.passes + passes, failures: total.failures + failures });
  if (options.report) writeFileSync(options.report, JSON.stringify(total));
}

/**
 * A VS Code that opens windows.
 *
 * @typedef {object} Host
 * @property {(window: { opened: string, extensions: string[], environment: Record<string, string> }) => Promise<number>} run
 *   gives the exit code of the suite
 * @property {() => Promise<void>} end
 */

/** @returns {Promise<Host>} */
async function onDesktop(executable) {
  console.log(`VS Code: ${executable}`);
  const { runTests } = await import('@vscode/test-electron');
  const data = join(temporary, 'data');
  await installIntoDesktop(executable, vsix, data);
  return {
    async run({ opened, extensions, environment }) {
      try {
        return await runTests({
          vscodeExecutablePath: executable,
          extensionDevelopmentPath: extensions,
          extensionTestsPath: suite,
          extensionTestsEnv: environment,
          launchArgs: [opened, ...profileArguments(data)],
        });
      } catch (error) {
        console.error(error.message);
        return 1;
      }
    },
    end: async () => {},
  };
}

/** @returns {Promise<Host>} of windows in one language */
async function inBrowser(language) {
  const { logFile, log } = openLog(`suite.${language}.log`);
  const data = join(temporary, `data-${language}`);
  const server = await startServer({
    data,
    extensions: installed,
    vsix,
    automation: true,
    settings: UNSEEN_SETTINGS,
    log,
  });
  console.log(`VS Code: ${server.version}, ${language} (server from npm, Chromium ${browser.version()})`);
  return {
    async run({ opened, extensions, environment }) {
      const kind = opened.endsWith('.code-workspace') ? 'workspace' : 'folder';
      const urlFor = (asked) => {
        const payload = [
          ...extensions.map((extension) => ['extensionDevelopmentPath', server.uri(extension)]),
          ['extensionTestsPath', server.uri(suite)],
          ['extensionEnvironment', JSON.stringify({ ...environment, SUITE_PAGE: asked })],
          ['enableProposedApi', ''],
          ['skipWelcome', 'true'],
        ];
        return `${server.origin}/?${new URLSearchParams({ [kind]: server.uri(opened), payload: JSON.stringify(payload) })}`;
      };
      try {
        return await runInPage(browser, urlFor, { log, language });
      } catch (error) {
        console.error(`${error.message}\nThe log is in ${logFile}.`);
        return 1;
      }
    },
    end: async () => server.stop(),
  };
}

/**
 * Runs the suite in a VS Code for the Web over the extension as its package has it, and looks whom the page speaks with.
 *
 * @param {import('./web.mjs').Build} build
 * @returns {Promise<number>} its exit code
 */
async function runOnWeb(build) {
  const { logFile, log } = openLog(`web.${build.version}.log`);
  const product = unpackedIn(vsix, join(temporary, 'data-web'), installed);
  const web = await startWeb(build, {
    product,
    driver: webDriver,
    workspace: join(root, 'test/vscode/workspace'),
    grep: options.grep,
    all: options.all,
  });
  console.log(`VS Code for the Web: ${build.version} (Chromium ${browser.version()})`);
  const asked = new Set();
  try {
    const code = await runInPage(browser, () => web.url, { log, asks: (url) => asked.add(url) });
    if (web.numbers()) count(web.numbers());
    return code || (speaksWithItselfAlone([...asked], web.url) ? 0 : 1);
  } catch (error) {
    console.error(`${error.message}\nThe log is in ${logFile}.`);
    return 1;
  } finally {
    web.stop();
  }
}

/** Whether a page has asked for nothing but what it is served from, grammars among it, which only the server's worker loads. */
function speaksWithItselfAlone(asked, origin) {
  const strangers = asked.filter((url) => /^(?:https?|wss?):/.test(url) && !url.startsWith(origin));
  if (strangers.length > 0) console.error(`The page asked others: ${strangers.join(', ')}`);
  const isWorkerHeard = options.grep !== '' || asked.some((url) => url.startsWith(`${origin}product/dist/grammars/`));
  if (!isWorkerHeard) console.error('Nothing is known of what workers ask for: no grammar was loaded.');
  return strangers.length === 0 && isWorkerHeard;
}

/** A new log in the cache, for all that VS Code says. */
function openLog(name) {
  mkdirSync(cache, { recursive: true });
  const logFile = join(cache, name);
  writeFileSync(logFile, '');
  const log = (text) => {
    appendFileSync(logFile, `${text.trimEnd()}\n`);
    if (options.verbose) console.log(text.trimEnd());
  };
  return { logFile, log };
}
