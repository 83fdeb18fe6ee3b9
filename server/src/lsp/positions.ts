import {
  type Position,
  type Range,
  TextDocument,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-textdocument';
import type { Encoding } from './client.ts';

/** Makes documents whose positions are in an encoding; offsets are UTF-16 in all of them. */
export interface TextDocumentFactory {
  create(uri: string, languageId: string, version: number, text: string): TextDocument;
  update(document: TextDocument, changes: TextDocumentContentChangeEvent[], version: number): TextDocument;
}

/** @param encoding is asked for each document, since a client names it after the factory was made */
export function createDocumentFactory(encoding: () => Encoding): TextDocumentFactory {
  return {
    create(uri, languageId, version, text) {
      const document = TextDocument.create(uri, languageId, version, text);
      const asked = encoding();
      return asked === 'utf-16' ? document : new EncodedDocument(document, asked);
    },
    update(document, changes, version) {
      if (!(document instanceof EncodedDocument)) return TextDocument.update(document, changes, version);
      document.update(changes, version);
      return document;
    },
  };
}

/** A document with positions in UTF-8 or UTF-32, around one with positions in UTF-16. */
class EncodedDocument implements TextDocument {
  readonly #inner: TextDocument;
  readonly #widthAt: (text: string, offset: number) => number;
  /**
   * Where a position was last asked for. The next one is mostly near: findings come in the order of the text, so a line is
   * walked through once and not once for each of its findings.
   */
  #cursor: Cursor = { lineStart: 0, offset: 0, character: 0 };

  constructor(inner: TextDocument, encoding: 'utf-8' | 'utf-32') {
    this.#inner = inner;
    this.#widthAt = encoding === 'utf-8' ? bytesAt : charactersAt;
  }

  get uri(): string {
    return this.#inner.uri;
  }

  get languageId(): string {
    return this.#inner.languageId;
  }

  get version(): number {
    return this.#inner.version;
  }

  get lineCount(): number {
    return this.#inner.lineCount;
  }

  getText(range?: Range): string {
    return this.#inner.getText(range && this.#toUtf16(range));
  }

  positionAt(offset: number): Position {
    const { line, character } = this.#inner.positionAt(offset);
    const lineStart = this.#inner.offsetAt({ line, character: 0 });
    this.#moveTo(lineStart, lineStart + character);
    return { line, character: this.#cursor.character };
  }

  getLineRange(line: number): Range {
    const { start, end } = this.#inner.getLineRange(line);
    return { start: this.positionAt(this.#inner.offsetAt(start)), end: this.positionAt(this.#inner.offsetAt(end)) };
  }

  getEOLCharacters(line: number): string {
    return this.#inner.getEOLCharacters(line);
  }

  /** A position within a character is where that begins, and one behind a line's end is at its end. */
  offsetAt({ line, character }: Position): number {
    const text = this.#inner.getText();
    const lineStart = this.#inner.offsetAt({ line, character: 0 });
    const lineEnd = this.#inner.offsetAt({ line, character: text.length });
    const isAhead = this.#cursor.lineStart === lineStart && this.#cursor.character <= character;
    let { offset, character: reached } = isAhead ? this.#cursor : { offset: lineStart, character: 0 };
    while (offset < lineEnd) {
      const width = this.#widthAt(text, offset);
      if (reached + width > character) break;
      reached += width;
      offset++;
    }
    this.#cursor = { lineStart, offset, character: reached };
    return offset;
  }

  /** Each change has its place in the text that the changes before it have left. */
  update(changes: readonly TextDocumentContentChangeEvent[], version: number): void {
    for (const change of changes) {
      const { text } = change;
      const inUtf16 = 'range' in change && change.range ? { range: this.#toUtf16(change.range), text } : { text };
      TextDocument.update(this.#inner, [inUtf16], version);
      this.#cursor = { lineStart: 0, offset: 0, character: 0 };
    }
    if (changes.length === 0) TextDocument.update(this.#inner, [], version);
  }

  #toUtf16({ start, end }: Range): Range {
    return {
      start: this.#inner.positionAt(this.offsetAt(start)),
      end: this.#inner.positionAt(this.offsetAt(end)),
    };
  }

  #moveTo(lineStart: number, offset: number): void {
    const text = this.#inner.getText();
    const from = this.#cursor.lineStart === lineStart ? this.#cursor : { offset: lineStart, character: 0 };
    let { character } = from;
    for (let at = from.offset; at < offset; at++) character += this.#widthAt(text, at);
    for (let at = from.offset; at > offset; at--) character -= this.#widthAt(text, at - 1);
    this.#cursor = { lineStart, offset, character };
  }
}

/** A place in a line. */
interface Cursor {
  /** Offset of the line. */
  readonly lineStart: number;
  readonly offset: number;
  /** What stands before it in its line, in the document's encoding. */
  readonly character: number;
}

/** Bytes of UTF-8 that begin with a UTF-16 unit; the second half of a pair begins none. */
function bytesAt(text: string, offset: number): number {
  const unit = text.charCodeAt(offset);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (isSecondHalf(text, offset)) return 0;
  return isFirstHalf(unit) && isSecondHalf(text, offset + 1) ? 4 : 3;
}

/** Characters that begin with a UTF-16 unit: one, or none. */
function charactersAt(text: string, offset: number): number {
  return isSecondHalf(text, offset) ? 0 : 1;
}

function isFirstHalf(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Whether the unit there is the second half of a pair. */
function isSecondHalf(text: string, offset: number): boolean {
  const unit = text.charCodeAt(offset);
  return unit >= 0xdc00 && unit < 0xe000 && offset > 0 && isFirstHalf(text.charCodeAt(offset - 1));
}
