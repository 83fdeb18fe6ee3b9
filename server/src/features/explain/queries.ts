/** Lines that a value of JSON may take, in a text of other lines. */
const MOST_LINES_OF_VALUE = 200;

/**
 * The queries in a text of lines, such as a log or what somebody pipes: each line is one, but a value of JSON goes on to the
 * line on which it ends. Empty lines are none.
 */
export function queriesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n/);
  const queries: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = endOfValue(lines, at);
    const query = lines.slice(at, end).join('\n').trim();
    if (query !== '') queries.push(query);
    at = end;
  }
  return queries;
}

/** @returns the number of the line behind the value that begins on a line; the next one where none does, or it does not end */
function endOfValue(lines: readonly string[], from: number): number {
  let depth = 0;
  for (let at = from; at < lines.length && at < from + MOST_LINES_OF_VALUE; at++) {
    depth += openedIn(lines[at] ?? '');
    if (depth <= 0) return at + 1;
  }
  return from + 1;
}

/** Brackets that a line opens and leaves open, but for those in quotes. */
function openedIn(line: string): number {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (isQuoted && sign === '\\') at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '{' || sign === '[') depth++;
    else if (sign === '}' || sign === ']') depth--;
  }
  return depth;
}
