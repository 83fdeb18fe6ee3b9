// Asks a grammar of tree-sitter what its nodes are called, by letting it read the smallest texts that hold something.
import { Language, Parser } from 'web-tree-sitter';

/** Marks that begin a comment to the end of the line, and marks around one. */
const LINE_MARKS = ['//', '#', '--', ';', '%'];
const BLOCK_MARKS = [
  ['/*', '*/'],
  ['<!--', '-->'],
  ['{-', '-}'],
  ['(*', '*)'],
];
const QUOTES = ['"', "'"];
/** What may have to stand around a literal, the simplest first. */
const PLACES = [
  (literal) => literal,
  (literal) => `x = ${literal}`,
  (literal) => `x = ${literal};`,
  (literal) => `f(${literal});`,
  (literal) => `x: ${literal}`,
  (literal) => `a { b: ${literal}; }`,
];

/**
 * @typedef {object} Probed
 * @property {{ mark: string, type: string } | undefined} line a comment to the end of the line
 * @property {{ marks: string[], type: string } | undefined} block a comment between marks
 * @property {{ quote: string, type: string, place: (literal: string) => string }[]} strings
 * @property {string | undefined} integer
 */

/** @param {Uint8Array} grammar @returns {Promise<Probed>} */
export async function probeGrammar(grammar) {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammar));

  /** The type of the node that a part of a text is, neither more nor less; nothing where the text is none of the language. */
  const typeOf = (text, part) => {
    const tree = parser.parse(text);
    const start = text.indexOf(part);
    const node = tree.rootNode.namedDescendantForIndex(start, start + part.length);
    const isWhole = node?.startIndex === start && node.endIndex === start + part.length && node.parent !== null;
    const type = isWhole && !tree.rootNode.hasError ? node.type : undefined;
    tree.delete();
    return type;
  };
  const commentOf = (text) => {
    const type = typeOf(`${text}\n`, text);
    return type !== undefined && /comment/.test(type) ? type : undefined;
  };
  const literalOf = (literal) => {
    for (const place of PLACES) {
      const type = typeOf(`${place(literal)}\n`, literal);
      if (type !== undefined) return { type, place };
    }
    return undefined;
  };

  const lines = LINE_MARKS.map((mark) => ({ mark, type: commentOf(`${mark} x`) }));
  const blocks = BLOCK_MARKS.map((marks) => ({ marks, type: commentOf(`${marks[0]} x ${marks[1]}`) }));
  const strings = QUOTES.flatMap((quote) => {
    const found = literalOf(`${quote}1222${quote}`);
    return found && /str|char|text/i.test(found.type) ? [{ quote, ...found }] : [];
  });
  const integer = literalOf('1222')?.type;
  return {
    line: lines.find(({ type }) => type !== undefined),
    block: blocks.find(({ type }) => type !== undefined),
    strings,
    integer: integer !== undefined && /num|int|digit|decimal/i.test(integer) ? integer : undefined,
  };
}
