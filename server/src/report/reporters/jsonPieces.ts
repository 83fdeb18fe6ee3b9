import { escapedWith } from '../../catalog/harmless.ts';

/** A value of JSON whose lists may be made one item at a time. */
export type Streamed =
  | string
  | number
  | boolean
  | null
  | undefined
  | Iterable<Streamed>
  | { readonly [key: string]: Streamed }
  | object;

const INDENT = '  ';

/**
 * A value as JSON with an indent of two, in pieces, so that nothing has to hold a whole report. What a terminal or a runner
 * would obey is written as an escape, which stands for the same.
 *
 * @param depth how many levels of lists and objects come in pieces, each item on a line of its own
 * @param leaves how to write what lies deeper: as `JSON.stringify` does with an indent of two, or on one line, which is
 * half as long where levels are many
 */
export function jsonPieces(
  value: Streamed,
  depth: number,
  leaves: 'indented' | 'lines' = 'indented',
): Iterable<string> {
  return piecesOf(value, depth, '\n', leaves === 'indented' ? INDENT : '');
}

/** @param newLine a line break and the indent of the value @param leafIndent of what comes as one; none for one line */
function* piecesOf(value: Streamed, depth: number, newLine: string, leafIndent: string): Generator<string> {
  const isList = isIterable(value);
  if (depth === 0 || typeof value !== 'object' || value === null) {
    yield printed(isList ? [...value] : value, leafIndent).replaceAll('\n', newLine);
    return;
  }
  const deeper = newLine + INDENT;
  let separator = isList ? '[' : '{';
  for (const [head, item] of isList ? itemsOf(value) : propertiesOf(value)) {
    // A short piece is not worth the way alone.
    let lead = separator + deeper + head;
    for (const piece of piecesOf(item, depth - 1, deeper, leafIndent)) {
      yield lead + piece;
      lead = '';
    }
    separator = ',';
  }
  if (separator === ',') yield newLine + (isList ? ']' : '}');
  else yield isList ? '[]' : '{}';
}

function* itemsOf(list: Iterable<Streamed>): Generator<readonly [head: string, item: Streamed]> {
  for (const item of list) yield ['', item];
}

function* propertiesOf(value: object): Generator<readonly [head: string, item: Streamed]> {
  for (const [key, item] of Object.entries(value) as [string, Streamed][])
    if (item !== undefined) yield [`${printed(key)}: `, item];
}

function isIterable(value: Streamed): value is Iterable<Streamed> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

function printed(value: Streamed, indent = ''): string {
  const json = JSON.stringify(value ?? null, undefined, indent);
  return escapedWith(json, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
