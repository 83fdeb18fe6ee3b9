/**
 * Columns at which nested blocks may begin. The grammar's scanner keeps them in a kilobyte, two to a column at most,
 * and writes past its end beyond 250: that breaks the memory which all grammars share.
 */
const MOST_NESTED_BLOCKS = 100;
/** The scanner counts lines in 16 bits; what stands beyond is misread. */
const MOST_LINES = 32_000;

/** Whether a text holds more than the grammar can: counted in the text, since parsing it would be too late. */
export function isBeyondGrammar(text: string): boolean {
  const columns: number[] = [];
  let lines = 0;
  let at = 0;
  while (at < text.length) {
    if (++lines > MOST_LINES) return true;
    for (const column of columnsOf(text, at)) {
      while ((columns.at(-1) ?? -1) > column) columns.pop();
      if ((columns.at(-1) ?? -1) < column) columns.push(column);
      if (columns.length > MOST_NESTED_BLOCKS) return true;
    }
    while (at < text.length && !isBreak(text[at])) at++;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return false;
}

/** Where in a line blocks may begin, one after another, as in `- - ? key`. @param start of the line @yields columns */
function* columnsOf(text: string, start: number): Generator<number> {
  for (let at = start; ; at++) {
    while (isBlank(text[at])) at++;
    if (at >= text.length || isBreak(text[at])) return;
    yield at - start;
    if (!isIndicator(text[at]) || !(isBlank(text[at + 1]) || isBreak(text[at + 1]))) return;
  }
}

function isBlank(unit: string | undefined): boolean {
  return unit === ' ' || unit === '\t' || unit === '\ufeff';
}

function isBreak(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r';
}

function isIndicator(unit: string | undefined): boolean {
  return unit === '-' || unit === '?' || unit === ':';
}
