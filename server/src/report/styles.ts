/** Writes a text in a style. */
export type Style = (text: string) => string;

/** The styles of a terminal. */
export interface Styles {
  readonly bold: Style;
  readonly dim: Style;
  readonly underline: Style;
  readonly red: Style;
  readonly green: Style;
  readonly yellow: Style;
  readonly blue: Style;
  readonly magenta: Style;
  readonly cyan: Style;
}

const PLAIN: Styles = {
  bold: same,
  dim: same,
  underline: same,
  red: same,
  green: same,
  yellow: same,
  blue: same,
  magenta: same,
  cyan: same,
};

const ANSI: Styles = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  underline: sgr(4, 24),
  red: sgr(31, 39),
  green: sgr(32, 39),
  yellow: sgr(33, 39),
  blue: sgr(34, 39),
  magenta: sgr(35, 39),
  cyan: sgr(36, 39),
};

/** @param styled whether to write ANSI sequences; without them the text is safe for a pipe */
export function stylesOf(styled: boolean): Styles {
  return styled ? ANSI : PLAIN;
}

function same(text: string): string {
  return text;
}

function sgr(on: number, off: number): Style {
  return (text) => `\u001B[${on}m${text}\u001B[${off}m`;
}
