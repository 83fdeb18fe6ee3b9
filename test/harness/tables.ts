/** A row of a Markdown table, by the headings of its columns; the code spans of a cell keep their quotes. */
export interface Row {
  readonly cells: ReadonlyMap<string, string>;
  /** Counted from 1. */
  readonly line: number;
}

/** Reads all tables of a Markdown file, one after the other. Throws for a row with more or fewer cells than its head. */
export function readTables(markdown: string): readonly Row[] {
  let head: readonly string[] | undefined;
  return markdown.split('\n').flatMap((text, index): Row[] => {
    if (!text.startsWith('|')) {
      head = undefined;
      return [];
    }
    const cells = cellsOf(text);
    const names = head;
    if (!names) {
      head = cells;
      return [];
    }
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) return [];
    if (cells.length !== names.length)
      throw new Error(`line ${index + 1}: ${cells.length} cells under ${names.length} headings`);
    return [{ cells: new Map(cells.map((cell, at) => [names[at] ?? '', cell])), line: index + 1 }];
  });
}

/** The cells of a row; a bar within one is written `\|`. */
function cellsOf(text: string): readonly string[] {
  return text
    .replace(/^\||\|\s*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));
}
