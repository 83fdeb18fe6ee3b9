// Installs the dependencies where they are missing, so that every other script can be run right after a checkout.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/** The folder that holds package.json. */
export const root = join(import.meta.dirname, '..');

/**
 * Makes node_modules what package-lock.json says. Takes milliseconds where it is so already. No package's own
 * scripts are run: none of those used here needs them.
 *
 * @throws when npm fails
 */
export function ensureDependencies() {
  if (installed()) return;
  console.log('Installing dependencies ...');
  npm(['ci', '--ignore-scripts', '--include=dev'], root);
}

/** Whether npm's own record of what it put into node_modules agrees with the lock file. */
function installed() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const present = packages(record);
  return Object.entries(packages(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) =>
      // The empty path is this project itself; an optional package may be for another platform.
      path === '' || (present[path] ? present[path].version === version : optional),
  );
}

function packages(lockFile) {
  return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}
