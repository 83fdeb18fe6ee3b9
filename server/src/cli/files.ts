import { execFile } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import type { SourceFile } from '../coverage/reader.ts';

const run = promisify(execFile);

/** Bytes of the longest file that is read: what is longer is no source. */
const LONGEST = 8_000_000;
/** Folders that hold what others have written, or what was built. */
const FOREIGN = new Set(['node_modules', '.git', 'dist', 'build', 'out', 'vendor', 'target', '.venv', '__pycache__']);

/**
 * The files that git knows or would take in, or all but those in folders of others where there is no git.
 * A stand-in for the scan of `check`.
 *
 * @param root absolute path of the folder that paths are relative to
 * @param paths files and folders, relative to the root or absolute
 * @param isWanted asked before a file is read
 * @throws when a path is not there
 */
export async function* listFiles(
  root: string,
  paths: readonly string[],
  isWanted: (path: string) => boolean,
): AsyncIterable<SourceFile> {
  const seen = new Set<string>();
  for (const path of paths) {
    const found = await filesBelow(resolve(root, path));
    for (const file of found.sort()) {
      const shown = relative(root, file).split(sep).join('/');
      if (seen.has(shown) || !isWanted(shown)) continue;
      seen.add(shown);
      const text = await readText(file);
      if (text !== undefined) yield { path: shown, text };
    }
  }
}

/** The text of a file; undefined where there is none, or it cannot be read as text. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    const { size } = await stat(path);
    const text = size > LONGEST ? undefined : await readFile(path, 'utf8');
    return text?.slice(0, 8000).includes('\0') ? undefined : text;
  } catch {
    // Gone meanwhile, or not ours to read.
    return undefined;
  }
}

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  try {
    const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
    const { stdout } = await run('git', args, { cwd: path, maxBuffer: 1 << 30 });
    return [...new Set(stdout.split('\0').filter((name) => name !== ''))].map((name) => join(path, name));
  } catch {
    // Not in a repository, or no git.
    return walk(path);
  }
}

async function walk(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return FOREIGN.has(entry.name) ? [] : walk(path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return found.flat();
}
