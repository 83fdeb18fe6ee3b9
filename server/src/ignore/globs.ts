/**
 * A pattern of `.gitignore` as a regular expression for a whole path with forward slashes, in the words of git's
 * wildmatch: `*`, `?` and brackets never match a slash, and `**` does so only between slashes or at an end.
 *
 * @returns undefined for a pattern that can match nothing, such as one with a bracket that is never closed
 */
export function globToRegExp(glob: string): RegExp | undefined {
  // Git compares the letters before the first wildcard by themselves, and takes the rest for a pattern of its own.
  const rest = glob.search(WILDCARD);
  let source = '';
  for (let at = 0; at < glob.length; ) {
    const piece = glob[at] === '*' ? readStars(glob, at, at === rest || glob[at - 1] === '/') : readPiece(glob, at);
    if (!piece) return undefined;
    source += piece.source;
    at = piece.end;
  }
  return new RegExp(`^${source}$`, 's');
}

/** A part of a pattern as a regular expression, and where it ends. */
interface Piece {
  readonly source: string;
  readonly end: number;
}

/** Reads stars in a row. @param opens whether they stand where a name begins, so that two of them span folders */
function readStars(glob: string, start: number, opens: boolean): Piece {
  let end = start;
  while (glob[end] === '*') end++;
  const spans = end - start > 1 && opens;
  if (spans && glob[end] === '/') return { source: '(?:.*/)?', end: end + 1 };
  return { source: spans && end === glob.length ? '.*' : '[^/]*', end };
}

/** Reads anything but stars. @returns undefined for what can match nothing */
function readPiece(glob: string, at: number): Piece | undefined {
  if (glob[at] === '?') return { source: '[^/]', end: at + 1 };
  if (glob[at] === '[') return readBracket(glob, at);
  const read = readUnit(glob, at);
  return read && { source: escapeUnit(read.unit), end: read.end };
}

const WILDCARD = /[*?[\\]/;

/** Whether a pattern means nothing but its own letters. */
export function isLiteral(glob: string): boolean {
  return !WILDCARD.test(glob);
}

/** The classes of characters that POSIX names, as members of a bracket. */
const CLASSES: ReadonlyMap<string, string> = new Map([
  ['alnum', 'A-Za-z0-9'],
  ['alpha', 'A-Za-z'],
  ['blank', ' \\t'],
  ['cntrl', '\\x00-\\x1f\\x7f'],
  ['digit', '0-9'],
  ['graph', '\\x21-\\x7e'],
  ['lower', 'a-z'],
  ['print', '\\x20-\\x7e'],
  ['punct', '!-\\/:-@\\[-`{-~'],
  ['space', '\\s'],
  ['upper', 'A-Z'],
  ['xdigit', '0-9A-Fa-f'],
]);

/** Reads `[…]`. */
function readBracket(glob: string, start: number): Piece | undefined {
  const negated = glob[start + 1] === '!' || glob[start + 1] === '^';
  let at = start + (negated ? 2 : 1);
  let members = '';
  // The first member may be a closing bracket.
  do {
    const member = readMember(glob, at);
    if (!member) return undefined;
    members += member.source;
    at = member.end;
  } while (glob[at] !== ']');
  // Brackets never match a slash, whatever they hold.
  return { source: negated ? `[^/${members}]` : `(?!/)[${members}]`, end: at + 1 };
}

/** Reads a class (`[:digit:]`), a range (`a-z`) or a unit within a bracket. A range that runs backwards holds only its first unit, as in wildmatch. */
function readMember(glob: string, at: number): Piece | undefined {
  const name = classNameAt(glob, at);
  if (name !== undefined) {
    const source = CLASSES.get(name);
    return source === undefined ? undefined : { source, end: at + name.length + 4 };
  }
  const from = readUnit(glob, at);
  if (!from) return undefined;
  const isRange = glob[from.end] === '-' && glob[from.end + 1] !== undefined && glob[from.end + 1] !== ']';
  if (!isRange) return { source: escapeMember(from.unit), end: from.end };
  const to = readUnit(glob, from.end + 1);
  return (
    to && { source: escapeMember(from.unit) + (from.unit <= to.unit ? `-${escapeMember(to.unit)}` : ''), end: to.end }
  );
}

/** The name in `[:name:]`. @returns undefined where no class begins */
function classNameAt(glob: string, at: number): string | undefined {
  if (!glob.startsWith('[:', at)) return undefined;
  const end = glob.indexOf(']', at + 2) - 1;
  return end >= at + 2 && glob[end] === ':' ? glob.slice(at + 2, end) : undefined;
}

/** Reads a unit, which a backslash may stand before. */
function readUnit(glob: string, at: number): { readonly unit: string; readonly end: number } | undefined {
  const escaped = glob[at] === '\\';
  const unit = glob[escaped ? at + 1 : at];
  return unit === undefined ? undefined : { unit, end: at + (escaped ? 2 : 1) };
}

function escapeMember(unit: string): string {
  return /[\]\\^[-]/.test(unit) ? `\\${unit}` : unit;
}

function escapeUnit(unit: string): string {
  return /[\\^$.*+?()[\]{}|/]/.test(unit) ? `\\${unit}` : unit;
}
