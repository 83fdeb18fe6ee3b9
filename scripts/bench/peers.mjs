// The programs that we are measured against, and the Nodes that run ours and theirs.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { into } from '../into.mjs';
import { npm } from '../npm.mjs';
import { root } from '../setup.mjs';
import { cache } from './cache.mjs';

const SOURCE = join(root, 'test/bench/peers');
const LOCK = readFileSync(join(SOURCE, 'package-lock.json'), 'utf8');
const EXE = process.platform === 'win32' ? '.exe' : '';

/**
 * Installs them as their lock file says: about half a minute the first time, nothing later. No package's own scripts are
 * run: whatever is a program for one platform lies in a package of its own.
 *
 * @returns where each of them lies; scripts are for a Node
 * @throws when the registry cannot be reached, or a package is not what the lock file says
 */
export function ensurePeers() {
  const folder = join(cache, `peers-${createHash('sha256').update(LOCK).digest('hex').slice(0, 12)}`);
  if (!existsSync(folder)) {
    console.error('Installing those that we are measured against ...');
    into(folder, (temporary) => {
      cpSync(SOURCE, temporary, { recursive: true });
      // Not `npm ci`: it gives up where a registry lacks a package for a platform that is not ours.
      npm(['install', '--ignore-scripts'], temporary);
    });
  }
  const within = (...path) => join(folder, 'node_modules', ...path);
  return {
    folder,
    versions: versionsOf(folder),
    ripgrep: within('@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin', `rg${EXE}`),
    astGrep: within('@ast-grep', `cli-${triple()}`, `ast-grep${EXE}`),
    oxlint: within('oxlint/bin/oxlint'),
    json: within('vscode-langservers-extracted/bin/vscode-json-language-server'),
    typescript: within('typescript-language-server/lib/cli.mjs'),
    /** @param {string} major '20', '22' or '24' */
    node(major) {
      const platform = process.platform === 'win32' ? 'win' : process.platform;
      return within(`node-${major}-${platform}-${process.arch}`, 'bin', `node${EXE}`);
    },
  };
}

/** As a binary of ast-grep is called. */
function triple() {
  const libc = { linux: '-gnu', win32: '-msvc' }[process.platform] ?? '';
  return `${process.platform}-${process.arch}${libc}`;
}

/** @returns {Record<string, string>} of those that package.json names */
function versionsOf(folder) {
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return dependencies;
}
