/** Where a file lies: the root of its project, and its path from there. Both have forward slashes. */
export interface Location {
  readonly root: string;
  readonly path: string;
}

/** Files of programs in a project that are looked through: where there are more, a search finds nothing. */
export const MOST_PROGRAM_FILES = 20_000;

/**
 * The files of projects, as whoever runs the product reads them: a disk, an editor's file system, open documents before
 * either. Files that a version control ignores are read like all others; installed packages and build output are not there.
 * Nothing rejects: what cannot be read is not there.
 */
export interface ProgramFiles {
  /**
   * The project of a file is the nearest folder upwards with a project file, a manifest or a repository; of several that
   * a manifest further up counts as its own, that one's; where there is none, the folder that is worked in.
   *
   * @returns undefined for a file of no project
   */
  locate(uri: string): Promise<Location | undefined>;
  /** @param path from the root @returns undefined for what is not there, lies outside, or is too large */
  read(root: string, path: string): Promise<string | undefined>;
  /**
   * The names of what lies in a folder, so that nobody asks for files that are not there.
   *
   * @param folder from the root; empty for the root itself
   * @returns none where there is no such folder; undefined where nobody can tell, or too much lies there
   */
  names(root: string, folder: string): Promise<Iterable<string> | undefined>;
  /**
   * The files whose text holds any of some words, sorted.
   *
   * @param endings of the files' names @param words plain words, in any case of letters
   * @returns undefined where there are too many files to look through
   */
  search(root: string, endings: readonly string[], words: readonly string[]): Promise<readonly string[] | undefined>;
}

/** Where there are no other files. */
export const NO_FILES: ProgramFiles = {
  locate: async () => undefined,
  read: async () => undefined,
  names: async () => undefined,
  search: async () => undefined,
};
