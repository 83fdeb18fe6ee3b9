// The server of the VS Code that comes from npm: started for one folder of data, and stopped with all that it started.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureVSCode } from './install.mjs';
import { offerLanguages } from './languages.mjs';

/** For a quiet window: nothing that greets, reports home, updates itself or asks to be tried, nor saves what nobody saved. */
export const SETTINGS = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Besides, where nobody looks on: what moves is painted, and TypeScript says much of programs that nobody asks about. */
export const UNSEEN_SETTINGS = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'javascript.validate.enable': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'typescript.validate.enable': false,
  'workbench.reduceMotion': 'on',
};

/** Built-in extensions that only take time here. */
const SKIPPED = [
  'GitHub.copilot-chat',
  ...[
    'debug-auto-launch',
    'emmet',
    'git',
    'git-base',
    'github',
    'github-authentication',
    'merge-conflict',
    'microsoft-authentication',
    'npm',
    'terminal-suggest',
  ].map((name) => `vscode.${name}`),
];

/**
 * A running server.
 *
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:port`
 * @property {string} version of VS Code
 * @property {(path: string) => string} uri a path of this machine, as the workbench addresses it
 * @property {Promise<void>} ended resolves when the server has ended, by whatever cause
 * @property {() => void} stop ends the server and every process it started
 */

/**
 * Starts the server, with the extension installed from its package.
 *
 * @param {object} options
 * @param {string} options.data new folder for settings and state; nothing of the user's own is touched
 * @param {string} [options.extensions] folder for extensions, which servers may share; default: in that of data
 * @param {string} options.vsix the packaged extension
 * @param {number} [options.port] 0, the default: any that is free
 * @param {boolean} [options.automation] whether a page may run tests in the extension host
 * @param {Record<string, unknown>} [options.settings] besides those for a quiet window
 * @param {(text: string) => void} [options.log] takes the output of the server
 * @returns {Promise<Server>}
 * @throws when VS Code cannot be installed, refuses the extension or does not start
 */
export async function startServer({
  data,
  extensions = join(data, 'extensions'),
  vsix,
  port = 0,
  automation = false,
  settings = {},
  log = () => {},
}) {
  const { node, main, version } = ensureVSCode();
  writeSettings(data, settings);
  offerLanguages(data);
  unpackedIn(vsix, data, extensions);

  const child = spawn(
    node,
    [
      main,
      ...foldersOf(data, extensions),
      ...['--host', '127.0.0.1', '--port', String(port)],
      '--without-connection-token',
      '--accept-server-license-terms',
      '--disable-telemetry',
      '--disable-workspace-trust',
      // A built workbench heeds the paths of extension and tests in its address only with this.
      ...(automation ? ['--enable-smoke-test-driver'] : []),
    ],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, because extension hosts outlive a killed server for hours.
      detached: process.platform !== 'win32',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        VSCODE_SKIP_BUILTIN_EXTENSIONS: SKIPPED.join(),
        // It leaves sockets behind. Elsewhere their paths might become too long.
        ...(process.platform === 'linux' && { TMPDIR: data, XDG_RUNTIME_DIR: data }),
      },
    },
  );
  const stop = () => stopGroup(child);
  const ended = new Promise((resolve) => child.once('exit', () => resolve()));
  // Whatever ends us, an error or a signal that is handled, must end the server too, before its folder is removed.
  process.prependOnceListener('exit', stop);
  ended.then(() => {
    stop();
    process.off('exit', stop);
  });

  const actualPort = await listening(child, log).catch((error) => {
    stop();
    throw error;
  });
  return {
    origin: `http://127.0.0.1:${actualPort}`,
    version,
    uri: (path) => `vscode-remote://127.0.0.1:${actualPort}${uriPath(path)}`,
    ended,
    stop,
  };
}

/**
 * Writes the user's settings, which windows that are opened from now on begin with.
 *
 * @param {string} data the folder of data
 * @param {Record<string, unknown>} settings besides those for a quiet window
 */
export function writeSettings(data, settings) {
  const user = join(data, 'data', 'User');
  mkdirSync(user, { recursive: true });
  writeFileSync(join(user, 'settings.json'), JSON.stringify({ ...SETTINGS, ...settings }, null, 2));
}

/**
 * Where an extension lies as VS Code has unpacked it: it is installed unless it is there.
 *
 * @param {string} vsix the packaged extension
 * @param {string} data folder of data of any VS Code
 * @param {string} extensions folder of extensions, which holds this one or none
 */
export function unpackedIn(vsix, data, extensions) {
  const find = () => {
    if (!existsSync(extensions)) return undefined;
    return readdirSync(extensions, { withFileTypes: true }).find((entry) => entry.isDirectory())?.name;
  };
  if (find() === undefined) {
    const { node, main } = ensureVSCode();
    installExtension(node, main, vsix, foldersOf(data, extensions));
  }
  return join(extensions, find());
}

function foldersOf(data, extensions) {
  return ['--server-data-dir', data, '--extensions-dir', extensions];
}

function installExtension(node, main, vsix, folders) {
  const result = spawnSync(node, [main, '--install-extension', vsix, '--force', ...folders], { encoding: 'utf8' });
  // It exits with 0 even when it refuses.
  if (result.status !== 0 || !result.stdout.includes('successfully installed')) {
    throw new Error(`VS Code does not install ${vsix}:\n${result.stdout}${result.stderr}`);
  }
}

/** @returns {Promise<string>} the port */
function listening(child, log) {
  return new Promise((resolve, reject) => {
    let output = '';
    const take = (chunk) => {
      log(String(chunk));
      output += chunk;
    };
    child.stderr.on('data', take);
    child.stdout.on('data', (chunk) => {
      take(chunk);
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`VS Code ended at once (${code ?? signal}):\n${output}`)));
  });
}

function stopGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

function uriPath(path) {
  return path
    .replaceAll('\\', '/')
    .replace(/^(?=[a-z]:)/i, '/')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
