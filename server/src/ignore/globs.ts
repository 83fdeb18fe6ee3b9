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
    const unit = glob[at] ?? '';
    if (unit === '*') {
      let end = at;
      while (glob[end] === '*') end++;
      const opens = at === rest || glob[at - 1] === '/';
      const spans = end - at > 1 && opens;
      if (spans && glob[end] === '/') {
        source += '(?:.*/)?';
        end++;
      } else if (spans && end === glob.length) source += '.*';
      else source += '[^/]*';
      at = end;
    } else if (unit === '?') {
      source += '[^/]';
      at++;
    } else if (unit === '[') {
      const bracket = readBracket(glob, at);
      if (!bracket) return undefined;
      source += bracket.source;
      at = bracket.end;
    } else if (unit === '\\') {
      const next = glob[at + 1];
      if (next === undefined) return undefined;
      source += escapeUnit(next);
      at += 2;
    } else {
      source += escapeUnit(unit);
      at++;
    }
  }
  return new RegExp(`^${source}$`, 's');
}

const WILDCARD = /[*?[\\]/;

/** Whether a pattern means nothing but its own letters. */
export function isLiteral(glob: string): boolean {
  return !WILDCARD.test(glob);
}

const CLASSES: Readonly<Record<string, string>> = {
  alnum: 'A-Za-z0-9',
  alpha: 'A-Za-z',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '\\x21-\\x7e',
  lower: 'a-z',
  print: '\\x20-\\x7e',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\s',
  upper: 'A-Z',
  xdigit: '0-9A-Fa-f',
};

/** Reads `[…]`. A range that runs backwards holds only its first unit, as in wildmatch. */
function readBracket(glob: string, start: number): { readonly source: string; readonly end: number } | undefined {
  let at = start + 1;
  const negated = glob[at] === '!' || glob[at] === '^';
  if (negated) at++;
  let members = '';
  for (let first = true; ; first = false) {
    const unit = glob[at];
    if (unit === undefined) return undefined;
    if (unit === ']' && !first) break;
    if (unit === '[' && glob[at + 1] === ':') {
      const close = glob.indexOf(']', at + 2);
      if (close < 0) return undefined;
      if (glob[close - 1] === ':' && close - 1 >= at + 2) {
        const range = CLASSES[glob.slice(at + 2, close - 1)];
        if (range === undefined) return undefined;
        members += range;
        at = close + 1;
        continue;
      }
    }
    const from = readUnit(glob, at);
    if (!from) return undefined;
    at = from.end;
    if (glob[at] === '-' && glob[at + 1] !== undefined && glob[at + 1] !== ']') {
      const to = readUnit(glob, at + 1);
      if (!to) return undefined;
      at = to.end;
      members += escapeMember(from.unit);
      if (from.unit <= to.unit) members += `-${escapeMember(to.unit)}`;
      continue;
    }
    members += escapeMember(from.unit);
  }
  // Brackets never match a slash, whatever they hold.
  return { source: negated ? `[^/${members}]` : `(?!/)[${members}]`, end: at + 1 };
}

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
