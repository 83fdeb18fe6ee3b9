import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const PLACES = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((variable) =>
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'].map((path) =>
      join(process.env[variable] ?? '', path),
    ),
  ),
};

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // A page lives for a minute: a function is optimized when it has run for longer, nothing is collected beside, and nothing is
  // parsed again to tell the lines of errors that nobody prints.
  '--js-flags=--interrupt-budget=400000 --single-threaded-gc --max-semi-space-size=64 --no-enable-lazy-source-positions',
];

/**
 * Starts a headless Chromium (or Chrome, or Edge). On Debian and its like, root gets one installed.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws when there is none, saying what to install
 */
export async function launchChromium() {
  const executablePath = ensureChromium();
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, args: FLAGS });
}

/**
 * Finds a Chromium, or installs one where nobody needs to be asked for that.
 *
 * @returns {string} its path
 * @throws when there is none, saying what to install
 */
export function ensureChromium() {
  const executablePath = find() ?? (install() && find());
  if (!executablePath) {
    throw new Error(
      'No Chromium was found. Install Chromium, Chrome or Edge (on Debian and Ubuntu: apt-get install chromium), or set CHROMIUM to the path of one.',
    );
  }
  return executablePath;
}

function find() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
  return [...onPath, ...(PLACES[process.platform] ?? [])].find(executable);
}

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether Chromium could be installed without asking anyone */
function install() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return false;
  console.log('Installing Chromium with apt-get ...');
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  return [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ].every((args) => spawnSync('apt-get', args, options).status === 0);
}
