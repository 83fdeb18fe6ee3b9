/** A file name's ending that several languages have, and what shows that it is the one which is read. */
interface SharedEnding {
  readonly ending: string;
  /** Files one of which lies in the folder, or in one around it. */
  readonly beside: readonly string[];
}

const SHARED_ENDINGS: readonly SharedEnding[] = [
  // Google's Apps Script; also Gosu, Genie, GemStone and shaders of geometry.
  { ending: '.gs', beside: ['appsscript.json', '.clasp.json'] },
];

/** Names of all files that tell what others beside them are. */
export const TELLING_FILES: readonly string[] = SHARED_ENDINGS.flatMap(({ beside }) => beside);

/**
 * The files one of which must lie around a file, for it to be in the language that its ending is read as.
 *
 * @param name a file's name, or its path @returns undefined where the ending alone says enough
 */
export function filesThatTell(name: string): readonly string[] | undefined {
  return SHARED_ENDINGS.find(({ ending }) => name.toLowerCase().endsWith(ending))?.beside;
}
