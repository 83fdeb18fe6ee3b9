import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PROJECT_FILE } from '../project/fileNames.ts';
import type { ProjectDisk } from '../project/projects.ts';
import { SPEAKING_LIMIT_BYTES } from '../project/reading.ts';
import { decodeTolerantly } from '../scan/decode.ts';
import { Failure } from './failure.ts';
import type { Warn } from './host.ts';
import { unreadable } from './systemErrors.ts';

/** A project file that somebody has named, which counts instead of all others. */
export interface GivenProject {
  /** Absolute. */
  readonly path: string;
  /**
   * A disk on which the file lies in the folder that is worked in, and for what lies elsewhere in the root, and no other
   * project file is. The catalog that it names lies beside the file itself.
   *
   * @param root absolute path of the folder that is worked in
   */
  on(disk: ProjectDisk, root: string): ProjectDisk;
  /** Tells of the file by the name that it has. */
  telling(warn: Warn, root: string): Warn;
}

/** @param name as it stands behind `--config` @throws Failure for one that cannot be read */
export function readGivenProject(name: string): GivenProject {
  const given = resolve(name);
  const text = textOf(given, name);
  return {
    path: given,
    on: (disk, root) => ({
      ...disk,
      async read(path, within) {
        if (basename(path) === PROJECT_FILE) return isItsFolder(dirname(path), root) ? text : undefined;
        if (within === undefined || !isItsFolder(within, root)) return disk.read(path, within);
        const beside = dirname(given);
        return disk.read(join(beside, path.slice(within.length)), beside);
      },
    }),
    telling: (warn, root) => (message, path, severity) => {
      if (basename(path) !== PROJECT_FILE || !isItsFolder(dirname(path), root)) return warn(message, path, severity);
      const { en, ko } = message;
      warn({ en: en.replace(path, () => given), ko: ko.replace(path, () => given) }, given, severity);
    },
  };
}

function textOf(path: string, name: string): string {
  try {
    const found = statSync(path);
    if (!found.isFile() && !found.isDirectory())
      throw new Failure({ en: 'it is no regular file.', ko: '일반 파일이 아닙니다.' });
    if (found.size > SPEAKING_LIMIT_BYTES) throw new Failure({ en: 'it is longer than 2 MB.', ko: '2MB보다 큽니다.' });
    return decodeTolerantly(readFileSync(path));
  } catch (error) {
    throw unreadable(`--config ${name}`, error);
  }
}

function isItsFolder(path: string, root: string): boolean {
  const folder = resolve(path);
  return folder === root || dirname(folder) === folder;
}
