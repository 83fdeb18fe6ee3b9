import { Remembered } from './remembered.ts';

/** Folders of a project whose names are remembered. */
const REMEMBERED_FOLDERS = 2000;

/**
 * What lies in the folders of a project. An import may mean dozens of files, of which hardly one exists: each folder is
 * listed once, instead of asking the disk for each of them.
 */
export class Folders {
  private readonly known = new Remembered<Promise<ReadonlySet<string> | undefined>>(REMEMBERED_FOLDERS);

  /** @param list the names in a folder by its path from the root; undefined where nobody can tell */
  constructor(private readonly list: (folder: string) => Promise<Iterable<string> | undefined>) {}

  /** Whether something may lie at a path. */
  async mayHold(path: string): Promise<boolean> {
    const { folder, name } = split(path);
    // What has been listed is there.
    if (folder !== '' && !this.known.peek(folder) && !(await this.mayHold(folder))) return false;
    const names = await this.known.get(folder, async () => {
      const listed = await this.list(folder);
      return listed && new Set([...listed].map(keyOf));
    });
    return names?.has(keyOf(name)) ?? true;
  }

  /** Takes notice of a file that has changed. @returns whether it was known not to be there */
  async notice(path: string): Promise<boolean> {
    const { folder, name } = split(path);
    const listed = this.known.peek(folder);
    if (!listed) return folder !== '' && this.notice(folder);
    if ((await listed)?.has(keyOf(name)) ?? true) return false;
    this.known.forget(folder);
    return true;
  }
}

function split(path: string): { readonly folder: string; readonly name: string } {
  const at = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) };
}

/** Some file systems know a name in any case of letters, and some take accents apart. */
function keyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
