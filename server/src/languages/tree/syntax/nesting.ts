/** Open brackets beyond which no person and no generator has gone. */
const MOST_OPEN_BRACKETS = 1500;

/** Whether more brackets are open at once than a parser should be asked to follow: counted in the text. */
export function nestsTooDeep(text: string): boolean {
  let open = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // ( [ { and ) ] }
    if (unit === 40 || unit === 91 || unit === 123) open++;
    else if (unit === 41 || unit === 93 || unit === 125) open = Math.max(0, open - 1);
    if (open > MOST_OPEN_BRACKETS) return true;
  }
  return false;
}
