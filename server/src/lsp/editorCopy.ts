import { isChecked } from '../languages/endings.ts';
import { isManifest } from '../project/fileNames.ts';
import type { Read } from '../project/reading.ts';
import { OVERLAP_BYTES } from '../scan/byteFilter.ts';
import { type Entry, type FileSystem, isPassedOver, type Unread } from '../scan/walk.ts';
import { uriOf } from './addresses.ts';
import type { EditorFiles } from './editorFiles.ts';
import type { EditorEntry } from './protocol.ts';

/** Requests that are under way at once: each may go to a distant machine. */
const AT_ONCE = 16;
/** Bytes of the longest file that is read. */
const FILE_LIMIT_BYTES = 2_000_000;
/** Files of one copy, and UTF-16 units of their texts: all of them are held at once, in a browser's worker. */
const MOST_FILES = 5_000;
const MOST_UNITS = 100_000_000;

/**
 * A copy of all files below a folder that a scan may look at, which is then read as a disk is. What a scan passes over by its
 * name is not asked for; of more than a copy may hold, those that are nearest to the folder are there, and the rest is unreadable.
 *
 * @param folder a path as `addresses.ts` writes them, without a slash at its end
 * @param pause called between requests; what it throws ends them
 */
export async function copyBelow(folder: string, files: EditorFiles, pause: () => Promise<void>): Promise<FileSystem> {
  const listed = new Map<string, readonly Entry[]>();
  const paths: string[] = [];
  for (let folders = [folder]; folders.length > 0; ) {
    const some = folders.splice(0, AT_ONCE);
    const lists = await Promise.all(some.map((path) => files.list(uriOf(path))));
    for (const [index, path] of some.entries()) {
      const entries = lists[index];
      if (!entries) continue;
      listed.set(path, entries.map(entryOf));
      for (const { name, kind } of entries) {
        if (kind === 'folder' && !isPassedOver(`${name}/`)) folders.push(`${path}/${name}`);
        if (kind === 'file' && isAskedFor(name)) paths.push(`${path}/${name}`);
      }
    }
    await pause();
  }
  const copy = await copyOf(paths, files, pause);
  return { ...copy, list: (path) => listed.get(path) };
}

/** The same of a few files alone, of which no folder is known. */
export async function copyOf(
  paths: readonly string[],
  files: EditorFiles,
  pause: () => Promise<void>,
): Promise<FileSystem> {
  const texts = new Map<string, Read>();
  let units = 0;
  for (let at = 0; at < Math.min(paths.length, MOST_FILES) && units < MOST_UNITS; at += AT_ONCE) {
    const some = paths.slice(at, Math.min(at + AT_ONCE, MOST_FILES));
    const read = await Promise.all(some.map((path) => files.read(uriOf(path), FILE_LIMIT_BYTES)));
    for (const [index, path] of some.entries()) {
      const text = read[index];
      texts.set(path, text);
      units += typeof text === 'string' ? text.length : 0;
    }
    await pause();
  }
  const bytesOf = (path: string): Uint8Array | Unread => {
    const text = texts.get(path);
    if (typeof text === 'string') return new TextEncoder().encode(text);
    return text?.refused === 'too large' || text?.refused === 'special' ? text.refused : 'unreadable';
  };
  return {
    list: () => undefined,
    text: (path) => texts.get(path),
    search(path, space, isIt) {
      const bytes = bytesOf(path);
      if (typeof bytes === 'string') return bytes;
      for (let from = 0; ; from += space.length - OVERLAP_BYTES) {
        const piece = bytes.subarray(from, from + space.length);
        space.set(piece);
        if (isIt(piece.length)) return true;
        if (from + space.length >= bytes.length) return false;
      }
    },
    bytes(path, limit) {
      const bytes = bytesOf(path);
      return typeof bytes !== 'string' && bytes.length > limit ? 'too large' : bytes;
    },
  };
}

/** Whether a scan may read a file of a name: for itself, or for what it says of others. */
function isAskedFor(name: string): boolean {
  return name === '.gitignore' || isManifest(name) || (isChecked(name) && !isPassedOver(name));
}

function entryOf({ name, kind }: EditorEntry): Entry {
  return { name, isDirectory: () => kind === 'folder', isFile: () => kind === 'file' };
}
