/** UTF-16 units from which on a text can be told from a short one that has a long line in it. */
const LEAST_UNITS = 10_000;
/** UTF-16 units that its lines have on average: people keep to a hundred or so, and tools write thousands. */
const UNITS_OF_A_LINE = 200;

/** Whether the lines of a program are longer than anybody writes them: a bundle, or what was made small. */
export function isMinified(text: string): boolean {
  if (text.length < LEAST_UNITS) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (++lines * UNITS_OF_A_LINE > text.length) return false;
  return true;
}
