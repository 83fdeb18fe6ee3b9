import { type Glob, isLiteral, readGlob } from './globs.ts';

/** The patterns of one `.gitignore`, or of one list in that form. */
export interface Patterns {
  /**
   * What the last pattern that matches says: to leave out, to keep (`!`), or nothing.
   *
   * @param path relative to the folder that the patterns lie in, with forward slashes
   */
  test(path: string, isFolder: boolean): 'out' | 'kept' | undefined;
}

interface Pattern {
  /** Its place in the list: the last that matches decides. */
  readonly rank: number;
  readonly verdict: 'out' | 'kept';
  readonly foldersOnly: boolean;
}

interface GlobPattern extends Pattern {
  readonly glob: Glob;
}

/** File names whose globs are remembered; most names come again and again. */
const REMEMBERED_NAMES = 4096;

/**
 * Reads the text of a `.gitignore`. Patterns without wildcards are looked up, and those for names are tried once for
 * each name: hundreds of patterns over tens of thousands of files are some ten milliseconds.
 */
export function readPatterns(text: string): Patterns {
  return createPatterns(
    text
      .replace(/^\uFEFF/, '')
      .split('\n')
      .map(withoutLineEnd),
  );
}

/** A pattern for all names that end alike: `*.log`. */
const IS_ENDING = /^\*\.[^.*?[\\]+$/;

/** Patterns from a list, one each; blank ones and comments say nothing. */
export function createPatterns(lines: readonly string[]): Patterns {
  const names = new Map<string, Pattern[]>();
  const endings = new Map<string, Pattern[]>();
  const nameGlobs: GlobPattern[] = [];
  const paths = new Map<string, Pattern[]>();
  const pathGlobs: GlobPattern[] = [];

  lines.forEach((line, rank) => {
    const read = readLine(line, rank);
    if (!read) return;
    const { glob, isPath, pattern } = read;
    if (isLiteral(glob)) add(isPath ? paths : names, glob, pattern);
    else if (!isPath && IS_ENDING.test(glob)) add(endings, glob.slice(1), pattern);
    else {
      const matcher = readGlob(glob);
      if (matcher) (isPath ? pathGlobs : nameGlobs).push({ ...pattern, glob: matcher });
    }
  });

  const globsOf = new Map<string, readonly Pattern[]>();
  const globsFor = (name: string): readonly Pattern[] => {
    let found = globsOf.get(name);
    if (!found) {
      found = nameGlobs.filter((one) => one.glob.matches(name));
      if (globsOf.size >= REMEMBERED_NAMES) globsOf.clear();
      globsOf.set(name, found);
    }
    return found;
  };

  return {
    test(path, isFolder) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      let last: Pattern | undefined;
      const consider = (patterns: readonly Pattern[] | undefined): void => {
        for (const one of patterns ?? [])
          if ((!one.foldersOnly || isFolder) && one.rank >= (last?.rank ?? 0)) last = one;
      };
      consider(names.get(name));
      const dot = name.lastIndexOf('.');
      if (dot >= 0) consider(endings.get(name.slice(dot)));
      if (nameGlobs.length > 0) consider(globsFor(name));
      consider(paths.get(path));
      for (const one of pathGlobs) {
        if (one.rank > (last?.rank ?? -1) && (!one.foldersOnly || isFolder) && one.glob.matches(path)) last = one;
      }
      return last?.verdict;
    },
  };
}

/** Reads one line. @returns undefined for a blank one or a comment */
function readLine(
  line: string,
  rank: number,
): { readonly glob: string; readonly isPath: boolean; readonly pattern: Pattern } | undefined {
  if (line.startsWith('#')) return undefined;
  const negated = line.startsWith('!');
  const whole = negated ? line.slice(1) : line;
  const foldersOnly = whole.endsWith('/');
  const glob = foldersOnly ? whole.slice(0, -1) : whole;
  if (glob === '') return undefined;
  const pattern: Pattern = { rank, verdict: negated ? 'kept' : 'out', foldersOnly };
  return { glob: glob.startsWith('/') ? glob.slice(1) : glob, isPath: glob.includes('/'), pattern };
}

/**
 * Whether patterns leave a file out, by a pattern for itself or for a folder that it lies in. A folder that is left out
 * is not looked into: nothing in it can be kept.
 *
 * @param path relative to the folder that the patterns lie in, with forward slashes
 */
export function leavesOut(patterns: Patterns, path: string): boolean {
  for (let slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
    if (patterns.test(path.slice(0, slash), true) === 'out') return true;
  }
  return patterns.test(path, false) === 'out';
}

/** Without the CR of a CRLF, and without blanks at its end but for one behind a backslash. */
function withoutLineEnd(line: string): string {
  const text = line.endsWith('\r') ? line.slice(0, -1) : line;
  let end = text.length;
  while (text[end - 1] === ' ' && !isEscaped(text, end - 1)) end--;
  return text.slice(0, end);
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function add(patterns: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const found = patterns.get(key);
  if (found) found.push(pattern);
  else patterns.set(key, [pattern]);
}
