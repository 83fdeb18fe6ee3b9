import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from './setup.mjs';
import { findDesktop, openDesktop, userSettings } from './vscode/desktop.mjs';
import { startServer } from './vscode/server.mjs';

const DEFAULT_PORT = 8400;
const HOSTS = ['desktop', 'browser'];
const HELP = `Opens a real VS Code that has the extension: npm start [-- folder] [--port=${DEFAULT_PORT}] [--host=desktop|browser]

  folder  What to open; a copy of test/sample, in which nothing can be spoilt, if not given. Its README is a
          guided tour, and is opened.
  --port  Where a browser finds it; ${DEFAULT_PORT} if not given, or any other port where that is taken.
  --host  Which VS Code: the desktop's, or the one from npm in a browser; the desktop's where it can be had, if
          not given.
  --help  Shows this.`;

/** A wrong call, in words for whoever made it. */
class Refusal extends Error {}

try {
  await main(read(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(`npm start: ${error.message}\n"npm start -- --help" shows how it is called.`);
  process.exitCode = 2;
}

async function main({ help, port, host, folder: given }) {
  if (help) {
    console.log(HELP);
    return;
  }
  // What cannot be done is said before anything is installed or built.
  const folder = given && folderAt(given);
  const isFree = port === undefined || (await freePort(port)) === port;
  if (!isFree) throw new Refusal(`port ${port} is taken; name another one, or none.`);

  const temporary = mkdtempSync(join(tmpdir(), 'vscode-start-'));
  process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));
  ensureDependencies();
  const opened = {
    folder: folder ?? copyOfSample(temporary),
    // The tour, where it is the sample's.
    settings: folder ? {} : { 'workbench.startupEditor': 'readme' },
    temporary,
  };
  const executable = host === 'browser' ? undefined : await findDesktop();
  if (host === 'desktop' && !executable) throw new Refusal('there is no desktop VS Code to be had here.');
  const { ended, place } = executable ? startDesktop(executable, opened) : await startBrowser(opened, port);
  console.log(`\nReady: VS Code with ThinQ & NUGU Codes, on ${opened.folder}.\n${place}\nCtrl+C ends it.`);
  await ended;
  process.exit(0);
}

/** @throws {Refusal} for what is not an option, or not a value of it */
function read(args) {
  const { values, positionals } = parsed(args);
  if (positionals.length > 1) throw new Refusal('name one folder, or none.');
  const { help = false, port, host } = values;
  if (port !== undefined && !(/^\d+$/.test(port) && Number(port) > 0 && Number(port) < 65_536))
    throw new Refusal(`--port=${port}: a port is a number from 1 to 65535.`);
  if (host !== undefined && !HOSTS.includes(host)) throw new Refusal(`--host=${host}: use ${HOSTS.join(' or ')}.`);
  return { help, host, folder: positionals[0], port: port === undefined ? undefined : Number(port) };
}

function parsed(args) {
  const options = { port: { type: 'string' }, host: { type: 'string' }, help: { type: 'boolean', short: 'h' } };
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    // Node goes on with how its own parser would take it.
    throw new Refusal(error.message.replace(/(?<=\.) .*/s, ''));
  }
}

/** @throws {Refusal} where there is no folder */
function folderAt(given) {
  const folder = resolve(given);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Refusal(`${given} is no folder.`);
  return folder;
}

function startDesktop(executable, { folder, settings, temporary }) {
  build('esbuild.mjs');
  const file = userSettings(temporary);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(settings));
  const { ended } = openDesktop(executable, ['--new-window', `--extensionDevelopmentPath=${root}`, folder], temporary);
  return { ended, place: 'It opens in a window of its own.' };
}

async function startBrowser({ folder, settings, temporary }, port) {
  build('scripts/package.mjs');
  const vsix = join(root, 'thinq-nugu-codes.vsix');
  const server = await startServer({ data: temporary, vsix, settings, port: port ?? (await freePort(DEFAULT_PORT)) });
  return {
    ended: server.ended,
    place: `Open this address in a browser: ${server.origin}/?${new URLSearchParams({ folder })}`,
  };
}

function copyOfSample(temporary) {
  const copy = join(temporary, 'sample');
  cpSync(join(root, 'test/sample'), copy, { recursive: true });
  return copy;
}

/** @param {string} script whose errors alone are of interest here */
function build(script) {
  console.log('Building ...');
  execFileSync(process.execPath, [script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @param {number} wanted @returns {Promise<number>} that port; 0, which means any, where it is taken */
function freePort(wanted) {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(0));
    probe.listen(wanted, '127.0.0.1', () => probe.close(() => done(wanted)));
  });
}
