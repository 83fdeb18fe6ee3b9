/** How a host writes the addresses of files as paths, and back. */
export interface Addresses {
  /** A path with forward slashes; undefined for a URI of nothing here. */
  pathOf(uri: string): string | undefined;
  uriOf(path: string): string;
}

/**
 * Paths of files that lie on no disk of ours, made of their addresses so that folders, names and patterns are as readable
 * as on one: `vscode-vfs://github/owner/repository/우리 집/a.ts`.
 */

/** The path of an address; undefined for one that has none, such as `untitled:Untitled-1`, or more than one. */
export function pathOf(uri: string): string | undefined {
  // `memfs:/home/a.ts` has no authority, `vscode-vfs://github/owner/repository/a.ts` has `github`.
  const [, scheme, authority = '', path] = /^([a-z][\w+.-]*):(?:\/\/([^/?#]*))?(\/[^?#]*)$/i.exec(uri) ?? [];
  if (scheme === undefined || path === undefined) return undefined;
  try {
    return `${scheme}://${authority}${decodeURIComponent(path)}`;
  } catch {
    return undefined;
  }
}

/** The address of such a path. */
export function uriOf(path: string): string {
  const [start = '', below = ''] = parted(path);
  return `${start}/${below.slice(1).split('/').map(encodeURIComponent).join('/')}`;
}

/** Whether a path is one of these, and none of a disk. */
export function isAddress(path: string): boolean {
  return /^[a-z][\w+.-]*:\/\//i.test(path);
}

/** The folder that holds a path; that of the topmost folder is itself. */
export function folderOf(path: string): string {
  const [start, below] = parted(path);
  return start + below.slice(0, Math.max(0, below.lastIndexOf('/')));
}

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** A folder and those around it, innermost first. */
export function withFoldersAround(folder: string): readonly string[] {
  const folders = [folder];
  for (let at = folder, next = folderOf(at); next !== at; at = next, next = folderOf(at)) folders.push(next);
  return folders;
}

/** A path with its scheme and authority apart: `memfs://` and `/home/a.ts`. */
function parted(path: string): readonly [start: string, below: string] {
  const start = /^[^:]*:\/\/[^/]*/.exec(path)?.[0] ?? '';
  return [start, path.slice(start.length)];
}
