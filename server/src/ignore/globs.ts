/**
 * A pattern of `.gitignore` in the words of git's wildmatch: `*`, `?` and brackets never match a slash, and `**` does so
 * only between slashes or at an end.
 */
export interface Glob {
  /** @param path a whole path, or a name, with forward slashes */
  matches(path: string): boolean;
}

/** A part of a pattern. */
type Step =
  /** This unit; any unit but a slash; one of some units. */
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly units: RegExp }
  /** `*`: units of a name, as many as there are. */
  | { readonly kind: 'name' }
  /** `**` at the end: all that is left. */
  | { readonly kind: 'rest' }
  /** The stars and the slash of `**` + `/`: folders, as many as there are. */
  | { readonly kind: 'folders' };

/**
 * Reads a pattern.
 *
 * @returns undefined for one that can match nothing, such as one with a bracket that is never closed
 */
export function readGlob(glob: string): Glob | undefined {
  // Git compares the letters before the first wildcard by themselves, and takes the rest for a pattern of its own.
  const rest = glob.search(WILDCARD);
  const steps: Step[] = [];
  for (let at = 0; at < glob.length; ) {
    const piece = glob[at] === '*' ? readStars(glob, at, at === rest || glob[at - 1] === '/') : readPiece(glob, at);
    if (!piece) return undefined;
    steps.push(piece.step);
    at = piece.end;
  }
  return { matches: (path) => matches(steps, path) };
}

/** A place to go on from, where what was tried first leads nowhere. */
interface Resume {
  /** The step behind the stars. */
  readonly step: number;
  /** How far these reach. */
  at: number;
}

/**
 * Of stars only the last ones need be tried again: what stands before them has fitted, and a later end of it would only
 * leave them less. So the time is that of the path's length times the pattern's, whatever the pattern.
 */
function matches(steps: readonly Step[], path: string): boolean {
  let at = 0;
  let step = 0;
  let name: Resume | undefined;
  let folders: Resume | undefined;
  for (;;) {
    const next = steps[step];
    if (next?.kind === 'rest' || (next === undefined && at === path.length)) return true;
    if (next?.kind === 'name') name = { at, step: ++step };
    else if (next?.kind === 'folders') {
      folders = { at, step: ++step };
      name = undefined;
    } else if (next && at < path.length && fits(next, path.charAt(at))) {
      at++;
      step++;
    } else if (name && name.at < path.length && path[name.at] !== '/') {
      at = ++name.at;
      step = name.step;
    } else {
      const slash = folders ? path.indexOf('/', folders.at) : -1;
      if (!folders || slash < 0) return false;
      at = folders.at = slash + 1;
      step = folders.step;
      name = undefined;
    }
  }
}

function fits(step: Step, unit: string): boolean {
  if (step.kind === 'unit') return step.unit === unit;
  return unit !== '/' && (step.kind === 'any' || (step.kind === 'set' && step.units.test(unit)));
}

/** A part of a pattern, and where it ends. */
interface Piece {
  readonly step: Step;
  readonly end: number;
}

/** Reads stars in a row. @param opens whether they stand where a name begins, so that two of them span folders */
function readStars(glob: string, start: number, opens: boolean): Piece {
  let end = start;
  while (glob[end] === '*') end++;
  const spans = end - start > 1 && opens;
  if (spans && glob[end] === '/') return { step: { kind: 'folders' }, end: end + 1 };
  return { step: { kind: spans && end === glob.length ? 'rest' : 'name' }, end };
}

/** Reads anything but stars. @returns undefined for what can match nothing */
function readPiece(glob: string, at: number): Piece | undefined {
  if (glob[at] === '?') return { step: { kind: 'any' }, end: at + 1 };
  if (glob[at] === '[') return readBracket(glob, at);
  const read = readUnit(glob, at);
  return read && { step: { kind: 'unit', unit: read.unit }, end: read.end };
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

/** What a bracket holds, as a part of an expression, and where that ends in the pattern. */
interface Member {
  readonly source: string;
  readonly end: number;
}

/** Reads `[…]`. */
function readBracket(glob: string, start: number): Piece | undefined {
  const negated = glob[start + 1] === '!' || glob[start + 1] === '^';
  let at = start + (negated ? 2 : 1);
  let members = '';
  /** The next closing bracket: looked for once, however many classes seem to begin before it. */
  let close = at;
  // The first member may be a closing bracket.
  do {
    if (close >= 0 && close < at + 2) close = glob.indexOf(']', at + 2);
    const member = readMember(glob, at, close);
    if (!member) return undefined;
    members += member.source;
    at = member.end;
  } while (glob[at] !== ']');
  return { step: { kind: 'set', units: new RegExp(`^[${negated ? '^' : ''}${members}]$`, 's') }, end: at + 1 };
}

/** Reads a class (`[:digit:]`), a range (`a-z`) or a unit within a bracket. A range that runs backwards holds only its first unit, as in wildmatch. @param close offset of the next closing bracket behind it */
function readMember(glob: string, at: number, close: number): Member | undefined {
  const name = classNameAt(glob, at, close);
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
function classNameAt(glob: string, at: number, close: number): string | undefined {
  if (!glob.startsWith('[:', at)) return undefined;
  const end = close - 1;
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
