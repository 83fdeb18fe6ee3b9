import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** A folder that is gone when the run is over, whatever ends it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
  return folder;
}

/** What lies in `dist/` and is no part of the product, nor of this. */
const NOT_COPIED = new Set(['test', 'fuzz']);

/** Copies the product, so that a build during the run changes nothing. @returns the folder of what is built */
export function install(root: string, folder: string): string {
  const dist = join(root, 'dist');
  cpSync(dist, join(folder, 'dist'), { recursive: true, filter: (from) => !NOT_COPIED.has(relative(dist, from)) });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  return join(folder, 'dist');
}
