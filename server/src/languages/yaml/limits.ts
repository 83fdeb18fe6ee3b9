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
  const enter = (column: number): void => {
    while ((columns.at(-1) ?? -1) > column) columns.pop();
    if ((columns.at(-1) ?? -1) < column) columns.push(column);
  };
  let at = 0;
  while (at < text.length) {
    if (++lines > MOST_LINES) return true;
    const start = at;
    // `- - ? key`: blocks may begin one after another on a line.
    for (;;) {
      while (isBlank(text[at])) at++;
      if (at >= text.length || isBreak(text[at])) break;
      enter(at - start);
      if (columns.length > MOST_NESTED_BLOCKS) return true;
      if (!isIndicator(text[at]) || !(isBlank(text[at + 1]) || isBreak(text[at + 1]))) break;
      at++;
    }
    while (at < text.length && !isBreak(text[at])) at++;
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return false;
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
