import { isManifest, isWorkspaceFile, PROJECT_FILE } from './fileNames.ts';
import type { ProjectDisk } from './projects.ts';
import type { Read } from './reading.ts';

/** A disk that remembers what it has shown, so that somebody can be told when it would show something else. */
export interface RememberingDisk extends ProjectDisk {
  /** Whether anything that was looked at is different now. */
  hasChanged(): Promise<boolean>;
  /** Forgets what was looked at. */
  forget(): void;
}

/** Remembers texts whole, since there are few and they are short, and of folders the names that say something. */
export function rememberLooks({ read, names }: ProjectDisk): RememberingDisk {
  const looks = new Map<
    string,
    { readonly look: () => Promise<string | undefined>; readonly seen: string | undefined }
  >();
  const remember = <T>(key: string, found: T, shown: (found: T) => string | undefined, again: () => Promise<T>): T => {
    looks.set(key, { look: async () => shown(await again()), seen: shown(found) });
    return found;
  };
  return {
    async read(path, within) {
      const look = () => read(path, within);
      const said = (found: Read): string | undefined => (typeof found === 'object' ? `\0${found.refused}` : found);
      return remember(`${path}\0${within ?? ''}`, await look(), said, look);
    },
    async names(folder) {
      const look = () => names(folder);
      const tellingOf = (found: readonly string[]): string => found.filter(tells).sort().join('\0');
      return remember(folder, await look(), tellingOf, look);
    },
    async hasChanged() {
      for (const { look, seen } of looks.values()) if ((await look()) !== seen) return true;
      return false;
    },
    forget: () => looks.clear(),
  };
}

/** Whether a name in a folder says something about the files there. */
function tells(name: string): boolean {
  return isManifest(name) || isWorkspaceFile(name) || name === PROJECT_FILE || name === '.git';
}
