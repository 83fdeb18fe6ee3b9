// Opens a real VS Code that has the extension: npm start [-- folder] [--port=8400] [--host=desktop|browser]
//   folder  what to open; default: a copy of test/sample, in which nothing can be spoilt
//   --port  where a browser finds it; default: 8400, or any other port where that is taken
//   --host  which VS Code: the desktop's, or the one from npm in a browser; default: the desktop's where it can be had
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies, root } from './setup.mjs';
import { findDesktop, openDesktop } from './vscode/desktop.mjs';
import { startServer } from './vscode/server.mjs';

const DEFAULT_PORT = 8400;

const {
  values: options,
  positionals: [given],
} = parseArgs({ allowPositionals: true, options: { port: { type: 'string' }, host: { type: 'string' } } });

const temporary = mkdtempSync(join(tmpdir(), 'vscode-start-'));
process.once('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(0));

ensureDependencies();
const folder = given ? resolve(given) : copyOfSample();
const executable = options.host === 'browser' ? undefined : await findDesktop();
if (options.host === 'desktop' && !executable) throw new Error('There is no desktop VS Code to be had here.');

const { ended, place } = executable ? await startDesktop() : await startBrowser();
console.log(`\nReady: VS Code with ThinQ & NUGU Codes, on ${folder}: ${place}\nCtrl+C ends it.`);
await ended;
process.exit(0);

async function startDesktop() {
  build('esbuild.mjs');
  const { ended } = openDesktop(executable, ['--new-window', `--extensionDevelopmentPath=${root}`, folder], temporary);
  return { ended, place: 'in its own window' };
}

async function startBrowser() {
  build('scripts/package.mjs');
  const server = await startServer({
    data: temporary,
    vsix: join(root, 'thinq-nugu-codes.vsix'),
    port: options.port ? Number(options.port) : await freePort(),
  });
  return { ended: server.ended, place: `${server.origin}/?${new URLSearchParams({ folder })}` };
}

function copyOfSample() {
  const copy = join(temporary, 'sample');
  cpSync(join(root, 'test/sample'), copy, { recursive: true });
  return copy;
}

/** @param {string} script whose errors alone are of interest here */
function build(script) {
  console.log('Building ...');
  execFileSync(process.execPath, [script], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
}

/** @returns {Promise<number>} the default port; 0, which means any, where it is taken */
function freePort() {
  return new Promise((done) => {
    const probe = createServer();
    probe.once('error', () => done(0));
    probe.listen(DEFAULT_PORT, '127.0.0.1', () => probe.close(() => done(DEFAULT_PORT)));
  });
}
