import { REFUSALS, type Refusal } from '../project/reading.ts';
import { compareTexts } from '../report/order.ts';
import type { Skip } from '../scan/walk.ts';

/** Why a file that may hold findings, or that was named, is not looked at; other skips are only counted. */
export const REASONS: Readonly<Partial<Record<Skip, string>>> = {
  'no language': 'Not checked: nothing is looked for in files of this name.',
  'too large': 'Not checked: it is longer than 8 MB.',
  'not UTF-8': 'Not checked: it is neither valid UTF-8 nor UTF-16 with a byte order mark.',
  'not UTF-16': 'Not checked: it begins as UTF-16 does, but is not valid.',
  binary: 'Not checked: this is a binary file.',
  unreadable: 'Not checked: it cannot be read.',
  special: 'Not checked: this is no regular file.',
  'odd name': 'Not checked: its name is not valid UTF-8.',
  outside: 'Not checked: it is a link that leads out of this folder.',
  folder: 'Not checked: this is a folder. Name it as an argument.',
  excluded: 'Not checked: a project file excludes it.',
};

/** What a run passes over. Paths are absolute. */
export interface PassedOver {
  readonly counts: ReadonlyMap<Skip, number>;
  /** What is to be said by name. */
  readonly noted: ReadonlyMap<string, Skip>;
  /** Files that speak for others and are not read. */
  readonly refused: ReadonlyMap<string, Refusal>;
  readonly count: (skip: Skip) => void;
  readonly note: (skip: Skip, path: string) => void;
  readonly refuse: (refusal: Refusal, path: string) => void;
}

export function createPassedOver(): PassedOver {
  const counts = new Map<Skip, number>();
  const noted = new Map<string, Skip>();
  const refused = new Map<string, Refusal>();
  const count = (skip: Skip): void => void counts.set(skip, (counts.get(skip) ?? 0) + 1);
  return {
    counts,
    noted,
    refused,
    count,
    note(skip, path) {
      count(skip);
      noted.set(path, skip);
    },
    refuse: (refusal, path) => void refused.set(path, refusal),
  };
}

/** Files that were named and are not looked at are listed up to so many; more are counted. */
const MOST_LISTED = 20;

/** What is told of files that speak for others and are not read. */
export function describeRefused(refused: PassedOver['refused']): readonly string[] {
  return [...refused].map(([path, refusal]) => `${path}: ${REFUSALS[refusal].en}`);
}

/** What is told of named files that were not looked at, by path, each with the reason. */
export function describeUnread(unread: ReadonlyMap<string, string>): readonly string[] {
  const listed = [...unread].sort(([a], [b]) => compareTexts(a, b)).map(([path, reason]) => `${path}: ${reason}`);
  const more = listed.length - MOST_LISTED;
  return more > 0 ? [...listed.slice(0, MOST_LISTED), `${more} more named files were not checked.`] : listed;
}

/** @param looked how many files were looked at */
export function describeSkips(looked: number, skips: ReadonlyMap<Skip, number>): readonly string[] {
  const lines = [...skips].sort(([a], [b]) => compareTexts(a, b)).map(([skip, count]) => `  ${count} ${WORDS[skip]}`);
  return [`${looked} files checked.`, ...(lines.length > 0 ? ['Skipped:', ...lines] : [])];
}

/** What was passed over, behind its number. A folder counts once, with all that is in it. */
const WORDS: Readonly<Record<Skip, string>> = {
  ignored: 'ignored by .gitignore, files and folders',
  dependencies: 'folders of dependencies, such as node_modules',
  'build output': 'folders of build output, such as dist',
  'version control': 'folders of version control',
  minified: 'minified files',
  'no language': 'files in no supported language',
  link: 'links and special files',
  unreadable: 'files or folders that cannot be read',
  'too large': 'files longer than 8 MB',
  binary: 'binary files',
  'not UTF-8': 'files that are neither UTF-8 nor UTF-16 with a mark',
  'not UTF-16': 'files that are not the UTF-16 that they say they are',
  special: 'devices, pipes and other special files that were named',
  'odd name': 'files or folders whose name is not UTF-8',
  outside: 'links that lead outside',
  folder: 'folders in a list of files',
  excluded: 'files that a project file excludes',
};
