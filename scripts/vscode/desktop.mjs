// The VS Code of a desktop: the user's own program, or one that is downloaded; never the user's own settings.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cache } from './install.mjs';

/**
 * Finds a desktop VS Code: the one that VSCODE_EXECUTABLE names, else the current release, downloaded once.
 *
 * @returns {Promise<string | undefined>} its executable; nothing where there is no display or no way to download it
 */
export async function downloadDesktop() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  if (!hasDisplay()) return undefined;
  const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: cache, timeout: 10_000 });
  } catch (error) {
    console.log(`The desktop VS Code cannot be downloaded (${error.message}); the one from npm takes its place.`);
    return undefined;
  }
}

/**
 * Finds a desktop VS Code to be looked at: as for tests, but one that is installed is preferred to a download.
 *
 * @returns {Promise<string | undefined>} its executable or its command
 */
export async function findDesktop() {
  return process.env.VSCODE_EXECUTABLE ?? installedCommand() ?? (await downloadDesktop());
}

/**
 * The options that keep a desktop VS Code away from the user's own settings and extensions.
 *
 * @param {string} data folder for both
 */
export function profileArguments(data) {
  return ['--user-data-dir', join(data, 'user-data'), '--extensions-dir', join(data, 'extensions')];
}

/**
 * The file of the settings that hold there.
 *
 * @param {string} data folder for settings and extensions
 */
export function userSettings(data) {
  return join(data, 'user-data', 'User', 'settings.json');
}

/**
 * Opens a window, which is closed when this process exits.
 *
 * @param {string} executable or command
 * @param {string[]} args
 * @param {string} data folder for settings and extensions
 * @returns {{ ended: Promise<void> }} resolves when the window has been closed
 */
export function openDesktop(executable, args, data) {
  const all = ['--wait', ...args, ...profileArguments(data), '--disable-workspace-trust', '--skip-welcome'];
  if (process.getuid?.() === 0) all.push('--no-sandbox');
  const child = spawn(...forShell(executable, all), { stdio: 'ignore', shell: isScript(executable) });
  // Before the folder of data is removed.
  process.prependOnceListener('exit', () => {
    child.kill();
    killMain(data);
  });
  return {
    ended: new Promise((resolve, reject) => {
      child.once('exit', () => resolve());
      child.once('error', reject);
    }),
  };
}

/**
 * Installs a packaged extension into a desktop VS Code's folder of data.
 *
 * @throws when VS Code refuses it
 */
export async function installIntoDesktop(executable, vsix, data) {
  const { resolveCliArgsFromVSCodeExecutablePath } = await import('@vscode/test-electron');
  const [cli, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const all = [...args, ...profileArguments(data), '--install-extension', vsix, '--force'];
  const result = spawnSync(...forShell(cli, all), { encoding: 'utf8', shell: isScript(cli) });
  if (result.status !== 0) throw new Error(`VS Code does not install ${vsix}:\n${result.stdout}${result.stderr}`);
}

/** Whether a window can be opened here. */
function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** The command `code`, unless it would open a window on another machine than this. */
function installedCommand() {
  if (!hasDisplay() || process.env.VSCODE_IPC_HOOK_CLI || process.env.WSL_DISTRO_NAME) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(existsSync);
}

/** The command `code` starts VS Code as a process of its own, whose number VS Code leaves in this file. */
function killMain(data) {
  const lock = join(data, 'user-data', 'code.lock');
  if (!existsSync(lock)) return;
  try {
    process.kill(Number(readFileSync(lock, 'utf8')));
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** On Windows the command is a script, which only a shell runs, and for a shell paths with spaces need quotes. */
function isScript(file) {
  return /\.(cmd|bat)$/i.test(file);
}

function forShell(file, args) {
  return isScript(file) ? [`"${file}"`, args.map((arg) => `"${arg}"`)] : [file, args];
}
