/** Lines shown around a change. */
const CONTEXT_LINES = 3;

interface Change {
  /** 0-based lines of the old text that go, from one to before the other. */
  readonly from: number;
  readonly to: number;
  /** 0-based lines of the new text that come. */
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * The change of a file as a unified diff, which `git apply` and `patch` understand. Ends with a line break.
 *
 * @param path with forward slashes, from the root of the repository
 * @param before the whole file, with a byte order mark if it has one
 */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [old, now] = [linesOf(before), linesOf(after)];
  const hunks: Change[][] = [];
  for (const change of changesOf(old, now)) {
    const last = hunks.at(-1)?.at(-1);
    if (last && change.from - last.to <= 2 * CONTEXT_LINES) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  const text = hunks.map((hunk) => printHunk(hunk, old, now)).join('');
  const [from, to] = [nameIn(`a/${path}`), nameIn(`b/${path}`)];
  return `diff --git ${from} ${to}\n--- ${ended(from)}\n+++ ${ended(to)}\n${text}`;
}

/** A name as git writes it: in quotes where it holds what would end it. */
function nameIn(path: string): string {
  const escaped = path.replace(/["\\]|\p{Cc}/gu, (sign) =>
    /["\\]/.test(sign) ? `\\${sign}` : octal(new TextEncoder().encode(sign)),
  );
  return escaped === path ? path : `"${escaped}"`;
}

function octal(bytes: Uint8Array): string {
  return [...bytes].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('');
}

/** Behind a name with blanks stands a tab: what follows it is no name, but a time. */
function ended(name: string): string {
  return /\s/u.test(name) && !name.startsWith('"') ? `${name}\t` : name;
}

function printHunk(hunk: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const [first, last] = [hunk[0] as Change, hunk.at(-1) as Change];
  const from = Math.max(0, first.from - CONTEXT_LINES);
  const to = Math.min(old.length, last.to + CONTEXT_LINES);
  const newFrom = first.newFrom - (first.from - from);
  const newTo = last.newTo + (to - last.to);
  const body: string[] = [];
  let at = from;
  for (const change of hunk) {
    body.push(...old.slice(at, change.from).map((line) => ` ${line}`));
    body.push(...old.slice(change.from, change.to).map((line) => `-${line}`));
    body.push(...now.slice(change.newFrom, change.newTo).map((line) => `+${line}`));
    at = change.to;
  }
  body.push(...old.slice(at, to).map((line) => ` ${line}`));
  const head = `@@ -${range(from, to)} +${range(newFrom, newTo)} @@\n`;
  return head + body.map((line) => (line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`)).join('');
}

function range(from: number, to: number): string {
  const start = to > from ? from + 1 : from;
  return to - from === 1 ? `${start}` : `${start},${to - from}`;
}

/** Lines with their ends. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** Pairs of lines that are compared at most, at four bytes each; beyond that, one change says it all. */
const MOST_LINE_PAIRS = 4_000_000;

/** The changes from one list to another: what both begin and end with is left out, then the longest common rest. */
function changesOf(old: readonly string[], now: readonly string[]): readonly Change[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start++;
  let oldEnd = old.length;
  let newEnd = now.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === now[newEnd - 1]) {
    oldEnd--;
    newEnd--;
  }
  if (start === oldEnd && start === newEnd) return [];
  if ((oldEnd - start) * (newEnd - start) > MOST_LINE_PAIRS)
    return [{ from: start, to: oldEnd, newFrom: start, newTo: newEnd }];
  return changesWithin(old.slice(start, oldEnd), now.slice(start, newEnd)).map(({ from, to, newFrom, newTo }) => ({
    from: start + from,
    to: start + to,
    newFrom: start + newFrom,
    newTo: start + newTo,
  }));
}

/** The changes between two short lists: each line goes or comes that is not in the longest list common to both. */
function changesWithin(old: readonly string[], now: readonly string[]): readonly Change[] {
  const commonFrom = longestCommon(old, now);
  const changes: Change[] = [];
  let [row, column] = [0, 0];
  const isInside = (): boolean => row < old.length || column < now.length;
  const isCommon = (): boolean => row < old.length && column < now.length && old[row] === now[column];
  while (isInside()) {
    const [from, newFrom] = [row, column];
    while (isInside() && !isCommon()) {
      if (commonFrom(row + 1, column) >= commonFrom(row, column + 1)) row++;
      else column++;
    }
    if (row > from || column > newFrom) changes.push({ from, to: row, newFrom, newTo: column });
    while (isCommon()) {
      row++;
      column++;
    }
  }
  return changes;
}

/** How many lines two lists have in common, in order, from a line of each on; -1 beyond their ends. */
function longestCommon(old: readonly string[], now: readonly string[]): (row: number, column: number) => number {
  const width = now.length + 1;
  const longest = new Uint32Array((old.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = old.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      longest[row * width + column] =
        old[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  return (row, column) => (row > old.length || column > now.length ? -1 : at(row, column));
}
