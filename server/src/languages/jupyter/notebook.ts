import { createScanner, SyntaxKind } from 'jsonc-parser';
import type { Move } from '../../model/compose.ts';

/** A text that was decoded, with where each of its units stands in the file. */
export interface Decoded {
  readonly text: string;
  /** For each UTF-16 unit, where what stands for it begins and ends. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** What a notebook holds. */
export interface Notebook {
  /** What its kernel runs; Python where it does not say. */
  readonly language: string;
  /** The sources of its cells of code, in order. */
  readonly cells: readonly Decoded[];
}

/** An object or a list that is open. */
interface Frame {
  readonly kind: 'object' | 'list';
  key: string | undefined;
  hasColon: boolean;
}

/** Reads a notebook with a scanner, as JSON is read: what is wrong in it is passed over. */
export function readNotebook(text: string): Notebook {
  const scanner = createScanner(text, true);
  const stack: Frame[] = [];
  const cells: Decoded[] = [];
  let kernel: string | undefined;
  let isCode = false;
  let lines: Decoded[] = [];
  const keys = (): string => stack.map(({ kind, key }) => (kind === 'list' ? '[]' : (key ?? ''))).join('.');
  const close = (): void => {
    stack.pop();
    if (stack.length !== 2 || keys() !== 'cells.[]') return;
    if (isCode) cells.push(joined(lines, ''));
    isCode = false;
    lines = [];
  };
  const addString = (start: number, length: number): void => {
    const top = stack.at(-1);
    if (top?.kind === 'object' && !top.hasColon) {
      top.key = scanner.getTokenValue();
      return;
    }
    if (stack.length > DEEPEST) return;
    const path = keys();
    if (path === 'cells.[].cell_type') isCode = scanner.getTokenValue() === 'code';
    else if (path === 'cells.[].source' || path === 'cells.[].source.[]')
      lines.push(decoded(text, start + 1, start + length - 1));
    else if (path === 'metadata.kernelspec.language') kernel = scanner.getTokenValue();
    else if (path === 'metadata.language_info.name') kernel ??= scanner.getTokenValue();
  };
  for (let token = scanner.scan(); token !== SyntaxKind.EOF; token = scanner.scan()) {
    const top = stack.at(-1);
    switch (token) {
      case SyntaxKind.OpenBraceToken:
        stack.push({ kind: 'object', key: undefined, hasColon: false });
        break;
      case SyntaxKind.OpenBracketToken:
        stack.push({ kind: 'list', key: undefined, hasColon: false });
        break;
      case SyntaxKind.CloseBraceToken:
      case SyntaxKind.CloseBracketToken:
        close();
        break;
      case SyntaxKind.ColonToken:
        if (top) top.hasColon = true;
        break;
      case SyntaxKind.CommaToken:
        if (top) top.hasColon = false;
        break;
      case SyntaxKind.StringLiteral:
        addString(scanner.getTokenOffset(), scanner.getTokenLength());
        break;
    }
  }
  return { language: kernel?.toLowerCase() ?? 'python', cells };
}

/** Keys and lists around anything that is looked at. */
const DEEPEST = 4;

const ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** A string of JSON without its quotes, decoded unit by unit. */
function decoded(text: string, start: number, end: number): Decoded {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = start; at < end; ) {
    const hex = /^\\u([\da-fA-F]{4})/.exec(text.slice(at, at + 6))?.[1];
    const isEscape = text[at] === '\\' && at + 1 < end;
    const letter = text[at + 1] ?? '';
    const unit =
      hex === undefined
        ? isEscape
          ? (ESCAPES[letter] ?? letter)
          : (text[at] ?? '')
        : String.fromCharCode(Number.parseInt(hex, 16));
    const length = hex === undefined ? (isEscape ? 2 : 1) : 6;
    units.push(unit);
    starts.push(at);
    ends.push(Math.min(end, at + length));
    at += length;
  }
  return { text: units.join(''), starts, ends };
}

/** Texts one behind the other. @param between one unit at most, which stands nowhere */
export function joined(parts: readonly Decoded[], between: '' | '\n'): Decoded {
  const text: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const part of parts) {
    const last = ends.at(-1);
    if (between !== '' && last !== undefined) {
      text.push(between);
      starts.push(last);
      ends.push(last);
    }
    text.push(part.text);
    for (let index = 0; index < part.starts.length; index++) {
      starts.push(part.starts[index] ?? 0);
      ends.push(part.ends[index] ?? 0);
    }
  }
  return { text: text.join(''), starts, ends };
}

/** Where offsets of a decoded text lie in the file. */
export function moveOf({ starts, ends }: Decoded): Move {
  const last = ends.at(-1) ?? 0;
  return {
    startOf: (offset) => starts[offset] ?? last,
    endOf: (offset) => (offset === 0 ? (starts[0] ?? 0) : (ends[offset - 1] ?? last)),
  };
}
