// VS Code for the Web: files that are served and nothing else, so that every extension runs in the browser, in a web worker. The
// newest comes out of the same package as its server, the oldest that the extension runs in out of one of its own.
import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, posix } from 'node:path';
import { ensureOldestVSCode, ensureVSCode } from './install.mjs';
import { SETTINGS, UNSEEN_SETTINGS } from './server.mjs';

const TYPES = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

const WORKBENCH = '/static/out/vs/code/browser/workbench/workbench.js';

/**
 * What stands in the workbench of the newest version and is to be otherwise: it claims to have a remote, where there would be
 * extensions of Node's, and keeps its settings there.
 */
const OTHERWISE = [
  ['remoteAuthority:location.host', 'remoteAuthority:void 0'],
  [
    /(\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\)/,
    '$1.file("/").with({scheme:$2.vscodeUserData})',
  ],
];

/**
 * A VS Code for the Web that can be started.
 *
 * @typedef {object} Build
 * @property {string} vscode folder that its files are served from
 * @property {string} version
 * @property {readonly (readonly [string | RegExp, string])[]} otherwise what is to be changed in its workbench, and into what
 * @property {boolean} isOldest whether some tests do, where nobody asks for all
 */

/** The versions that the suite is run in. @type {readonly (() => Build)[]} */
export const BUILDS = [
  () => {
    const { main, version } = ensureVSCode();
    return { vscode: dirname(dirname(main)), version, otherwise: OTHERWISE, isOldest: false };
  },
  () => ({ ...ensureOldestVSCode(), otherwise: [], isOldest: true }),
];

/**
 * A running VS Code for the Web.
 *
 * @typedef {object} Web
 * @property {string} url a window that runs the suite
 * @property {() => { passes: number, failures: number } | undefined} numbers of the suite, when it has ended
 * @property {() => void} stop
 */

/**
 * @param {Build} build
 * @param {object} options
 * @param {string} options.product folder of the extension under test, as it is installed
 * @param {string} options.driver folder of the extension that holds the suite, and provides the file system `memory`
 * @param {string} options.workspace folder whose files that file system begins with
 * @param {string} options.grep only the tests with this text in their names
 * @param {boolean} options.all whether all tests are run in the oldest, too
 * @returns {Promise<Web>}
 */
export async function startWeb({ vscode, version, otherwise, isOldest }, { product, driver, workspace, grep, all }) {
  const roots = { '/static/': vscode, '/product/': product, '/driver/': driver, '/workspace/': workspace };
  const wanted = { grep, version, isBrief: isOldest && !all && grep === '' };
  let numbers;

  const server = createServer((request, response) => {
    const { host } = request.headers;
    const path = decodeURIComponent(new URL(request.url, `http://${host}`).pathname);
    const send = (type, body) =>
      response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
    if (path === '/') send(TYPES['.html'], page(vscode, host));
    else if (path === WORKBENCH) send(TYPES['.js'], workbench(vscode, otherwise));
    // The oldest version does not look for it in the page.
    else if (path === '/product.json') send(TYPES['.json'], JSON.stringify(configurationFor(host)));
    else if (path === '/workspace.json') send(TYPES['.json'], JSON.stringify(filesBelow(workspace)));
    else if (path === '/suite.json' && request.method === 'POST') {
      readBody(request).then((body) => {
        numbers = JSON.parse(body);
        send(TYPES['.json'], '{}');
      });
    } else if (path === '/suite.json') send(TYPES['.json'], JSON.stringify(wanted));
    else sendFile(path);

    function sendFile(wanted) {
      const prefix = Object.keys(roots).find((start) => wanted.startsWith(start));
      // The address is resolved by now: nothing leads out of these folders.
      const file = prefix && join(roots[prefix], wanted.slice(prefix.length));
      if (!file || !statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    numbers: () => numbers,
    stop: () => server.close(),
  };
}

/** What a window is to do. */
function configurationFor(authority) {
  const at = (path) => ({ scheme: 'http', authority, path });
  return {
    folderUri: { scheme: 'memory', authority: '', path: '/' },
    additionalBuiltinExtensions: [at('/product')],
    developmentOptions: {
      enableSmokeTestDriver: true,
      extensions: [at('/driver')],
      extensionTestsPath: at('/driver/suite.js'),
    },
    _wrapWebWorkerExtHostInIframe: false,
    enableWorkspaceTrust: false,
    configurationDefaults: { ...SETTINGS, ...UNSEEN_SETTINGS },
    userDataPath: '/',
    // The workbench of this package does not start without these.
    ...{ isEnabledFileDownloads: true, isEnabledFileUploads: true, isEnabledCoderGettingStarted: false },
    productConfiguration: { enableTelemetry: false },
  };
}

/** The page of a window: the workbench's own, with what it is to do. */
function page(vscode, authority) {
  const values = {
    WORKBENCH_WEB_CONFIGURATION: JSON.stringify(configurationFor(authority)).replaceAll('"', '&quot;'),
    WORKBENCH_WEB_BASE_URL: '/static',
    WORKBENCH_NLS_FALLBACK_URL: '/static/out/nls.messages.js',
  };
  const template = readFileSync(join(vscode, 'out/vs/code/browser/workbench/workbench.html'), 'utf8');
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}

/** @throws where the workbench is not the one that is known */
function workbench(vscode, otherwise) {
  let source = readFileSync(join(vscode, WORKBENCH.slice('/static/'.length)), 'utf8');
  for (const [from, to] of otherwise) {
    const changed = source.replace(from, to);
    if (changed === source) throw new Error(`The workbench has no ${from}: it is another version.`);
    source = changed;
  }
  return source;
}

function filesBelow(folder, below = '/') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(below, entry.name);
    return entry.isDirectory() ? filesBelow(folder, path) : [path];
  });
}

async function readBody(request) {
  let body = '';
  for await (const piece of request) body += piece;
  return body;
}
