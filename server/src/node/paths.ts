import { realpathSync } from 'node:fs';
import { dirname, sep } from 'node:path';

/** Where a path leads, behind all links; undefined where there is nothing. */
export function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

/** Whether a path is a folder, or lies below it. Both absolute, with the separators of the system. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/** A folder and those around it, innermost first. */
export function withFoldersAround(folder: string): readonly string[] {
  const folders: string[] = [];
  for (let at = folder, parent = dirname(at); ; at = parent, parent = dirname(at)) {
    folders.push(at);
    if (parent === at) return folders;
  }
}
